"""The agenda as one bar in proportion to its minutes, with what is too long or free at its end."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from ogp_desktop.ui.row_text import draw_wrapped
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.theme.tokens import ColorName
from ogp_desktop.ui.widgets.bar_names import Stretch, place_names

# Scripts that stand taller than the first font of the family are not clipped.
_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class BarPart:
    """One stretch in minutes, with its names, the best first; questions stand out."""

    names: tuple[str, ...]
    minutes: int
    is_question: bool = False


class AgendaBar(QLabel):
    """``bar.set_parts(parts, minutes=90, summary="...")``.

    A mark shows where the time ends; beyond it is hatched, before it empty means free. ``summary``
    says the same in words.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: tuple[BarPart, ...] = ()
        self._minutes = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def set_parts(self, parts: tuple[BarPart, ...], minutes: int, summary: str) -> None:
        """Show these."""
        self._parts, self._minutes = parts, max(minutes, 1)
        self.setAccessibleName(summary)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as it may be."""
        text = QFontMetrics(self._theme.font("caption")).height()
        return QSize(self._theme.px(320), self._theme.px(26) + text)

    def minimumSizeHint(self) -> QSize:
        """Still readable as a bar."""
        return QSize(self._theme.px(120), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw parts, their names where there is room, and the end of the time."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        total = max(sum(part.minutes for part in self._parts), self._minutes)
        end = round(self.width() * self._minutes / total)
        places: list[QRect] = []
        spent = 0
        for part in self._parts:
            left = round(self.width() * spent / total)
            spent += part.minutes
            right = round(self.width() * spent / total)
            width = max(right - left - self._theme.px(2), 1)
            places.append(QRect(left, self._top(), width, self._tall()))
            self._fill(painter, places[-1], "accent" if part.is_question else "track")
        self._write_names(painter, places)
        if spent > self._minutes:
            self._mark_surplus(painter, end)
        elif spent < self._minutes:
            self._outline_free(painter, round(self.width() * spent / total))

    def _outline_free(self, painter: QPainter, start: int) -> None:
        painter.setPen(QPen(self._theme.color("line_strong"), 1, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        free = QRect(start, self._top(), self.width() - start - 1, self._tall() - 1)
        painter.drawRect(self._mirrored(free))

    def _fill(self, painter: QPainter, place: QRect, color: ColorName) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(color))
        radius = min(self._theme.px(3), place.width() / 2)
        painter.drawRoundedRect(QRectF(self._mirrored(place)), radius, radius)

    def _write_names(self, painter: QPainter, places: list[QRect]) -> None:
        font = self._theme.font("caption")
        metrics = QFontMetrics(font)
        painter.setFont(font)
        stretches = [
            Stretch(place.left(), place.width(), part.names)
            for part, place in zip(self._parts, places, strict=True)
        ]
        for name in place_names(
            stretches,
            lambda _, text: metrics.horizontalAdvance(text) + 1,
            width=self.width(),
            gap=self._theme.px(8),
        ):
            part, below = self._parts[name.index], self.height() - metrics.height()
            words = QRect(name.left, below, name.width, metrics.height())
            painter.setPen(self._theme.color("ink" if part.is_question else "ink2"))
            draw_wrapped(painter, self._mirrored(words), name.text, _WORDS)

    def _mark_surplus(self, painter: QPainter, end: int) -> None:
        over = self._mirrored(QRect(end, self._top(), self.width() - end, self._tall()))
        self._fill(painter, QRect(end, self._top(), self.width() - end, self._tall()), "over_soft")
        painter.fillRect(over, QBrush(self._theme.color("over"), Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(self._theme.color("over"), self._theme.px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(over.adjusted(1, 1, -1, -1))
        notch = self._mirrored(QRect(end - self._theme.px(1), 0, self._theme.px(2), self.height()))
        painter.fillRect(notch, self._theme.color("over"))

    def _top(self) -> int:
        return self._theme.px(4)

    def _tall(self) -> int:
        return self._theme.px(14)

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
