"""A list whose rows stand in panels, placed by our own geometry.

Only what is seen is measured at once; the rest is measured little by little while nothing else is
done, so that a thousand rows stay smooth. What somebody looks at stays where it is, whatever
changes around it.
"""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QWidget

from ogp_desktop.ui.run.notes_arrangement import Arrangement
from ogp_desktop.ui.run.notes_geometry import Geometry
from ogp_desktop.ui.run.notes_layouts import Layouts
from ogp_desktop.ui.run.notes_pieces import Laid
from ogp_desktop.ui.run.notes_rows import NotesRows
from ogp_desktop.ui.run.notes_state import Panel, Row
from ogp_desktop.ui.theme.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_Held = tuple[tuple[str, int], ...]
"""Rows by key, and how far below the upper edge each stands; the first one still there counts."""
_ROWS_AT_A_TIME = 20
_MOST_ROUNDS = 9


class MeasuredList(QListView):
    """Shows ``panels``; whoever puts widgets over rows overrides ``measure``, ``height``,
    ``restless_panels`` and ``_place_widgets``.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layouts = Layouts(theme)
        self._rows = NotesRows(self)
        self._panels: tuple[Panel, ...] = ()
        self._geometry = Geometry(theme, self)
        self._is_settling = False
        self._tall = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._measure_more)
        self.setModel(self._rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        theme.changed.connect(self._restyle)

    def show_panels(self, panels: tuple[Panel, ...]) -> None:
        """Show other panels; the rows that stay are not measured again."""
        held = self._held()
        self._panels = panels
        rows = tuple(row for panel in panels for row in panel.rows)
        self._rows.show(rows)
        self._layouts.keep_only(rows)
        self._arrange(held)

    # Geometry: Qt asks, the arrangement answers.

    def relayout(self) -> None:
        """Place everything for the width of now."""
        self._arrange(self._held())

    def doItemsLayout(self) -> None:
        """Place everything when Qt thinks something changed."""
        if not self._geometry.is_for(self._panels, self._content_width()):
            self.relayout()
        QAbstractItemView.doItemsLayout(self)
        self._place_widgets()

    def updateGeometries(self) -> None:
        """Tell the scroll bar how much there is."""
        bar, tall = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(self._theme.px(24))
        bar.setPageStep(tall)
        bar.setRange(0, max(0, self._placed.height - tall))

    def visualRect(self, index: _Index) -> QRect:
        """Return where a row stands in the viewport."""
        place = index.row()
        if not 0 <= place < self._placed.count:
            return QRect()
        return self._on_screen(self._placed.row(place))

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point of the viewport; a row's frame belongs to its first row."""
        y, placed = point.y() + self.verticalOffset(), self._placed
        for place in placed.rows_between(y, y):
            if self._on_screen(placed.row(place)).contains(point):
                return self._rows.index(place)
        for panel in placed.panels_between(y, y):
            if self._on_screen(placed.panel(panel)).contains(point):
                return self._rows.index(placed.firsts[panel])
        return QModelIndex()

    def scrollTo(
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Scroll as little as shows the whole row, or its beginning when it is taller."""
        if not 0 <= index.row() < self._placed.count:
            return
        self._measure_at(index.row())
        rect, bar = self._placed.row(index.row()), self.verticalScrollBar()
        margin, tall = self._theme.px(14), self.viewport().height()
        lowest = rect.bottom() + margin - tall
        highest = rect.top() - margin
        if hint == QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(highest)
        elif bar.value() < lowest or bar.value() > highest:
            bar.setValue(max(lowest, 0) if bar.value() < lowest < highest else highest)

    def verticalOffset(self) -> int:
        """Return how far the list is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Never scrolled sideways."""
        return 0

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is seen; what comes into sight is measured."""
        del dx, dy
        if not self._is_settling:
            bar = self.verticalScrollBar()
            self._settle(None if bar.value() == bar.maximum() else self._held())
            self._place_widgets()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again when the width is another."""
        super().resizeEvent(event)
        self.relayout()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure what changed while nobody saw it."""
        super().showEvent(event)
        self.relayout()

    def changeEvent(self, event: QEvent) -> None:
        """Mirror at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._restyle()

    # How tall rows are.

    def measure(self, row: Row, width: int, indent: int) -> Laid:
        """Return a row laid out."""
        return self._layouts.laid(row, width, indent)

    def height_of(self, row: Row, width: int, indent: int) -> tuple[int, bool]:
        """Return the height of a row, and whether it was measured or is a guess."""
        return self._layouts.height(row, width, indent)

    def restless_panels(self) -> Collection[str]:
        """Nothing stands over the rows."""
        return ()

    # Inside.

    @property
    def _placed(self) -> Arrangement:
        return self._geometry.placed

    def _restyle(self) -> None:
        held = self._held()
        self._layouts.forget()
        self._geometry.forget()
        self._arrange(held)

    def _arrange(self, held: _Held) -> None:
        """Place everything, and leave where it was what is held."""
        if not self.isVisible():
            return  # measured once it is seen, at the width it then has
        if sum(len(panel.rows) for panel in self._panels) != self._rows.rowCount():
            return  # between two steps of a change; the last one arranges
        self._geometry.arrange(self._panels, self._content_width())
        self._settle(held)
        self._tall = self.viewport().height()
        self._place_widgets()
        self.viewport().update()
        self._rest.start()

    def _held(self) -> _Held:
        """Return what is to stay where it is: the keyboard's row, else what is seen, from above."""
        top = self.verticalOffset()
        if top <= 0:
            return ()
        seen = list(self._placed.rows_between(top, top + self._tall))
        seen.sort(key=lambda place: not self._geometry.is_measured(place))
        current = self.currentIndex().row()
        if self.hasFocus() and current in seen:
            seen.insert(0, current)
        return tuple(
            (self._geometry.row_at(place).key, self._placed.row(place).top() - top)
            for place in seen
        )

    def _settle(self, held: _Held | None) -> None:
        """Measure what is seen until it stands; ``None`` keeps to the end."""
        self._is_settling = True
        for _ in range(_MOST_ROUNDS):  # another height may bring other rows into sight
            self.updateGeometries()
            self._go_back_to(held)
            top = self.verticalOffset()
            if not self._geometry.measure_between(top, top + self.viewport().height()):
                break
        self._is_settling = False

    def _go_back_to(self, held: _Held | None) -> None:
        bar = self.verticalScrollBar()
        if held is None:
            bar.setValue(bar.maximum())
            return
        places = ((self._rows.place_of(key), below) for key, below in held)
        found = ((place, below) for place, below in places if place is not None)
        place, below = next(found, (None, 0))
        bar.setValue(0 if place is None else self._placed.row(place).top() - below)

    def _measure_at(self, place: int) -> None:
        """Measure a row that may stand by a guess far from what is seen."""
        held, top = self._held(), self._placed.row(place).top()
        if self._geometry.measure_between(top, top):
            self._settle(held)

    def _measure_more(self) -> None:
        held = self._held()
        is_more = self._geometry.measure_more(_ROWS_AT_A_TIME)
        self._settle(held)
        self._place_widgets()
        if is_more:
            self._rest.start()

    def _content_width(self) -> int:
        gap = self._theme.px(4) if self.verticalScrollBar().isVisible() else 0
        return self.viewport().width() - gap

    def _place_widgets(self) -> None:
        """Nothing stands over the rows."""

    def _laid(self, place: int) -> Laid:
        rect, indent = self._placed.row(place), self._placed.indent(place)
        return self.measure(self._rows.row_at(place), rect.width(), indent)

    def _on_screen(self, rect: QRect) -> QRect:
        moved = rect.translated(0, -self.verticalOffset())
        whole = QRect(0, 0, self.viewport().width(), 1)
        direction = self.layoutDirection()
        if direction == Qt.LayoutDirection.LeftToRight:
            return moved
        return QStyle.visualRect(direction, whole, moved)
