"""One line that gives way when room is scarce: it is shortened, and then its tip tells it whole."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent

from ogp_desktop.ui.widgets.label import Label

_BETWEEN = " \u00b7 "
"""Stands between facts, of which the last are left out whole before a word is cut."""
_FEWEST = 6
"""Fewer letters than this tell nothing."""


class ShortLabel(Label):
    """``ShortLabel(theme, text, role="strong")``; a screen reader always hears the whole text."""

    def minimumSizeHint(self) -> QSize:
        """Ask for height alone."""
        return QSize(0, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as fits."""
        start = max(0, self.indent())
        room = self.contentsRect().adjusted(start, 0, 0, 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            room = self.contentsRect().adjusted(0, 0, -start, 0)
        metrics = QFontMetrics(self.font())
        facts = self.text().split(_BETWEEN)
        while len(facts) > 1 and metrics.horizontalAdvance(_BETWEEN.join(facts)) > room.width():
            facts.pop()
        kept = _BETWEEN.join(facts)
        shown = metrics.elidedText(kept, Qt.TextElideMode.ElideRight, room.width())
        if room.width() < metrics.averageCharWidth() * _FEWEST and shown != self.text():
            shown = ""
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
