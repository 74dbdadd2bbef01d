"""Lays a paper pack out on pages, and draws them into a PDF or on a printer.

Each sheet for a table, for notes or for one person is one page, whatever its words, and comes as
often as the room needs it. Individual sheets carry no number: a number could lead to a person.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from ogp_desktop.documents.pack_pages import guidance_html, notes_html, running_html, table_html
from ogp_desktop.documents.paper_sheet import fitted
from ogp_desktop.documents.report_file import laid_out
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.paper_pack import PackPages, PaperPack

_DOTS = 300
_FOOT_MM = 8.0
_MM_PER_INCH = 25.4
_MARGINS = QMarginsF(18, 14, 18, 12)
_LINES = (3, 40)
"""The fewest and the most lines to write on that a sheet is tried with."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Pages that belong together, as often as they are needed."""

    name: str
    documents: tuple[QTextDocument, ...]
    copies: int = 1
    has_foot: bool = True

    @property
    def pages(self) -> int:
        return self.copies * sum(document.pageCount() for document in self.documents)


def write_pack(pack: PaperPack, path: Path) -> PackPages:
    """Write the pack as a PDF.

    Raises ``Trouble("cannot_write")`` when the file cannot be written; what was there stays.
    """
    pdf = QBuffer()
    pdf.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(pdf)
    writer.setResolution(_DOTS)
    writer.setTitle(pack.title)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    pages = draw_pack(pack, writer)
    partial_file = path.with_name(f".{path.name}.part")
    try:
        partial_file.write_bytes(pdf.data().data())
        partial_file.replace(path)
    except OSError as error:
        raise Trouble("cannot_write", file=path.name) from error
    finally:
        partial_file.unlink(missing_ok=True)
    return pages


def draw_pack(pack: PaperPack, device: QPagedPaintDevice) -> PackPages:
    """Draw the pack on a device in its own size of page; only the pages that it was asked for.

    Raises ``Trouble("cannot_print")`` when the device takes nothing.
    """
    wanted = device.pageRanges()
    device.setPageMargins(_MARGINS, QPageLayout.Unit.Millimeter)
    dots = device.logicalDpiY()
    area = QRectF(device.pageLayout().paintRectPixels(dots))
    foot = _FOOT_MM / _MM_PER_INCH * dots
    room = QSizeF(area.width(), area.height() - foot)
    parts = _parts(pack, device, room)
    painter = QPainter(device)
    if not painter.isActive():
        raise Trouble("cannot_print")
    whole = drawn = 0
    for part, document, page in _pages(parts):
        whole += 1
        if not wanted.isEmpty() and not wanted.contains(whole):
            continue
        if drawn:
            device.newPage()
        drawn += 1
        _draw_page(painter, document, page, room)
        if part.has_foot:
            numbered = f"{page + 1} / {document.pageCount()}" if document.pageCount() > 1 else ""
            _draw_foot(painter, QRectF(0, room.height(), room.width(), foot), pack, part, numbered)
    painter.end()
    return PackPages(drawn=drawn, whole=whole)


def _pages(parts: tuple[_Part, ...]) -> Iterator[tuple[_Part, QTextDocument, int]]:
    for part in parts:
        for document in part.documents:
            for _ in range(part.copies):
                for page in range(document.pageCount()):
                    yield part, document, page


def _parts(pack: PaperPack, device: QPagedPaintDevice, room: QSizeF) -> tuple[_Part, ...]:
    """Return what there is, the host's sheet first: it says on which pages the rest is."""
    words = pack.words
    sheets: list[_Part] = []
    if pack.guidance:
        guidance = laid_out(guidance_html(pack), device, room)
        sheets.append(_Part(words.guidance, (guidance,)))
    notes = tuple(
        _one_page(partial(notes_html, pack, question), device, room)
        for question in pack.group_questions
    )
    sheets.append(_Part(words.note_sheets, notes))
    if pack.tables:
        tables = tuple(
            _one_page(partial(table_html, pack, question), device, room)
            for question in pack.group_questions
        )
        sheets.append(_Part(words.table_sheets, tables, copies=pack.tables))
    if pack.people:
        sheet = fitted(pack.individual, device, room)
        people = _Part(words.individual_sheets, (sheet,), copies=pack.people, has_foot=False)
        sheets.append(people)
    blank = [(part.name, words.pages) for part in sheets]
    first = laid_out(running_html(pack, blank), device, room).pageCount()
    contents = _contents(pack, sheets, first)
    running = laid_out(running_html(pack, contents), device, room)
    return (_Part(words.running_sheet, (running,)), *sheets)


def _contents(pack: PaperPack, parts: list[_Part], before: int) -> list[tuple[str, str]]:
    """Return the name of each part and its pages, so that it can be printed alone."""
    found = []
    for part in parts:
        first, last = before + 1, before + part.pages
        text = pack.words.pages if last > first else pack.words.page
        found.append((part.name, text.format(first=first, last=last, number=first)))
        before = last
    return found


def _one_page(html: Callable[[int], str], device: QPagedPaintDevice, room: QSizeF) -> QTextDocument:
    """Return the sheet with the most lines to write on that still is one page."""
    low, high = _LINES
    best = laid_out(html(low), device, room)
    while low < high:
        middle = (low + high + 1) // 2
        tried = laid_out(html(middle), device, room)
        if tried.pageCount() == 1:
            low, best = middle, tried
        else:
            high = middle - 1
    return best


def _draw_page(painter: QPainter, document: QTextDocument, page: int, room: QSizeF) -> None:
    shown = QRectF(0, page * room.height(), room.width(), room.height())
    painter.save()
    painter.translate(0, -shown.top())
    document.drawContents(painter, shown)
    painter.restore()


def _draw_foot(
    painter: QPainter, rect: QRectF, pack: PaperPack, part: _Part, numbered: str
) -> None:
    painter.setFont(QFont("Inter", 8))
    painter.setPen(QColor("#444444"))
    start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    if pack.is_right_to_left:
        start, end = end, start
    low = Qt.AlignmentFlag.AlignBottom
    painter.drawText(rect, low | start, f"{pack.title} · {part.name}")
    painter.drawText(rect, low | end, numbered)
