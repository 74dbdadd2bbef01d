"""One of several, as radio buttons that look like boxes: arrow keys move, `Tab` goes on, and
assistive technology says "radio button, 2 of 5".
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.box import (
    Face,
    Look,
    Tone,
    box_size,
    paint_box,
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
        self.keeps_name = True
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
        has_name = not self.is_icon_only or (self.isChecked() and self.keeps_name)
        hides = self.option.icon and not has_name
        return Face("" if hides else self.option.label, self.option.icon)


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
        self.group.setExclusive(True)
        self._refresh()

    def radios(self) -> list[BoxRadio]:
        """All buttons in order."""
        return [button for button in self.group.buttons() if isinstance(button, BoxRadio)]

    def _refresh(self) -> None:
        """`Tab` enters at the chosen one, as in every group of radio buttons."""
        key = self.key()
        for button in self.radios():
            is_entry = key in (None, button.option.key)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_entry else Qt.FocusPolicy.NoFocus)
            button.restyle()

    def _tell(self) -> None:
        key = self.key()
        self._refresh()
        if key is not None:
            self.chosen.emit(key)


class PlacedRow(OptionRow):
    """Radio buttons that are placed by hand, and whose height follows the width."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons; another width may need another height."""
        self._place()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Mirrored with the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place()

    def _place(self) -> None:
        raise NotImplementedError


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

    def set_is_icon_only(self, is_icon_only: bool, *, keeps_name: bool = True) -> None:
        """Little room: icons, and one name; where even that has no room, icons alone."""
        for button in self.radios():
            button.is_icon_only, button.keeps_name = is_icon_only, keeps_name
            button.restyle()
        self.updateGeometry()


class SegmentRadio(BoxRadio):
    """A choice with an edge; the chosen one is tinted and outlined."""

    def look(self) -> Look:
        """The look of the moment."""
        look = Look(ink="ink", fill="surface", edge="line_strong", font="body_m", height=34)
        if not self.isEnabled():
            # What was chosen is still to be read where it can no longer be changed.
            given = replace(look, fill="sunken", edge_width=2)
            return given if self.isChecked() else replace(look, ink="ink3", edge="line")
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
