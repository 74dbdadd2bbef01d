"""A time on the wall, typed or stepped, drawn as a number is."""

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QTimeEdit, QWidget

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.box import Look, paint_frame
from ogp_desktop.ui.widgets.number import BareLine


class TimeField(QTimeEdit):
    """`time_changed(hour, minute)` tells of a person's change only; a wheel turn does nothing."""

    time_changed = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        line = BareLine(self)
        line.setObjectName("qt_spinbox_lineedit")  # as Qt names its own: a part, not a control
        self.setLineEdit(line)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # else Qt shows 08:24 as 24:08
        self.setDisplayFormat("HH:mm")
        self.setWrapping(True)
        self.setButtonSymbols(QTimeEdit.ButtonSymbols.NoButtons)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.timeChanged.connect(lambda time: self.time_changed.emit(time.hour(), time.minute()))
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_clock(self, hour: int, minute: int) -> None:
        """Change it without telling; what is being typed stays."""
        time = QTime(hour, minute)
        if time == self.time():
            return
        was_silent = self.blockSignals(True)
        self.setTime(time)
        self.blockSignals(was_silent)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Left to the page."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame; the time is drawn by the line inside."""
        look = Look(ink="ink", fill="surface", edge="line_strong")
        paint_frame(QPainter(self), self._theme, self.rect(), look, has_focus=self.hasFocus())

    def _restyle(self) -> None:
        font = self._theme.font("body_m", has_equal_digits=True)
        self.setFont(font)
        room = QFontMetrics(font).horizontalAdvance("00:00")
        self.setFixedSize(room + self._theme.px(30), self._theme.px(36))
