"""Small pieces of HTML that a browser and Qt's rich text both draw well; all text is escaped."""

import re
from collections.abc import Iterable
from datetime import datetime
from html import escape

from PySide6.QtCore import QDate, QLocale

INK, QUIET, LINE, SOFT, ACCENT = "#1c2430", "#566070", "#d5dae1", "#f3f5f8", "#1d5fae"
WAITING = "#8a6100"
"""Beside what is not proven."""


def heading(text: str) -> str:
    """Return a heading of a part of the report."""
    return f"<h2>{escape(text)}</h2>"


def small_heading(text: str) -> str:
    """Return a heading inside a part."""
    return f"<h3>{escape(text)}</h3>"


def paragraph(text: str, kind: str = "") -> str:
    """Return a paragraph, its line breaks kept; nothing for no text."""
    if not text:
        return ""
    look = f' class="{kind}"' if kind else ""
    return f"<p{look}>{_lines(text)}</p>"


def bullets(texts: Iterable[str]) -> str:
    """Return a list, nothing for an empty one."""
    items = "".join(f"<li>{_lines(text)}</li>" for text in texts)
    return f"<ul>{items}</ul>" if items else ""


def facts(rows: Iterable[tuple[str, str]], *, width: int = 26) -> str:
    """Return names and values in two columns; a row without a value is left out."""
    cells = "".join(
        f'<tr><td class="name" width="{width}%">{escape(name)}</td><td>{_lines(value)}</td></tr>'
        for name, value in rows
        if value
    )
    return f'<table width="100%" cellspacing="0" cellpadding="2">{cells}</table>' if cells else ""


def barred(content: str, color: str = ACCENT) -> str:
    """Return content beside a bar of colour, kept together as one block."""
    return (
        '<table width="100%" cellspacing="0" cellpadding="0"><tr>'
        f'<td width="4" bgcolor="{color}"></td>'
        f'<td class="barred" bgcolor="{SOFT}">{content}</td></tr></table><p class="gap">&nbsp;</p>'
    )


def scale(first: str, second: str, chosen: int) -> str:
    """Return five steps between two poles with the chosen one (0..4) filled."""
    steps = " ".join("●" if step == chosen else "○" for step in range(5))
    return (
        f'<p>{escape(first)} &nbsp;<span style="color:{ACCENT}">{steps}</span>&nbsp; '
        f"{escape(second)}</p>"
    )


def columns(cells: Iterable[tuple[str, str]]) -> str:
    """Return names over values, side by side."""
    named = tuple(cells)
    width = 100 // max(len(named), 1)
    names = "".join(
        f'<td class="name" width="{width}%" bgcolor="{SOFT}">{_lines(name)}</td>'
        for name, _ in named
    )
    values = "".join(f'<td class="value">{_lines(value)}</td>' for _, value in named)
    return (
        '<table width="100%" cellspacing="0" cellpadding="4">'
        f'<tr>{names}</tr><tr>{values}</tr></table><p class="gap">&nbsp;</p>'
    )


def moment(time: datetime, locale: QLocale) -> str:
    """Return a time in words, with its offset from UTC."""
    day = locale.toString(QDate(time.year, time.month, time.day), "d MMMM yyyy")
    offset = f"{time:%z}"
    return f"{day}, {time:%H:%M} (UTC{offset[:3]}:{offset[3:5]})"


def page(title: str, language: str, direction: str, body: str) -> str:
    """Return the whole page; it asks for nothing from outside."""
    return (
        f'<!DOCTYPE html><html lang="{escape(language)}" dir="{direction}"><head>'
        f'<meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{_STYLE}</style><style>{_WINDOW}</style></head>"
        f"<body>{body}</body></html>"
    )


def _lines(text: str) -> str:
    """Escape, keep line breaks, and keep French signs from falling alone on a line."""
    kept = re.sub(" (?=[?!:;»])|(?<=«) ", "\u00a0", text)
    return escape(kept).replace("\n", "<br>")


_STYLE = f"""
body {{ font-family: Inter, 'Noto Sans', sans-serif; font-size: 9.5pt; color: {INK};
  background-color: #ffffff; line-height: 124%; }}
h1 {{ font-size: 20pt; font-weight: 600; margin-top: 2px; margin-bottom: 4px; line-height: 115%; }}
h2 {{ font-size: 13pt; font-weight: 600; margin-top: 14px; margin-bottom: 4px; color: {ACCENT}; }}
h3 {{ font-size: 10pt; font-weight: 600; margin-top: 6px; margin-bottom: 1px; }}
p {{ margin-top: 0px; margin-bottom: 6px; }}
ul {{ margin-top: 2px; margin-bottom: 6px; }}
li {{ margin-bottom: 2px; }}
.kicker {{ color: {QUIET}; font-size: 9pt; margin-bottom: 0px; }}
.quiet {{ color: {QUIET}; font-size: 9pt; }}
.asked {{ font-weight: 600; }}
.point {{ font-weight: 600; font-size: 10.5pt; margin-bottom: 2px; }}
.mono {{ font-family: 'DejaVu Sans Mono', Menlo, Consolas, monospace; font-size: 8pt; }}
.digest {{ font-family: 'DejaVu Sans Mono', Menlo, Consolas, monospace; font-size: 12pt; }}
.back {{ page-break-before: always; }}
.gap {{ font-size: 4pt; margin: 0px; line-height: 100%; }}
td {{ vertical-align: top; }}
td.name {{ color: {QUIET}; font-size: 9pt; }}
td.value {{ font-weight: 600; }}
td.barred {{ padding: 8px 12px; }}
"""
_WINDOW = "@media (min-width: 1px) { body { max-width: 46em; margin: 2em auto; padding: 0 1em; } }"
"""For a browser; Qt lays the page out itself and cannot read such a rule."""
