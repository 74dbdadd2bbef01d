"""The one application style sheet: `resources/style/app.qss` with tokens and lengths filled in."""

import re
from collections.abc import Mapping

from ogp_desktop.ui.theme.scale import scaled
from ogp_desktop.ui.theme.tokens import ColorName

_COLOR = re.compile(r"@(\w+)")
_LENGTH = re.compile(r"\b(\d+)u\b")


def make_sheet(
    template: str, colors: Mapping[ColorName, str], images: str, text_scale: float
) -> str:
    """Fill the template; raises `KeyError` for a colour that is no token."""
    names = {str(name): value for name, value in colors.items()} | {"images": images}
    rules = re.sub(r"/\*.*?\*/", "", template, flags=re.DOTALL)
    rules = _LENGTH.sub(lambda found: f"{scaled(int(found[1]), text_scale)}px", rules)
    return _COLOR.sub(lambda found: names[found[1]], rules)
