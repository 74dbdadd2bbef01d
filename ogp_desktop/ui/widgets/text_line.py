"""One line to type into, in which the words of every script stand in the middle."""

from PySide6.QtGui import QPaintEvent, QTextLayout
from PySide6.QtWidgets import QLineEdit


class TextLine(QLineEdit):
    """A line edit that keeps the baseline where letters are taller than those of the first font.

    Qt centres such a line by its real height and then lifts it by the higher ascent as well, so
    that Arabic would stand half a dozen pixels too high.
    """

    def paintEvent(self, event: QPaintEvent) -> None:
        """Put the words back before they are drawn; a number changes them without a signal."""
        lift = self._lift()
        if self.textMargins().top() != lift:
            self.setTextMargins(0, lift, 0, -lift)
        super().paintEvent(event)

    def _lift(self) -> int:
        layout = QTextLayout(self.displayText(), self.font())
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        tall = round(line.height()) if line.isValid() else 0
        return max(0, tall - self.fontMetrics().height()) // 2
