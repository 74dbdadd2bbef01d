"""The sentences that the room reads on the audience screen."""

from PySide6.QtCore import QCoreApplication, QLocale

from ogp_desktop.domain.schedule import TimerState
from ogp_desktop.ui.audience.audience_state import AudienceMode, AudienceState, RoomTime
from ogp_desktop.ui.words_run import item_name


def heading(state: AudienceState) -> str:
    """Say which question is asked."""
    if state.number is None:
        return ""
    return QCoreApplication.translate("Audience", "Question {number} · {theme}").format(
        number=QLocale().toString(state.number), theme=state.theme
    )


def main_text(state: AudienceState) -> str:
    """Return the large words: the question, the prompt, or the name of what is happening."""
    if state.mode is AudienceMode.ITEM:
        return item_name(state.item_id)
    return state.text


def time_left(time: RoomTime, *, is_short: bool = False) -> str:
    """Say what is left in whole minutes; ``is_short`` for the small copy on the host's screen."""
    if time.state is TimerState.OVER:
        return QCoreApplication.translate("Audience", "Time is up")
    if time.state is TimerState.PAUSED:
        return QCoreApplication.translate("Audience", "Pause")
    if time.minutes_left == 0:
        return QCoreApplication.translate("Audience", "Less than a minute left")
    if is_short:
        return QCoreApplication.translate("Audience", "{minutes} min left").format(
            minutes=QLocale().toString(time.minutes_left)
        )
    return QCoreApplication.translate("Audience", "%n minute(s) left", "", time.minutes_left)


def next_up(state: AudienceState) -> str:
    """Say what follows; empty when nothing does."""
    if state.next_item_id is None:
        return ""
    return QCoreApplication.translate("Audience", "Next: {item}").format(
        item=item_name(state.next_item_id, state.next_number)
    )


def read_aloud(state: AudienceState) -> str:
    """Say in one sentence what the room sees, for those who do not see the small copy."""
    if state.mode is AudienceMode.BLANK:
        return QCoreApplication.translate("Audience", "The room sees a blank screen")
    return QCoreApplication.translate("Audience", "The room sees: {text}").format(
        text=main_text(state)
    )
