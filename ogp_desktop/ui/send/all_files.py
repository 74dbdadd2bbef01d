"""Below the list of the outbox: what concerns more than one submission, or somebody else's."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

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
        self.save = Button(theme, "", "plain", "lock")
        self.save.clicked.connect(self.saving_wanted)
        self.carry = Button(theme, "", "quiet", "send")
        self.carry.clicked.connect(self.carrying_wanted)
        buttons = FlowBox(theme, 8)
        buttons.add(self.save)
        buttons.add(self.carry)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(buttons)

    def show_state(self, state: SendState) -> None:
        """Offer what can be done; in the outbox of one conversation nothing of this."""
        self.save.setText(self.tr("Save all that waits, encrypted"))
        self.carry.setText(self.tr("Carry somebody else's file"))
        self.save.setVisible(state.may_save_all)
        self.carry.setVisible(state.may_carry)
        self.setVisible(not state.is_of_one and (state.may_save_all or state.may_carry))
