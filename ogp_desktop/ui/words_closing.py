"""Words about a kit whose window is over, or nearly."""

from PySide6.QtCore import QCoreApplication

from ogp_desktop.ui.send.send_state import Closing
from ogp_desktop.ui.widgets.bidi import kept_ltr
from ogp_desktop.ui.words_time import day


def closing_words(closing: Closing) -> str:
    """Say how soon the kit's window is over, or that it is, in the kit's own words if it has any.

    The last day ends at the midnight of this computer's place.
    """
    if closing.days_left > 0:
        return QCoreApplication.translate("Send", "Closes in %n day(s).", "", closing.days_left)
    if closing.days_left == 0:
        return QCoreApplication.translate("Send", "Closes today, at midnight.")
    over = closing.note or QCoreApplication.translate(
        "Send",
        "This kit closed {date}. What you hand over now is not expected, and may not be read.",
    ).format(date=day(closing.on))
    return " ".join((over, QCoreApplication.translate("Send", "Newer kits can be imported.")))


def closed_word(closing: Closing) -> str:
    """Say in one line that it is over."""
    return QCoreApplication.translate("Send", "This kit closed {date}.").format(
        date=day(closing.on)
    )


def whom_to_ask(closing: Closing) -> str:
    """Say who may know more: never more than the kit says."""
    if not closing.asks:
        return QCoreApplication.translate(
            "Send",
            "This kit gives no address to ask at. Ask the people who gave it to you whether they "
            "still take observations, and how.",
        )
    return QCoreApplication.translate(
        "Send",
        "Ask the people who gave you this kit whether they still take observations, and how. "
        "The kit names: {places}",
    ).format(places="; ".join(f"{one.name}, {kept_ltr(one.url)}" for one in closing.asks))
