"""The ways of asking people, each with its arithmetic, and one of them suggested."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from ogp_desktop.domain.individual_views import Advice, Method
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.views.views_state import ViewsState
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.card import Card
from ogp_desktop.ui.widgets.label import Label, WrapLabel
from ogp_desktop.ui.widgets.pill import Tag
from ogp_desktop.ui.words_views import (
    host_cost,
    method_how,
    method_icon,
    method_name,
    room_cost,
    too_long,
)

_CARD_WIDTH = 250


def spread(grid: QGridLayout, widgets: Sequence[QWidget], columns: int) -> None:
    """Lay widgets out in this many columns of one width."""
    for index, widget in enumerate(widgets):
        grid.addWidget(widget, index // columns, index % columns)
    for column in range(grid.columnCount()):
        grid.setColumnStretch(column, 1 if column < columns else 0)
        grid.setColumnMinimumWidth(column, 0)


class WayCard(Card):
    """One way: its name, what happens, what it costs, and on paper a button for the sheet."""

    print_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 14, 4, parent)
        self._ours = theme
        self._icon = QLabel()
        self._name = Label(theme, "", "strong")
        self._tag = Tag(theme, "", "check", "accent")
        head = QHBoxLayout()
        for widget in (self._icon, self._name, self._tag):
            head.addWidget(widget)
        head.addStretch(1)
        head.setSpacing(theme.px(8))
        # One height for every head, whether its card is the suggested one or not.
        head.addStrut(self._tag.sizeHint().height())
        self._how = WrapLabel(theme, "", "caption", "ink2")
        self._cost = WrapLabel(theme, "", "body_m")
        self._after = WrapLabel(theme, "", "body", "ink2")
        self._print = Button(theme, "", "plain", "printer")
        self._print.clicked.connect(self.print_requested)
        self.body.addLayout(head)
        for label in (self._how, self._cost, self._after):
            self.body.addWidget(label)
        self.body.addSpacing(theme.px(6))
        self.body.addStretch(1)
        self.body.addWidget(self._print)
        # Cards stand in columns of one width, whatever their words.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_state(self, way: Advice, state: ViewsState) -> None:
        """Show one way for this room."""
        self._icon.setPixmap(self._ours.pixmap(method_icon(way.method), "ink2", 18))
        self._name.setText(method_name(way.method))
        self._tag.setText(self.tr("Suggested"))
        self._tag.setVisible(way.is_suggested)
        self.set_is_selected(way.is_suggested)
        self._how.setText(method_how(way.method))
        self._cost.setText(room_cost(way, state.people))
        is_late = not way.fits and state.minutes > 0
        self._after.setText(too_long(state.minutes) if is_late else host_cost(way))
        self._after.set_color("warn" if is_late else "ink2")
        self._print.setText(self.tr("Save the sheet for printing"))
        self._print.setVisible(way.method is Method.PAPER)


class WayCards(QWidget):
    """Cards side by side, as many as have room; ``print_requested()`` asks for the paper sheet."""

    print_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards: list[WayCard] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._columns = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self._restyle)
        self._restyle()

    def make(self, state: ViewsState) -> Iterator[None]:
        """Make a card for every way, one at a time."""
        while len(self._cards) < len(state.ways):
            card = WayCard(self._theme)
            card.print_requested.connect(self.print_requested)
            self._cards.append(card)
            self._columns = 0
            yield

    def show_state(self, state: ViewsState) -> None:
        """Show every way with its cost."""
        for _ in self.make(state):
            pass
        for card, way in zip(self._cards, state.ways, strict=True):
            card.show_state(way, state)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fewer columns when narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.width() // self._theme.px(_CARD_WIDTH)
        columns = max(1, min(room, len(self._cards)))
        if columns == self._columns:
            return
        spread(self._grid, self._cards, columns)
        self._columns = columns

    def _restyle(self) -> None:
        self._grid.setSpacing(self._theme.px(12))
        self._columns = 0
        self._arrange()
