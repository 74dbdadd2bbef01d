"""A list whose rows are as high as their words, with a geometry of its own: only what is seen is
measured at once, the rest while nobody waits, and what is seen does not move meanwhile.
"""

from bisect import bisect_right
from itertools import accumulate
from time import perf_counter

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

Index = QModelIndex | QPersistentModelIndex
_SLICE_S = 0.008
_USUAL = 46
"""How high a row may be that was not measured yet, in pixels."""


class TallList(QListView):
    """Whoever shows rows says how high each is at a width (``row_height``), and which heights are
    known already (``known_heights``).
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: list[int] = []
        self._unknown: set[int] = set()
        self._ends: list[int] = []
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._measure_more)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    @property
    def has_guesses(self) -> bool:
        """Tell whether rows are still to be measured."""
        return bool(self._unknown)

    def row_height(self, place: int, width: int) -> int:
        """Return how high a row is at a width, in pixels."""
        raise NotImplementedError

    def known_heights(self, width: int) -> list[int | None]:
        """Return the height of each row for which nothing must be measured."""
        raise NotImplementedError

    def arrange(self) -> None:
        """Place every row for the width of now; what is not known and not seen is guessed."""
        known = self.known_heights(self.viewport().width())
        usual = self._usual(known)
        self._heights = [usual if height is None else height for height in known]
        self._unknown = {place for place, height in enumerate(known) if height is None}
        self._ends = list(accumulate(self._heights))
        self.updateGeometries()
        if self.isVisible():
            self.measure_seen()
        self.updateEditorGeometries()
        self.viewport().update()

    def measure_seen(self) -> None:
        """Measure the rows in sight; the others follow when nothing else is to be done."""
        for _ in range(8):  # a row that is higher than guessed pushes others out, and the reverse
            seen = [place for place in self._seen() if place in self._unknown]
            if not seen:
                break
            self._measure(seen)
        if self._unknown and not self._idle.isActive():
            self._idle.start()

    def doItemsLayout(self) -> None:
        """Place everything when Qt thinks something changed."""
        self.arrange()
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Tell the scroll bar how much there is."""
        bar, tall = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(_USUAL // 2)
        bar.setPageStep(tall)
        bar.setRange(0, max(0, (self._ends[-1] if self._ends else 0) - tall))

    def visualRect(self, index: Index) -> QRect:
        """Return where a row stands in the viewport."""
        place = index.row()
        if not 0 <= place < len(self._ends):
            return QRect()
        top, tall = self._ends[place] - self._heights[place], self._heights[place]
        return QRect(0, top - self.verticalOffset(), self.viewport().width(), tall)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point of the viewport."""
        place = bisect_right(self._ends, point.y() + self.verticalOffset())
        is_inside = 0 <= place < len(self._ends) and point.y() + self.verticalOffset() >= 0
        return self.model().index(place, 0) if is_inside else QModelIndex()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Scroll as little as shows the whole row, or its beginning when it is taller."""
        rect, bar = self.visualRect(index), self.verticalScrollBar()
        if not rect.isValid():
            return
        top, tall = rect.top() + bar.value(), self.viewport().height()
        if (
            hint == QAbstractItemView.ScrollHint.PositionAtTop
            or rect.height() > tall
            or rect.top() < 0
        ):
            bar.setValue(top)
        elif rect.bottom() >= tall:
            bar.setValue(top + rect.height() - tall)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return the row that a key leads to; whether it can be chosen is asked elsewhere."""
        actions, place = QAbstractItemView.CursorAction, self.currentIndex().row()
        last, page = len(self._ends) - 1, self.viewport().height()
        end = self._ends[place] if 0 <= place <= last else 0
        wanted = {
            actions.MoveHome: 0,
            actions.MoveEnd: last,
            actions.MovePageDown: min(bisect_right(self._ends, end + page), last),
            actions.MovePageUp: max(bisect_right(self._ends, end - page), 0),
        }.get(action, place)
        return self.model().index(wanted, 0)

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
        self.measure_seen()
        self.updateEditorGeometries()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs other heights."""
        super().resizeEvent(event)
        self.arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure what changed while nobody saw it."""
        super().showEvent(event)
        self.arrange()
        self.scrollTo(self.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows that are seen."""
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        current = self.currentIndex().row() if self.hasFocus() else -1
        for place in self._seen():
            index = self.model().index(place, 0)
            option.rect = self.visualRect(index)
            if option.rect.intersects(event.rect()):
                plain = option.state & ~QStyle.StateFlag.State_HasFocus
                focus = QStyle.StateFlag.State_HasFocus
                option.state = plain | focus if place == current else plain
                self.itemDelegate().paint(painter, option, index)

    def _seen(self) -> range:
        top = self.verticalOffset()
        first = bisect_right(self._ends, top)
        last = bisect_right(self._ends, top + self.viewport().height())
        return range(first, min(last + 1, len(self._ends)))

    def _measure(self, places: list[int]) -> None:
        """Measure rows, and keep the first row in sight where it is."""
        width, bar = self.viewport().width(), self.verticalScrollBar()
        first = bisect_right(self._ends, bar.value())
        for place in places:
            self._heights[place] = self.row_height(place, width)
            self._unknown.discard(place)
        before = self._ends[first - 1] if first else 0
        self._ends = list(accumulate(self._heights))
        moved = (self._ends[first - 1] if first else 0) - before
        was_silent = bar.blockSignals(True)
        self.updateGeometries()
        bar.setValue(bar.value() + moved)
        bar.blockSignals(was_silent)
        self.updateEditorGeometries()

    def _measure_more(self) -> None:
        begun, done = perf_counter(), list[int]()
        width = self.viewport().width()
        for place in sorted(self._unknown):
            self.row_height(place, width)
            done.append(place)
            if perf_counter() - begun > _SLICE_S:
                break
        if self.isVisible() and done:
            self._measure(done)
            self.viewport().update()
        if not self._unknown or not self.isVisible():
            self._idle.stop()

    @staticmethod
    def _usual(known: list[int | None]) -> int:
        heights = [height for height in known if height is not None]
        return sum(heights) // len(heights) if heights else _USUAL
