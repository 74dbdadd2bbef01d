"""Keeps the cursor on a page whose focused button or field goes away while it is redrawn.

Left alone, Qt gives it to whatever comes next in the window, such as the way back in the bar.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


@contextmanager
def keeping_cursor(page: QWidget, instead: Callable[[], QWidget | None]) -> Iterator[None]:
    """Redraw inside; then ``instead()`` has the cursor if what had it was hidden or disabled.

    A cursor that was elsewhere in the window stays there.
    """
    had: QWidget | None = page.window().focusWidget()
    is_ours = page.isAncestorOf(had) if had else False
    yield
    if had is None or not is_ours or (had.isVisibleTo(page) and had.isEnabledTo(page)):
        return
    heir = instead()
    if heir is not None:
        heir.setFocus(Qt.FocusReason.OtherFocusReason)
