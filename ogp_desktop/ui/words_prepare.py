"""The sentences of preparing a conversation: fields, agenda, readiness and what was refused."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from ogp_desktop.domain.agenda import ENOUGH_TALK_S, AgendaFlag
from ogp_desktop.domain.conversation import Role
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.ui.prepare.agenda_view import AgendaView, QuestionMoved
from ogp_desktop.ui.prepare.prepare_state import WindowNotice
from ogp_desktop.ui.prepare.second_screen import ScreenFact
from ogp_desktop.ui.translation import INTERFACE, Speaker, listed
from ogp_desktop.ui.widgets.bidi import isolated_ltr
from ogp_desktop.ui.words_run import item_name, step_name
from ogp_desktop.ui.words_time import clock_time
from ogp_desktop.ui.words_time_offer import changes_list, nearest_sentence, too_few_sentence

_LONG_TALK_S = 120
_NO_BREAK = "\u00a0"


def role_name(role: Role, speaker: Speaker = INTERFACE) -> str:
    """Name a role in the room."""
    names = {
        Role.NOTE_TAKER: speaker.translate("Prepare", "Note-taker"),
        Role.TIMEKEEPER: speaker.translate("Prepare", "Timekeeper"),
        Role.TABLE_HOSTS: speaker.translate("Prepare", "Table hosts"),
        Role.SCRIBES: speaker.translate("Prepare", "A scribe per table"),
        Role.CARD_SORTERS: speaker.translate("Prepare", "Two card sorters"),
        Role.REMOTE_CO_HOST: speaker.translate("Prepare", "Remote co-host"),
    }
    return names[role]


def total_of(agenda: AgendaView) -> str:
    """Say how much of the time is planned."""
    return QCoreApplication.translate("Prepare", "{total} of {minutes} min").format(
        total=QLocale().toString(agenda.total), minutes=QLocale().toString(agenda.minutes)
    )


def steps(agenda_steps: tuple[tuple[str, int], ...], speaker: Speaker = INTERFACE) -> str:
    """List the steps inside an item with their minutes; steps without words are left out."""
    with_minutes = speaker.translate("Prepare", "{step} {minutes}", "a step with its minutes")
    named = [(step_name(step_id, speaker), count) for step_id, count in agenda_steps]
    parts = [
        with_minutes.format(step=name, minutes=speaker.number(count)).replace(" ", _NO_BREAK)
        for name, count in named
        if name
    ]
    return speaker.translate("Prepare", " · ", "between steps").join(parts)


def fit_sentence(agenda: AgendaView, *, is_editable: bool) -> str:
    """Say whether the plan fits its minutes, when it would end, and what fitting would change."""
    if agenda.shortfall:
        text = QCoreApplication.translate(
            "Prepare",
            "Too tight: with every part at its shortest, %n min are still missing.",
            "",
            agenda.shortfall,
        )
        if agenda.enough > agenda.minutes:
            return f"{text} {nearest_sentence(agenda.enough)}"
        return text
    if not agenda.surplus:
        text = QCoreApplication.translate(
            "Prepare", "Fits. Ends %n min after you start.", "", agenda.length_minutes
        )
        if not is_editable:
            return text
        now = QCoreApplication.translate("Prepare", "Started now, it ends at {time}.")
        return f"{text} {now.format(time=isolated_ltr(clock_time(agenda.ends_at)))}"
    if agenda.surplus > 0:
        first = QCoreApplication.translate("Prepare", "%n min too long.", "", agenda.surplus)
    else:
        first = QCoreApplication.translate("Prepare", "%n min are free.", "", -agenda.surplus)
    return QCoreApplication.translate(
        "Prepare", "{fact} Fit to time would give: {changes}."
    ).format(fact=first, changes=changes_list(agenda.fitted))


def flag_sentence(flag: AgendaFlag) -> str:
    """Say what the host should know before running this agenda."""
    sentences = {
        AgendaFlag.TOO_TIGHT: QCoreApplication.translate(
            "Prepare",
            "Little time to talk for so many people. "
            "Choose a longer time, smaller groups, or hold two conversations.",
        ),
        AgendaFlag.CARDS_NOT_PLENARY: QCoreApplication.translate(
            "Prepare",
            "So many tables cannot all report. Collect cards, group them and read them aloud.",
        ),
        AgendaFlag.PREFER_ONLINE_ONLY_OR_45: QCoreApplication.translate(
            "Prepare",
            "Hybrid leaves little talk in so short a time. Better: online only, or 45 min.",
        ),
        AgendaFlag.MINIMUMS_EXCEED_TIME: QCoreApplication.translate(
            "Prepare", "Some parts are shorter than they need."
        ),
    }
    return sentences[flag]


def talk_sentence(seconds: int, number: int) -> str:
    """Say how much talk there is for each person on the lead question."""
    if seconds >= _LONG_TALK_S:
        text = QCoreApplication.translate(
            "Prepare", "About %n min of talk each on Question {number}", "", seconds // 60
        )
    elif seconds >= ENOUGH_TALK_S:
        text = QCoreApplication.translate(
            "Prepare", "About %n s of talk each on Question {number}", "", seconds
        )
    else:
        text = QCoreApplication.translate(
            "Prepare",
            "Only about %n s of talk each on Question {number}. More time or smaller groups help.",
            "",
            seconds,
        )
    return text.format(number=QLocale().toString(number))


def suggestion_sentence(tables: int) -> str:
    """Offer smaller groups, which give everybody more talk."""
    return QCoreApplication.translate("Prepare", "Talk at %n table(s)", "", tables)


def individual_sentence(agenda: AgendaView) -> str:
    """Say which questions are answered by each person alone; empty when none is."""
    if not agenda.alone:
        return ""
    named = listed([item_name("", one.number) for one in agenda.alone])
    return QCoreApplication.translate(
        "Prepare", "Not talked about in the group, but on the individual sheet: {questions}."
    ).format(questions=named)


def moved_sentence(moved: QuestionMoved) -> str:
    """Say what became of a question that was moved, and of its minutes."""
    if moved.is_out:
        text = QCoreApplication.translate(
            "Prepare",
            "{question} is on the individual sheet now; its %n min went to {lead}.",
            "",
            moved.minutes,
        )
        if not moved.minutes:
            text = QCoreApplication.translate(
                "Prepare", "{question} is on the individual sheet now."
            )
    else:
        text = QCoreApplication.translate(
            "Prepare",
            "{question} is talked about in the group again; %n min came from {lead}.",
            "",
            moved.minutes,
        )
        if not moved.minutes:
            text = QCoreApplication.translate(
                "Prepare", "{question} is talked about in the group again."
            )
    return text.format(question=item_name("", moved.number), lead=item_name("", moved.lead))


def window_sentence(window: WindowNotice) -> str:
    """Say when the kit closes or closed."""
    if window.is_closed:
        return QCoreApplication.translate("Prepare", "Closed {date}.").format(
            date=day(window.closes)
        )
    if window.days_left == 0:
        return QCoreApplication.translate("Prepare", "Closes today, at midnight.")
    return QCoreApplication.translate("Prepare", "Closes in %n day(s).", "", window.days_left)


def window_note(window: WindowNotice) -> str:
    """Say what is still possible; the kit's own words first."""
    return window.note or QCoreApplication.translate(
        "Prepare",
        "You can still prepare, run and report. What you hand over now is not expected, "
        "and may not be read.",
    )


def day(moment: date) -> str:
    """Write a day in full, without its weekday."""
    plain = QDate(moment.year, moment.month, moment.day)
    return QLocale().toString(plain, QCoreApplication.translate("Prepare", "d MMMM yyyy", "a date"))


def minutes_refusal(refusal: Refusal, typed: int, enough: int | None) -> str:
    """Say beside the minutes why they were not kept; where they are too few, how many would do."""
    text = refusal_sentence(refusal)
    return text if enough is None else f"{text} {too_few_sentence(typed, enough)}"


def refusal_sentence(refusal: Refusal) -> str:
    """Say beside a field why it was not kept, and what would be."""
    data = refusal.data
    if refusal.code == "out_of_range":
        return QCoreApplication.translate("Prepare", "Between {low} and {high}.").format(
            low=QLocale().toString(data["low"]), high=QLocale().toString(data["high"])
        )
    if refusal.code == "too_long":
        return QCoreApplication.translate("Prepare", "At most %n character(s).", "", data["limit"])
    if refusal.code == "counts_exceed_people":
        return QCoreApplication.translate(
            "Prepare", "More than the %n people in the room.", "", data["people"]
        )
    if refusal.code == "already_started":
        return QCoreApplication.translate(
            "Prepare", "The conversation has started; its plan stays as it is."
        )
    return QCoreApplication.translate("Prepare", "This cannot be kept as it is.")


def screen_sentence(fact: ScreenFact) -> str:
    """Say which screen the room has, and what to do where there is none."""
    if fact.name is not None:
        if fact.is_tested:
            text = QCoreApplication.translate(
                "Prepare", "{screen} shows the first question. Walk to the back and read it."
            )
        else:
            text = QCoreApplication.translate("Prepare", "{screen} found")
        return text.format(screen=f"\u2066{fact.name}\u2069")
    alone = QCoreApplication.translate(
        "Prepare", "Only one screen found. You can still run; read the question aloud."
    )
    if fact.looked_at is None:
        return alone
    looked = QCoreApplication.translate(
        "Prepare",
        "{alone} Looked at {time}. Where a projector is plugged in, let the computer extend its "
        "screen instead of showing the same twice.",
    )
    return looked.format(alone=alone, time=clock_time(fact.looked_at.astimezone()))


def agenda_readiness(agenda: AgendaView) -> str:
    """Say in a few words whether the agenda is ready."""
    if agenda.shortfall:
        return QCoreApplication.translate("Prepare", "Agenda too tight")
    if agenda.surplus > 0:
        return QCoreApplication.translate("Prepare", "Agenda %n min too long", "", agenda.surplus)
    if agenda.surplus < 0:
        return QCoreApplication.translate("Prepare", "Agenda %n min free", "", -agenda.surplus)
    return QCoreApplication.translate("Prepare", "Agenda fits")
