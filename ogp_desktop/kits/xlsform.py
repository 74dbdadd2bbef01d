"""Writes the form of a kit as an XLSForm workbook, with nothing but the standard library.

A workbook is a zip of small XML files, and an XLSForm needs texts in cells and nothing more. So any
kit, also one made by its users, gets its workbook from the program itself.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from ogp_desktop.domain.canonical import clean
from ogp_desktop.domain.form_tree import NodeKind
from ogp_desktop.kits.server_form import Item, ServerForm, Texts

Row = Sequence[str]

_TYPES = {NodeKind.TEXT: "text", NodeKind.WHOLE_NUMBER: "integer"}
_SELECTS = {NodeKind.ONE_OF: "select_one", NodeKind.SOME_OF: "select_multiple"}
_BLOCKS = {NodeKind.GROUP: "group", NodeKind.REPEAT: "repeat"}
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KINDS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_WHEN = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can tell: the same form is the same bytes."""


def xlsform(form: ServerForm) -> bytes:
    """Return the form as a workbook with the sheets ``survey``, ``choices`` and ``settings``."""
    return _workbook({"survey": survey(form), "choices": choices(form), "settings": settings(form)})


def survey(form: ServerForm) -> list[Row]:
    """Return the rows of the fields."""
    labels = [f"label::{language}" for language in form.languages]
    return [["type", "name", *labels], *_survey(form, form.items)]


def _survey(form: ServerForm, items: Iterable[Item]) -> Iterator[Row]:
    for item in items:
        block = _BLOCKS.get(item.kind)
        if block is None:
            yield [_type(item), item.name, *_labels(form, item.label)]
        else:
            yield [f"begin {block}", item.name, *_labels(form, item.label)]
            yield from _survey(form, item.children)
            yield [f"end {block}"]


def _type(item: Item) -> str:
    if item.is_hidden:
        return "hidden"
    return f"{_SELECTS[item.kind]} {item.choices}" if item.choices else _TYPES[item.kind]


def _labels(form: ServerForm, label: Texts) -> list[str]:
    return [label.get(language, "") for language in form.languages]


def choices(form: ServerForm) -> list[Row]:
    """Return the rows of the lists."""
    labels = [f"label::{language}" for language in form.languages]
    return [
        ["list_name", "name", *labels],
        *(
            [name, choice.value, *_labels(form, choice.label)]
            for name, listed in form.lists.items()
            for choice in listed
        ),
    ]


def settings(form: ServerForm) -> list[Row]:
    """Return the rows that name the form."""
    return [
        ["form_title", "form_id", "version", "default_language"],
        [form.title, form.form.id, form.form.version, form.languages[0]],
    ]


def _workbook(sheets: dict[str, list[Row]]) -> bytes:
    numbers = range(1, len(sheets) + 1)
    parts = {
        "[Content_Types].xml": _content_types(numbers),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _book(sheets),
        "xl/_rels/workbook.xml.rels": _relations(
            [("worksheet", f"worksheets/sheet{number}.xml") for number in numbers]
        ),
    }
    for number, rows in zip(numbers, sheets.values(), strict=True):
        parts[f"xl/worksheets/sheet{number}.xml"] = _sheet(rows)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'.encode())
    return written.getvalue()


def _content_types(numbers: Iterable[int]) -> str:
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml"'
        f' ContentType="{_KINDS}.worksheet+xml"/>'
        for number in numbers
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KINDS}.sheet.main+xml"/>'
        f"{sheets}</Types>"
    )


def _relations(found: Iterable[tuple[str, str]]) -> str:
    related = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(found, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>'


def _book(sheets: Iterable[str]) -> str:
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(sheets, start=1)
    )
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>{listed}</sheets></workbook>'


def _sheet(rows: Iterable[Row]) -> str:
    written = "".join(
        f'<row r="{number}">{"".join(_cells(row, number))}</row>'
        for number, row in enumerate(rows, start=1)
    )
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{written}</sheetData></worksheet>'


def _cells(row: Row, number: int) -> Iterator[str]:
    for place, text in enumerate(row):
        if text:
            at = f"{_column(place)}{number}"
            words = f'<t xml:space="preserve">{escape(clean(text))}</t>'
            yield f'<c r="{at}" t="inlineStr"><is>{words}</is></c>'


def _column(place: int) -> str:
    """Return the letters of a column, counted from 0: A, B, ... Z, AA, ..."""
    letters = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters
