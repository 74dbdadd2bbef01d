"""Lays a page out on paper, printed or as PDF, or writes it as it is: whole or not at all."""

import os
from errno import EIO
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrame,
    QTextOption,
)

A4 = QPageSize.PageSizeId.A4
_DOTS = 300
_FOOT_MM = 8.0
_MARGINS = QMarginsF(19, 15, 19, 13)


def write_report(html: str, path: Path, size: QPageSize.PageSizeId = A4) -> None:
    """Write the page to ``path``, as PDF if it ends so, else as HTML; raise ``OSError``.

    A PDF needs a running ``QGuiApplication``. What was at ``path`` is replaced in one step.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        if path.suffix.lower() == ".pdf":
            _write_pdf(html, beside, size)
        else:
            beside.write_text(html, encoding="utf-8")
        os.replace(beside, path)  # noqa: PTH105  in one step on every system
    finally:
        beside.unlink(missing_ok=True)


def _write_pdf(html: str, path: Path, size: QPageSize.PageSizeId) -> None:
    with path.open("wb"):  # raises what Qt would only print
        pass
    writer = QPdfWriter(str(path))
    writer.setResolution(_DOTS)
    writer.setPageSize(QPageSize(size))
    writer.setPageMargins(_MARGINS, QPageLayout.Unit.Millimeter)
    print_pages(html, writer)


def print_pages(html: str, device: QPagedPaintDevice) -> None:
    """Lay the page out on a printer or a PDF, as large as its paper is; raise ``OSError``."""
    dots = device.logicalDpiX()
    page = QRectF(device.pageLayout().paintRectPixels(dots))
    foot = _FOOT_MM / 25.4 * dots
    room = QSizeF(page.width(), page.height() - foot)
    document = laid_out(html, device, room)
    painter = QPainter(device)
    if not painter.isActive():
        raise OSError(EIO, "nothing can be printed")
    count = document.pageCount()
    for number in range(count):
        if number:
            device.newPage()
        shown = QRectF(0, number * room.height(), room.width(), room.height())
        painter.save()
        painter.translate(0, -shown.top())
        document.drawContents(painter, shown)
        painter.restore()
        _paint_foot(painter, QRectF(0, room.height(), room.width(), foot), number + 1, count)
    painter.end()


def laid_out(html: str, device: QPagedPaintDevice, room: QSizeF) -> QTextDocument:
    """Return the page laid out for this device, in pages of this size in its dots."""
    document = QTextDocument()
    document.documentLayout().setPaintDevice(device)
    document.setDefaultFont(QFont("Inter", 10))
    document.setDocumentMargin(0)
    option = QTextOption()
    is_mirrored = 'dir="rtl"' in html.partition("<head>")[0]
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if is_mirrored else Qt.LayoutDirection.LeftToRight
    )
    document.setDefaultTextOption(option)
    document.setPageSize(room)  # before the words, which are then laid out once and not twice
    document.setHtml(html)
    _keep_together(document, room.height())
    return document


def _keep_together(document: QTextDocument, height: float) -> None:
    """Break the page before a short box that would be torn, and before a heading left alone.

    From the top down, because each break moves all below it; headings go with what they head.
    """
    layout = document.documentLayout()
    heading: QTextBlock | None = None
    block = document.begin()
    while block.isValid():
        box = _box_at(document, block)
        if box is None and block.blockFormat().headingLevel():
            heading = heading or block
            block = block.next()
            continue
        start = layout.blockBoundingRect(heading or block)
        end = layout.blockBoundingRect(block)
        if box is not None:
            rect = layout.frameBoundingRect(box)
            start = layout.blockBoundingRect(heading) if heading else rect
            if rect.bottom() - start.top() < height / 2:
                end = rect
        first = heading or box
        if first is not None and start.top() // height != (end.bottom() - 1) // height:
            _break_before(first)
        heading = None
        block = block.next() if box is None else document.findBlock(box.lastPosition() + 1)


def _box_at(document: QTextDocument, block: QTextBlock) -> QTextFrame | None:
    """Return the outermost box around a block, nothing when it stands on the page itself."""
    root = document.rootFrame()
    box = document.frameAt(block.position())
    while box != root and box.parentFrame() != root:
        box = box.parentFrame()
    return None if box == root else box


def _break_before(what: QTextBlock | QTextFrame) -> None:
    policy = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore
    if isinstance(what, QTextFrame):
        frame_format = what.frameFormat()
        frame_format.setPageBreakPolicy(policy)
        what.setFrameFormat(frame_format)
    else:
        block_format = what.blockFormat()
        block_format.setPageBreakPolicy(policy)
        QTextCursor(what).setBlockFormat(block_format)


def _paint_foot(painter: QPainter, rect: QRectF, number: int, count: int) -> None:
    painter.setFont(QFont("Inter", 8))
    painter.setPen(QColor("#566070"))
    painter.drawText(
        rect, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, f"{number} / {count}"
    )
