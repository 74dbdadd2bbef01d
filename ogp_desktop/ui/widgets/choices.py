"""One of several, as radio buttons that look like boxes: arrow keys move, `Tab` goes on, and
assistive technology says "radio button, 2 of 5".
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QStyle, QWidget

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.box import (
    Face,
    Look,
    Tone,
    box_size,
    paint_box,
    paint_frame,
    paint_icon,
    tone_fill,
    tone_ink,
)
from ogp_desktop.ui.widgets.flow import FlowBox


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: `key` comes back in the signal, `label` is what people read."""

    key: str
    label: str
    icon: str | None = None
    tone: Tone = "neutral"
    hint: str = ""


class BoxRadio(QRadioButton):
    """A radio button drawn as a box; the whole box can be clicked."""

    def __init__(self, theme: Theme, option: Option, parent: QWidget | None = None) -> None:
        super().__init__(option.label.replace("&", "&&"), parent)
        self._theme = theme
        self.option = option
        self.is_icon_only = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(option.label)
        self.setAccessibleDescription(option.hint)
        self.setToolTip(option.hint)
        theme.changed.connect(self.restyle)

    def hitButton(self, pos: QPoint) -> bool:
        """Anywhere in the box."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Room for everything."""
        return box_size(self._theme, self.look(), self._face())

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the state of the moment."""
        painter = QPainter(self)
        paint_box(
            painter, self._theme, self.rect(), self.look(), self._face(), has_focus=self.hasFocus()
        )

    def look(self) -> Look:
        """The look of the moment."""
        look = Look(ink="ink2", font="stage", radius=8)
        if self.isChecked():
            return replace(look, ink="accent_on_soft", fill="accent_soft")
        if not self.isEnabled():
            return replace(look, ink="ink3")
        return replace(look, fill="sunken") if self.underMouse() else look

    def restyle(self) -> None:
        """Measure and draw again."""
        self.updateGeometry()
        self.update()

    def _face(self) -> Face:
        hides = self.is_icon_only and self.option.icon and not self.isChecked()
        return Face("" if hides else self.option.label, self.option.icon)


class KindKey(BoxRadio):
    """One kind of note: icon and number above, word below; outlined and tinted when chosen."""

    def __init__(
        self, theme: Theme, option: Option, number: int, parent: QWidget | None = None
    ) -> None:
        self._number = str(number)
        super().__init__(theme, option, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for icon, number and word."""
        px = self._theme.px
        words = QFontMetrics(self._theme.font("chip"))
        width = max(words.horizontalAdvance(self.option.label), px(18 + 6 + 8))
        return QSize(width + px(18), max(px(48), px(26) + words.height() + px(7)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the key."""
        px, theme, tone = self._theme.px, self._theme, self.option.tone
        painter = QPainter(self)
        look = Look(ink="ink", fill="surface", edge="line", radius=8)
        if self.isChecked():
            edge = "accent" if tone == "neutral" else tone_ink(tone)
            look = replace(look, ink=edge, fill=tone_fill(tone), edge=edge, edge_width=2)
        elif self.underMouse():
            look = replace(look, edge="line_strong")
        paint_frame(painter, theme, self.rect(), look, has_focus=self.hasFocus())
        inner = self.rect().adjusted(px(9), px(6), -px(9), -px(6))
        words = QFontMetrics(theme.font("chip"))
        icon = QRect(inner.left(), inner.top() + 1, px(16), px(16))
        label = QRect(
            inner.left(), inner.bottom() - words.height() + 1, inner.width(), words.height()
        )
        where = self.layoutDirection()
        if self.option.icon:
            spot = QStyle.visualRect(where, self.rect(), icon)
            paint_icon(painter, theme, spot, self.option.icon, tone_ink(tone), 16)
        painter.setFont(theme.font("key"))
        painter.setPen(theme.color("ink2"))
        top = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(inner, top, self._number)
        painter.setFont(theme.font("chip"))
        painter.setPen(theme.color(look.ink))
        painter.drawText(label, Qt.AlignmentFlag.AlignLeft, self.option.label)


class OptionRow(QWidget):
    """Radio buttons in a row; `chosen(key)` is emitted when a person chooses, not the program."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.group = QButtonGroup(self)
        self.group.buttonClicked.connect(self._tell)
        self.setAccessibleName(name)

    def key(self) -> str | None:
        """The chosen key, if any."""
        button = self.group.checkedButton()
        return button.option.key if isinstance(button, BoxRadio) else None

    def set_key(self, key: str | None) -> None:
        """Choose without telling; `None` chooses nothing."""
        self.group.setExclusive(False)
        for button in self.radios():
            button.setChecked(button.option.key == key)
            button.restyle()
        self.group.setExclusive(True)

    def radios(self) -> list[BoxRadio]:
        """All buttons in order."""
        return [button for button in self.group.buttons() if isinstance(button, BoxRadio)]

    def _tell(self) -> None:
        key = self.key()
        for button in self.radios():
            button.restyle()
        if key is not None:
            self.chosen.emit(key)


class KindKeys(OptionRow):
    """`KindKeys(theme, options, name="Kind of note")`: the keypad of kinds, numbered from 1.

    Fills the row; when the words are too long it becomes two rows.
    """

    def __init__(
        self,
        theme: Theme,
        options: tuple[Option, ...] = (),
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)
        self.set_options(options)

    def set_options(self, options: tuple[Option, ...]) -> None:
        """Replace all kinds."""
        for old in self.radios():
            self.group.removeButton(old)
            old.hide()
            old.deleteLater()
        for number, option in enumerate(options, 1):
            key = KindKey(self.theme, option, number, self)
            self.group.addButton(key)
            key.show()
        self._restyle()

    def hasHeightForWidth(self) -> bool:
        """Two rows when narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all rows."""
        rows = self._rows(width)
        return len(rows) * self._tall() + max(len(rows) - 1, 0) * self._gap()

    def sizeHint(self) -> QSize:
        """All in one row."""
        wide = sum(key.sizeHint().width() for key in self.radios())
        wide += self._gap() * max(len(self.radios()) - 1, 0)
        return QSize(wide, self.heightForWidth(self.width() or wide))

    def minimumSizeHint(self) -> QSize:
        """The widest key, and the height at the width of the moment."""
        widest = max((key.sizeHint().width() for key in self.radios()), default=0)
        return QSize(widest, self.heightForWidth(max(self.width(), widest)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the keys; another width may need another height."""
        self._place()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Mirrored with the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place()

    def _place(self) -> None:
        """Each key gets its words' width and an equal share of what is left."""
        top = 0
        for row in self._rows(self.width()):
            wanted = [key.sizeHint().width() for key in row]
            spare = self.width() - sum(wanted) - self._gap() * (len(row) - 1)
            left = 0
            for index, (key, width) in enumerate(zip(row, wanted, strict=True)):
                share = spare * (index + 1) // len(row) - spare * index // len(row)
                place = QRect(left, top, width + max(share, 0), self._tall())
                key.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
                left += place.width() + self._gap()
            top += self._tall() + self._gap()

    def _rows(self, width: int) -> list[list[BoxRadio]]:
        """As few rows as fit, equally full."""
        keys = self.radios()
        for count in range(1, len(keys) + 1):
            per_row = -(-len(keys) // count)
            rows = [keys[at : at + per_row] for at in range(0, len(keys), per_row)]
            if all(self._needed(row) <= width for row in rows):
                return rows
        return [[key] for key in keys]

    def _needed(self, row: list[BoxRadio]) -> int:
        return sum(key.sizeHint().width() for key in row) + self._gap() * (len(row) - 1)

    def _gap(self) -> int:
        return self.theme.px(7)

    def _tall(self) -> int:
        return max((key.sizeHint().height() for key in self.radios()), default=0)

    def _restyle(self) -> None:
        self.updateGeometry()
        self._place()


class StageSwitcher(OptionRow):
    """`StageSwitcher(theme, options, name="Stages")`: icon and name each, the current one filled.

    `set_is_icon_only(True)` leaves the name of the current one only; the others keep tip and name.
    """

    def __init__(
        self,
        theme: Theme,
        options: tuple[Option, ...],
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name, parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for option in options:
            button = BoxRadio(theme, replace(option, hint=option.hint or option.label), self)
            self.group.addButton(button)
            row.addWidget(button)

    def set_is_icon_only(self, is_icon_only: bool) -> None:
        """Little room: icons, and one name."""
        for button in self.radios():
            button.is_icon_only = is_icon_only
            button.restyle()


class SegmentRadio(BoxRadio):
    """A choice with an edge; the chosen one is tinted and outlined."""

    def look(self) -> Look:
        """The look of the moment."""
        look = Look(ink="ink", fill="surface", edge="line_strong", font="body_m", height=34)
        if not self.isEnabled():
            return replace(look, ink="ink3", fill="sunken", edge="line")
        if self.isChecked():
            return replace(
                look, ink="accent_on_soft", fill="accent_soft", edge="accent", edge_width=2
            )
        return replace(look, fill="sunken") if self.underMouse() else look


class SegmentedChoice(OptionRow):
    """`SegmentedChoice(theme, options, name="Length")`: choose one of a few; wraps when narrow."""

    def __init__(
        self,
        theme: Theme,
        options: tuple[Option, ...],
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name, parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        flow = FlowBox(theme, 6)
        for option in options:
            button = SegmentRadio(theme, option, flow)
            self.group.addButton(button)
            flow.add(button)
        row.addWidget(flow)
