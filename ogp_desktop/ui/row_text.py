"""Measures text over several lines, for rows that are painted and never cut."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics


def wrapped_height(font: QFont, text: str, width: int) -> int:
    """Return how many pixels high the text is over lines of this width."""
    room = QRect(0, 0, max(width, 1), 100_000)
    return QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()
