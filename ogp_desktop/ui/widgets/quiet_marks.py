"""A quiet dotted line under what could lead to a person, in lines written and being written.

Nothing interrupts typing; Review asks what is to become of it.
"""

from PySide6.QtCore import QCoreApplication, QPointF, QRect
from PySide6.QtGui import (
    QFont,
    QPainter,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
    QTextLayout,
    QTextOption,
)

from ogp_desktop.domain.personal_data import findings
from ogp_desktop.ui.theme.theme import Theme

LONGEST = 1_000
"""A longer paragraph is marked when it is written, not at each key: that would take over 1 ms."""
Mark = tuple[int, int]
"""Where a marked piece begins and how long it is, in the units Qt counts text in."""


def marks_in(text: str) -> tuple[Mark, ...]:
    """Return the pieces of a text that could lead to a person."""
    return tuple(
        (_units(text[: one.start]), _units(text[one.start : one.end])) for one in findings(text)
    )


def mark_words() -> str:
    """Say what the line under a piece means."""
    return QCoreApplication.translate(
        "Notes", "Part of this may point to a person. Review asks about it."
    )


class QuietMarks(QSyntaxHighlighter):
    """Marks a text while it is typed; only the paragraph that changed is looked at."""

    def __init__(self, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self._theme = theme
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """Put the line under what is found."""
        found = marks_in(text) if len(text) <= LONGEST else ()
        self.setCurrentBlockState(1 if found else 0)
        for start, length in found:
            self.setFormat(start, length, _dotted(self._theme))

    def has_marks(self) -> bool:
        """Tell whether anything is marked now."""
        block = self.document().begin()
        while block.isValid():
            if block.userState() == 1:
                return True
            block = block.next()
        return False


def paint_marked(
    painter: QPainter,
    theme: Theme,
    rect: QRect,
    text: str,
    marks: tuple[Mark, ...],
    option: QTextOption,
) -> None:
    """Draw wrapped words with the font and pen of the painter, and the dotted lines under them."""
    layout = QTextLayout(text.replace("\n", "\u2028"), QFont(painter.font()))
    layout.setTextOption(option)
    formats = []
    for start, length in marks:
        piece = QTextLayout.FormatRange()
        piece.start, piece.length, piece.format = start, length, _dotted(theme)
        formats.append(piece)
    layout.setFormats(formats)
    layout.beginLayout()
    line, y = layout.createLine(), 0
    while line.isValid():
        line.setLineWidth(rect.width())
        line.setPosition(QPointF(0, y))
        y += painter.fontMetrics().lineSpacing()
        line = layout.createLine()
    layout.endLayout()
    layout.draw(painter, rect.topLeft().toPointF())


def _dotted(theme: Theme) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    form.setUnderlineColor(theme.color("ink2"))
    return form


def _units(text: str) -> int:
    """Count a text as Qt does: signs beyond the first 65,536 are two."""
    return len(text) + sum(sign > "\uffff" for sign in text)
