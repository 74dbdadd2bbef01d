"""Words for the file of an endpoint: what it would set, what to compare, and why it is refused."""

from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from ogp_desktop.services.endpoint_files import Offer, OfferKind
from ogp_desktop.ui.send.told import Told
from ogp_desktop.ui.widgets.bidi import kept_ltr
from ogp_desktop.ui.words_time import day


def offer_words(offer: Offer) -> str:
    """Say what keeping a file would change, and what to compare first."""
    words = {
        OfferKind.NEW: QCoreApplication.translate(
            "Endpoint",
            "This would set a new address. Nothing is set yet. Compare the fingerprint with what "
            "the people there tell you, over the phone for example.",
        ),
        OfferKind.SAME: QCoreApplication.translate(
            "Endpoint", "This address is set already, with the same key. Keeping it is safe."
        ),
        OfferKind.FIRST_KEY: QCoreApplication.translate(
            "Endpoint",
            "This address is set already. The file adds the key that its receipts are checked "
            "with. Compare the fingerprint with what the people there tell you.",
        ),
        OfferKind.OTHER_KEY: QCoreApplication.translate(
            "Endpoint",
            "Careful: this address is known here with another key. The people there may have made "
            "a new one, or somebody else made this file. Ask them, in another way than the file "
            "came, before you keep it.",
        ),
        OfferKind.MOVED: QCoreApplication.translate(
            "Endpoint",
            "Whoever holds the key of {name} says here that its address is another now. It was "
            "{old}. What waits for it is held, and asks you before it goes.",
        ),
    }
    known = offer.known
    return words[offer.kind].format(
        name=known.name if known else "", old=kept_ltr(known.url) if known else ""
    )


def is_careful(offer: Offer) -> bool:
    """Tell whether a person should ask before keeping it."""
    return offer.kind in {OfferKind.OTHER_KEY, OfferKind.MOVED}


def offer_facts(offer: Offer) -> tuple[tuple[str, str], ...]:
    """Return what a file would set, by name."""
    card = offer.card
    facts = [
        (QCoreApplication.translate("Endpoint", "Name"), card.name),
        (
            QCoreApplication.translate("Endpoint", "Host"),
            kept_ltr(urlsplit(card.url).netloc),
        ),
        (QCoreApplication.translate("Endpoint", "Address"), kept_ltr(card.url)),
        (
            QCoreApplication.translate("Endpoint", "Fingerprint of the key"),
            kept_ltr(offer.fingerprint),
        ),
    ]
    if offer.kind is OfferKind.OTHER_KEY:
        facts.append(
            (
                QCoreApplication.translate("Endpoint", "Fingerprint until now"),
                kept_ltr(offer.old_fingerprint),
            )
        )
    if card.protocol == "openrosa":
        facts.append(
            (
                QCoreApplication.translate("Endpoint", "Kind of server"),
                QCoreApplication.translate("Endpoint", "OpenRosa (ODK, KoboToolbox, Ona)"),
            )
        )
    if card.recipient is not None:
        facts.append(
            (
                QCoreApplication.translate("Endpoint", "Files for it"),
                QCoreApplication.translate("Endpoint", "can be locked so that only they open them"),
            )
        )
    if card.last_day is not None:
        facts.append((QCoreApplication.translate("Endpoint", "Open until"), day(card.last_day)))
    return tuple(facts)


def endpoint_refusal_words(told: Told) -> str:
    """Say why a file or a text was not taken; nothing was changed by it."""
    words = {
        "not_an_endpoint_file": QCoreApplication.translate(
            "Endpoint", "This is no address file, or a part of it is missing. Ask for it again."
        ),
        "newer_endpoint_file": QCoreApplication.translate(
            "Endpoint", "This address file needs a newer version of the program."
        ),
        "unknown_protocol": QCoreApplication.translate(
            "Endpoint", "This program cannot send to that kind of server."
        ),
        "bad_endpoint_signature": QCoreApplication.translate(
            "Endpoint",
            "The signature does not fit: somebody changed this file after it was made. "
            "Ask for it again, in another way.",
        ),
        "not_https": QCoreApplication.translate(
            "Endpoint",
            "The address in it does not begin with https, so others on the way could read along.",
        ),
        "endpoint_closed": QCoreApplication.translate(
            "Endpoint", "It took observations until {value}. Ask the people there for a newer file."
        ),
        "no_picture": QCoreApplication.translate(
            "Endpoint", "This is no picture that can be read here: only PNG and JPEG are."
        ),
        "picture_too_large": QCoreApplication.translate(
            "Endpoint", "This picture is too large. Cut out the QR code, or take a smaller one."
        ),
        "damaged_picture": QCoreApplication.translate(
            "Endpoint", "This picture is damaged, or a part of it is missing. Ask for it again."
        ),
        "no_code": QCoreApplication.translate(
            "Endpoint",
            "No QR code was found in this picture. Take it again from nearer, flat, sharp and in "
            "good light.",
        ),
        "damaged_code": QCoreApplication.translate(
            "Endpoint",
            "There is a QR code in this picture, but it cannot be read: a part of it is covered, "
            "blurred or missing. Take the picture again.",
        ),
        "other_code": QCoreApplication.translate(
            "Endpoint", "The QR code in this picture holds something else than such an address."
        ),
        "several_codes": QCoreApplication.translate(
            "Endpoint",
            "There are several addresses in this picture. Cut out the QR code that you mean.",
        ),
        "cannot_read": QCoreApplication.translate("Endpoint", "{value} could not be read."),
    }
    usual = QCoreApplication.translate("Endpoint", "What this address file sets is not usable.")
    why = words.get(told.code, usual).format(value=told.value)
    return f"{why} {QCoreApplication.translate('Endpoint', 'Nothing was changed.')}"
