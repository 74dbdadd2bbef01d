"""Words of the Send screen: parts, deeds, receipts, and what came of a deed."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from ogp_desktop.domain.receipt import WhyNot
from ogp_desktop.ui.send.send_state import Deed, Group, ReceiptShown
from ogp_desktop.ui.send.told import Told
from ogp_desktop.ui.words_bundle import told_bundle_words, told_refused_words
from ogp_desktop.ui.words_time import moment

DEED_ICONS = {
    Deed.CHOOSE: "send",
    Deed.READDRESS: "pencil",
    Deed.SEND: "send",
    Deed.ASK_AGAIN: "refresh-cw",
    Deed.STOP: "circle-stop",
    Deed.HOLD: "hand",
    Deed.RELEASE: "play",
    Deed.GIVE_LEAVE: "send",
    Deed.GIVE_LEAVE_ALL: "send",
    Deed.CORRECT: "pencil",
    Deed.SAVE_FILE: "save",
    Deed.BY_HAND: "list-checks",
    Deed.SAVE_BUNDLE: "lock",
    Deed.COPY: "copy",
    Deed.REPORT: "file-text",
    Deed.PRINT: "printer",
    Deed.RECEIPT: "badge-check",
    Deed.PRINT_RECEIPT: "printer",
    Deed.SLIP: "file-check",
    Deed.WITHDRAW: "undo-2",
    Deed.WITHDRAW_THERE: "undo-2",
    Deed.STOP_ASKING: "circle-stop",
    Deed.ADD_RECEIPT: "badge-check",
    Deed.EVIDENCE: "clipboard-list",
}


def group_word(group: Group) -> str:
    """Name a part of the list."""
    words = {
        Group.NEEDS_YOU: QCoreApplication.translate("Send", "Needs you"),
        Group.WAITING: QCoreApplication.translate("Send", "Waiting"),
        Group.DONE: QCoreApplication.translate("Send", "Done"),
    }
    return words[group]


def deed_word(deed: Deed) -> str:
    """Name what a button does."""
    words = {
        Deed.CHOOSE: QCoreApplication.translate("Send", "Choose how to hand over"),
        Deed.READDRESS: QCoreApplication.translate("Send", "Check address and code"),
        Deed.SEND: QCoreApplication.translate("Send", "Send when online"),
        Deed.ASK_AGAIN: QCoreApplication.translate("Send", "Ask again now"),
        Deed.STOP: QCoreApplication.translate("Send", "Stop this attempt"),
        Deed.HOLD: QCoreApplication.translate("Send", "Hold"),
        Deed.RELEASE: QCoreApplication.translate("Send", "Release"),
        Deed.GIVE_LEAVE: QCoreApplication.translate("Send", "Send it there"),
        Deed.GIVE_LEAVE_ALL: QCoreApplication.translate("Send", "Send all held like this"),
        Deed.CORRECT: QCoreApplication.translate("Send", "Open a corrected copy"),
        Deed.SAVE_FILE: QCoreApplication.translate("Send", "Save file"),
        Deed.BY_HAND: QCoreApplication.translate("Send", "Copy by hand"),
        Deed.SAVE_BUNDLE: QCoreApplication.translate("Send", "Save encrypted file"),
        Deed.COPY: QCoreApplication.translate("Send", "Copy text"),
        Deed.REPORT: QCoreApplication.translate("Send", "Report as PDF"),
        Deed.PRINT: QCoreApplication.translate("Send", "Print the report"),
        Deed.RECEIPT: QCoreApplication.translate("Send", "Receipt as PDF"),
        Deed.PRINT_RECEIPT: QCoreApplication.translate("Send", "Print receipt"),
        Deed.SLIP: QCoreApplication.translate("Send", "Print a slip"),
        Deed.ADD_RECEIPT: QCoreApplication.translate("Send", "Add receipt"),
        Deed.EVIDENCE: QCoreApplication.translate("Send", "Save the list of proofs (CSV)"),
        Deed.WITHDRAW: QCoreApplication.translate("Send", "Withdraw"),
        Deed.WITHDRAW_THERE: QCoreApplication.translate("Send", "Withdraw there"),
        Deed.STOP_ASKING: QCoreApplication.translate("Send", "Stop asking"),
    }
    return words[deed]


def receipt_words(receipt: ReceiptShown) -> str:
    """Say what a receipt proves, and whether its signature does."""
    if receipt.is_verified:
        return QCoreApplication.translate("Send", "Signed, and the signature was checked.")
    if receipt.is_signed:
        return QCoreApplication.translate(
            "Send", "Accepted. Its signature was not checked: no key is set for this address."
        )
    return QCoreApplication.translate("Send", "Accepted (unsigned).")


def stored_words(receipt: ReceiptShown) -> str:
    """Write when the other side stored it, by its own clock."""
    return moment(datetime.fromisoformat(receipt.stored_at))


def not_in_it() -> str:
    """Say what never travels."""
    return QCoreApplication.translate(
        "Send",
        "It has no field for names or contacts of people. The exact size of a group under 5, and "
        "notes you left out, are not in it.",
    )


def told_words(told: Told) -> str:
    """Say what came of something that was done here, or why it was not."""
    words = {
        "file_saved": QCoreApplication.translate(
            "Send", "Saved as {value}. Pass it on; there is no receipt until it arrives."
        ),
        "copy_saved": QCoreApplication.translate("Send", "A copy was saved as {value}."),
        "copied": QCoreApplication.translate(
            "Send", "The text was copied. Paste it where it belongs."
        ),
        "report_saved": QCoreApplication.translate(
            "Send", "The report was saved as {value}. It can be opened and printed from there."
        ),
        "receipt_saved": QCoreApplication.translate(
            "Send", "The receipt was saved as {value}. It can be opened and printed from there."
        ),
        "evidence_saved": QCoreApplication.translate(
            "Send", "The list was saved as {value}, with the number, digest and receipt of each."
        ),
        "number_copied": QCoreApplication.translate(
            "Send", "The number was copied. Paste it into your message to them."
        ),
        "printed": QCoreApplication.translate("Send", "It was given to the printer."),
        "cannot_print": QCoreApplication.translate(
            "Send", "The printer did not take it. Save it as PDF, and print that file."
        ),
        "cannot_read": QCoreApplication.translate("Send", "{value} could not be read."),
        "cannot_write": QCoreApplication.translate(
            "Send", "{value} could not be written. Nothing here was lost. Choose another place."
        ),
        "not_now": QCoreApplication.translate(
            "Send", "This cannot be done just now. The state below is the present one."
        ),
        "not_here": QCoreApplication.translate(
            "Send",
            "This program is not the one that sends it. If that one was cut off, the item is free "
            "again in less than three minutes.",
        ),
        "damaged": QCoreApplication.translate(
            "Send",
            "The disk changed the sealed text, so it cannot be read or saved. "
            "Open a corrected copy: it is made anew from your review.",
        ),
        "elsewhere": QCoreApplication.translate(
            "Send",
            "It may have arrived at the first address already, so it cannot go to another one.",
        ),
    }
    if told.code in {"bundle_refused", "bundle_refused_unknown"}:
        return told_refused_words(told.value, is_known=told.code == "bundle_refused")
    if told.code == "no_receipt":
        return why_not_words(WhyNot(told.value))
    return (words | told_bundle_words())[told.code].format(value=told.value)


def opened_words(told: Told) -> str:
    """Say what came of opening a form in the browser; nothing of it was sent by the program."""
    words = {
        "opened": QCoreApplication.translate(
            "Send", "The form is open in your browser. Read it there, send it there, then say so."
        ),
        "partly_opened": QCoreApplication.translate(
            "Send",
            "The form is open in your browser. These answers are too long for its address; copy "
            "them by hand:\n{value}",
        ),
        "not_opened": QCoreApplication.translate(
            "Send", "No browser could be opened. The address of the form is {value}"
        ),
    }
    return words[told.code].format(value=told.value)


def why_not_words(why: WhyNot) -> str:
    """Say which rule a file failed that was taken for a receipt; nothing was changed by it."""
    words = {
        WhyNot.STATUS: QCoreApplication.translate(
            "Send", "This file does not say that the text was stored."
        ),
        WhyNot.TYPE: QCoreApplication.translate("Send", "This file is of another kind."),
        WhyNot.TOO_LARGE: QCoreApplication.translate(
            "Send", "This file is larger than any receipt."
        ),
        WhyNot.MALFORMED: QCoreApplication.translate(
            "Send", "This file holds no receipt, or it is damaged. Ask for it again."
        ),
        WhyNot.OTHER_ID: QCoreApplication.translate(
            "Send", "This is the receipt for another submission."
        ),
        WhyNot.OTHER_CONTENT: QCoreApplication.translate(
            "Send",
            "This receipt is for another text than the one sealed here, if only by one letter. "
            "Hand over the sealed file once more.",
        ),
        WhyNot.UNSIGNED: QCoreApplication.translate(
            "Send", "This receipt is not signed, so it proves nothing: a receipt key is set."
        ),
        WhyNot.WRONG_SIGNATURE: QCoreApplication.translate(
            "Send",
            "The signature of this receipt does not fit the receipt key that is set, so it proves "
            "nothing. Ask the people there which key is theirs.",
        ),
    }
    return words[why]


def refusal_words(code: str) -> str:
    """Say beside a field of the address why it was not kept."""
    words = {
        "empty": QCoreApplication.translate("Send", "Give it a name."),
        "too_long": QCoreApplication.translate("Send", "At most 80 letters."),
        "not_an_address": QCoreApplication.translate(
            "Send", "This is no address. Write it like https://example.org/feedback."
        ),
        "not_https": QCoreApplication.translate(
            "Send", "The address must begin with https, so that nobody can read along."
        ),
        "bad_code": QCoreApplication.translate(
            "Send", "An access code has only plain letters, digits and signs, without spaces."
        ),
        "bad_login": QCoreApplication.translate(
            "Send",
            "Give the user name too. Without one, this has to be an API key of KoboToolbox or Ona, "
            "40 letters and digits.",
        ),
        "bad_form_key": QCoreApplication.translate(
            "Send", "This is no encryption key. The server shows it as base64RsaPublicKey."
        ),
        "bad_key": QCoreApplication.translate(
            "Send", "This is no receipt key. It is 44 letters long and ends with =."
        ),
        "bad_recipient": QCoreApplication.translate(
            "Send", "This is no key for files. It is 62 letters long and begins with age1."
        ),
    }
    return words.get(code) or QCoreApplication.translate("Send", "This was not accepted.")


def revision_word(revision: int) -> str:
    """Name a revision by its number."""
    return QCoreApplication.translate("Send", "revision {number}").format(
        number=QLocale().toString(revision)
    )


def size_words(count: int) -> str:
    """Write a number of bytes as people read it: "5.6 kB"."""
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
