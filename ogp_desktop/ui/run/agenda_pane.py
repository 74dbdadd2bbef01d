"""The agenda column: the list of items, what can be done to them, and points that were parked."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from ogp_desktop.ui.run.agenda_column import AgendaList
from ogp_desktop.ui.run.agenda_menu import deeds_of, open_menu, when_chosen
from ogp_desktop.ui.run.keymap import shown_keys
from ogp_desktop.ui.run.run_state import RunState
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.card import Line
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.label import Label
from ogp_desktop.ui.widgets.spoken_card import SpokenCard


class AgendaPane(SpokenCard):
    """Signals: ``item_chosen(item_id)``; ``deed_chosen(ItemDeed, item_id)``; ``fit_requested()``;
    ``parked_requested()``; ``left()`` when Escape closes.
    """

    item_chosen = Signal(str)
    deed_chosen = Signal(object, str)
    fit_requested = Signal()
    parked_requested = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=12, parent=parent)
        self._state: RunState | None = None
        self._title = Label(theme, role="h3")
        self._list = AgendaList(theme)
        self._fit = Button(theme, icon="timer")
        self._change = Button(theme, icon="ellipsis")
        self._parked = Button(theme, kind="quiet", icon="circle-parking")
        self._buttons = FlowBox(theme, 6)
        self._buttons.add(self._fit)
        self._buttons.add(self._change)
        self.body.addWidget(self._title)
        self.body.addWidget(self._list, 1)
        self._line = Line()
        self.body.addWidget(self._line)
        self.body.addWidget(self._buttons)
        self.body.addWidget(self._parked, 0, Qt.AlignmentFlag.AlignLeading)
        self._list.setMinimumHeight(theme.px(40))
        self._list.row_chosen.connect(self.item_chosen)
        self._list.deed_chosen.connect(self.deed_chosen)
        self._list.menu_requested.connect(self._open_menu)
        self._fit.clicked.connect(self.fit_requested)
        self._change.clicked.connect(self._list.request_menu)
        self._parked.clicked.connect(self.parked_requested)
        self.retranslate()

    def show_state(self, state: RunState) -> None:
        """Show the items and how many points wait."""
        self._state = state
        self._list.show_items(state.items, state.item_id)
        self._buttons.setVisible(not state.is_ended)
        self._name_parked()

    def set_is_tiny(self, is_tiny: bool) -> None:
        """Leave the title to the tab, and parked points to the notes, for want of height."""
        for widget in (self._title, self._line, self._parked):
            widget.setVisible(not is_tiny)

    def focus(self) -> None:
        """Put the cursor in the list."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def escape(self) -> None:
        """Go back to the notes."""
        self.left.emit()

    def _open_menu(self, item_id: str, at: QPoint) -> None:
        state = self._state
        item = next((one for one in state.items if one.id == item_id), None) if state else None
        if state is None or item is None or state.is_ended:
            return
        deeds = deeds_of(item, is_live=not state.is_before_start, can_undo=state.can_undo_plan)
        if deeds:
            menu = open_menu(self, item, deeds, at)
            when_chosen(menu, lambda deed: self.deed_chosen.emit(deed, item_id))

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._title.setText(self.tr("Agenda"))
        self._fit.setText(self.tr("Fit to time"))
        self._fit.setToolTip(shown_keys("fit"))
        self._change.set_name(self.tr("Change this item"))
        self._list.retranslate()
        self._name_parked()

    def _name_parked(self) -> None:
        count = self._state.parked if self._state is not None else 0
        self._parked.setText(self.tr("Parked points (%n)", "", count))
