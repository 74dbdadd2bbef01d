"""The sentences of Review: sections, rows, what is left to settle, and what a rule refused."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QGuiApplication

from ogp_desktop.domain.agenda import QuestionKind
from ogp_desktop.domain.completeness import GapKind
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.review import Agreement, Coverage, Publication, ReadBack
from ogp_desktop.ui.punctuation import no_break
from ogp_desktop.ui.review.places import CHECK, CLOSING, CONSENT, DISAGREEMENTS, FORM, VIEWS
from ogp_desktop.ui.review.rows import GapRow, Heading, HeadRow, Say, Section
from ogp_desktop.ui.widgets.bidi import in_own_direction
from ogp_desktop.ui.words_time import clock_time, day

_EXCERPT = 60


def number(count: int) -> str:
    """Write a number as the language of the interface does."""
    return QLocale().toString(count)


def question(count: int) -> str:
    """Name a question by its number; word and number stay together in the word's direction."""
    name = QCoreApplication.translate("Review", "Question {number}").format(number=number(count))
    is_rtl = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return in_own_direction(name, is_rtl=is_rtl)


def section_name(section: Section) -> str:
    """Name a section."""
    if section.number is not None:
        return question(section.number)
    names = {
        DISAGREEMENTS: QCoreApplication.translate("Review", "Disagreements"),
        CLOSING: QCoreApplication.translate("Review", "In short, and next"),
        VIEWS: QCoreApplication.translate("Review", "Individual views"),
        FORM: QCoreApplication.translate("Review", "Form"),
        CONSENT: QCoreApplication.translate("Review", "Consent"),
        CHECK: QCoreApplication.translate("Review", "Check"),
    }
    return names[section.key]


def section_facts(section: Section) -> str:
    """Say how far a section is; empty where there is nothing to count."""
    done, total = number(section.done or 0), number(section.total or 0)
    if section.number is not None and section.coverage is not Coverage.GROUP:
        return coverage(section.coverage)
    match section.kind:
        case QuestionKind.CARDS:
            chosen = QCoreApplication.translate(
                "Review", "Chosen {done} of {total}, also raised {also}"
            )
            return chosen.format(done=done, total=total, also=number(section.also))
        case QuestionKind.CHOICES:
            leans = QCoreApplication.translate("Review", "Leans {done} of {total}")
            return leans.format(done=done, total=total)
        case QuestionKind.BOXES:
            lists = QCoreApplication.translate("Review", "Lists {done} of {total}")
            return lists.format(done=done, total=total)
    if section.key == DISAGREEMENTS:
        return QCoreApplication.translate("Review", "%n line(s)", "", section.done or 0)
    if section.key == VIEWS:
        return QCoreApplication.translate("Review", "{done} of {total} people").format(
            done=done, total=total
        )
    if section.key == FORM:
        return QCoreApplication.translate("Review", "{done} of {total} answered").format(
            done=done, total=total
        )
    return ""


def section_state(section: Section) -> str:
    """Say whether a section is settled."""
    if section.to_settle:
        return QCoreApplication.translate("Review", "%n to settle", "", section.to_settle)
    if section.open_points:
        return QCoreApplication.translate("Review", "%n to look at", "", section.open_points)
    return QCoreApplication.translate("Review", "Settled")


def heading(row: HeadRow) -> str:
    """Return the words of a heading, with its count."""
    if row.heading is None:
        return no_break(row.text)
    count, of = number(row.count or 0), number(row.of or 0)
    words = {
        Heading.TOP: QCoreApplication.translate("Review", "Chosen: {count} of {of}"),
        Heading.ALSO_RAISED: QCoreApplication.translate(
            "Review", "Also raised, not chosen ({count})"
        ),
        Heading.FOR_ALL: QCoreApplication.translate("Review", "For all of them"),
        Heading.OTHER: QCoreApplication.translate("Review", "Also said ({count})"),
        Heading.DISAGREEMENTS: QCoreApplication.translate(
            "Review", "Where people disagreed ({count})"
        ),
        Heading.TO_SETTLE: QCoreApplication.translate("Review", "To settle before sealing"),
        Heading.GOOD_TO_HAVE: QCoreApplication.translate("Review", "Good to have, may stay open"),
        Heading.SOURCES: QCoreApplication.translate("Review", "Notes of this line"),
        Heading.UNUSED: QCoreApplication.translate("Review", "Not used: {count}"),
    }
    return words[row.heading].format(count=count, of=of)


def say(which: Say) -> str:
    """Return a plain sentence."""
    words = {
        Say.NO_SOURCE: QCoreApplication.translate("Review", "No note: written here in Review."),
        Say.NOTHING_CHOSEN_YET: QCoreApplication.translate(
            "Review", "Nothing is chosen yet. Open an idea below and press Choose."
        ),
        Say.NOTHING_TO_SETTLE: QCoreApplication.translate(
            "Review", "Nothing is left to settle. Read what will go, then seal it."
        ),
        Say.CHECK_MAY_MISS: QCoreApplication.translate(
            "Review",
            "Only addresses and numbers are looked for. Names cannot be found by a program:"
            " read every line.",
        ),
        Say.ALL_USED: QCoreApplication.translate("Review", "Every note is used."),
    }
    return words[which]


def coverage(which: Coverage) -> str:
    """Say what became of a question."""
    words = {
        Coverage.GROUP: QCoreApplication.translate("Review", "Discussed by the group"),
        Coverage.INDIVIDUAL: QCoreApplication.translate("Review", "Left to individual views"),
        Coverage.NOT_REACHED: QCoreApplication.translate("Review", "Not reached"),
    }
    return words[which]


def read_back(mark: ReadBack) -> str:
    """Say what the group said of a line."""
    words = {
        ReadBack.NOT_READ: QCoreApplication.translate("Review", "Not read back"),
        ReadBack.CONFIRMED: QCoreApplication.translate("Review", "Confirmed"),
        ReadBack.CHANGED: QCoreApplication.translate("Review", "Changed"),
        ReadBack.DISPUTED: QCoreApplication.translate("Review", "Disputed"),
    }
    return words[mark]


def agreement(which: Agreement) -> str:
    """Say how strongly the room stood behind an idea."""
    words = {
        Agreement.BROAD: QCoreApplication.translate("Review", "Broad agreement"),
        Agreement.MIXED: QCoreApplication.translate("Review", "Mixed views"),
        Agreement.CONTESTED: QCoreApplication.translate("Review", "Contested"),
    }
    return words[which]


def publication(which: Publication) -> str:
    """Say what may be published."""
    words = {
        Publication.QUOTE_WITHOUT_NAMES: QCoreApplication.translate(
            "Review", "Yes, quoting without names"
        ),
        Publication.SUMMARISE_ONLY: QCoreApplication.translate("Review", "Yes, summarised only"),
        Publication.DO_NOT_PUBLISH: QCoreApplication.translate("Review", "No"),
    }
    return words[which]


def gap_words(kind: GapKind) -> str:
    """Say what is left to settle; ``{what}`` is the choice, list, field or line it is about."""
    words = {
        GapKind.NOTHING_RECORDED: QCoreApplication.translate(
            "Review", "Nothing is written. Was it left to individual views, or not reached?"
        ),
        GapKind.REASON_MISSING: QCoreApplication.translate(
            "Review", "Not reached: say why in a few words."
        ),
        GapKind.TOP_NOT_CHOSEN: QCoreApplication.translate(
            "Review", "Ideas were raised, and fewer are chosen than asked for."
        ),
        GapKind.NO_LEAN: QCoreApplication.translate("Review", "“{what}”: no lean recorded."),
        GapKind.EMPTY_BOX: QCoreApplication.translate("Review", "“{what}”: nothing written."),
        GapKind.QUOTATION_NOT_AGREED: QCoreApplication.translate(
            "Review", "A quotation needs its speaker's agreement: “{what}”"
        ),
        GapKind.PERSONAL_DATA: QCoreApplication.translate(
            "Review", "This may lead to a person: {what}"
        ),
        GapKind.FIELD_MISSING: QCoreApplication.translate("Review", "Form, to answer: {what}"),
        GapKind.CONSENT_MISSING: QCoreApplication.translate(
            "Review", "Consent: did people know what is noted and handed over?"
        ),
        GapKind.PUBLICATION_MISSING: QCoreApplication.translate(
            "Review", "Consent: what may be published?"
        ),
    }
    return words[kind]


def gap(row: GapRow) -> str:
    """Return what is left to settle, with its place."""
    what = ", ".join(row.pieces) or excerpt(row.detail)
    text = gap_words(row.gap.kind).format(what=no_break(what))
    if row.number is None:
        return text
    return QCoreApplication.translate("Review", "Question {number}: {gap}").format(
        number=number(row.number), gap=text
    )


def excerpt(text: str) -> str:
    """Return the first words of a line, for a menu or a message."""
    line = " ".join(text.split())
    return line if len(line) <= _EXCERPT else f"{line[: _EXCERPT - 1].rstrip()}…"


def to_settle(rows: tuple[GapRow, ...]) -> str:
    """Say in the foot how much blocks sealing, and what comes first."""
    if not rows:
        return QCoreApplication.translate("Review", "Everything that must be settled is settled.")
    count = QCoreApplication.translate("Review", "%n thing(s) to settle.", "", len(rows))
    first = QCoreApplication.translate("Review", "First: {gap}").format(gap=gap(rows[0]))
    return f"{count} {first}"


def sealed(revision: int, at: datetime, *, explains: bool = True) -> str:
    """Say that these words are sealed, since when, and ``explains`` what that means."""
    local = at.astimezone()
    long = QCoreApplication.translate(
        "Review",
        "Sealed on {day} at {time} as revision {revision}. What was sealed cannot change; a"
        " corrected copy becomes the next revision.",
    )
    short = QCoreApplication.translate(
        "Review", "Sealed on {day} at {time} as revision {revision}."
    )
    return (long if explains else short).format(
        day=day(local.date()), time=clock_time(local), revision=number(revision)
    )


def refusal(which: Refusal) -> str:
    """Say what a rule refused, and what to do."""
    data = which.data
    match which.code:
        case "empty":
            return QCoreApplication.translate(
                "Review", "A line needs words. To leave it out, press Remove."
            )
        case "too_long":
            return QCoreApplication.translate(
                "Review", "Too long. Up to {limit} characters fit."
            ).format(limit=number(int(data.get("limit", 0))))
        case "top_is_full":
            return QCoreApplication.translate(
                "Review", "%n are chosen already. Put one back first.", "", int(data["limit"])
            )
        case "not_complete":
            return QCoreApplication.translate(
                "Review", "%n thing(s) must be settled before sealing.", "", int(data["gaps"])
            )
        case "not_held_yet":
            return QCoreApplication.translate(
                "Review", "The conversation has not ended. End it on Run, then seal."
            )
        case "counts_exceed_people":
            return QCoreApplication.translate(
                "Review", "These counts do not fit: {people} people were in the room."
            ).format(people=number(int(data.get("people", 0))))
        case "counts_exceed_received":
            return QCoreApplication.translate(
                "Review",
                "Individual views: {received} received, but more answers to a choice are counted.",
            ).format(received=number(int(data.get("received", 0))))
        case "not_a_date":
            return QCoreApplication.translate("Review", "Write the day as 2022-07-05, or 2022-07.")
        case "not_a_country":
            return QCoreApplication.translate(
                "Review", "Choose a country from the list, or write its two letters."
            )
        case "too_large":
            return QCoreApplication.translate(
                "Review", "This is more than can be handed over at once. Shorten or remove lines."
            )
        case "not_mergeable":
            return QCoreApplication.translate("Review", "These two lines do not stand together.")
    return QCoreApplication.translate("Review", "This cannot be done now.")
