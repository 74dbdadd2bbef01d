"""Taking a submission back where it was stored, in words: asked for is never told as done."""

from PySide6.QtCore import QCoreApplication, QLocale

from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.domain.withdrawal import WithdrawalState
from ogp_desktop.ui.send.send_state import Detail, WithdrawalShown
from ogp_desktop.ui.theme.tokens import ColorName
from ogp_desktop.ui.widgets.bidi import kept_ltr
from ogp_desktop.ui.words_time import moment

_ICONS = {
    WithdrawalState.ASKED: "hourglass",
    WithdrawalState.SENDING: "loader",
    WithdrawalState.HELD: "hand",
    WithdrawalState.NOT_THERE: "circle-help",
    WithdrawalState.REFUSED: "octagon-alert",
    WithdrawalState.WITHDRAWN: "undo-2",
}


def withdrawal_icon(one: WithdrawalShown) -> str:
    """Return the icon of a request."""
    return _ICONS[one.state]


def withdrawal_color(one: WithdrawalShown) -> ColorName:
    """Return its colour, which icon and word tell as well."""
    return "over" if one.state is WithdrawalState.REFUSED else "ink2"


def withdrawal_headline(one: WithdrawalShown) -> str:
    """Say how far a request is, in a few words."""
    if one.state is WithdrawalState.WITHDRAWN and one.withdrawn_at is not None:
        return QCoreApplication.translate("Send", "Withdrawn there {time}").format(
            time=moment(one.withdrawn_at)
        )
    words = {
        WithdrawalState.ASKED: QCoreApplication.translate(
            "Send", "To be withdrawn there, no answer yet"
        ),
        WithdrawalState.SENDING: QCoreApplication.translate("Send", "Asking to withdraw it there"),
        WithdrawalState.HELD: QCoreApplication.translate("Send", "Not asked to withdraw any more"),
        WithdrawalState.NOT_THERE: QCoreApplication.translate(
            "Send", "Nothing of it is stored there"
        ),
        WithdrawalState.REFUSED: QCoreApplication.translate("Send", "The withdrawal was refused"),
        WithdrawalState.WITHDRAWN: QCoreApplication.translate("Send", "Withdrawn there"),
    }
    return words[one.state]


def withdrawal_meaning(one: WithdrawalShown) -> str:
    """Say what that means, what may still be there, and what happens next."""
    match one.state:
        case WithdrawalState.ASKED if one.attempts:
            words = QCoreApplication.translate(
                "Send",
                "No answer proves yet that {name} deleted it. It is asked again by itself; asking "
                "twice does no harm. It is not sent again.",
            )
        case WithdrawalState.ASKED:
            words = QCoreApplication.translate(
                "Send",
                "{name} is asked to delete it as soon as there is a connection. "
                "Until the answer comes it may still be there. It is not sent again.",
            )
        case WithdrawalState.SENDING:
            words = QCoreApplication.translate("Send", "{name} is being asked to delete it.")
        case WithdrawalState.HELD:
            words = _held_words(one)
        case WithdrawalState.NOT_THERE:
            words = QCoreApplication.translate(
                "Send",
                "{name} answered that nothing is stored under this number. If a file of it is "
                "still on its way, it will be stored when it arrives: ask again then.",
            )
        case WithdrawalState.REFUSED:
            words = _refused_words(one)
        case WithdrawalState.WITHDRAWN:
            words = QCoreApplication.translate(
                "Send",
                "{name} answered that it keeps this text no longer. What was read or exported "
                "there before cannot be undone. Your text is still here; it can be handed over "
                "again only as a corrected copy.",
            )
    return words.format(name=one.name, number=kept_ltr(one.number))


def _held_words(one: WithdrawalShown) -> str:
    if one.is_leave_other:
        return QCoreApplication.translate(
            "Send",
            "The address or the access code of {name} was changed after you asked, and nothing is "
            "asked under somebody else's. It may still be there. To ask with the new one, press "
            "Withdraw there.",
        )
    return QCoreApplication.translate(
        "Send", "You said so. It may still be there, and it is not sent again."
    )


def _refused_words(one: WithdrawalShown) -> str:
    if one.reason is OutcomeKind.DAMAGED:
        return QCoreApplication.translate(
            "Send",
            "The disk changed the sealed text, so it no longer proves that it is yours to take "
            "back. Ask the people of {name}, and give them this number: {number}",
        )
    return QCoreApplication.translate(
        "Send",
        "It may still be there. Ask the people of {name}, and give them this number: {number}",
    )


def withdrawal_question(shown: Detail) -> str:
    """Say what will happen before anything happens."""
    parts = [_there_words(shown) if shown.may_withdraw_there else _here_words(shown)]
    if shown.may_withdraw_there and shown.standing.way:
        parts.append(
            QCoreApplication.translate(
                "Send", "What you gave away by hand is not reached by this; ask for it back."
            )
        )
    parts.append(_revision_words(shown))
    return " ".join(filter(None, parts))


def _there_words(shown: Detail) -> str:
    to = shown.destination
    words = QCoreApplication.translate(
        "Send",
        "{name} is asked to delete it, now or as soon as there is a connection, and it is not sent "
        "again. What was read or exported there already cannot be undone. "
        "Your text stays on this computer.",
    ).format(name=to.name if to else "")
    if to is None or not shown.sent_to or shown.sent_to == to.url:
        return words
    moved = QCoreApplication.translate(
        "Send", "It went to {old}; the address that is asked is {url}."
    ).format(old=kept_ltr(shown.sent_to), url=kept_ltr(to.url))
    return f"{words} {moved}"


def _here_words(shown: Detail) -> str:
    at = shown.standing
    take_out = QCoreApplication.translate("Send", "Take it out of the outbox? The text stays here.")
    if not shown.is_elsewhere:
        return take_out
    people = ask_people_words(shown.destination.name if shown.destination else "", shown.number)
    is_over = at.state in {OutboxState.CONFIRMED, OutboxState.WITHDRAWN}
    return people if is_over else f"{take_out} {people}"


def ask_people_words(name: str, number: str) -> str:
    """Say how it is taken back where this program cannot ask."""
    words = (
        QCoreApplication.translate(
            "Send",
            "This program cannot take it back there. Write to the people of {name} and give them "
            "this number: {number}. Only they can delete it.",
        )
        if name
        else QCoreApplication.translate(
            "Send",
            "It may have arrived, and this program cannot take it back there. Ask whoever has it, "
            "and give them this number: {number}. Only they can delete it.",
        )
    )
    return words.format(name=name, number=kept_ltr(number))


def _revision_words(shown: Detail) -> str:
    """Say what becomes of the other revisions: each is a submission of its own."""
    if not shown.may_withdraw_there or not shown.others_there:
        return ""
    number = QLocale().toString
    only = QCoreApplication.translate(
        "Send",
        "Only revision {number} is withdrawn. There stays: revision {others}. To take back "
        "everything, withdraw each of them.",
    ).format(
        number=number(shown.revision), others=", ".join(map(number, sorted(shown.others_there)))
    )
    if max(shown.others_there) > shown.revision:
        return only
    earlier = QCoreApplication.translate(
        "Send", "Without its correction the earlier text counts again."
    )
    return f"{only} {earlier}"


def withdrawal_facts(one: WithdrawalShown) -> tuple[tuple[str, str], ...]:
    """Return what is known of a request, name and value."""
    facts = [(QCoreApplication.translate("Send", "Asked"), moment(one.asked_at))]
    if one.withdrawn_at is None or one.proved_at is None:
        return tuple(facts)
    return (
        *facts,
        (QCoreApplication.translate("Send", "Answered by"), kept_ltr(one.endpoint)),
        (QCoreApplication.translate("Send", "Withdrawn there"), moment(one.withdrawn_at)),
        (QCoreApplication.translate("Send", "Came here"), moment(one.proved_at)),
        (QCoreApplication.translate("Send", "Signature"), _signature_words(one)),
    )


def _signature_words(one: WithdrawalShown) -> str:
    if one.is_verified:
        return QCoreApplication.translate("Send", "Signed, and the signature was checked.")
    return QCoreApplication.translate(
        "Send", "Not checked: it is not signed, or no key is set for this address."
    )
