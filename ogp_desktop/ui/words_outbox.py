"""Where a submission stands, in words: never more than is known, and never "sent" without proof."""

from PySide6.QtCore import QCoreApplication

from ogp_desktop.domain.destination_health import DestinationState
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.ui.send.send_state import LeaveAsked, Standing
from ogp_desktop.ui.theme.tokens import ColorName
from ogp_desktop.ui.widgets.bidi import kept_ltr
from ogp_desktop.ui.words_bundle import refused_words
from ogp_desktop.ui.words_history import outcome_word, way_word
from ogp_desktop.ui.words_time import moment
from ogp_desktop.ui.words_withdrawal import (
    ask_people_words,
    withdrawal_color,
    withdrawal_headline,
    withdrawal_icon,
    withdrawal_meaning,
)

STATE_ICONS = {
    OutboxState.READY: "package-check",
    OutboxState.HELD: "hand",
    OutboxState.SENDING: "loader",
    OutboxState.WAITING: "hourglass",
    OutboxState.ATTENTION: "octagon-alert",
    OutboxState.HANDED_OVER: "file-check",
    OutboxState.CONFIRMED: "badge-check",
    OutboxState.WITHDRAWN: "undo-2",
}
_SILENCES = {OutcomeKind.UNREACHABLE, OutcomeKind.TIMED_OUT, OutcomeKind.INTERRUPTED}
"""Outcomes in which nobody answered."""

_SAID_BY_NAME = {OutcomeKind.DAMAGED, OutcomeKind.WITHDRAWN}
"""What needs somebody and was not refused."""


def state_icon(at: Standing) -> str:
    """Return the icon of a standing; no answer has its own."""
    if at.withdrawal is not None:
        return withdrawal_icon(at.withdrawal)
    if at.state is OutboxState.WAITING:
        return "circle-help" if at.maybe_stored else "wifi-off"
    return STATE_ICONS[at.state]


def state_color(at: Standing) -> ColorName:
    """Return the colour of a standing, which icon and word tell as well."""
    if at.withdrawal is not None:
        return withdrawal_color(at.withdrawal)
    if at.state is OutboxState.CONFIRMED:
        return "ok"
    return "over" if at.state is OutboxState.ATTENTION else "ink2"


def outbox_state_word(state: OutboxState) -> str:
    """Name a state by itself."""
    words = {
        OutboxState.READY: QCoreApplication.translate("Send", "Ready to send"),
        OutboxState.HELD: QCoreApplication.translate("Send", "Held by you"),
        OutboxState.SENDING: QCoreApplication.translate("Send", "Sending"),
        OutboxState.WAITING: QCoreApplication.translate("Send", "Waiting to try again"),
        OutboxState.ATTENTION: QCoreApplication.translate("Send", "Not accepted"),
        OutboxState.HANDED_OVER: QCoreApplication.translate("Send", "Handed over, no receipt yet"),
        OutboxState.CONFIRMED: QCoreApplication.translate("Send", "Confirmed"),
        OutboxState.WITHDRAWN: QCoreApplication.translate("Send", "Withdrawn"),
    }
    return words[state]


def headline(at: Standing) -> str:
    """Say where a submission stands, in a few words: "Handed over 12 Mar by file"."""
    if at.withdrawal is not None:
        return withdrawal_headline(at.withdrawal)
    if at.state is OutboxState.CONFIRMED:
        return QCoreApplication.translate("Send", "Confirmed {time}, reference {reference}").format(
            time=moment(at.since), reference=kept_ltr(at.reference)
        )
    if at.state is OutboxState.HANDED_OVER and at.way == "bundle":
        return QCoreApplication.translate("Send", "Exported to file, not confirmed")
    if at.state is OutboxState.HANDED_OVER:
        return QCoreApplication.translate(
            "Send", "Handed over {time} by {way}. No receipt yet"
        ).format(time=moment(at.since), way=way_word(at.way or "file"))
    if at.refused_bundle:
        return QCoreApplication.translate("Send", "The encrypted file was refused")
    if at.state is OutboxState.ATTENTION and at.is_too_large:
        return QCoreApplication.translate("Send", "Larger than this address takes")
    if at.state is OutboxState.ATTENTION and at.reason is OutcomeKind.REFUSED and at.detail:
        return QCoreApplication.translate("Send", "Not accepted: {reason}").format(reason=at.detail)
    if at.state is OutboxState.ATTENTION and at.reason in _SAID_BY_NAME:
        return outcome_word(at.reason)
    if at.leave is not None:
        return (
            QCoreApplication.translate("Send", "Held: the address is another now")
            if at.leave.old_url
            else QCoreApplication.translate("Send", "Held: the access code is another now")
        )
    if at.state is OutboxState.WAITING and at.maybe_stored and at.reason in _SILENCES:
        return QCoreApplication.translate("Send", "Sent off, no answer")
    if at.state is OutboxState.WAITING and at.reason is not None:
        return outcome_word(at.reason)
    return outbox_state_word(at.state)


def explanation(at: Standing) -> str:
    """Say what the state means, what is safe and what happens next."""
    sentences = [_meaning(at)]
    if at.goes_on and at.is_addressed:
        if at.destination_state is not DestinationState.OK:
            sentences.append(destination_state_words(at.destination_state))
        if at.next_try_at is not None:
            sentences.append(
                QCoreApplication.translate("Send", "Next try {time}.").format(
                    time=moment(at.next_try_at)
                )
            )
    return " ".join(filter(None, sentences))


def _meaning(at: Standing) -> str:
    if at.withdrawal is not None:
        return withdrawal_meaning(at.withdrawal)
    if at.state is OutboxState.WITHDRAWN:
        return _withdrawn(at)
    if at.state is OutboxState.READY:
        return _ready(at)
    if at.state is OutboxState.WAITING:
        return _waiting(at)
    if at.state is OutboxState.ATTENTION:
        return _attention(at)
    if at.leave is not None:
        return _leave_words(at, at.leave)
    if at.state is OutboxState.HANDED_OVER and at.way == "bundle":
        return QCoreApplication.translate(
            "Send",
            "The encrypted file was saved as {place}. Pass it on, on a USB stick or by e-mail: "
            "only the place it goes to can open it. Add the receipt here when it comes back. "
            "It can still be sent over the internet as well; that cannot make a second one.",
        ).format(place=kept_ltr(at.saved_as))
    words = {
        OutboxState.HELD: QCoreApplication.translate("Send", "It stays here until you release it.")
        if not at.maybe_stored
        else QCoreApplication.translate(
            "Send",
            "It stays here until you release it. It left this computer before, and may have "
            "arrived. Sending again cannot make a second one.",
        ),
        OutboxState.SENDING: QCoreApplication.translate("Send", "It is on its way."),
        OutboxState.HANDED_OVER: QCoreApplication.translate(
            "Send",
            "It left this computer in your hands. Nothing proves yet that it arrived. "
            "Handing it over twice cannot make a second one.",
        ),
        OutboxState.CONFIRMED: QCoreApplication.translate(
            "Send", "The other side gave a receipt for exactly this text."
        ),
    }
    return words[at.state]


def _withdrawn(at: Standing) -> str:
    if not at.maybe_stored:
        return QCoreApplication.translate("Send", "It will not be sent. The text is still here.")
    words = QCoreApplication.translate(
        "Send", "It will not be sent again. It may have arrived before."
    )
    return words if at.may_withdraw_there else f"{words} {ask_people_words('', at.number)}"


def _leave_words(at: Standing, leave: LeaveAsked) -> str:
    """Ask whether it may go where nobody gave it leave to go."""
    changed = (
        QCoreApplication.translate(
            "Send",
            "It was given leave to go to {old}. Now {name} is at {url}. "
            "It stays here until you say so.",
        )
        if leave.old_url
        else QCoreApplication.translate(
            "Send",
            "It was given leave to go to {name} with another access code than the one that is set "
            "now. If somebody else uses this computer too, it would go under their code. "
            "It stays here until you say so.",
        )
    ).format(old=kept_ltr(leave.old_url), name=leave.name, url=kept_ltr(leave.url))
    left = (
        QCoreApplication.translate(
            "Send", "It left this computer before, and may have arrived at the first address."
        )
        if at.maybe_stored and leave.old_url
        else ""
    )
    alike = (
        QCoreApplication.translate(
            "Send", "%n other(s) are held for the same reason.", "", leave.alike
        )
        if leave.alike
        else ""
    )
    return " ".join(filter(None, (changed, left, alike)))


def _ready(at: Standing) -> str:
    if not at.is_addressed:
        return QCoreApplication.translate(
            "Send", "It is sealed on this computer. Nothing was sent. Choose how to hand it over."
        )
    return QCoreApplication.translate("Send", "It goes as soon as there is a connection.")


def _waiting(at: Standing) -> str:
    if at.maybe_stored:
        return QCoreApplication.translate(
            "Send",
            "It left this computer; no receipt came. It may have arrived. "
            "Sending again cannot make a second one.",
        )
    return QCoreApplication.translate("Send", "Nothing was sent. It is tried again by itself.")


def _attention(at: Standing) -> str:
    if at.refused_bundle:
        unchanged = QCoreApplication.translate(
            "Send",
            "Your text is unchanged, and nothing of it is confirmed. Save a new encrypted file, or "
            "hand it over another way.",
        )
        return f"{refused_words(at.refused_bundle)} {unchanged}"
    if at.reason is OutcomeKind.DAMAGED:
        return QCoreApplication.translate(
            "Send",
            "The disk changed the sealed text, so it is not sent any more. "
            "Open a corrected copy: it is made anew from your review.",
        )
    if at.reason is OutcomeKind.WITHDRAWN:
        return QCoreApplication.translate(
            "Send",
            "This was withdrawn at the destination; it is not kept there. Your text is still here. "
            "To hand it over after all, open a corrected copy: it goes under a number of its own.",
        )
    if at.is_too_large:
        return QCoreApplication.translate(
            "Send",
            "Your text is unchanged. It goes in one piece, and the other side takes nothing that "
            "large. Ask the people there to allow more, then ask again; or hand it over as a file.",
        )
    if at.reason is OutcomeKind.CONFLICT:
        return QCoreApplication.translate(
            "Send",
            "The other side says that it holds another text under this number. "
            "Your text is unchanged. Ask the people there, or open a corrected copy.",
        )
    return QCoreApplication.translate(
        "Send", "Your text is unchanged. Open a corrected copy, or ask again."
    )


def destination_state_words(state: DestinationState) -> str:
    """Say how the destination fares, and what to do when it needs somebody."""
    words = {
        DestinationState.OK: QCoreApplication.translate(
            "Send", "No trouble is known with this address."
        ),
        DestinationState.OFFLINE: QCoreApplication.translate(
            "Send", "The address does not answer."
        ),
        DestinationState.PORTAL: QCoreApplication.translate(
            "Send",
            "Something else answered. The network may want a login page first: "
            "open a browser, then ask again.",
        ),
        DestinationState.AUTH: QCoreApplication.translate(
            "Send", "The access code was not accepted. Check it, and set it anew."
        ),
        DestinationState.CLOSED: QCoreApplication.translate(
            "Send", "Nothing is taken at this address. Check it with the people there."
        ),
        DestinationState.TLS: QCoreApplication.translate(
            "Send",
            "The address could not prove that it is the right one, so nothing was sent. "
            "Check the address and this computer's date.",
        ),
        DestinationState.RATE_LIMITED: QCoreApplication.translate(
            "Send", "The other side asked to wait."
        ),
    }
    return words[state]
