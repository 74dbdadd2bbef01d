"""Words beside the fields of an address, and the names of addresses where one is chosen."""

from collections import Counter
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from ogp_desktop.domain.destination import Destination
from ogp_desktop.ui.send.choosing_state import Choosing
from ogp_desktop.ui.widgets.bidi import kept_ltr


def field_labels(*, is_openrosa: bool) -> dict[str, str]:
    """Name each field."""
    return {
        "name": QCoreApplication.translate("Address", "Name of the place it goes to"),
        "url": QCoreApplication.translate("Address", "Address"),
        "user": QCoreApplication.translate("Address", "User name"),
        "access_code": QCoreApplication.translate("Address", "Password or API key")
        if is_openrosa
        else QCoreApplication.translate("Address", "Access code"),
        "receipt_key": QCoreApplication.translate("Address", "Receipt key"),
        "recipient": QCoreApplication.translate("Address", "Key for files"),
        "form_id": QCoreApplication.translate("Address", "Form"),
        "form_version": QCoreApplication.translate("Address", "Form version"),
        "form_key": QCoreApplication.translate("Address", "Encryption key"),
    }


def field_notes(choosing: Choosing) -> dict[str, str]:
    """Say what a field is for, where its name does not."""
    notes = {
        "access_code": _code_note(choosing),
        "user": QCoreApplication.translate(
            "Address", "Not needed with an API key, nor where a key stands in the address."
        ),
        "receipt_key": QCoreApplication.translate(
            "Address", "Optional. With it, the signature of the receipt is checked."
        ),
        "recipient": QCoreApplication.translate(
            "Address",
            "Optional. With it, files are encrypted so that only this place can open them.",
        ),
        "form_key": QCoreApplication.translate(
            "Address",
            "Optional. The form's public key: only its owner can then read what is sent.",
        ),
        "form_id": QCoreApplication.translate(
            "Address",
            "Optional, like the two below. The test of the connection asks the server for them.",
        ),
    }
    if choosing.form.is_openrosa:
        notes["url"] = QCoreApplication.translate(
            "Address",
            "As the server shows it for its app users; for KoboToolbox without a user name at its "
            "end. A key in it is kept like a password, and shown as * from then on.",
        )
    return notes


def _code_note(choosing: Choosing) -> str:
    if choosing.is_code_lasting is False:
        return QCoreApplication.translate(
            "Address",
            "Optional. This computer has no safe place for codes: it is kept until you close "
            "the program.",
        )
    if choosing.form.destination_id is not None:
        return QCoreApplication.translate("Address", "Empty leaves the code of before as it is.")
    return QCoreApplication.translate(
        "Address", "Optional. It is kept in the computer's own safe place for passwords."
    )


def more_words(*, is_open: bool) -> str:
    """Name the button that shows the rest of the fields, or takes them away again."""
    if is_open:
        return QCoreApplication.translate("Address", "Fewer fields")
    return QCoreApplication.translate("Address", "More: kind of server, keys")


def place_names(known: tuple[Destination, ...]) -> tuple[str, ...]:
    """Name addresses so that each can be told from the others: by the host where names repeat."""
    often = Counter(one.name for one in known)
    return tuple(
        one.name
        if often[one.name] == 1
        else QCoreApplication.translate("Address", "{name} ({host})").format(
            name=one.name, host=kept_ltr(urlsplit(one.url).netloc)
        )
        for one in known
    )
