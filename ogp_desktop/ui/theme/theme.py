"""The theme: one object, made in wiring and handed to every screen and widget.

Whoever draws asks it for colours, fonts, lengths and icons, and draws again on `changed`, which
is emitted when the scheme, the text size or the reading direction changes.
"""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from ogp_desktop.ui.theme.fonts import load_fonts, make_font
from ogp_desktop.ui.theme.icons import IconSet
from ogp_desktop.ui.theme.palette import contrast_colors, make_palette
from ogp_desktop.ui.theme.scale import clamped, scaled
from ogp_desktop.ui.theme.sheet import make_sheet
from ogp_desktop.ui.theme.tokens import (
    ColorName,
    FontRole,
    RadiusName,
    RoomColorName,
    load_tokens,
)

_MENU_ICON = 18


class Scheme(StrEnum):
    """What the person chose in Settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Colours, fonts, lengths and icons of the moment.

    `resources` is the program's resource folder. Needs a running `QApplication`.
    """

    changed = Signal()

    def __init__(self, resources: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._style = resources / "style"
        self._tokens = load_tokens(self._style / "tokens.json")
        self._template = (self._style / "app.qss").read_text("utf-8")
        self._icons = IconSet(resources / "icons")
        load_fonts(resources / "fonts")
        self._fonts: dict[tuple[FontRole, bool], QFont] = {}
        self._scheme = Scheme.LIGHT
        self._is_dark = False
        self._colors: Mapping[ColorName, str] = self._tokens.light
        self._text_scale = 1.0
        self._app: QApplication | None = None

    def apply(
        self, app: QApplication, scheme: Scheme | str = Scheme.SYSTEM, text_scale: float = 1.0
    ) -> None:
        """Dress the whole application; may be called at any time, everything follows at once.

        `text_scale` runs from 1.0 to 2.0 and is clamped to that.
        """
        if self._app is None:
            self._app = app
            app.setStyle("Fusion")
            app.styleHints().colorSchemeChanged.connect(self._follow_system)
            app.layoutDirectionChanged.connect(self._dress)
        self._scheme = Scheme(scheme)
        self._text_scale = clamped(text_scale)
        hints = app.styleHints()
        if self._scheme is Scheme.SYSTEM:
            hints.unsetColorScheme()
        else:
            is_dark = self._scheme is Scheme.DARK
            hints.setColorScheme(Qt.ColorScheme.Dark if is_dark else Qt.ColorScheme.Light)
        self._dress()

    @property
    def scheme(self) -> Scheme:
        """What was chosen, which may be "like the system"."""
        return self._scheme

    @property
    def text_scale(self) -> float:
        """1.0 is 100 %."""
        return self._text_scale

    @property
    def is_dark(self) -> bool:
        """What is shown now."""
        return self._is_dark

    def px(self, length: float) -> int:
        """Pixels for a design length at 100 %."""
        return scaled(length, self._text_scale)

    def radius(self, name: RadiusName) -> int:
        """Corner radius in pixels."""
        return self.px(self._tokens.radius[name])

    def font(self, role: FontRole, *, has_equal_digits: bool = False) -> QFont:
        """The font of a role; timer digits always have equal widths so that they do not jump."""
        key = (role, has_equal_digits or role.startswith("timer"))
        if key not in self._fonts:
            self._fonts[key] = make_font(
                self._tokens.type[role], self._text_scale, has_equal_digits=key[1]
            )
        return QFont(self._fonts[key])

    def color(self, token: ColorName) -> QColor:
        """The colour of a token in the scheme of the moment."""
        return QColor(self._colors[token])

    def room_color(self, token: RoomColorName, *, is_bright: bool = False) -> QColor:
        """A colour of the audience window, which does not follow the host's scheme."""
        table = self._tokens.room_bright if is_bright else self._tokens.room_dark
        return QColor(table[token])

    def pixmap(
        self, name: str, color: ColorName = "ink2", size: float = 18, ratio: float | None = None
    ) -> QPixmap:
        """One icon, `size` at 100 %, mirrored by itself where the reading direction asks for it."""
        return self._icons.pixmap(
            name,
            self._colors[color],
            self.px(size),
            ratio or QGuiApplication.primaryScreen().devicePixelRatio(),
            is_mirrored=QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft,
        )

    def icon(self, name: str, color: ColorName = "ink2") -> QIcon:
        """The same for Qt's own widgets and menus, with a quiet version when disabled."""
        icon = QIcon()
        for ratio in (1.0, 2.0):
            icon.addPixmap(self.pixmap(name, color, _MENU_ICON, ratio))
            icon.addPixmap(self.pixmap(name, "ink3", _MENU_ICON, ratio), QIcon.Mode.Disabled)
        return icon

    def _follow_system(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._dress()

    def _dress(self) -> None:
        app = self._app
        if app is None:
            return
        hints = app.styleHints()
        self._is_dark = self._scheme is Scheme.DARK or (
            self._scheme is Scheme.SYSTEM and hints.colorScheme() == Qt.ColorScheme.Dark
        )
        self._fonts.clear()
        app.setFont(self.font("body"))
        contrast = hints.accessibility().contrastPreference()
        if contrast == Qt.ContrastPreference.HighContrast:
            self._colors = contrast_colors(app.style().standardPalette())
            app.setPalette(app.style().standardPalette())
            app.setStyleSheet("")
        else:
            self._colors = self._tokens.dark if self._is_dark else self._tokens.light
            images = (self._style / ("dark" if self._is_dark else "light")).as_posix()
            app.setPalette(make_palette(self._colors))
            app.setStyleSheet(make_sheet(self._template, self._colors, images, self._text_scale))
        self.changed.emit()
