"""The size rule: how a screen is laid out in this window at this text size.

200 % text in a large window is laid out like 100 % text in a small one.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from ogp_desktop.ui.theme.scale import scaled

THREE_COLUMNS_FROM = 1160
TWO_COLUMNS_FROM = 860
COMPACT_BELOW = 680
TINY_BELOW = 450
BAR_HEIGHT = 48
"""The bar above every page at 100 %: the breakpoints are of the window, bar and page together."""


class Columns(IntEnum):
    """How many columns stand side by side; one means tabs."""

    ONE = 1
    TWO = 2
    THREE = 3


class Density(StrEnum):
    """What is left out for want of height, beginning with hints."""

    FULL = "full"
    COMPACT = "compact"
    TINY = "tiny"


@dataclass(frozen=True, slots=True)
class LayoutSize:
    """The layout of the moment."""

    columns: Columns
    density: Density

    @property
    def is_compact(self) -> bool:
        """No hint row, thin timeline, one-line header; true in tiny as well."""
        return self.density is not Density.FULL

    @property
    def is_tiny(self) -> bool:
        """Timeline and kind keypad fold into the entry box."""
        return self.density is Density.TINY


def layout_size(
    width: int, height: int, text_scale: float = 1.0, min_width_three: int = 0
) -> LayoutSize:
    """Layout for a window of `width` x `height` pixels at `text_scale` (1.0 is 100 %).

    `min_width_three` is what three columns really need in pixels in this language: long words
    may ask for more than the breakpoint.
    """
    wide, tall = width / text_scale, height / text_scale
    if wide >= THREE_COLUMNS_FROM and width >= min_width_three:
        columns = Columns.THREE
    else:
        columns = Columns.TWO if wide >= TWO_COLUMNS_FROM else Columns.ONE
    if tall < TINY_BELOW:
        density = Density.TINY
    else:
        density = Density.COMPACT if tall < COMPACT_BELOW else Density.FULL
    return LayoutSize(columns, density)


def page_layout(
    width: int, height: int, text_scale: float = 1.0, min_width_three: int = 0
) -> LayoutSize:
    """Layout for a page of `width` x `height` pixels in a window with the bar above it."""
    bar = scaled(BAR_HEIGHT, text_scale)
    return layout_size(width, height + bar, text_scale, min_width_three)
