"""Buttons, one per job: `primary` (one on a screen), `tinted`, `plain`, `quiet`, `step`.

A click leaves the cursor where it was; `Tab` reaches every button and shows a ring.
"""

from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.bidi import isolated_ltr
from ogp_desktop.ui.widgets.box import Face, Look, box_size, paint_box

ButtonKind = Literal["primary", "tinted", "plain", "quiet", "step"]

_LOOKS: dict[ButtonKind, Look] = {
    "primary": Look(ink="accent_ink", fill="accent", pad=16),
    "tinted": Look(ink="accent_on_soft", fill="accent_soft"),
    "plain": Look(ink="ink", fill="surface", edge="line_strong"),
    "quiet": Look(ink="ink", icon_ink="ink2", pad=10),
    "step": Look(ink="ink", fill="surface", edge="line_strong", pad=9),
}
_HOVER: dict[ButtonKind, Look] = {
    "primary": replace(_LOOKS["primary"], fill="accent_hover"),
    "tinted": replace(_LOOKS["tinted"], edge="accent"),
    "plain": replace(_LOOKS["plain"], fill="sunken"),
    "quiet": replace(_LOOKS["quiet"], fill="sunken"),
    "step": replace(_LOOKS["step"], fill="sunken"),
}

_OFF = Look(ink="ink3", fill="sunken", edge="line")
_QUIET_OFF = Look(ink="ink3", pad=10)


class Button(QPushButton):
    """`Button(theme, "Pause", icon="pause")`; `second` is a small line saying what will happen.

    Without text give `name`: it is read aloud and shown as a tip.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        kind: ButtonKind = "plain",
        icon: str | None = None,
        icon_after: str | None = None,
        second: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind: ButtonKind = kind
        self._face = Face(icon=icon, icon_after=icon_after, second=second)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setText(text)
        if name:
            self.set_name(name)
        theme.changed.connect(self._restyle)

    def setText(self, text: str) -> None:
        """Change the words."""
        shown = isolated_ltr(text) if self._kind == "step" and text else text
        self._face = replace(self._face, text=shown)
        super().setText(text.replace("&", "&&"))
        self._describe()
        self._restyle()

    def set_second(self, second: str) -> None:
        """Change the small line."""
        self._face = replace(self._face, second=second)
        self._describe()
        self._restyle()

    def set_icon(self, icon: str | None) -> None:
        """Change the icon before the words."""
        self._face = replace(self._face, icon=icon)
        self._restyle()

    def set_icon_after(self, icon: str | None) -> None:
        """Change the icon after the words."""
        self._face = replace(self._face, icon_after=icon)
        self._restyle()

    def set_kind(self, kind: ButtonKind) -> None:
        """Change the kind."""
        self._kind = kind
        self._restyle()

    def set_name(self, name: str) -> None:
        """Name for assistive technology and tip, for a button without words."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        """Room for everything."""
        size = box_size(self._theme, _LOOKS[self._kind], self._face)
        if self._kind == "step":
            size.setWidth(max(size.width(), self._theme.px(42)))
        return size

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the state of the moment."""
        painter = QPainter(self)
        look = _LOOKS[self._kind]
        if not self.isEnabled():
            look = _QUIET_OFF if self._kind == "quiet" else _OFF
        elif self.underMouse() or self.isDown():
            look = _HOVER[self._kind]
        paint_box(painter, self._theme, self.rect(), look, self._face, has_focus=self.hasFocus())

    def _describe(self) -> None:
        self.setAccessibleDescription(self._face.second)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
