"""A row that becomes several rows instead of cutting anything."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QStyle, QWidget

from ogp_desktop.ui.theme.theme import Theme


class FlowLayout(QLayout):
    """Left to right (mirrored when the widget is), then the next line; `gap` in pixels."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def set_gap(self, gap: int) -> None:
        """Space between items and between lines, in pixels."""
        self._gap = gap
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Called by Qt for each widget added."""
        self._items.append(item)

    def count(self) -> int:
        """How many items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item, or nothing past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return the item."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Takes only what it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Height follows width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all lines at this width."""
        return self._place(QRect(0, 0, width, 0), is_real=False)

    def sizeHint(self) -> QSize:
        """All in one line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self._gap * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """The widest item, and the height at the width of the moment."""
        widest = max((item.minimumSize().width() for item in self._shown()), default=0)
        width = self.geometry().width()
        height = self.heightForWidth(width) if width >= widest else self.sizeHint().height()
        return QSize(widest, height)

    def setGeometry(self, rect: QRect) -> None:
        """Place everything."""
        super().setGeometry(rect)
        self._place(rect, is_real=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, is_real: bool) -> int:
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        line: list[tuple[QLayoutItem, QRect]] = []
        x, y, tall = rect.x(), rect.y(), 0
        for item in self._shown():
            hint = item.sizeHint()
            width = min(hint.width(), rect.width()) if rect.width() else hint.width()
            if line and x + width > rect.right() + 1:
                self._settle(line, tall, direction, rect, is_real=is_real)
                x, y, tall, line = rect.x(), y + tall + self._gap, 0, []
            if item.hasHeightForWidth():
                hint.setHeight(item.heightForWidth(width))
            line.append((item, QRect(QPoint(x, y), QSize(width, hint.height()))))
            x += width + self._gap
            tall = max(tall, hint.height())
        self._settle(line, tall, direction, rect, is_real=is_real)
        return y + tall - rect.y()

    def _settle(
        self,
        line: list[tuple[QLayoutItem, QRect]],
        tall: int,
        direction: Qt.LayoutDirection,
        rect: QRect,
        *,
        is_real: bool,
    ) -> None:
        if not is_real:
            return
        for item, place in line:
            place.translate(0, (tall - place.height()) // 2)
            item.setGeometry(QStyle.visualRect(direction, rect, place))


class FlowBox(QWidget):
    """A widget around a flow: `box.add(widget)`, `box.clear()`; `gap` in pixels at 100 %."""

    def __init__(self, theme: Theme, gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._gap = gap
        self._flow = FlowLayout(self, theme.px(gap))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)

    def add(self, widget: QWidget) -> None:
        """Put one more widget at the end."""
        self._flow.addWidget(widget)

    def clear(self, but: QWidget | None = None) -> None:
        """Remove and delete all, but one that stays."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not but:
                widget.hide()
                widget.deleteLater()
        if but is not None:
            self._flow.addWidget(but)

    def sizeHint(self) -> QSize:
        """All in one line if there is room, else as high as the lines at this width."""
        hint = self._flow.sizeHint()
        if 0 < self.width() < hint.width():
            hint.setHeight(max(hint.height(), self._flow.heightForWidth(self.width())))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _restyle(self) -> None:
        self._flow.set_gap(self.theme.px(self._gap))
