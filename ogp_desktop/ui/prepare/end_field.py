"""A time of day that may stay empty, typed as people write it: 17:00, 17h, 17.30, 1730."""

import re
from datetime import time

from PySide6.QtCore import QTime, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy, QWidget

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.text_line import TextLine
from ogp_desktop.ui.words_time import written_time

_WRITTEN = re.compile(r"(\d{1,2})\s*(?:[:.hH]\s*(\d{2})?|(\d{2}))?")


def read_time(text: str) -> time | None:
    """Return the time that is written, or nothing where that is none."""
    digits = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text.strip())
    found = _WRITTEN.fullmatch(digits)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or found[3] or 0)
    return time(hour, minute) if QTime.isValid(hour, minute, 0) else None


class EndField(TextLine):
    """``edited(time | None)`` when what is typed can be read; ``is_wrong`` while it cannot."""

    edited = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.is_wrong = False
        self.setMaxLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._read)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_time(self, at: time | None) -> None:
        """Show the time; what cannot be read is left for the person to change."""
        if not self.is_wrong and read_time(self.text()) != at:
            self.setText("" if at is None else written_time(at))

    def _read(self, text: str) -> None:
        at = read_time(text)
        self.is_wrong = at is None and bool(text.strip())
        if not self.is_wrong:
            self.edited.emit(at)

    def _restyle(self) -> None:
        self.setPlaceholderText("--:--")
        room = QFontMetrics(self._theme.font("body")).horizontalAdvance("0" * 8)
        self.setFixedWidth(room + self._theme.px(26))
