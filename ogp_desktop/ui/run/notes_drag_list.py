"""Cards that are dragged to another place: what is held, where it would go, and where it was put.

The list's own drag and drop; the keys and the menu do the same. Nothing changes until the card is
put down, and it can be put back with undo.
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from ogp_desktop.ui.run.notes_dropping import CARDS
from ogp_desktop.ui.run.notes_panel_list import PanelList
from ogp_desktop.ui.run.notes_state import RowKind
from ogp_desktop.ui.theme.theme import Theme

_MOST_HELD = 120
_HELD_OPACITY = 0.75
_CORNER = 10


class DragList(PanelList):
    """``drop_requested(note_id, place)`` when a card was put down before the row at a place."""

    drop_requested = Signal(str, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._pressed: tuple[str, QPoint] | None = None
        self._target: int | None = None
        self._rows.dropped.connect(self.drop_requested)
        self.setAcceptDrops(True)
        self.setDragEnabled(True)
        self.setDropIndicatorShown(False)  # drawn here, between the cards
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    # Taking up.

    def hold(self, place: int, at: QPoint) -> None:
        """Remember where a card was pressed; it is taken up when the pointer moves away."""
        row = self._rows.row_at(place)
        self._pressed = (row.key, at) if row.kind in CARDS else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take up the card that was pressed, once the pointer has gone far enough."""
        here = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
        elif (here - self._pressed[1]).manhattanLength() >= QApplication.startDragDistance():
            self.startDrag(Qt.DropAction.MoveAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing is pressed any more."""
        self._pressed = None
        super().mouseReleaseEvent(event)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Hold the card that was pressed under the pointer until it is put down."""
        if self._pressed is None:
            return
        (card, at), self._pressed = self._pressed, None
        place = self._rows.place_of(card)
        if place is None:
            return
        rect = self._on_screen(self._placed.panel(self._placed.panel_of(place)))
        drag = QDrag(self)
        drag.setMimeData(self._rows.mimeData([self._rows.index(place)]))
        picture = self._picture(rect)
        drag.setPixmap(picture)
        drag.setHotSpot(_within(picture.deviceIndependentSize().toSize(), at - rect.topLeft()))
        drag.exec(Qt.DropAction.MoveAction)
        self._aim_at(None)

    # Putting down.

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take only cards of this list."""
        if self._takes(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the card would go; near an edge the list scrolls."""
        if self._takes(event):
            QAbstractItemView.dragMoveEvent(self, event)
            self._aim_at(self.place_for(event.position().toPoint()))
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show nothing when the card is elsewhere."""
        QAbstractItemView.dragLeaveEvent(self, event)
        self._aim_at(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the card down; the model tells where."""
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        place = self.place_for(event.position().toPoint())
        self._aim_at(None)
        action, root = Qt.DropAction.MoveAction, self.rootIndex()
        if self._takes(event) and self._rows.dropMimeData(event.mimeData(), action, place, 0, root):
            event.acceptProposedAction()

    def place_for(self, point: QPoint) -> int:
        """Return the place of the row before which a card put down here would go."""
        placed, y = self._placed, point.y() + self.verticalOffset()
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self.viewport().width() - point.x() if is_mirrored else point.x()
        for at, panel in enumerate(self._panels):
            if not panel.rows or panel.rows[0].kind not in (*CARDS, RowKind.HEADING):
                return placed.firsts[at]
            rect = placed.panel(at)
            if self._stands_beside(at):
                is_before = y < rect.bottom() and x < rect.center().x()
            else:
                is_before = y < rect.center().y()
            if is_before:
                return placed.firsts[at]
        return placed.count

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and a line where the card would go."""
        super().paintEvent(event)
        if self._target is not None:
            painter = QPainter(self.viewport())
            painter.fillRect(self._on_screen(self._line(self._target)), self._theme.color("accent"))

    # Inside.

    def _takes(self, event: QDropEvent) -> bool:
        action, root = Qt.DropAction.MoveAction, self.rootIndex()
        is_ours = event.source() is self
        return is_ours and self._rows.canDropMimeData(event.mimeData(), action, -1, -1, root)

    def _stands_beside(self, at: int) -> bool:
        """Tell whether a panel shares its line with another one."""
        return self._placed.widths[at] < self._content_width()

    def _line(self, place: int) -> QRect:
        """Return the line before a row: between two cards, beside or below each other."""
        placed, thick = self._placed, self._theme.px(3)
        gap = self._theme.px(9)
        is_end = place >= placed.count
        at = len(self._panels) - 1 if is_end else placed.panel_of(place)
        rect = placed.panel(at)
        middle = (gap - thick) // 2 + thick
        if self._stands_beside(at):
            x = rect.right() + 1 + gap - middle if is_end else rect.left() - middle
            x = max(0, min(x, self.viewport().width() - thick))
            return QRect(x, rect.top(), thick, rect.height())
        y = rect.bottom() + 1 + gap - middle if is_end else max(0, rect.top() - middle)
        return QRect(rect.left(), min(y, placed.height - thick), rect.width(), thick)

    def _aim_at(self, place: int | None) -> None:
        if place != self._target:
            self._target = place
            self.viewport().update()

    def _picture(self, rect: QRect) -> QPixmap:
        """Return the card as it is held: its head, seen through."""
        most = QSize(rect.width(), min(rect.height(), self._theme.px(_MOST_HELD)))
        seen = self.viewport().grab(QRect(rect.topLeft(), most))
        picture = QPixmap(seen.size())
        picture.setDevicePixelRatio(seen.devicePixelRatio())
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corner = self._theme.px(_CORNER)
        frame = QPainterPath()
        frame.addRoundedRect(QRect(QPoint(), most), corner, corner)
        painter.setClipPath(frame)
        painter.setOpacity(_HELD_OPACITY)
        painter.drawPixmap(0, 0, seen)
        painter.end()
        return picture


def _within(size: QSize, point: QPoint) -> QPoint:
    return QPoint(
        min(max(point.x(), 0), size.width() - 1), min(max(point.y(), 0), size.height() - 1)
    )
