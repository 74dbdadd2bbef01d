"""The sentences of running a conversation: items, states, time left, pace, keys and questions."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from ogp_desktop.domain.running_order import Step
from ogp_desktop.domain.schedule import BlockStatus, TimerState
from ogp_desktop.ui.run.run_state import (
    Gap,
    PromptMark,
    PromptState,
    QuestionState,
    StripState,
)
from ogp_desktop.ui.translation import INTERFACE, Speaker
from ogp_desktop.ui.widgets.bidi import isolated_ltr
from ogp_desktop.ui.words_time import clock_time

_WHOLE_MINUTES_FROM = 5


def item_name(item_id: str, number: int | None = None, speaker: Speaker = INTERFACE) -> str:
    """Name an item of the plan; questions by their number, further parts of one by theirs too."""
    name, _, part = item_id.partition("~")
    whole = _whole_name(name, number, speaker)
    if not part.isdigit():
        return whole
    return speaker.translate("Run", "{item} ({part})", "a further part of an item").format(
        item=whole, part=speaker.number(int(part))
    )


def _whole_name(item_id: str, number: int | None, speaker: Speaker) -> str:
    if number is not None:
        return speaker.translate("Run", "Question {number}").format(number=speaker.number(number))
    names = {
        "welcome": speaker.translate("Run", "Welcome"),
        "break": speaker.translate("Run", "Break"),
        "energiser": speaker.translate("Run", "Energiser"),
        "interpretation": speaker.translate("Run", "Interpretation"),
        "moves": speaker.translate("Run", "Changing groups"),
        "individual": speaker.translate("Run", "Individual views"),
        "close": speaker.translate("Run", "Close"),
    }
    return names.get(item_id, item_id)


def item_short_name(item_id: str, number: int | None = None) -> str:
    """Name an item where there is little room, as under the timeline."""
    if item_id == "individual" and number is None:
        return QCoreApplication.translate("Run", "Individual", "short for individual views")
    return item_name(item_id, number)


def item_names(item_id: str, number: int | None = None) -> tuple[str, ...]:
    """Return what an item may be called where room is scarce, the clearest first."""
    names = (item_short_name(item_id, number),)
    if number is None:
        return names
    shortest = QCoreApplication.translate("Run", "Q{number}", "short for a question")
    part = item_id.partition("~")[2]
    which = f" ({part})" if part else ""
    return (*names, shortest.format(number=QLocale().toString(number)) + which)


def item_about(item_id: str, speaker: Speaker = INTERFACE) -> str:
    """Say in a few words what an item without a question is for; empty for others."""
    about = {
        "welcome": speaker.translate("Run", "Consent, who is here"),
        "individual": speaker.translate("Run", "Paper, hands or laptop"),
        "close": speaker.translate("Run", "Read back, next steps"),
    }
    return about.get(item_id, "")


def step_name(step_id: str, speaker: Speaker = INTERFACE) -> str:
    """Name a planned stretch inside an item; an unknown one has no words."""
    kind = step_id.partition("_")[2] if step_id.startswith("q") else step_id
    names = {
        "open_consent": speaker.translate("Run", "Open and ask for consent"),
        "intros": speaker.translate("Run", "Who is here"),
        "frame": speaker.translate("Run", "What this is about"),
        "think": speaker.translate("Run", "Think in silence"),
        "small": speaker.translate("Run", "Talk in small groups"),
        "share": speaker.translate("Run", "Share"),
        "choose3": speaker.translate("Run", "Choose three"),
        "followups": speaker.translate("Run", "Quick prompts"),
        "energiser": speaker.translate("Run", "Energiser"),
        "interpretation": speaker.translate("Run", "Interpretation"),
        "moves": speaker.translate("Run", "Changing groups"),
        "break": speaker.translate("Run", "Break"),
        "individual": speaker.translate("Run", "Individual views"),
        "readback_close": speaker.translate("Run", "Read back and close"),
    }
    return names.get(kind, "")


def state_word(state: TimerState) -> str:
    """Say the state of the clock in a word."""
    words = {
        TimerState.NOT_STARTED: QCoreApplication.translate("Run", "Not started"),
        TimerState.RUNNING: QCoreApplication.translate("Run", "Running"),
        TimerState.WRAP_UP: QCoreApplication.translate("Run", "Wrap up"),
        TimerState.OVER: QCoreApplication.translate("Run", "Over time"),
        TimerState.PAUSED: QCoreApplication.translate("Run", "Paused"),
        TimerState.ENDED: QCoreApplication.translate("Run", "Ended"),
    }
    return words[state]


def status_word(status: BlockStatus) -> str:
    """Say whether an item is over, going on or still to come, for those who do not see its sign."""
    words = {
        BlockStatus.DONE: QCoreApplication.translate("Run", "Done"),
        BlockStatus.CURRENT: QCoreApplication.translate("Run", "Now"),
        BlockStatus.AHEAD: QCoreApplication.translate("Run", "To come"),
    }
    return words[status]


def minutes(count: int) -> str:
    """Say a length in minutes, short."""
    return QCoreApplication.translate("Run", "{minutes} min").format(
        minutes=QLocale().toString(count)
    )


def left_of(state: TimerState, left_s: int, planned_minutes: int, item: str) -> str:
    """Say beneath the state what the digits measure: paused or not, past zero nothing is left."""
    if state is TimerState.ENDED:
        return ""
    if state is TimerState.NOT_STARTED:
        return QCoreApplication.translate("Run", "for {item}").format(item=item)
    if state is TimerState.OVER or left_s < 0:
        return QCoreApplication.translate("Run", "over on {item}").format(item=item)
    return QCoreApplication.translate("Run", "left of {minutes} min").format(
        minutes=QLocale().toString(planned_minutes)
    )


def digits(left_s: int, *, is_whole: bool = False) -> str:
    """Write what is left as ``08:24``, past zero as ``+01:12``.

    With ``is_whole``, minutes alone until five are left, for fewer changes in the eye's corner.
    """
    size = abs(left_s)
    if is_whole and left_s >= _WHOLE_MINUTES_FROM * 60:
        return minutes(-(-left_s // 60))
    sign = "+" if left_s < 0 else ""
    return f"{sign}{size // 60:02d}:{size % 60:02d}"


def pace(behind_s: int, *, is_on_plan: bool) -> str:
    """Say whether the session is on plan, behind or ahead, in whole minutes."""
    late = round(abs(behind_s) / 60)
    if is_on_plan or late == 0:
        return QCoreApplication.translate("Run", "On plan")
    if behind_s > 0:
        text = QCoreApplication.translate("Run", "{minutes} min behind plan")
    else:
        text = QCoreApplication.translate("Run", "{minutes} min ahead of plan")
    return text.format(minutes=QLocale().toString(late))


def ends(ends_at: datetime, planned_end_at: datetime, *, is_over: bool = False) -> str:
    """Say when the session ends, or ended, and when it was to end where that differs."""
    end, planned = clock_time(ends_at), clock_time(planned_end_at)
    if is_over:
        return QCoreApplication.translate("Run", "Ended {time}").format(time=isolated_ltr(end))
    if end == planned:
        return QCoreApplication.translate("Run", "Ends {time}").format(time=isolated_ltr(end))
    return QCoreApplication.translate("Run", "Ends {time}, planned {planned}").format(
        time=isolated_ltr(end), planned=isolated_ltr(planned)
    )


def now_is(now: datetime) -> str:
    """Say what time it is."""
    return QCoreApplication.translate("Run", "Now {time}").format(
        time=isolated_ltr(clock_time(now))
    )


def notes_count(count: int) -> str:
    """Say how many notes there are."""
    return QCoreApplication.translate("Run", "%n note(s)", "", count)


def gap_question(gap: Gap) -> str:
    """Ask what happened while nobody watched the clock."""
    away = max(1, round(gap.seconds / 60))
    if gap.is_sleep:
        return QCoreApplication.translate(
            "Run", "The computer slept for %n minute(s). Did the talk go on?", "", away
        )
    return QCoreApplication.translate(
        "Run", "The clock was not watched for %n minute(s). Did the talk go on?", "", away
    )


def took(used_minutes: int, notes: int) -> str:
    """Say how long a finished item took, and how many notes it left."""
    if notes:
        return QCoreApplication.translate("Run", "Took {minutes} min · {notes}").format(
            minutes=QLocale().toString(used_minutes), notes=notes_count(notes)
        )
    return QCoreApplication.translate("Run", "Took {minutes} min").format(
        minutes=QLocale().toString(used_minutes)
    )


def used(used_minutes: int, notes: int) -> str:
    """Say how long the current item has been going on, and how many notes there are."""
    return QCoreApplication.translate("Run", "{minutes} min used · {notes}").format(
        minutes=QLocale().toString(used_minutes), notes=notes_count(notes)
    )


def number(count: int) -> str:
    """Write a number in the person's digits."""
    return QLocale().toString(count)


def mark_word(mark: PromptMark) -> str:
    """Say whether a prompt was put to the room."""
    words = {
        PromptMark.NOT_ASKED: QCoreApplication.translate("Run", "Not asked yet"),
        PromptMark.ASKING: QCoreApplication.translate("Run", "Being asked"),
        PromptMark.ASKED: QCoreApplication.translate("Run", "Asked"),
    }
    return words[mark]


def prompt_aloud(prompt: PromptState) -> str:
    """Say a prompt, its mark and its notes in one line, for those who do not see it."""
    parts = [prompt.text, mark_word(prompt.mark), notes_count(prompt.notes)]
    if prompt.is_on_screen:
        parts.append(QCoreApplication.translate("Run", "On the audience screen"))
    return ". ".join(parts)


def question_of(question: QuestionState) -> str:
    """Say which question this is and what it is about."""
    return QCoreApplication.translate("Run", "Question {number} of {total} · {theme}").format(
        number=number(question.number), total=number(question.total), theme=question.theme
    )


def steps(planned: tuple[Step, ...]) -> str:
    """List the planned stretches of an item with their minutes; empty for a single one."""
    if len(planned) < 2:
        return ""
    named = ((minutes(step.minutes), step_name(step.id)) for step in planned)
    return " · ".join(f"{length} {name}" for length, name in named if name)


def clock_news(strip: StripState) -> str:
    """Say once, for screen readers, that time is getting short or is up; empty otherwise."""
    item = item_name(strip.item_id, strip.item_number)
    if strip.state is TimerState.WRAP_UP:
        return QCoreApplication.translate("Run", "{item}: time to wrap up.").format(item=item)
    if strip.state is TimerState.OVER:
        return QCoreApplication.translate("Run", "{item}: time is up.").format(item=item)
    return ""
