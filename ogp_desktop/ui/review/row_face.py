"""What a row of Review looks like when it is not open: icon, facts, words and their colours."""

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QCoreApplication

from ogp_desktop.domain.review import Coverage
from ogp_desktop.ui import words_lean
from ogp_desktop.ui import words_review as words
from ogp_desktop.ui.punctuation import no_break
from ogp_desktop.ui.review.row_words import add_words, cover_words, lean, marks, note_facts
from ogp_desktop.ui.review.rows import (
    AddRow,
    CoverRow,
    GapRow,
    HeadRow,
    LeanRow,
    LineRow,
    Mark,
    NoteRow,
    Row,
    SayRow,
    Section,
    SectionRow,
    TextRow,
)
from ogp_desktop.ui.theme.tokens import ColorName, FontRole

_SPACE = 8
_SETTLED: tuple[str, ColorName] = ("circle-check", "ok")
COVER_ICONS = {
    Coverage.GROUP: "users",
    Coverage.INDIVIDUAL: "tablet-smartphone",
    Coverage.NOT_REACHED: "skip-forward",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A few words in the line of facts."""

    text: str
    ink: ColorName = "ink2"
    icon: str | None = None
    role: FontRole = "caption"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFace:
    """Everything to paint; ``number`` stands in a disc, ``space`` above the row."""

    level: int = 0
    icon: str | None = None
    icon_ink: ColorName = "ink2"
    number: str = ""
    pieces: tuple[Piece, ...] = ()
    text: str = ""
    role: FontRole = "body"
    ink: ColorName = "ink"
    space: int = 0


def face_of(row: Row) -> RowFace:
    """Return the face of any row."""
    match row:
        case HeadRow():
            return RowFace(text=words.heading(row), role="strong", space=_SPACE)
        case SectionRow():
            return _section_face(row.section)
        case SayRow():
            return RowFace(text=words.say(row.say), role="caption", ink="ink2")
        case LineRow():
            return _line_face(row)
        case AddRow():
            icon = row.mark.icon if row.hint else "plus"
            return RowFace(level=row.level, icon=icon, text=add_words(row), ink="ink2")
        case LeanRow():
            return _lean_face(row)
        case CoverRow():
            return RowFace(icon=COVER_ICONS[row.coverage], text=cover_words(row), ink="ink2")
        case TextRow():
            empty = QCoreApplication.translate("Review", "Nothing written yet.")
            return RowFace(
                icon="triangle-alert" if row.is_flagged else "file-text",
                icon_ink="warn" if row.is_flagged else "ink2",
                pieces=(Piece(row.label, role="caption_b"),),
                text=row.text or empty,
                ink="ink" if row.text else "ink2",
            )
        case GapRow():
            is_due = row.gap.is_blocking
            return RowFace(
                icon="triangle-alert" if is_due else "circle-help",
                icon_ink="warn" if is_due else "ink2",
                text=words.gap(row),
            )
        case NoteRow():
            pieces = (_label(row.mark), Piece(note_facts(row)))
            return RowFace(
                icon=row.mark.icon,
                icon_ink=cast("ColorName", row.mark.tone),
                pieces=pieces,
                text=row.note.text,
            )
    raise TypeError(row)


def _label(mark: Mark, icon: str | None = None) -> Piece:
    return Piece(mark.label, cast("ColorName", mark.tone), icon, "caption_b")


def _line_face(row: LineRow) -> RowFace:
    pieces = [] if not row.mark.label else [_label(row.mark, row.mark.icon if row.rank else None)]
    if row.groups:
        pieces.append(Piece(", ".join(row.groups)))
    pieces += [
        Piece(word, "warn" if icon == "triangle-alert" else "ink2", icon)
        for icon, word in marks(row)
    ]
    return RowFace(
        level=row.level,
        icon=row.mark.icon,
        icon_ink=cast("ColorName", row.mark.tone),
        number="" if row.rank is None else words.number(row.rank),
        pieces=tuple(pieces),
        text=row.line.text,
        role="body_m" if row.is_card else "body",
        space=4 if row.is_card else 0,
    )


def _lean_face(row: LeanRow) -> RowFace:
    is_set = row.lean.is_recorded
    pieces = [Piece(lean(row), "ink2" if is_set else "warn", role="caption_b")]
    if row.lean.has_hands:
        pieces.append(Piece(words_lean.hands_counted(row.lean), "ink2", "hand"))
    poles = f"{no_break(row.choice.first)} / {no_break(row.choice.second)}"
    return RowFace(
        icon="scale",
        icon_ink="accent" if is_set else "warn",
        pieces=tuple(pieces),
        text=poles,
        role="body_m",
        space=_SPACE,
    )


def _section_face(section: Section) -> RowFace:
    icon, ink = _SETTLED
    if section.to_settle:
        icon, ink = ("triangle-alert", "warn")
    elif section.open_points:
        icon, ink = ("circle-help", "ink2")
    facts = [words.section_facts(section)]
    if section.to_settle or section.open_points:
        facts.append(words.section_state(section))
    return RowFace(
        icon=icon,
        icon_ink=ink,
        pieces=(Piece(words.section_name(section), "ink", role="body_m"),),
        text="\n".join(fact for fact in facts if fact),
        role="caption",
        ink="ink2",
    )
