"""The host's reading of the room between two poles: five steps in words, or "it depends".

It is set by hand and never computed; nothing chosen is a state of its own.
"""

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.box import Look
from ogp_desktop.ui.widgets.choices import BoxRadio, Option, PlacedRow


class StopRadio(BoxRadio):
    """One stop of the scale: a ring, or a filled disc."""

    def sizeHint(self) -> QSize:
        """A comfortable target."""
        side = self._theme.px(30)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the stop."""
        px, theme = self._theme.px, self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.rect().center() + QPoint(1, 1)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(middle, px(8), px(8))
        else:
            is_near = self.underMouse()
            edge = theme.color("accent" if is_near else "line_strong")
            painter.setPen(QPen(edge, px(2)))
            painter.setBrush(theme.color("surface"))
            painter.drawEllipse(middle, px(4), px(4))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, px(12), px(12))


class DependsRadio(BoxRadio):
    """The answer that is on no step."""

    def look(self) -> Look:
        """A chip that is filled when chosen."""
        look = Look(
            ink="ink2", edge="line_strong", font="chip", icon_size=14, pad=9, gap=6, height=26
        )
        if self.isChecked():
            return replace(look, ink="accent_on_soft", fill="accent_soft", edge="accent")
        return replace(look, fill="sunken") if self.underMouse() else look


class LeanScale(PlacedRow):
    """`LeanScale(theme, ("A wide range", "A narrow focus"), five_options, depends, unset)`.

    `five_options` run from the first pole to the second, each labelled in full words; `unset` is
    shown while nothing is chosen. `chosen(key)`, `key()`, `set_key(key | None)`.
    """

    def __init__(
        self,
        theme: Theme,
        poles: tuple[str, str],
        steps: tuple[Option, ...],
        depends: Option | None = None,
        unset: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name, parent)
        self._poles, self._unset = poles, unset
        self._stops = [StopRadio(theme, replace(step, hint=step.label), self) for step in steps]
        self._depends = DependsRadio(theme, depends, self) if depends else None
        for button in [*self._stops, *([self._depends] if self._depends else [])]:
            self.group.addButton(button)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.group.buttonToggled.connect(lambda *_: self.update())
        theme.changed.connect(self._restyle)

    def hasHeightForWidth(self) -> bool:
        """Poles wrap when narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Poles, stops, word and the extra answer."""
        extra = self._depends.sizeHint().height() + self.theme.px(4) if self._depends else 0
        word = QFontMetrics(self.theme.font("chip")).height() + self.theme.px(4)
        return self._poles_height(width) + self.theme.px(30) + word + extra

    def sizeHint(self) -> QSize:
        """Both poles beside each other."""
        metrics = QFontMetrics(self.theme.font("strong"))
        width = sum(metrics.horizontalAdvance(pole) for pole in self._poles) + self.theme.px(24)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Five targets side by side."""
        width = self.theme.px(34) * len(self._stops)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def _place(self) -> None:
        """Stops evenly, the first and last under their poles."""
        side = self.theme.px(30)
        top = self._poles_height(self.width())
        room = self.width() - side
        count = max(len(self._stops) - 1, 1)
        where = self.layoutDirection()
        for index, stop in enumerate(self._stops):
            place = QRect(room * index // count, top, side, side)
            stop.setGeometry(QStyle.visualRect(where, self.rect(), place))
        if self._depends:
            hint = self._depends.sizeHint()
            place = QRect(QPoint(0, self.heightForWidth(self.width()) - hint.height()), hint)
            place.moveRight(self.width() - 1)
            self._depends.setGeometry(QStyle.visualRect(where, self.rect(), place))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw poles, line, and the word under the chosen stop."""
        painter = QPainter(self)
        painter.setFont(self.theme.font("strong"))
        painter.setPen(self.theme.color("ink"))
        for is_second, pole in enumerate(self._poles):
            flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
            flags |= Qt.AlignmentFlag.AlignRight if is_second else Qt.AlignmentFlag.AlignLeft
            painter.drawText(self._pole_rect(bool(is_second), self.width()), flags, pole)
        first, last = self._stops[0].geometry(), self._stops[-1].geometry()
        painter.setPen(QPen(self.theme.color("line_strong"), self.theme.px(2)))
        painter.drawLine(first.center() + QPoint(1, 1), last.center() + QPoint(1, 1))
        self._paint_word(painter)

    def _paint_word(self, painter: QPainter) -> None:
        chosen = next((stop for stop in self._stops if stop.isChecked()), None)
        is_set = chosen is not None
        word = chosen.option.label if chosen else self._unset if self.key() is None else ""
        if not word:
            return
        painter.setFont(self.theme.font("chip" if is_set else "caption"))
        painter.setPen(self.theme.color("ink2"))
        metrics = QFontMetrics(self.theme.font("chip" if is_set else "caption"))
        wide = min(metrics.horizontalAdvance(word) + 4, self.width())
        top = self._poles_height(self.width()) + self.theme.px(30)
        centre = chosen.geometry().center().x() if chosen else self.width() // 2
        spot = QRect(0, top, wide, metrics.height())
        spot.moveLeft(min(max(centre - wide // 2, 0), self.width() - wide))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, word)

    def _pole_rect(self, is_second: bool, width: int) -> QRect:
        half = (width - self.theme.px(16)) // 2
        place = QRect(width - half if is_second else 0, 0, half, self._poles_height(width))
        return QStyle.visualRect(self.layoutDirection(), QRect(0, 0, width, 1), place)

    def _poles_height(self, width: int) -> int:
        metrics = QFontMetrics(self.theme.font("strong"))
        half = QRect(0, 0, max((width - self.theme.px(16)) // 2, 1), 10_000)
        wrap = Qt.TextFlag.TextWordWrap
        return max(metrics.boundingRect(half, wrap, pole).height() for pole in self._poles)

    def _restyle(self) -> None:
        self.updateGeometry()
        self._place()
        self.update()
