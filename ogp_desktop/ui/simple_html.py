"""The few pieces of HTML that our readable texts are made of; every text in them is escaped."""

from collections.abc import Iterable
from html import escape

from ogp_desktop.ui.punctuation import no_break


def escaped(text: str) -> str:
    """Return a text as it may stand in HTML, its lines and no-break spaces kept."""
    return escape(no_break(text)).replace("\n", "<br>")


def paragraph(text: str) -> str:
    """Return a paragraph."""
    return f"<p>{escaped(text)}</p>"


def heading(level: int, text: str) -> str:
    """Return a heading of this level."""
    return f"<h{level}>{escaped(text)}</h{level}>"


def bullets(lines: Iterable[str]) -> str:
    """Return a list, or nothing for no lines."""
    items = "".join(f"<li>{escaped(line)}</li>" for line in lines)
    return f"<ul>{items}</ul>" if items else ""


def table(rows: Iterable[tuple[str, str]]) -> str:
    """Return names and values side by side; a row without a value is left out."""
    cells = "".join(
        f"<tr><td>{escaped(name)}&nbsp;&nbsp;</td><td>{escaped(value)}</td></tr>"
        for name, value in rows
        if value
    )
    return f"<table cellpadding='2'>{cells}</table>"
