"""Keys to press, shown as key caps; and the one quiet row of them at the foot of a pane."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.box import Look, paint_frame
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.label import Label


class KeyCap(QLabel):
    """`KeyCap(theme, "Ctrl Enter")`."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """Room for the key's name."""
        metrics = QFontMetrics(self._theme.font("key"))
        px = self._theme.px
        return QSize(
            max(metrics.horizontalAdvance(self.text()) + px(10), px(20)),
            max(px(20), metrics.height() + px(4)),
        )

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cap."""
        painter = QPainter(self)
        look = Look(ink="ink2", fill="chip", edge="line", radius=5)
        paint_frame(painter, self._theme, self.rect(), look)
        painter.setFont(self._theme.font("key"))
        painter.setPen(self._theme.color("ink2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class HintRow(FlowBox):
    """`HintRow(theme, ((("Ctrl", "1-6"), "kind"), (("F1",), "all keys")))`."""

    def __init__(
        self,
        theme: Theme,
        hints: tuple[tuple[tuple[str, ...], str], ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, 6, parent)
        self.set_hints(hints)

    def set_hints(self, hints: tuple[tuple[tuple[str, ...], str], ...]) -> None:
        """Replace all."""
        self.clear()
        for keys, meaning in hints:
            pair = QWidget(self)
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(self.theme.px(6))
            for key in keys:
                row.addWidget(KeyCap(self.theme, key))
            row.addWidget(Label(self.theme, meaning, "caption", "ink2"))
            self.add(pair)
