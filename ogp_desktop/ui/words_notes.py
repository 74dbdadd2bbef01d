"""The sentences of the notes pane: counts, places, what is wrong, and each row aloud."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.kits.model import QuestionKind
from ogp_desktop.ui.run.entry_state import Target
from ogp_desktop.ui.run.notes_state import Heading, NotesState, NotesView, Row, RowKind
from ogp_desktop.ui.widgets.bidi import isolated_ltr
from ogp_desktop.ui.words_cards import dots, rank_name
from ogp_desktop.ui.words_run import notes_count
from ogp_desktop.ui.words_time import clock_time

_EXCERPT = 40


def note_count(count: int) -> str:
    """Say how many notes the question has."""
    return QCoreApplication.translate("Notes", "%n on this question", "", count)


def progress(state: NotesState) -> str:
    """Say what is chosen or recorded so far, by the kind of the question."""
    question = state.question
    match question.kind:
        case QuestionKind.CARDS:
            return (
                QCoreApplication.translate("Notes", "Top {limit}: {count} chosen").format(
                    limit=number(question.choose), count=number(state.chosen_count)
                )
                if (question.choose != 3)
                else QCoreApplication.translate(
                    "Notes", "Top three: %n chosen", "", state.chosen_count
                )
            )
        case QuestionKind.CHOICES:
            return QCoreApplication.translate(
                "Notes", "Leaning recorded: {count} of {total}"
            ).format(count=number(state.lean_count), total=number(len(question.choices)))
        case QuestionKind.BOXES:
            return QCoreApplication.translate("Notes", "Key points: {count}").format(
                count=number(state.key_count)
            )


def parked(count: int) -> str:
    """Name the list of what was put aside."""
    return QCoreApplication.translate("Notes", "Parked: {count}").format(count=number(count))


def view_title(view: NotesView, limit: int) -> str:
    """Say what the list holds when it does not hold everything."""
    titles = {
        NotesView.ALL: QCoreApplication.translate("Notes", "Notes"),
        NotesView.CHOOSING: QCoreApplication.translate("Notes", "Choose up to %n", "", limit),
        NotesView.PARKED: QCoreApplication.translate("Notes", "Parked notes"),
        NotesView.KEY_POINTS: QCoreApplication.translate("Notes", "Key points"),
        NotesView.FOUND: QCoreApplication.translate("Notes", "Found"),
    }
    return titles[view]


def empty(state: NotesState) -> tuple[str, str]:
    """Say why the list is empty, and what to do."""
    match state.view:
        case NotesView.CHOOSING:
            return (
                QCoreApplication.translate("Notes", "No ideas written yet."),
                QCoreApplication.translate(
                    "Notes", "Choose up to three when the group has named its ideas."
                ),
            )
        case NotesView.PARKED:
            return (QCoreApplication.translate("Notes", "Nothing is parked."), "")
        case NotesView.KEY_POINTS:
            return (
                QCoreApplication.translate("Notes", "No key points yet."),
                QCoreApplication.translate("Notes", "Ctrl+Enter saves a line as a key point."),
            )
        case NotesView.FOUND:
            return (QCoreApplication.translate("Notes", "No note holds these words."), "")
        case NotesView.ALL:
            return (
                QCoreApplication.translate("Notes", "Nothing written yet."),
                QCoreApplication.translate(
                    "Notes", "Type what you hear, press Enter. The kind can wait."
                ),
            )


def heading(which: Heading) -> str:
    """Name a part of the list."""
    names = {
        Heading.ALL_CARDS: QCoreApplication.translate("Notes", "For all of them"),
        Heading.ALSO_RAISED: QCoreApplication.translate("Notes", "Also raised"),
    }
    return names[which]


def gap(row: Row) -> str:
    """Say what is missing here: in the kit's words, or in ours where the kit has none."""
    return row.text or QCoreApplication.translate("Notes", "No reasons yet")


def target(which: Target, choose: int) -> str:
    """Say shortly what a line belongs to."""
    if which.number == 0:
        if which.choice_id is None and choose == 0:
            return QCoreApplication.translate("Notes", "No single choice")
        if choose == 3:
            return QCoreApplication.translate("Notes", "All three")
        return QCoreApplication.translate("Notes", "All of them")
    words = (
        QCoreApplication.translate("Notes", "Choice {number}")
        if which.choice_id is not None
        else QCoreApplication.translate("Notes", "Under {number}")
    )
    return words.format(number=number(which.number))


def target_full(which: Target, choose: int) -> str:
    """Say what a line belongs to, with the first words of it."""
    if not which.text:
        return target(which, choose)
    return QCoreApplication.translate("Notes", "{place}: {words}").format(
        place=target(which, choose), words=excerpt(which.text)
    )


def no_group() -> str:
    """Say that the group is not recorded."""
    return QCoreApplication.translate("Notes", "Not recorded")


def barred_group() -> str:
    """Say why a group may not be recorded."""
    return QCoreApplication.translate(
        "Notes", "Not recorded: with so few people this would point to someone"
    )


def trouble(which: Trouble, since: datetime | None, copied_to: str = "") -> str:
    """Say that words could not be saved, since when, that they are there, and where a copy is."""
    why = {
        "disk_full": QCoreApplication.translate("Notes", "The disk is full."),
        "locked": QCoreApplication.translate("Notes", "Another program is using the file."),
        "damaged": QCoreApplication.translate("Notes", "The data file is damaged."),
    }.get(which.code, QCoreApplication.translate("Notes", "The disk is full or locked."))
    when = clock_time(since) if since is not None else ""
    said = QCoreApplication.translate(
        "Notes", "Not saved since {time}. Your words are still here. {reason}"
    ).format(time=when, reason=why)
    if not copied_to:
        return said
    copy = QCoreApplication.translate("Notes", "A copy is in {place}.")
    return f"{said} {copy.format(place=isolated_ltr(copied_to))}"


def refusal(which: Refusal) -> str:
    """Say what a rule refused, and what to do."""
    match which.code:
        case "too_long":
            return QCoreApplication.translate(
                "Notes", "This note is too long. Up to {limit} characters fit in one."
            ).format(limit=number(int(which.data.get("limit", 0))))
        case "group_too_small":
            return barred_group()
        case "counts_exceed_people":
            return QCoreApplication.translate(
                "Notes", "More hands than people: {people} are in the room."
            ).format(people=number(int(which.data.get("people", 0))))
        case "empty":
            return QCoreApplication.translate(
                "Notes", "A note needs words. To take it off the list, press Delete."
            )
    return QCoreApplication.translate("Notes", "This cannot be done now.")


def row_sentence(row: Row) -> str:
    """Return a row as one sentence for assistive technology."""
    match row.kind:
        case RowKind.HEADING:
            return heading(row.heading) if row.heading else ""
        case RowKind.GAP:
            return QCoreApplication.translate(
                "Notes", "{kind}. {gap} Press Enter to take it up."
            ).format(kind=row.local.label if row.local else "", gap=_ended(gap(row)))
        case RowKind.CHOICE:
            return QCoreApplication.translate("Notes", "Choice {number}: {text}").format(
                number=number(row.number or 0), text=row.text
            )
        case RowKind.BOX:
            label = row.local.label if row.local else ""
            return QCoreApplication.translate("Notes", "{box}: {count}").format(
                box=label, count=notes_count(row.count or 0)
            )
    return " ".join(_note_parts(row))


def _note_parts(row: Row) -> list[str]:
    note = row.note
    if note is None or row.local is None:
        return []
    parts = [_ended(row.local.label), _ended(note.text)]
    if row.kind in (RowKind.CARD, RowKind.CANDIDATE):
        parts.insert(0, _ended(rank_name(note.rank)))
        if note.dots is not None:
            parts.append(_ended(dots(note.dots)))
    if row.group:
        said = QCoreApplication.translate("Notes", "From: {group}.").format(group=row.group)
        parts.append(said)
    if note.heard > 1:
        parts.append(
            _ended(QCoreApplication.translate("Notes", "Heard %n time(s)", "", note.heard))
        )
    parts += [_ended(word) for _, word in flags(row)]
    return parts


def flags(row: Row) -> tuple[tuple[str, str], ...]:
    """Return icon and word of each flag a note carries."""
    note = row.note
    if note is None:
        return ()
    named = (
        (note.is_key, "star", QCoreApplication.translate("Notes", "Key point")),
        (note.is_contested, "split", QCoreApplication.translate("Notes", "Contested")),
        (note.is_quotation, "quote", QCoreApplication.translate("Notes", "Quotation")),
    )
    return tuple((icon, word) for is_set, icon, word in named if is_set)


def excerpt(text: str) -> str:
    """Return the first words of a note, for a menu."""
    line = " ".join(text.split())
    return line if len(line) <= _EXCERPT else f"{line[: _EXCERPT - 1].rstrip()}…"


def number(value: int) -> str:
    """Write a number as the interface does."""
    return QLocale().toString(value)


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."
