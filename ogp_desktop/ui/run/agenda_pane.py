"""The agenda column: the list of items, and the way to points that were parked."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ogp_desktop.ui.run.agenda_column import AgendaList
from ogp_desktop.ui.run.run_state import ItemState
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.card import Card, Line
from ogp_desktop.ui.widgets.label import Label


class AgendaPane(Card):
    """Signals: ``item_chosen(item_id)``; ``parked_requested()``; ``left()`` when Escape closes."""

    item_chosen = Signal(str)
    parked_requested = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=12, parent=parent)
        self._parked_count = 0
        self._title = Label(theme, role="h3")
        self._list = AgendaList(theme)
        self._parked = Button(theme, kind="quiet", icon="circle-parking")
        self.body.addWidget(self._title)
        self.body.addWidget(self._list, 1)
        self._line = Line()
        self.body.addWidget(self._line)
        self.body.addWidget(self._parked, 0, Qt.AlignmentFlag.AlignLeading)
        self._list.setMinimumHeight(theme.px(40))
        self._list.row_chosen.connect(self.item_chosen)
        self._parked.clicked.connect(self.parked_requested)
        self._retranslate()

    def show_items(self, items: tuple[ItemState, ...], current_id: str, parked: int) -> None:
        """Show the items and how many points wait."""
        self._parked_count = parked
        self._list.show_items(items, current_id)
        self._name_parked()

    def set_is_tiny(self, is_tiny: bool) -> None:
        """Leave the title to the tab, and parked points to the notes, for want of height."""
        for widget in (self._title, self._line, self._parked):
            widget.setVisible(not is_tiny)

    def focus(self) -> None:
        """Put the cursor in the list."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the notes."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Agenda"))
        self._list.retranslate()
        self._name_parked()

    def _name_parked(self) -> None:
        self._parked.setText(self.tr("Parked points (%n)", "", self._parked_count))
