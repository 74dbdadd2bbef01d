"""Numbers: a stepper for minutes and a field for counts. Both can be typed into and stepped."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpinBox, QWidget

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.box import Look, paint_frame
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.text_line import TextLine

_NOT_GIVEN = -1
_NOTHING = "\u2013"

TYPED_UP_TO = 9999
"""What a field takes whose bounds are a rule: too much is refused in words, not by a dead key."""


class Stepper(QWidget):
    """`Stepper(theme, 20, 0, 180, name="Minutes of Question 2", step=5)` between two buttons.

    `value_changed(int)` is emitted when a person changes it. The middle is one spin box for
    keyboard and assistive technology; the buttons are for the pointer.
    """

    value_changed = Signal(int)

    def __init__(
        self,
        theme: Theme,
        value: int,
        minimum: int,
        maximum: int,
        name: str,
        step: int = 1,
        less: str = "",
        more: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._spin = CountField(theme, name, value, minimum, maximum, parent=self)
        self._spin.setSingleStep(step)
        self._spin.setKeyboardTracking(False)  # half a typed number is no answer
        self._spin.value_changed.connect(self._on_value)
        self._less = Button(theme, "", "step", icon="minus", name=less or f"{name} -")
        self._more = Button(theme, "", "step", icon="plus", name=more or f"{name} +")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        for button, step_by in ((self._less, -1), (self._more, 1)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAutoRepeat(True)
            button.clicked.connect(lambda _=False, by=step_by: self._spin.step_by_person(by))
        for widget in (self._less, self._spin, self._more):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self._spin)
        self._refresh()

    def value(self) -> int:
        """The number of the moment."""
        return self._spin.value()

    def set_value(self, value: int) -> None:
        """Change it without telling."""
        self._spin.set_count(value)
        self._refresh()

    def set_range(self, minimum: int, maximum: int) -> None:
        """Change the bounds without telling."""
        self._spin.set_range(minimum, maximum)
        self._refresh()

    def _on_value(self, value: object) -> None:
        self._refresh()
        self.value_changed.emit(value)

    def _refresh(self) -> None:
        self._less.setEnabled(self.value() > self._spin.minimum())
        self._more.setEnabled(self.value() < self._spin.maximum())


_GROUND_MAY_CHANGE = {QEvent.Type.Polish, QEvent.Type.StyleChange, QEvent.Type.PaletteChange}


class BareLine(TextLine):
    """The line inside a number, which paints no ground: its corners would nick the frame."""

    def event(self, event: QEvent) -> bool:
        """Let the ground through whenever the style has put its own there."""
        is_done = super().event(event)
        if event.type() in _GROUND_MAY_CHANGE:
            palette = self.palette()
            if palette.color(QPalette.ColorRole.Base).alpha():
                palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
                self.setPalette(palette)
        return is_done


class CountField(QSpinBox):
    """`CountField(theme, "People present", None, 0, 5000, is_optional=True)`.

    `count()` is `None` while nothing was given, and once what was given is deleted;
    `value_changed(int | None)` tells of a person's change only. It is typed, beside the dash of
    nothing too, or stepped with Up and Down; a wheel turn over it does nothing: numbers must not
    change by scrolling past.
    """

    value_changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        value: int | None = None,
        minimum: int = 0,
        maximum: int = TYPED_UP_TO,
        *,
        is_optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_optional = is_optional
        line = BareLine(self)
        line.setObjectName("qt_spinbox_lineedit")  # as Qt names its own: a part, not a control
        self.setLineEdit(line)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setSpecialValueText(_NOTHING if is_optional else "")
        self.set_range(minimum, maximum)
        self.set_count(value)
        self.valueChanged.connect(lambda _value: self.value_changed.emit(self.count()))
        theme.changed.connect(self._restyle)
        self._restyle()

    def count(self) -> int | None:
        """The number, or nothing."""
        return None if self._is_optional and self.value() == _NOT_GIVEN else self.value()

    def set_count(self, count: int | None) -> None:
        """Change it without telling."""
        was_silent = self.blockSignals(True)
        self.setValue(_NOT_GIVEN if count is None else count)
        self.blockSignals(was_silent)

    def set_range(self, minimum: int, maximum: int) -> None:
        """Change the bounds without telling."""
        was_silent = self.blockSignals(True)
        self.setRange(_NOT_GIVEN if self._is_optional else minimum, maximum)
        self.blockSignals(was_silent)

    def step_by_person(self, steps: int) -> None:
        """What the buttons beside it do."""
        self.stepBy(steps)

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """Take the dash of nothing away as soon as a number stands beside it."""
        number = text.replace(_NOTHING, "")
        if self._is_optional and not number:
            return QValidator.State.Acceptable, text, at
        return super().validate(number, min(at, len(number)))

    def valueFromText(self, text: str) -> int:
        """Read the number, or nothing."""
        if self._is_optional and not text.replace(_NOTHING, ""):
            return _NOT_GIVEN
        return super().valueFromText(text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let typing replace the number, whichever way the cursor came, but for a click."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Left to the page."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame; the number is drawn by the line inside."""
        look = Look(ink="ink", fill="surface", edge="line_strong")
        if not self.isEnabled():
            look = Look(ink="ink3", fill="sunken", edge="line")
        elif self.property("wrong"):
            look = Look(ink="ink", fill="surface", edge="over", edge_width=2)
        paint_frame(QPainter(self), self._theme, self.rect(), look, has_focus=self.hasFocus())

    def _restyle(self) -> None:
        font = self._theme.font("body_m", has_equal_digits=True)
        self.setFont(font)
        digits = "0" * max(len(str(self.maximum())), 3)
        room = QFontMetrics(font).horizontalAdvance(digits)
        self.setFixedSize(room + self._theme.px(26), self._theme.px(36))
