"""The sentences of running a conversation: items, states, time left, pace, keys and questions."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from ogp_desktop.domain.schedule import TimerState
from ogp_desktop.ui.run.run_state import PromptMark, PromptState, QuestionState
from ogp_desktop.ui.widgets.bidi import isolated_ltr

_WHOLE_MINUTES_FROM = 5


def item_name(item_id: str, number: int | None = None) -> str:
    """Name an item of the running order; questions by their number."""
    if number is not None:
        return QCoreApplication.translate("Run", "Question {number}").format(
            number=QLocale().toString(number)
        )
    names = {
        "welcome": QCoreApplication.translate("Run", "Welcome"),
        "break": QCoreApplication.translate("Run", "Break"),
        "moves": QCoreApplication.translate("Run", "Changing groups"),
        "individual": QCoreApplication.translate("Run", "Individual views"),
        "close": QCoreApplication.translate("Run", "Close"),
    }
    return names.get(item_id, item_id)


def item_short_name(item_id: str, number: int | None = None) -> str:
    """Name an item where there is little room, as under the timeline."""
    if item_id == "individual" and number is None:
        return QCoreApplication.translate("Run", "Individual", "short for individual views")
    return item_name(item_id, number)


def item_about(item_id: str) -> str:
    """Say in a few words what an item without a question is for; empty for others."""
    about = {
        "welcome": QCoreApplication.translate("Run", "Consent, who is here"),
        "individual": QCoreApplication.translate("Run", "Paper, hands or laptop"),
        "close": QCoreApplication.translate("Run", "Read back, next steps"),
    }
    return about.get(item_id, "")


def step_name(step_id: str) -> str:
    """Name a planned stretch inside an item; an unknown one has no words."""
    kind = step_id.partition("_")[2] if step_id.startswith("q") else step_id
    names = {
        "open_consent": QCoreApplication.translate("Run", "Open and ask for consent"),
        "intros": QCoreApplication.translate("Run", "Who is here"),
        "frame": QCoreApplication.translate("Run", "What this is about"),
        "think": QCoreApplication.translate("Run", "Think in silence"),
        "small": QCoreApplication.translate("Run", "Talk in small groups"),
        "share": QCoreApplication.translate("Run", "Share"),
        "choose3": QCoreApplication.translate("Run", "Choose three"),
        "followups": QCoreApplication.translate("Run", "Quick prompts"),
        "moves": QCoreApplication.translate("Run", "Changing groups"),
        "break": QCoreApplication.translate("Run", "Break"),
        "individual": QCoreApplication.translate("Run", "Individual views"),
        "readback_close": QCoreApplication.translate("Run", "Read back and close"),
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


def minutes(count: int) -> str:
    """Say a length in minutes, short."""
    return QCoreApplication.translate("Run", "{minutes} min").format(
        minutes=QLocale().toString(count)
    )


def left_of(state: TimerState, planned_minutes: int, item: str) -> str:
    """Say beneath the state what the digits measure."""
    if state is TimerState.OVER:
        return QCoreApplication.translate("Run", "over on {item}").format(item=item)
    if state is TimerState.NOT_STARTED:
        return QCoreApplication.translate("Run", "for {item}").format(item=item)
    if state is TimerState.ENDED:
        return ""
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


def clock_time(at: datetime) -> str:
    """Write the time of day in the person's digits, 24 hours."""
    local = at.timetz()
    return QLocale().toString(QTime(local.hour, local.minute), "HH:mm")


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


def ends(ends_at: datetime, planned_end_at: datetime) -> str:
    """Say when the session ends, and when it was to end where that differs."""
    end, planned = clock_time(ends_at), clock_time(planned_end_at)
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


def gap_question(seconds: int) -> str:
    """Ask what happened while the computer slept."""
    slept = max(1, round(seconds / 60))
    return QCoreApplication.translate(
        "Run", "The computer slept for %n minute(s). Did the talk go on?", "", slept
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
