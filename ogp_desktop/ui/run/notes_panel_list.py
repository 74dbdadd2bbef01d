"""A list whose rows stand in framed panels: Qt's list model, our own geometry and painting.

Only what is seen is drawn, and a row is measured once for a width, so that a thousand rows stay
smooth. Qt keeps the roles, the selection and the current row.
"""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QWidget

from ogp_desktop.ui.run.notes_arrangement import Arrangement, arranged
from ogp_desktop.ui.run.notes_layouts import Layouts
from ogp_desktop.ui.run.notes_painting import mirrored, paint_focus, paint_panel, paint_row
from ogp_desktop.ui.run.notes_pieces import Laid
from ogp_desktop.ui.run.notes_rows import NotesRows
from ogp_desktop.ui.run.notes_state import Panel, Row, RowKind
from ogp_desktop.ui.theme.theme import Theme

_Index = QModelIndex | QPersistentModelIndex


class PanelList(QListView):
    """Shows ``panels``; whoever puts widgets over rows overrides ``_measure`` and
    ``_place_widgets``.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layouts = Layouts(theme)
        self._rows = NotesRows(self)
        self._panels: tuple[Panel, ...] = ()
        self._placed = Arrangement()
        self._arranged_for: tuple[Panel, ...] | None = None
        self._arranged_at = 0
        self._pointed = -1
        self.setModel(self._rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        theme.changed.connect(self._restyle)

    def show_panels(self, panels: tuple[Panel, ...]) -> None:
        """Show other panels; the rows that stay are not measured again."""
        self._panels = panels
        rows = tuple(row for panel in panels for row in panel.rows)
        self._rows.show(rows)
        self._layouts.keep_only({row.key for row in rows})
        self.relayout()

    # Geometry: Qt asks, the arrangement answers.

    def relayout(self) -> None:
        """Place everything for the width of now."""
        self._arrange()
        self.updateGeometries()
        self._place_widgets()
        self.viewport().update()

    def doItemsLayout(self) -> None:
        """Place everything when Qt thinks something changed."""
        if self._arranged_for is not self._panels or self._arranged_at != self._content_width():
            self._arrange()
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
        if not 0 <= place < len(self._placed.rows):
            return QRect()
        return self._on_screen(self._placed.rows[place])

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point of the viewport; a row's frame belongs to its first row."""
        y = point.y() + self.verticalOffset()
        for place, rect in enumerate(self._placed.rows):
            if rect.top() <= y <= rect.bottom() and self._on_screen(rect).contains(point):
                return self._rows.index(place)
        first = 0
        for panel, rect in zip(self._panels, self._placed.panels, strict=False):
            if self._on_screen(rect).contains(point) and panel.rows:
                return self._rows.index(first)
            first += len(panel.rows)
        return QModelIndex()

    def scrollTo(
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Scroll as little as shows the whole row, or its beginning when it is taller."""
        if not 0 <= index.row() < len(self._placed.rows):
            return
        rect, bar = self._placed.rows[index.row()], self.verticalScrollBar()
        margin, tall = self._theme.px(14), self.viewport().height()
        lowest = rect.bottom() + margin - tall
        highest = rect.top() - margin
        if hint == QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(highest)
        elif bar.value() < lowest or bar.value() > highest:
            bar.setValue(max(lowest, 0) if bar.value() < lowest < highest else highest)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Every arrow goes through the rows in reading order; headings are passed over."""
        count = self._rows.rowCount()
        place, actions = self.currentIndex().row(), QAbstractItemView.CursorAction
        forth, back = actions.MoveRight, actions.MoveLeft
        if self.isRightToLeft():
            forth, back = back, forth
        step = -1 if action in (actions.MoveUp, actions.MoveEnd, actions.MovePrevious, back) else 1
        if action == actions.MoveHome:
            place = -1
        elif action == actions.MoveEnd:
            place = count
        elif action not in (
            actions.MoveUp, actions.MoveDown, actions.MoveNext, actions.MovePrevious, forth, back,
        ):  # fmt: skip
            return self.currentIndex()
        place += step
        while 0 <= place < count and self._rows.row_at(place).kind is RowKind.HEADING:
            place += step
        return self._rows.index(place) if 0 <= place < count else self.currentIndex()

    def verticalOffset(self) -> int:
        """Return how far the list is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Never scrolled sideways."""
        return 0

    def visualRegionForSelection(self, selection: object) -> QRegion:
        """Repaint everything visible when the selection changes."""
        del selection
        return QRegion(self.viewport().rect())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is seen."""
        del dx, dy
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
            self._layouts.forget()
            self.relayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frames and rows that are seen."""
        painter = QPainter(self.viewport())
        seen = event.rect()
        top, bottom = seen.top() + self.verticalOffset(), seen.bottom() + self.verticalOffset()
        first = 0
        for panel, rect in zip(self._panels, self._placed.panels, strict=False):
            if rect.top() > bottom:
                break
            if rect.bottom() >= top:
                paint_panel(painter, self._layouts, self._on_screen(rect), panel)
                self._paint_rows(painter, first, len(panel.rows), seen)
            first += len(panel.rows)

    def _paint_rows(self, painter: QPainter, first: int, count: int, seen: QRect) -> None:
        current = self.currentIndex().row() if self.hasFocus() else -1
        for place in range(first, first + count):
            rect = self._on_screen(self._placed.rows[place])
            if not rect.intersects(seen):
                continue
            is_pointed = place in (self._pointed, current)
            paint_row(painter, self._layouts, rect, self._laid(place), is_pointed=is_pointed)
            if place == current:
                paint_focus(painter, self._layouts, rect, is_first=place == first)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be done with the row that is pointed at."""
        self._point_at(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._point_at(-1)

    # Inside.

    def _restyle(self) -> None:
        self._layouts.forget()
        self.relayout()

    def _arrange(self) -> None:
        rows = self._rows
        if not self.isVisible():
            return  # measured once it is seen, at the width it then has
        if sum(len(panel.rows) for panel in self._panels) != rows.rowCount():
            return  # between two steps of a change; the last one arranges

        def measured(place: int, width: int, indent: int) -> Laid:
            return self._measure(rows.row_at(place), width, indent)

        self._arranged_for, self._arranged_at = self._panels, self._content_width()
        self._placed = arranged(self._panels, self._arranged_at, self._theme.px, measured)

    def _content_width(self) -> int:
        gap = self._theme.px(4) if self.verticalScrollBar().isVisible() else 0
        return self.viewport().width() - gap

    def _measure(self, row: Row, width: int, indent: int) -> Laid:
        return self._layouts.laid(row, width, indent)

    def _place_widgets(self) -> None:
        """Nothing stands over the rows."""

    def _laid(self, place: int) -> Laid:
        rect = self._placed.rows[place]
        return self._measure(self._rows.row_at(place), rect.width(), self._placed.indents[place])

    def _on_screen(self, rect: QRect) -> QRect:
        moved = rect.translated(0, -self.verticalOffset())
        whole = QRect(0, 0, self.viewport().width(), 1)
        direction = self.layoutDirection()
        if direction == Qt.LayoutDirection.LeftToRight:
            return moved
        return QStyle.visualRect(direction, whole, moved)

    def _hot_at(self, place: int, point: QPoint) -> str:
        rect = self.visualRect(self._rows.index(place))
        for hot in self._laid(place).hots:
            if mirrored(self.layoutDirection(), rect, hot.rect).contains(point):
                return hot.action
        return ""

    def _point_at(self, place: int) -> None:
        if place != self._pointed:
            self._pointed = place
            self.viewport().update()
