"""The bundled type: the same letters on every computer, whatever is installed there."""

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from ogp_desktop.ui.theme.scale import scaled
from ogp_desktop.ui.theme.tokens import TypeSize

FAMILIES = ("Inter", "Noto Sans Arabic", "Noto Sans")


@cache
def load_fonts(folder: Path) -> tuple[str, ...]:
    """Register every font file, once; returns those Qt could not read (none in a whole install)."""
    files = sorted([*folder.glob("*.otf"), *folder.glob("*.ttf")])
    return tuple(file.name for file in files if QFontDatabase.addApplicationFont(str(file)) == -1)


def make_font(size: TypeSize, text_scale: float, *, has_equal_digits: bool) -> QFont:
    """A font in pixels, so that type and space grow together on every system."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(scaled(size.px, text_scale))
    font.setWeight(QFont.Weight(size.weight))
    if has_equal_digits:
        font.setFeature(QFont.Tag.fromString("tnum"), 1)
    return font
