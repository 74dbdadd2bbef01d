"""Writes the sheet for individual views as one A4 page: HTML for Qt's documents, and a PDF of it.

The page holds no place for a name. Lines and rings are characters and borders, so that any printer
prints them.
"""

from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextDocument,
    QTextOption,
)

from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.paper_sheet import PaperSheet, SheetQuestion, SheetScale

_MARGIN_MM = 16
_DOTS_PER_INCH = 1200
_LARGEST_PT, _SMALLEST_PT = 11.0, 6.0
RING = "○"


def html_of(sheet: PaperSheet) -> str:
    """Return the sheet as HTML that Qt's rich text understands; every text is escaped."""
    direction = "rtl" if sheet.is_right_to_left else "ltr"
    body = "".join(_question(sheet, question) for question in sheet.questions)
    return (
        f'<html lang="{escape(sheet.language)}"><body dir="{direction}">'
        "<style>h2, h3 { font-weight: 600 }</style>"
        f"<h2>{escape(sheet.title)}</h2><p>{escape(sheet.promise)}</p>{body}"
        f"<p>{escape(sheet.thanks)}</p></body></html>"
    )


def write_pdf(sheet: PaperSheet, path: Path) -> None:
    """Write the sheet as a PDF of one A4 page, in the largest type that fits on it.

    Raises ``Trouble("cannot_write")`` when the file cannot be written.
    """
    pdf = QBuffer()
    pdf.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(pdf)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle(sheet.title)
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    page = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        margins,
        QPageLayout.Unit.Millimeter,
    )
    writer.setPageLayout(page)
    area = writer.pageLayout().paintRectPixels(writer.resolution())
    fitted(sheet, writer, QSizeF(area.width(), area.height())).print_(writer)
    partial = path.with_suffix(".partial")
    try:
        partial.write_bytes(pdf.data().data())
        partial.replace(path)
    except OSError as error:
        raise Trouble("cannot_write", file=path.name) from error


def fitted(sheet: PaperSheet, device: QPagedPaintDevice, room: QSizeF) -> QTextDocument:
    """Return the sheet laid out for this device, in the largest type that fits on one page."""
    document = QTextDocument()
    document.documentLayout().setPaintDevice(device)
    document.setDocumentMargin(0)
    if sheet.is_right_to_left:
        option = QTextOption(Qt.AlignmentFlag.AlignRight)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        document.setDefaultTextOption(option)
    size = _LARGEST_PT
    while True:
        font = QFont(["Inter", "Noto Sans", "Noto Sans Arabic"])
        font.setPointSizeF(size)
        document.setDefaultFont(font)
        document.setPageSize(room)
        document.setHtml(html_of(sheet))
        if document.pageCount() == 1 or size <= _SMALLEST_PT:
            return document
        size -= 0.5


def _question(sheet: PaperSheet, question: SheetQuestion) -> str:
    scales = "".join(_scale(sheet, scale) for scale in question.scales)
    boxes = "".join(f"<p>{_strong(box)}</p>{_TWO_LINES}" for box in question.boxes)
    lines = "".join(f"<p>{number + 1}.</p>{_LINE}" for number in range(question.lines))
    return (
        f"<h3>{escape(question.heading)}</h3><p>{escape(question.text)}</p>{scales}{boxes}{lines}"
    )


def _strong(words: str) -> str:
    """Return words in a weight that the fonts at hand have: bold would be drawn twice."""
    return f'<span style="font-weight: 600">{escape(words)}</span>'


_LINE = '<table width="100%" cellspacing="0"><tr><td><hr/></td></tr></table>'
_TWO_LINES = f"{_LINE}<p>&nbsp;</p>{_LINE}"


def _scale(sheet: PaperSheet, scale: SheetScale) -> str:
    cells = (*sheet.steps, sheet.depends)
    rings = "".join(
        f'<td align="center" width="16%">{RING}<br/>{escape(word)}</td>'
        for word in (cells[::-1] if sheet.is_right_to_left else cells)
    )
    ends = [scale.first, scale.second]
    first, second = (_strong(end) for end in (ends[::-1] if sheet.is_right_to_left else ends))
    return (
        f'<table width="100%"><tr><td width="50%">{first}</td>'
        f'<td width="50%" align="right">{second}</td></tr></table>'
        f'<table width="100%"><tr>{rings}</tr></table>'
    )
