"""A list whose rows stand in framed panels: Qt's list model, our own geometry and painting.

Qt keeps the roles, the selection and the current row; only what is seen is drawn.
"""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ogp_desktop.ui.run.notes_measured_list import MeasuredList
from ogp_desktop.ui.run.notes_painting import mirrored, paint_focus, paint_panel, paint_row
from ogp_desktop.ui.run.notes_state import RowKind
from ogp_desktop.ui.theme.theme import Theme


class PanelList(MeasuredList):
    """Draws the panels, and shows what the keyboard and the pointer are on."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._pointed = -1
        self.setMouseTracking(True)

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

    def visualRegionForSelection(self, selection: object) -> QRegion:
        """Repaint everything visible when the selection changes."""
        del selection
        return QRegion(self.viewport().rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frames and rows that are seen."""
        painter = QPainter(self.viewport())
        seen, placed = event.rect(), self._placed
        top, bottom = seen.top() + self.verticalOffset(), seen.bottom() + self.verticalOffset()
        for panel in placed.panels_between(top, bottom):
            rect = self._on_screen(placed.panel(panel))
            paint_panel(painter, self._layouts, rect, self._panels[panel])
        current = self.currentIndex().row() if self.hasFocus() else -1
        for place in placed.rows_between(top, bottom):
            rect, is_pointed = self._on_screen(placed.row(place)), place in (self._pointed, current)
            paint_row(painter, self._layouts, rect, self._laid(place), is_pointed=is_pointed)
            if place == current:
                paint_focus(painter, self._layouts, rect, is_first=place in placed.firsts)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be done with the row that is pointed at."""
        self._point_at(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._point_at(-1)

    # Inside.

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
