"""Below the list of the outbox: what concerns more than one submission, or somebody else's."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ogp_desktop.ui.send.send_state import SendState
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.flow import FlowBox


class AllFiles(QWidget):
    """``show_state(state)``; ``saving_wanted()``, ``carrying_wanted()``."""

    saving_wanted = Signal()
    carrying_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = SendState()
        self._is_folded = False
        self.save = Button(theme, "", "plain", "lock")
        self.save.clicked.connect(self.saving_wanted)
        self.carry = Button(theme, "", "quiet", "send")
        self.carry.clicked.connect(self.carrying_wanted)
        self.both = Button(theme, "", "plain", "ellipsis")
        self.both.clicked.connect(self._offer)
        buttons = FlowBox(theme, 8)
        for button in (self.save, self.carry, self.both):
            buttons.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(buttons)

    def show_state(self, state: SendState) -> None:
        """Offer what can be done; in the outbox of one conversation nothing of this."""
        self._state = state
        self.save.setText(self.tr("Save all that waits, encrypted"))
        self.carry.setText(self.tr("Carry somebody else's file"))
        self.both.setText(self.tr("Encrypted files"))
        self.save.setVisible(state.may_save_all and not self._is_folded)
        self.carry.setVisible(state.may_carry and not self._is_folded)
        self.both.setVisible(self._is_folded)
        self.setVisible(not state.is_of_one and (state.may_save_all or state.may_carry))

    def set_is_folded(self, is_folded: bool) -> None:
        """Leave the room to the list where it is scarce: one button, with a menu."""
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            self.show_state(self._state)

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if self._state.may_save_all:
            saving = menu.addAction(self._theme.icon("lock"), self.save.text())
            saving.triggered.connect(self.saving_wanted)
        if self._state.may_carry:
            carrying = menu.addAction(self._theme.icon("send"), self.carry.text())
            carrying.triggered.connect(self.carrying_wanted)
        above = self.both.mapToGlobal(self.both.rect().topLeft())
        menu.popup(above - QPoint(0, menu.sizeHint().height()))
