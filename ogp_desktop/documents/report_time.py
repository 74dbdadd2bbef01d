"""The report's table of time: planned, taken and the difference, by part.

It comes from the timing log on this computer; of what was handed over it is no part, and says so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from ogp_desktop.documents.report_languages import words_in
from ogp_desktop.documents.report_parts import LINE, SOFT, facts, heading, paragraph
from ogp_desktop.domain.time_taken import TimeTaken
from ogp_desktop.kits.local_kit import LocalKit


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords:
    """The words of the table; ``parts`` name what is no question."""

    title: str
    columns: tuple[str, str, str, str]
    total: str
    began: str
    ended: str
    changed: str
    turns: str
    about: str
    parts: Mapping[str, str]


_ENGLISH = TimeWords(
    title="Time",
    columns=("Part", "Planned (min)", "Took (min)", "Difference"),
    total="In all",
    began="Started",
    ended="Ended",
    changed="Plan changed while it ran",
    turns="Turns counted",
    about=(
        "Planned is the plan as it stood at the start. Pauses are not counted. "
        "This table is not part of what was handed over."
    ),
    parts={
        "welcome": "Welcome",
        "break": "Break",
        "energiser": "Energiser",
        "interpretation": "Interpretation",
        "individual": "Individual views",
        "close": "Close",
    },
)
_FRENCH = TimeWords(
    title="Le temps",
    columns=("Étape", "Prévu (min)", "Passé (min)", "Écart"),
    total="En tout",
    began="Début",
    ended="Fin",
    changed="Déroulé modifié en cours de route",
    turns="Prises de parole comptées",
    about=(
        "Le temps prévu est celui du déroulé au début. Les pauses ne sont pas comptées. "
        "Ce tableau ne fait pas partie de ce qui a été remis."
    ),
    parts={
        "welcome": "Accueil",
        "break": "Pause",
        "energiser": "Remise en énergie",
        "interpretation": "Interprétation",
        "individual": "Points de vue individuels",
        "close": "Clôture",
    },
)
_LANGUAGES = {"en": _ENGLISH, "fr": _FRENCH}


def time_html(time: TimeTaken | None, kit: LocalKit, *, has_day: bool) -> str:
    """Return the table in the language of the kit; nothing where no time is known.

    Where the day must stay unknown, so do the hours: ``has_day`` is false.
    """
    if time is None:
        return ""
    words = _LANGUAGES.get(kit.language.partition("-")[0], _ENGLISH)
    rows = [
        (_name(item.item_id, kit, words), item.planned, item.taken, item.difference)
        for item in time.items
    ]
    hours = (
        (words.began, f"{time.started_at:%H:%M}"),
        (words.ended, f"{time.ended_at:%H:%M}"),
        (words.changed, ", ".join(f"{at:%H:%M}" for at in time.changed_at)),
    )
    turns = ((words.turns, str(time.turns) if time.turns else ""),)
    total = (words.total, time.planned, time.taken, time.difference)
    return (
        heading(words.title)
        + _table(words.columns, rows, total)  # next to its heading, which goes to its page with it
        + facts((*hours, *turns) if has_day else turns)
        + paragraph(words.about, "quiet")
    )


def signed(minutes: int) -> str:
    """Return a difference with its sign."""
    return f"{minutes:+d}".replace("-", "\u2212") if minutes else "0"


_Row = tuple[str, int, int, int]


def _table(columns: Iterable[str], rows: Iterable[_Row], total: _Row) -> str:
    head = "".join(
        f'<td class="name" bgcolor="{SOFT}" {_place(at)}>{escape(name)}</td>'
        for at, name in enumerate(columns)
    )
    body = "".join(f"<tr>{_cells(row)}</tr>" for row in rows)
    last = f'<tr bgcolor="{LINE}">{_cells(total, "value")}</tr>'
    return (
        '<table width="100%" cellspacing="0" cellpadding="3">'
        f'<tr>{head}</tr>{body}{last}</table><p class="gap">&nbsp;</p>'
    )


def _cells(row: _Row, look: str = "") -> str:
    name, planned, taken, difference = row
    kind = f' class="{look}"' if look else ""
    return "".join(
        f"<td{kind} {_place(at)}>{escape(text)}</td>"
        for at, text in enumerate((name, str(planned), str(taken), signed(difference)))
    )


def _place(column: int) -> str:
    # A sign stays before its number also where the page runs from right to left.
    return 'width="46%"' if column == 0 else 'width="18%" align="right" dir="ltr"'


def _name(item_id: str, kit: LocalKit, words: TimeWords) -> str:
    number = next((one.number for one in kit.questions if one.id == item_id), None)
    if number is not None:
        return words_in(kit.language).question.format(number=number)
    return words.parts.get(item_id, item_id)
