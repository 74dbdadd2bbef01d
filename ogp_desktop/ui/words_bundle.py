"""Words for encrypted files: saved, carried for somebody else, and what came of it."""

from PySide6.QtCore import QCoreApplication

from ogp_desktop.domain.carrying import Carried, CarriedState
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.ui.widgets.bidi import kept_ltr
from ogp_desktop.ui.words_history import outcome_word


def told_bundle_words() -> dict[str, str]:
    """Return what is said, by its code, after something was done with encrypted files."""
    return {
        "bundle_saved": QCoreApplication.translate("Bundle", "The encrypted file is {value}."),
        "bundle_saved_own_key": QCoreApplication.translate(
            "Bundle",
            "The encrypted file is {value}. This computer has no safe place for keys: the one that "
            "signs your files is kept in the folder of your notes, for your account alone.",
        ),
        "bundles_saved": QCoreApplication.translate(
            "Bundle",
            "What waits was saved in {value}. Anything held, or that nothing can be encrypted for, "
            "stays as it was.",
        ),
        "no_recipient": QCoreApplication.translate(
            "Bundle",
            "Nothing can be encrypted yet. The address needs a receipt key and a key for files: "
            "both come from the people there.",
        ),
        "nothing_waits": QCoreApplication.translate("Bundle", "Nothing waits to be saved."),
        "receipts_known": QCoreApplication.translate(
            "Bundle", "These receipts were here already. Nothing changed."
        ),
        "receipts_added": QCoreApplication.translate(
            "Bundle", "The file held more receipts: {value} submissions are confirmed by it."
        ),
    }


def carried_words(carried: Carried) -> str:
    """Say what became of somebody else's file."""
    if carried.state is CarriedState.RECEIPTS:
        return QCoreApplication.translate(
            "Bundle",
            "It arrived, and receipts came back. Save them, and take them to the person whose file "
            "it is: only they can check them.",
        )
    if carried.state is CarriedState.KEPT:
        return QCoreApplication.translate(
            "Bundle",
            "It is kept there, and nobody has opened it yet. Send the same file again another day "
            "to ask for the receipts.",
        )
    if carried.state is CarriedState.REFUSED:
        taken_back = QCoreApplication.translate(
            "Bundle", "Save the answer, and take it to the person whose file it is."
        )
        return f"{refused_words(carried.reason)} {taken_back}"
    reason = _reasons().get(carried.reason)
    if reason is not None:
        return reason
    if carried.kind is OutcomeKind.UNREACHABLE:
        return QCoreApplication.translate(
            "Bundle", "The address does not answer. The file is unchanged; send it again later."
        )
    return QCoreApplication.translate(
        "Bundle",
        "{outcome}. No receipts came. The file is unchanged; sending it again cannot make a second "
        "one.",
    ).format(outcome=outcome_word(carried.kind))


def refused_words(reason: str) -> str:
    """Say why a file was refused, whole."""
    return _reasons().get(reason) or QCoreApplication.translate(
        "Bundle", "The file was refused there, and nothing of it was taken ({reason})."
    ).format(reason=kept_ltr(reason))


def told_refused_words(reason: str, *, is_known: bool) -> str:
    """Say that an answer was read which refuses a file, and what to do."""
    words = refused_words(reason)
    if is_known:
        more = QCoreApplication.translate(
            "Bundle", "Nothing was confirmed by it, and nothing here was lost."
        )
    else:
        more = QCoreApplication.translate(
            "Bundle",
            "It cannot be told which file that was: it was changed on its way, or it is not from "
            "this computer. If it was yours, save it once more and pass it on.",
        )
    return f"{words} {more}"


def _reasons() -> dict[str, str]:
    damaged = QCoreApplication.translate(
        "Bundle", "The file is damaged or cut off, so nothing of it was taken. Copy it once more."
    )
    strange = QCoreApplication.translate(
        "Bundle", "The file is for another place, so nothing of it was taken there."
    )
    wrong = QCoreApplication.translate(
        "Bundle",
        "The file is not as the program makes it, so nothing of it was taken. Ask for a new one.",
    )
    return {
        "bundle_damaged": damaged,
        "conflict": QCoreApplication.translate(
            "Bundle",
            "The other side holds another text under the number of one that is in the file, so "
            "nothing of the file was taken.",
        ),
        "withdrawn": QCoreApplication.translate(
            "Bundle", "All that is in the file was withdrawn there, so nothing of it was taken."
        ),
        "bundle_locked": strange,
        "bundle_not_for_us": strange,
        **dict.fromkeys(
            ("bundle_layout", "bundle_signature", "bundle_item", "bundle_newer"), wrong
        ),
    }


def file_refusal_words(code: str) -> str:
    """Say why a file cannot be carried."""
    words = {
        "not_a_bundle": QCoreApplication.translate(
            "Bundle", "This file is not encrypted, so it is not one to be carried unread."
        ),
        "bundle_too_large": QCoreApplication.translate(
            "Bundle", "This file is larger than any that this program makes (10 MB)."
        ),
        "cannot_read": QCoreApplication.translate("Bundle", "The file could not be read."),
        "cannot_write": QCoreApplication.translate(
            "Bundle", "The receipts could not be written. Choose another place."
        ),
    }
    return words.get(code) or QCoreApplication.translate("Bundle", "This was not accepted.")
