"""The sentences that the room reads on the audience screen, in the language of the kit's own words
there; only what is said to the host about them is in that of the interface.
"""

from PySide6.QtCore import QCoreApplication

from ogp_desktop.domain.schedule import TimerState
from ogp_desktop.ui.audience.audience_state import (
    AudienceMode,
    AudienceState,
    RoomTime,
    ScreenState,
)
from ogp_desktop.ui.translation import Speaker
from ogp_desktop.ui.words_run import item_name


def heading(state: AudienceState, speaker: Speaker) -> str:
    """Say which question is asked, or read back."""
    if state.number is None:
        if state.mode is AudienceMode.READ_BACK:
            return speaker.translate("Audience", "Where we disagreed")
        return ""
    return speaker.translate("Audience", "Question {number} · {theme}").format(
        number=speaker.number(state.number), theme=state.theme
    )


def main_text(state: AudienceState, speaker: Speaker) -> str:
    """Return the large words: the question, the prompt, or the name of what is happening."""
    if state.mode is AudienceMode.ITEM:
        return item_name(state.item_id, speaker=speaker)
    if state.mode is AudienceMode.READ_BACK:
        return state.lines[state.reading].text
    return state.text


def for_all(speaker: Speaker) -> str:
    """Say that what follows was said of all the chosen ideas together."""
    return speaker.translate("Audience", "For all of them")


def no_lean(speaker: Speaker) -> str:
    """Say that the room's lean on a choice was not noted."""
    return speaker.translate("Audience", "No lean recorded")


def page(number: int, of: int, speaker: Speaker) -> str:
    """Say which page of several the room sees."""
    return speaker.translate("Audience", "Page {number} of {of}").format(
        number=speaker.number(number), of=speaker.number(of)
    )


def screen(which: ScreenState) -> str:
    """Tell the host whether the room has a screen of ours, and why not."""
    words = {
        ScreenState.OFF: QCoreApplication.translate("Audience", "The audience screen is off"),
        ScreenState.ON: QCoreApplication.translate("Audience", "On the audience screen"),
        ScreenState.ONLY_ONE: QCoreApplication.translate("Audience", "Only one screen found"),
        ScreenState.LOST: QCoreApplication.translate("Audience", "Audience screen lost"),
    }
    return words[which]


def time_left(time: RoomTime, speaker: Speaker, *, is_short: bool = False) -> str:
    """Say what is left in whole minutes; ``is_short`` for the small copy on the host's screen."""
    if time.state is TimerState.OVER:
        return speaker.translate("Audience", "Time is up")
    if time.state is TimerState.PAUSED:
        return speaker.translate("Audience", "Pause")
    if time.minutes_left == 0:
        return speaker.translate("Audience", "Less than a minute left")
    if is_short:
        return speaker.translate("Audience", "{minutes} min left").format(
            minutes=speaker.number(time.minutes_left)
        )
    return speaker.translate("Audience", "%n minute(s) left", "", time.minutes_left)


def next_up(state: AudienceState, speaker: Speaker) -> str:
    """Say what follows; empty when nothing does."""
    if state.next_item_id is None:
        return ""
    return speaker.translate("Audience", "Next: {item}").format(
        item=item_name(state.next_item_id, state.next_number, speaker)
    )


def readable(speaker: Speaker) -> str:
    """Ask the room, in its smallest words, whether the screen is large and near enough."""
    return speaker.translate("Audience", "Can you read this from the back?")


def read_aloud(state: AudienceState, speaker: Speaker) -> str:
    """Tell the host in one sentence what the room sees, in the words that ``speaker`` says there.

    For those who do not see the small copy.
    """
    if state.mode is AudienceMode.BLANK:
        return QCoreApplication.translate("Audience", "The room sees a blank screen")
    return QCoreApplication.translate("Audience", "The room sees: {text}").format(
        text=main_text(state, speaker)
    )
