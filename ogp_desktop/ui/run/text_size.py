"""Makes text larger or smaller from the keyboard, and remembers it."""

from ogp_desktop.settings import with_text_scale
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.theme.scale import STEP, clamped


def change_text_size(desk: Desk, steps: int) -> None:
    """Go that many steps of 25 % up or down; zero goes back to 100 %."""
    now = desk.preferences()
    size = clamped(now.text_scale + steps * STEP) if steps else 1.0
    desk.keep_preferences(with_text_scale(now, size))
