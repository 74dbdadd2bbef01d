"""The buttons at the foot of a submission: the likely next step, a few others, the rest in a menu.

The next step is one button for good, so that the cursor never falls off it.
"""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from ogp_desktop.ui.layout_size import LayoutSize
from ogp_desktop.ui.send.send_state import Deed
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.words_send import DEED_ICONS, deed_word

_BESIDE = 2
"""So many buttons stand beside the likely next step, in one row with it; none in a tiny window."""


class DeedBar(QWidget):
    """``show_deeds(primary, others)``; ``deed_chosen(Deed)``."""

    deed_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._beside = _BESIDE
        self._deed: Deed | None = None
        self._others: tuple[Deed, ...] = ()
        self._drawn: tuple[object, ...] = ()
        self.primary = Button(theme, "", "primary")
        self.primary.clicked.connect(self._do_primary)
        self._folded: tuple[Deed, ...] = ()
        self._buttons = FlowBox(theme, 8)
        self._buttons.add(self.primary)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._buttons)

    def show_deeds(self, primary: Deed, others: tuple[Deed, ...]) -> None:
        """Offer what can be done now."""
        self._deed, self._others = primary, others
        self.primary.setText(deed_word(primary))
        self.primary.set_icon(DEED_ICONS[primary])
        beside = others if len(others) <= self._beside + 1 else others[: self._beside]
        words = (self.tr("More"), beside, *map(deed_word, others))
        if words == self._drawn:
            return
        self._drawn = words
        self._buttons.clear(but=self.primary)
        for deed in beside:
            self._add(deed)
        self._folded = others[len(beside) :]
        if self._folded:
            more = Button(self._theme, self.tr("More"), "plain", "ellipsis")
            more.clicked.connect(lambda: self._offer(more))
            self._buttons.add(more)

    def menu(self) -> QMenu:
        """Return what can be done besides what has a button."""
        menu = QMenu(self)
        for deed in self._folded:
            action = menu.addAction(self._theme.icon(DEED_ICONS[deed]), deed_word(deed))
            action.triggered.connect(lambda _=False, deed=deed: self.deed_chosen.emit(deed))
        return menu

    def set_size(self, size: LayoutSize) -> None:
        """Leave the height to the words where it is scarce."""
        self._beside = 0 if size.is_tiny else _BESIDE
        if self._deed is not None:
            self.show_deeds(self._deed, self._others)

    def _do_primary(self) -> None:
        if self._deed is not None:
            self.deed_chosen.emit(self._deed)

    def _add(self, deed: Deed) -> None:
        button = Button(self._theme, deed_word(deed), "plain", DEED_ICONS[deed])
        button.clicked.connect(lambda: self.deed_chosen.emit(deed))
        self._buttons.add(button)

    def _offer(self, beside: Button) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        above = beside.mapToGlobal(beside.rect().topLeft())
        menu.popup(above - QPoint(0, menu.sizeHint().height()))
