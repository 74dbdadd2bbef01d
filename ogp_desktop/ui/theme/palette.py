"""The full `QPalette` made of tokens, so that plain Qt widgets already look right unstyled."""

from collections.abc import Mapping
from typing import get_args

from PySide6.QtGui import QColor, QPalette

from ogp_desktop.ui.theme.tokens import ColorName

_Role = QPalette.ColorRole
_ROLES: Mapping[QPalette.ColorRole, ColorName] = {
    _Role.Window: "bg",
    _Role.WindowText: "ink",
    _Role.Base: "surface",
    _Role.AlternateBase: "sunken",
    _Role.Text: "ink",
    _Role.PlaceholderText: "ink3",
    _Role.Button: "surface",
    _Role.ButtonText: "ink",
    _Role.BrightText: "over",
    _Role.ToolTipBase: "raised",
    _Role.ToolTipText: "ink",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "accent_ink",
    _Role.Accent: "accent",
    _Role.Link: "accent",
    _Role.LinkVisited: "k_ogp",
    _Role.Light: "raised",
    _Role.Midlight: "line",
    _Role.Mid: "line_strong",
    _Role.Dark: "line_strong",
    _Role.Shadow: "line",
}
_QUIET_WHEN_DISABLED = (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.ToolTipText)


def make_palette(colors: Mapping[ColorName, str]) -> QPalette:
    """Every role in every group; disabled text stays readable (`ink3`, over 4.5:1)."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(colors[name]))
    disabled = QPalette.ColorGroup.Disabled
    for role in _QUIET_WHEN_DISABLED:
        palette.setColor(disabled, role, QColor(colors["ink3"]))
    palette.setColor(disabled, _Role.Highlight, QColor(colors["track"]))
    palette.setColor(disabled, _Role.HighlightedText, QColor(colors["ink2"]))
    palette.setColor(disabled, _Role.Accent, QColor(colors["line_strong"]))
    return palette


def contrast_colors(system: QPalette) -> dict[ColorName, str]:
    """Tokens taken from the system's own palette, for people who chose a contrast theme there."""
    window, text = system.color(_Role.Window).name(), system.color(_Role.WindowText).name()
    accent = system.color(_Role.Highlight).name()
    grounds = {"bg", "surface", "sunken", "raised", "chip", "track"}
    accents = {"accent", "accent_hover"}

    def pick(name: str) -> str:
        if name in grounds or (name.endswith("_soft") and name != "accent_on_soft"):
            return window
        return accent if name in accents else text

    names: tuple[ColorName, ...] = get_args(ColorName)
    colors = {name: pick(name) for name in names}
    colors["accent_ink"] = system.color(_Role.HighlightedText).name()
    return colors
