"""Each row of Review as one sentence, for those who do not see it, and the marks of a line."""

from PySide6.QtCore import QCoreApplication

from ogp_desktop.domain.review import ReadBack
from ogp_desktop.ui import words_lean
from ogp_desktop.ui import words_review as words
from ogp_desktop.ui.punctuation import no_break
from ogp_desktop.ui.review.rows import (
    AddRow,
    CoverRow,
    GapRow,
    HeadRow,
    LeanRow,
    LineRow,
    NoteRow,
    Row,
    SayRow,
    SectionRow,
    SpotKind,
    TextRow,
)


def lean(row: LeanRow) -> str:
    """Say the room's lean on a choice."""
    if row.lean.depends:
        return words_lean.lean_depends()
    if row.lean.step is None:
        return words_lean.lean_unset()
    return no_break(dict(words_lean.lean_steps(row.choice))[row.lean.step])


def heard(count: int) -> str:
    """Say how often something was heard."""
    return QCoreApplication.translate("Review", "heard %n time(s)", "", count)


def marks(row: LineRow) -> tuple[tuple[str, str], ...]:
    """Return icon and word of each thing that was said about a line."""
    found: list[tuple[str, str]] = []
    line = row.line
    if row.is_flagged:
        found.append(
            ("triangle-alert", QCoreApplication.translate("Review", "To settle", "of one line"))
        )
    if line.is_quotation:
        found.append(("quote", QCoreApplication.translate("Review", "Quotation")))
    if row.agreement is not None:
        found.append(("users", words.agreement(row.agreement)))
    if line.read_back is not ReadBack.NOT_READ:
        found.append(("check", words.read_back(line.read_back)))
    if line.heard > 1:
        found.append(("repeat", heard(line.heard)))
    return tuple(found)


def add_words(row: AddRow) -> str:
    """Say what can be added here, beginning with what is missing."""
    if row.hint:
        return no_break(row.hint)
    words_of = {
        SpotKind.CARD: QCoreApplication.translate("Review", "Add an idea"),
        SpotKind.REASON: QCoreApplication.translate("Review", "Add a reason"),
        SpotKind.DISAGREEMENT: QCoreApplication.translate(
            "Review", "Add a point on which people disagreed"
        ),
    }
    return words_of.get(row.spot.kind) or QCoreApplication.translate("Review", "Add a line")


def cover_words(row: CoverRow) -> str:
    """Say what became of the question, and why where it was not reached."""
    said = words.coverage(row.coverage)
    if not row.reason:
        return said
    return QCoreApplication.translate("Review", "{what}, because: {reason}").format(
        what=said, reason=row.reason
    )


def note_facts(row: NoteRow) -> str:
    """Say which question a note belongs to and whether it is used."""
    parts = [words.question(row.number), row.group]
    if row.is_used:
        parts.append(QCoreApplication.translate("Review", "used"))
    if row.note.is_parked:
        parts.append(QCoreApplication.translate("Review", "parked"))
    return " · ".join(part for part in parts if part)


def row_sentence(row: Row) -> str:
    """Return a row as one sentence."""
    match row:
        case HeadRow():
            return words.heading(row)
        case SectionRow():
            said = (words.section_name, words.section_facts, words.section_state)
            parts = [row.section.theme, *(say(row.section) for say in said)]
            return ". ".join(part for part in (parts[1], parts[0], *parts[2:]) if part)
        case SayRow():
            return words.say(row.say)
        case LineRow():
            parts = [row.mark.label, row.line.text, *row.groups, *(word for _, word in marks(row))]
            if row.rank is not None:
                parts.insert(0, words.number(row.rank))
            return ". ".join(part for part in parts if part)
        case AddRow():
            return ". ".join(part for part in (row.mark.label, add_words(row)) if part)
        case LeanRow():
            parts = [row.choice.first, row.choice.second, lean(row)]
            return ". ".join([*parts, *filter(None, [words_lean.hands_counted(row.lean)])])
        case CoverRow():
            return cover_words(row)
        case TextRow():
            return ". ".join(part for part in (row.label, row.text) if part)
        case GapRow():
            return words.gap(row)
        case NoteRow():
            return ". ".join((row.mark.label, row.note.text, note_facts(row)))
    return ""
