"""What was done with a submission and what each attempt came to, in words."""

from PySide6.QtCore import QCoreApplication

from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.domain.receipt import in_fours
from ogp_desktop.ui.send.send_state import Step
from ogp_desktop.ui.widgets.bidi import kept_ltr

_WITHDRAWAL = "withdrawal_"
"""Begins the name of each line that is about taking it back."""


def outcome_word(kind: OutcomeKind) -> str:
    """Name what one attempt came to."""
    words = {
        OutcomeKind.CONFIRMED: QCoreApplication.translate("Send", "Confirmed"),
        OutcomeKind.NOT_A_RECEIPT: QCoreApplication.translate("Send", "Answered without a receipt"),
        OutcomeKind.UNREACHABLE: QCoreApplication.translate("Send", "No connection"),
        OutcomeKind.TIMED_OUT: QCoreApplication.translate("Send", "No answer in time"),
        OutcomeKind.INTERRUPTED: QCoreApplication.translate("Send", "Interrupted"),
        OutcomeKind.REFUSED: QCoreApplication.translate("Send", "Not accepted"),
        OutcomeKind.CONFLICT: QCoreApplication.translate(
            "Send", "Another text has the same number there"
        ),
        OutcomeKind.AUTH: QCoreApplication.translate("Send", "Access code not accepted"),
        OutcomeKind.CLOSED: QCoreApplication.translate("Send", "Nothing is taken at this address"),
        OutcomeKind.TLS: QCoreApplication.translate("Send", "The address could not prove itself"),
        OutcomeKind.RATE_LIMITED: QCoreApplication.translate("Send", "Asked to wait"),
        OutcomeKind.SERVER_ERROR: QCoreApplication.translate("Send", "The other side has a fault"),
        OutcomeKind.WITHDRAWN: QCoreApplication.translate("Send", "Withdrawn at the destination"),
        OutcomeKind.NOT_STORED: QCoreApplication.translate("Send", "Nothing is stored there"),
        OutcomeKind.DAMAGED: QCoreApplication.translate("Send", "The stored text is damaged"),
    }
    return words[kind]


def way_word(way: str) -> str:
    """Name the way something was handed over."""
    words = {
        "file": QCoreApplication.translate("Send", "file"),
        "bundle": QCoreApplication.translate("Send", "encrypted file"),
        "text": QCoreApplication.translate("Send", "text"),
        "paper": QCoreApplication.translate("Send", "paper"),
        "form": QCoreApplication.translate("Send", "form"),
    }
    return words.get(way, way)


def step_words(step: Step) -> str:
    """Say one line of the history: "16:02 No connection"."""
    if step.what.startswith(_WITHDRAWAL):
        return _withdrawal_words(step)
    if step.what in set(OutcomeKind):
        return _answer_words(step)
    words = {
        "sealed": QCoreApplication.translate("Send", "Sealed"),
        "corrected": QCoreApplication.translate("Send", "Sealed as a corrected copy"),
        "addressed": QCoreApplication.translate("Send", "Given an address"),
        "send_asked": QCoreApplication.translate("Send", "Given leave to go"),
        "attempt": QCoreApplication.translate("Send", "Tried to send"),
        "given_back": QCoreApplication.translate("Send", "Not begun; nothing was sent"),
        "lease_died": QCoreApplication.translate(
            "Send", "The program stopped while sending; it may have arrived"
        ),
        "leave_ended": QCoreApplication.translate(
            "Send", "Held, because the address or the access code was changed"
        ),
        "hold": QCoreApplication.translate("Send", "Held"),
        "release": QCoreApplication.translate("Send", "Released"),
        "receipt_added": QCoreApplication.translate("Send", "Receipt added from a file"),
        "exported": QCoreApplication.translate("Send", "Saved as {place}").format(
            place=kept_ltr(step.detail)
        ),
        "bundled": QCoreApplication.translate("Send", "SHA-256 of that file: {digest}").format(
            digest=kept_ltr(in_fours(step.detail))
        ),
        "bundle_refused": QCoreApplication.translate(
            "Send", "The encrypted file was refused, says an answer from there"
        ),
        "stopped": QCoreApplication.translate("Send", "Stopped by you, and held"),
        "withdraw": QCoreApplication.translate("Send", "Withdrawn"),
        "handed_over": QCoreApplication.translate("Send", "Handed over by {way}").format(
            way=way_word(step.detail)
        ),
    }
    return words.get(step.what, step.what)


def _answer_words(step: Step) -> str:
    kind = OutcomeKind(step.what)
    if kind is OutcomeKind.UNREACHABLE:  # the history does not tell at which moment
        return QCoreApplication.translate("Send", "No connection, or it broke off")
    is_told = bool(step.detail) and kind is not OutcomeKind.NOT_A_RECEIPT
    if not is_told:
        return outcome_word(kind)
    return QCoreApplication.translate("Send", "{outcome}: {detail}").format(
        outcome=outcome_word(kind), detail=step.detail
    )


def _withdrawal_words(step: Step) -> str:
    """Say one line of the history that is about a withdrawal."""
    what = step.what.removeprefix(_WITHDRAWAL)
    words = {
        "asked": QCoreApplication.translate("Send", "Asked to be withdrawn there"),
        "attempt": QCoreApplication.translate("Send", "Tried to withdraw it there"),
        "lease_died": QCoreApplication.translate(
            "Send", "The program stopped while asking; it may be withdrawn"
        ),
        "stopped": QCoreApplication.translate("Send", "Withdrawal stopped by you"),
        "leave_ended": QCoreApplication.translate(
            "Send", "Withdrawal held, because the address or the access code was changed"
        ),
        OutcomeKind.WITHDRAWN.value: QCoreApplication.translate("Send", "Withdrawn there"),
        OutcomeKind.NOT_A_RECEIPT.value: QCoreApplication.translate(
            "Send", "Answered without proof"
        ),
        OutcomeKind.REFUSED.value: QCoreApplication.translate("Send", "Withdrawal refused"),
        OutcomeKind.UNREACHABLE.value: QCoreApplication.translate(
            "Send", "No connection, or it broke off"
        ),
    }
    word = words.get(what) or (outcome_word(OutcomeKind(what)) if what in set(OutcomeKind) else "")
    if not step.detail or what == OutcomeKind.NOT_A_RECEIPT:
        return word or step.what
    return QCoreApplication.translate("Send", "{outcome}: {detail}").format(
        outcome=word, detail=step.detail
    )
