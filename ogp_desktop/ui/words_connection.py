"""What the test of a connection found, in sentences that say what to do."""

from datetime import datetime
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from ogp_desktop.domain.connection import Finding, Probed
from ogp_desktop.ui.widgets.bidi import isolated_ltr
from ogp_desktop.ui.words_server_forms import form_words
from ogp_desktop.ui.words_time import moment


def finding_words(finding: Finding) -> str:
    """Say what was found; ``{host}`` and ``{time}`` stand for the other side and for our clock."""
    words = {
        Finding.OK: QCoreApplication.translate(
            "Connection", "{host} answers and takes observations."
        ),
        Finding.NO_NETWORK: QCoreApplication.translate(
            "Connection",
            "This computer has no way to the internet just now. Check the Wi-Fi or the cable.",
        ),
        Finding.NO_SUCH_NAME: QCoreApplication.translate(
            "Connection",
            "The name {host} is not found. Either there is no internet behind this network, "
            "or the address is misspelt.",
        ),
        Finding.NO_ANSWER: QCoreApplication.translate(
            "Connection",
            "{host} does not answer. It may be out of order, the address may be wrong, "
            "or this network does not let it through.",
        ),
        Finding.LOGIN_PAGE: QCoreApplication.translate(
            "Connection",
            "Something else answered in the place of {host}. The network may want a login page "
            "first: open a browser, then test again. If there is none, check the address.",
        ),
        Finding.CERTIFICATE: QCoreApplication.translate(
            "Connection",
            "{host} could not prove that it is the right one, so nothing can be sent. The network "
            "may want a login page first, or somebody may be listening in between.",
        ),
        Finding.CLOCK: QCoreApplication.translate(
            "Connection",
            "The certificate of {host} is not valid on {time}, which is what this computer's "
            "clock says. Check the date here. If it is right, tell the people there.",
        ),
        Finding.NOT_YET_VALID: QCoreApplication.translate(
            "Connection",
            "The certificate of {host} is not yet valid on {time}, which is what this computer's "
            "clock says. The clock here is probably slow: check the date and the time.",
        ),
        Finding.EXPIRED: QCoreApplication.translate(
            "Connection",
            "The certificate of {host} had run out by {time}, which is what this computer's clock "
            "says. Check the date here. If it is right, tell the people there.",
        ),
        Finding.ADDRESS: QCoreApplication.translate(
            "Connection",
            "{host} answers, but nothing is taken at this address. Check it letter by letter.",
        ),
        Finding.ACCESS_CODE: QCoreApplication.translate(
            "Connection",
            "{host} answers, but does not accept the access code. Check it, or ask the people "
            "there for another one.",
        ),
        Finding.RECEIPT_KEY: QCoreApplication.translate(
            "Connection",
            "{host} takes observations, but signs with another receipt key than the one set here, "
            "so its receipts would not be believed. Ask the people there for their key.",
        ),
        Finding.CLOSED: QCoreApplication.translate(
            "Connection",
            "{host} answers that it takes nothing any more. Ask the people there; a file or paper "
            "can still be handed over.",
        ),
        Finding.BUSY: QCoreApplication.translate(
            "Connection",
            "{host} answers, but takes nothing for the moment. What waits is tried again by "
            "itself.",
        ),
        Finding.FAULT: QCoreApplication.translate(
            "Connection", "{host} answers, but has a fault of its own. Test again later."
        ),
        **dict.fromkeys((Finding.UNTOLD, Finding.REACHED), _untold_words()),
    }
    return words[finding]


def _untold_words() -> str:
    return QCoreApplication.translate(
        "Connection",
        "{host} answers, but cannot be tested: whether it takes observations shows only on "
        "sending.",
    )


def probed_words(probed: Probed, url: str, now: datetime) -> str:
    """Say what was found at an address, whether the clocks differ, and that no words were sent."""
    host = isolated_ltr(urlsplit(url).netloc or url)
    if probed.form is None:
        found = finding_words(probed.finding).format(host=host, time=moment(now))
    else:
        found = form_words(probed.form, host)
    clock = ""
    if probed.is_clock_wrong:
        clock = QCoreApplication.translate(
            "Connection",
            "This computer's clock and theirs differ by more than ten minutes: check the date "
            "and the time here.",
        )
    nothing = QCoreApplication.translate("Connection", "The test sent nobody's words.")
    return " ".join(filter(None, (found, clock, nothing)))


def button_word() -> str:
    """Name the button that tests a connection."""
    return QCoreApplication.translate("Connection", "Test connection")


def under_way_words() -> str:
    """Say that the test is under way, and what it may be waiting for."""
    return QCoreApplication.translate(
        "Connection", "Testing the connection. It begins when nothing else is being sent."
    )


def unset_words() -> str:
    """Say that there is nothing to test."""
    return QCoreApplication.translate(
        "Connection", "No address is set yet. It is asked for on Send, when something goes."
    )


def shut_words() -> str:
    """Say why nothing can be tested."""
    return QCoreApplication.translate(
        "Connection", "The program was started offline, and opens no connection."
    )
