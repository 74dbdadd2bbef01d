"""The time strip's two drawings: digits that do not jump, and the whole session as one line.

Both are still: they are painted again only when what they show is different.
"""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from ogp_desktop.ui.row_text import draw_wrapped
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.theme.tokens import ColorName, FontRole
from ogp_desktop.ui.widgets.bar_names import PlacedName, Stretch, place_names
from ogp_desktop.ui.widgets.bidi import isolated_ltr

# A script that stands taller than the first font of the family is not clipped.
_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

TimeTone = Literal["accent", "warn", "over", "idle"]


class TimerDigits(QLabel):
    """The biggest thing on the screen: `digits.set_time("08:24")`, `("+01:12", "over")`.

    Every digit is as wide as every other and the order stays left to right in every language.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = ""
        self._color: ColorName = "ink"
        self._is_small = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def set_time(self, text: str, tone: TimeTone = "accent") -> None:
        """Show the time; `over` is red, `idle` (paused) grey, everything else plain ink."""
        color: ColorName = "over" if tone == "over" else "ink2" if tone == "idle" else "ink"
        if (text, color) == (self._shown, self._color):
            return
        is_wider = len(text) != len(self._shown)
        self._shown, self._color = text, color
        self.setText(isolated_ltr(text))
        if is_wider:
            self.updateGeometry()
        self.update()

    def set_is_small(self, is_small: bool) -> None:
        """The compact layout's size."""
        self._is_small = is_small
        self._restyle()

    def sizeHint(self) -> QSize:
        """The same for every time with as many characters."""
        metrics = QFontMetrics(self._font())
        widest = "".join("0" if sign.isdigit() else sign for sign in self._shown or "00:00")
        return QSize(metrics.horizontalAdvance(widest) + self._theme.px(4), metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its digits."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the digits."""
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(self._font())
        painter.setPen(self._theme.color(self._color))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._shown)

    def _font(self) -> QFont:
        role: FontRole = "timer_small" if self._is_small else "timer"
        return self._theme.font(role)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


@dataclass(frozen=True, slots=True)
class TimelineSegment:
    """One stretch of the session; `done` runs from 0.0 to 1.0 and is 1.0 for what is finished.

    `names` are all that it may be called, the best first: the first that has room is shown.
    """

    names: tuple[str, ...]
    minutes: float
    done: float = 0.0
    is_current: bool = False


class Timeline(QLabel):
    """The session in proportion to its minutes, a notch for now; finished parts are grey so that
    only one part has colour: `line.set_segments(segments, tone="accent", summary="...")`.

    `summary` is the same in words, for those who do not see it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._segments: tuple[TimelineSegment, ...] = ()
        self._tone: TimeTone = "accent"
        self._has_labels = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def set_segments(
        self, segments: tuple[TimelineSegment, ...], tone: TimeTone = "accent", summary: str = ""
    ) -> None:
        """Show these; repaints only when something is different."""
        if (segments, tone) != (self._segments, self._tone):
            self._segments, self._tone = segments, tone
            self.update()
        if summary != self.accessibleName():
            self.setAccessibleName(summary)

    def set_has_labels(self, has_labels: bool) -> None:
        """Names under the line, or the thin line of the compact layout."""
        self._has_labels = has_labels
        self._restyle()

    def sizeHint(self) -> QSize:
        """As wide as it may be, only as high as needed."""
        text = QFontMetrics(self._theme.font("caption")).height() if self._has_labels else 0
        return QSize(self._theme.px(420), self._theme.px(20) + text)

    def minimumSizeHint(self) -> QSize:
        """Still readable as a line."""
        return QSize(self._theme.px(120), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw bars, notch and as many names as have room."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for segment, place in zip(self._segments, self._places(), strict=True):
            self._paint_bar(painter, segment, place)
        if self._has_labels:
            for name in self._names():
                self._paint_name(painter, self._segments[name.index], name)

    def _places(self) -> list[QRect]:
        total = sum(segment.minutes for segment in self._segments) or 1.0
        gap = self._theme.px(3)
        room = self.width() - gap * (len(self._segments) - 1)
        places: list[QRect] = []
        spent = 0.0
        for index, segment in enumerate(self._segments):
            left = round(room * spent / total) + gap * index
            spent += segment.minutes
            right = round(room * spent / total) + gap * index
            places.append(QRect(left, self._theme.px(9), max(right - left, 2), self._theme.px(10)))
        return places

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def _paint_bar(self, painter: QPainter, segment: TimelineSegment, place: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        radius = min(self._theme.px(4), place.width() / 2)
        painter.setBrush(self._theme.color("track"))
        painter.drawRoundedRect(self._mirrored(place), radius, radius)
        full = QRect(place)
        full.setWidth(round(place.width() * min(max(segment.done, 0.0), 1.0)))
        if full.width() > 0:
            painter.save()
            painter.setClipRect(self._mirrored(full))
            painter.setBrush(self._fill(segment))
            painter.drawRoundedRect(self._mirrored(place), radius, radius)
            painter.restore()
        if segment.is_current:
            self._paint_notch(painter, full)

    def _fill(self, segment: TimelineSegment) -> QColor:
        return self._theme.color(self._tone if segment.is_current else "idle")

    def _paint_notch(self, painter: QPainter, full: QRect) -> None:
        half, tall = self._theme.px(5), self._theme.px(6)
        left = min(max(full.left() + full.width() - half, 0), self.width() - 2 * half)
        spot = self._mirrored(QRect(left, 0, 2 * half, tall))
        area = QRectF(spot)
        painter.setBrush(self._theme.color("ink"))
        painter.drawPolygon(
            QPolygonF([area.topLeft(), area.topRight(), QPointF(area.center().x(), area.bottom())])
        )

    def _names(self) -> list[PlacedName]:
        """The current one always, others where they have room of their own."""
        stretches = [
            Stretch(
                place.left(),
                place.width(),
                () if segment.done >= 1.0 and not segment.is_current else segment.names,
                is_kept=segment.is_current,
            )
            for segment, place in zip(self._segments, self._places(), strict=True)
        ]
        return place_names(
            stretches,
            lambda index, text: self._metrics(self._segments[index]).horizontalAdvance(text) + 1,
            width=self.width(),
            gap=self._theme.px(8),
        )

    def _paint_name(self, painter: QPainter, segment: TimelineSegment, name: PlacedName) -> None:
        tall = self._metrics(segment).height()
        words = QRect(name.left, self.height() - tall, name.width, tall)
        painter.setFont(self._label_font(segment))
        painter.setPen(self._theme.color("ink" if segment.is_current else "ink2"))
        draw_wrapped(painter, self._mirrored(words), name.text, _WORDS)

    def _metrics(self, segment: TimelineSegment) -> QFontMetrics:
        return QFontMetrics(self._label_font(segment))

    def _label_font(self, segment: TimelineSegment) -> QFont:
        return self._theme.font("caption_b" if segment.is_current else "caption")

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
