"""The pages of a paper pack as HTML that Qt's rich text draws; every text is escaped.

In black and grey on white, so that any printer prints them, and with no place for a name.
"""

import re
from collections.abc import Sequence
from html import escape

from ogp_desktop.documents.paper_sheet import RING
from ogp_desktop.documents.report_parts import bullets, facts, heading, page, paragraph
from ogp_desktop.domain.paper_pack import PackGuide, PackQuestion, PackStep, PaperPack

_EDGE = "#8a929e"
_GROUND = "#eef0f3"
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_NUMBERED = re.compile(r"\d+[.)] +")


def running_html(pack: PaperPack, contents: Sequence[tuple[str, str]]) -> str:
    """Return the host's sheet: what is when, what is read aloud, and what is asked."""
    words = pack.words
    body = (
        paragraph(words.running_sheet, "kicker")
        + f"<h1>{escape(pack.title)}</h1>"
        + facts(pack.facts)
        + _agenda(pack)
        + heading(words.read_aloud)
        + _framed(paragraph(pack.spoken, "asked"))
        + _part(words.rules, bullets(pack.rules))
        + heading(words.questions)
        + "".join(paragraph(f"{term}: {text}", "quiet") for term, text in pack.definitions)
        + "".join(_asked(pack, question) for question in pack.questions)
        + heading(words.contents)
        + facts(contents)
    )
    return _page(pack, body)


def guidance_html(pack: PaperPack) -> str:
    """Return what the kit advises its host, every section of it."""
    body = paragraph(pack.words.guidance, "kicker") + "".join(map(_guide, pack.guidance))
    return _page(pack, body)


def table_html(pack: PaperPack, question: PackQuestion, lines: int) -> str:
    """Return the sheet of one question for one table, with this many lines to write on."""
    words = pack.words
    head = _row(
        pack,
        (
            f'<td width="70%">{_strong(_text(question.heading))}</td>',
            f'<td width="30%">{_strong(_text(words.table))} ____________</td>',
        ),
    )
    asked = f'<p class="gap">&nbsp;</p><p class="big">{_text(question.text)}</p>'
    body = f'<table width="100%">{head}</table>{asked}'
    if question.has_boxes:
        return _page(pack, body + _boxes(pack, question, lines) + _no_names(pack))
    body += _prompts(question)
    if question.choices:
        return _page(pack, body + _choices(pack, question, lines) + _no_names(pack))
    left_over = max(2, lines // 5)
    body += _part(words.ideas, _lines(max(1, lines - left_over)))
    if question.choose:
        numbers = "".join(_line(f"{number + 1}.") for number in range(question.choose))
        body += _part(words.chosen, f'<table width="100%" cellspacing="0">{numbers}</table>')
    body += _part(words.left_over, _lines(left_over))
    return _page(pack, body + _no_names(pack))


def notes_html(pack: PaperPack, question: PackQuestion, lines: int) -> str:
    """Return the note-taker's sheet of one question: a kind by its number, and a line."""
    words = pack.words
    kinds = " · ".join(f"{kind.key}\u00a0{kind.label}" for kind in question.kinds)
    body = (
        paragraph(words.note_sheets, "kicker")
        + paragraph(question.heading, "asked")
        + paragraph(question.text, "quiet")
        + (paragraph(f"{words.kind}: {kinds}") if kinds else "")
    )
    if question.choices:
        body += f"<h3>{_text(words.leans)}</h3>"
    for choice in question.choices:
        body += paragraph(choice.text) + _scale(pack, choice.first, choice.second)
    widths = ("10%", "72%", "18%")
    heads = (words.kind, words.said, words.table)
    rows = _row(
        pack,
        [
            f'<td width="{width}" bgcolor="{_GROUND}" style="{_EDGES}">{_text(name)}</td>'
            for width, name in zip(widths, heads, strict=True)
        ],
    )
    empty = "".join(f'<td style="{_EDGES}">&nbsp;</td>' for _ in widths)
    body += f'<table width="100%" {_GRID}>{rows}{f"<tr>{empty}</tr>" * lines}</table>'
    return _page(pack, body + _no_names(pack))


def markdown_html(text: str) -> str:
    """Return paragraphs, lists and bold words; a link is its words, since paper has no links."""
    return "".join(_block(block) for block in re.split(r"\n\s*\n", text.strip()) if block.strip())


def _block(block: str) -> str:
    lines = [line.strip() for line in block.splitlines()]
    is_dashed = all(line.startswith(("- ", "* ")) for line in lines)
    if is_dashed or all(_NUMBERED.match(line) for line in lines):
        tag, mark = ("ul", "[-*] +") if is_dashed else ("ol", _NUMBERED.pattern)
        items = "".join(f"<li>{_marked(re.sub(f'^{mark}', '', line))}</li>" for line in lines)
        return f"<{tag}>{items}</{tag}>"
    return f"<p>{_marked(' '.join(lines))}</p>"


def _marked(text: str) -> str:
    return _BOLD.sub(_strong(r"\1"), _text(_LINK.sub(r"\1", text)))


def _agenda(pack: PaperPack) -> str:
    words = pack.words
    widths = ("9%", "11%", "64%", "16%")
    heads = (words.begins, words.minutes, words.what, words.clock)
    head = _row(
        pack,
        [
            f'<td width="{width}" bgcolor="{_GROUND}" style="{_EDGES}">{_text(name)}</td>'
            for width, name in zip(widths, heads, strict=True)
        ],
    )
    rows = "".join(_row(pack, _cells(step)) for step in pack.steps)
    started = paragraph(f"{words.started_at}: ____________")
    return f'<p class="gap">&nbsp;</p>{started}<table width="100%" {_GRID}>{head}{rows}</table>'


def _cells(step: PackStep) -> tuple[str, ...]:
    about = f" {_text(step.about)}" if step.about else ""
    steps = f'<br/><span class="quiet">{_text(step.steps)}</span>' if step.steps else ""
    return (
        f'<td style="{_EDGES}">{escape(step.begins)}</td>',
        f'<td style="{_EDGES}">{_strong(escape(step.minutes))}</td>',
        f'<td style="{_EDGES}">{_strong(_text(step.name))}{about}{steps}</td>',
        f'<td style="{_EDGES}">&nbsp;</td>',
    )


def _asked(pack: PaperPack, question: PackQuestion) -> str:
    choices = bullets(f"{one.first} / {one.second}" for one in question.choices)
    official = pack.words.official.format(text=question.original) if question.original else ""
    return (
        f"<h3>{_text(question.heading)}</h3>"
        + paragraph(question.before, "quiet")
        + ("" if question.is_in_group else paragraph(pack.words.alone, "quiet"))
        + paragraph(question.text, "asked")
        + paragraph(official, "quiet")
        + _prompts(question)
        + choices
    )


def _prompts(question: PackQuestion) -> str:
    return bullets(
        f"{prompt.text}\n{prompt.examples}" if prompt.examples else prompt.text
        for prompt in question.prompts
    )


def _guide(guide: PackGuide) -> str:
    note = paragraph(guide.note, "quiet")
    return f"<h3>{_text(guide.title)}</h3>{note}{markdown_html(guide.body)}"


def _boxes(pack: PaperPack, question: PackQuestion, lines: int) -> str:
    """Return the boxes two by two, as deep as there are lines for."""
    tall = "<br/>&nbsp;" * max(2, lines // 2)
    cells = [
        f'<td width="50%" style="{_EDGES}">{_strong(_text(prompt.text))}{tall}</td>'
        for prompt in question.prompts
    ]
    if len(cells) % 2:
        cells.append('<td width="50%"></td>')
    rows = "".join(_row(pack, cells[at : at + 2]) for at in range(0, len(cells), 2))
    return f'<table width="100%" {_GRID}>{rows}</table>'


def _choices(pack: PaperPack, question: PackQuestion, lines: int) -> str:
    each = max(1, lines // len(question.choices))
    return "".join(
        f'<p class="asked">{_text(choice.text)}</p>{_scale(pack, choice.first, choice.second)}'
        f"<p>{_text(pack.words.why)}</p>{_lines(each)}"
        for choice in question.choices
    )


def _scale(pack: PaperPack, first: str, second: str) -> str:
    """Return five rings between two poles, and one for those to whom it depends."""
    sheet = pack.individual
    rings = _row(
        pack,
        [
            f'<td align="center" width="16%">{RING}<br/>{_text(step)}</td>'
            for step in (*sheet.steps, sheet.depends)
        ],
    )
    poles = _row(
        pack,
        (
            f'<td width="50%">{_strong(_text(first))}</td>',
            f'<td width="50%" align="right">{_strong(_text(second))}</td>',
        ),
    )
    return f'<table width="100%">{poles}</table><table width="100%">{rings}</table>'


def _row(pack: PaperPack, cells: Sequence[str]) -> str:
    """Return a row that reads from the side on which the script begins: Qt mirrors no table."""
    return f"<tr>{''.join(cells[::-1] if pack.is_right_to_left else cells)}</tr>"


def _lines(count: int) -> str:
    return f'<table width="100%" cellspacing="0">{_line() * count}</table>'


def _line(words: str = "&nbsp;") -> str:
    style = f"border-bottom: 1px solid {_EDGE}; padding-top: 9px"
    return f'<tr><td style="{style}">{words}</td></tr>'


def _framed(content: str) -> str:
    return f'<table width="100%" {_GRID}><tr><td style="{_EDGES}">{content}</td></tr></table>'


def _part(title: str, content: str) -> str:
    return f"<h3>{_text(title)}</h3>{content}"


def _no_names(pack: PaperPack) -> str:
    return paragraph(pack.words.no_names, "quiet")


def _strong(html: str) -> str:
    """Return words that stand out in a weight that the fonts at hand have."""
    return f'<span style="font-weight: 600">{html}</span>'


def _text(words: str) -> str:
    """Escape, and keep French signs from falling alone on a line."""
    return escape(re.sub(" (?=[?!:;»])|(?<=«) ", "\u00a0", words))


def _page(pack: PaperPack, body: str) -> str:
    way = "rtl" if pack.is_right_to_left else "ltr"
    return page(pack.title, pack.language, way, f"<style>{_STYLE}</style>{body}")


_EDGES = f"border: 1px solid {_EDGE}"
_GRID = 'cellspacing="0" cellpadding="5" style="border-collapse: collapse"'
_STYLE = """
body { color: #000000; font-size: 10.5pt; }
.quiet, .kicker { color: #444444; }
.big { font-size: 14pt; font-weight: 600; }
"""
