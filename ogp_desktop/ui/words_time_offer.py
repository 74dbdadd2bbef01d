"""The sentences of what Prepare offers about time."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLocale

from ogp_desktop.ui.prepare.agenda_view import AgendaItem
from ogp_desktop.ui.prepare.time_offer import LateOffer, TimeOffer, UsualOffer
from ogp_desktop.ui.translation import listed
from ogp_desktop.ui.widgets.bidi import isolated_ltr
from ogp_desktop.ui.words_run import item_name, minutes
from ogp_desktop.ui.words_time import clock_time


def offer_sentence(offer: TimeOffer) -> str:
    """Say what is so, and what taking the offer would change."""
    facts = [_usual(offer)] if isinstance(offer, UsualOffer) else [_left(offer), _missing(offer)]
    if offer.changes:
        text = QCoreApplication.translate(
            "TimeOffer", "Fitted to %n min: {changes}.", "", offer.offered
        )
        facts.append(text.format(changes=changes_list(offer.changes)))
    return " ".join(filter(None, facts))


def take_label(offer: TimeOffer) -> str:
    """Name the button that takes the offer."""
    if isinstance(offer, UsualOffer):
        return QCoreApplication.translate("TimeOffer", "Use these lengths")
    return plan_label(offer.offered)


def plan_label(count: int) -> str:
    """Name the button that plans so many minutes."""
    return QCoreApplication.translate("TimeOffer", "Plan %n min", "", count)


def leave_label() -> str:
    """Name the button that leaves the plan as it is."""
    return QCoreApplication.translate("TimeOffer", "Keep the plan")


def nearest_sentence(enough: int) -> str:
    """Say which plan is the nearest that fits."""
    return QCoreApplication.translate(
        "TimeOffer", "The nearest plan that fits takes %n min.", "", enough
    )


def too_few_sentence(typed: int, enough: int) -> str:
    """Say how many minutes are missing, and which plan would fit."""
    missing = QCoreApplication.translate("TimeOffer", "%n min are missing.", "", enough - typed)
    return f"{missing} {nearest_sentence(enough)}"


def changes_list(changes: Iterable[tuple[AgendaItem, int]]) -> str:
    """List items with the lengths they would have; one that would go is said to."""
    return listed([_change(item, count) for item, count in changes])


def _change(item: AgendaItem, count: int) -> str:
    if count:
        text = QCoreApplication.translate("Prepare", "{item}: {minutes}", "an item and its length")
    elif item.number is None:
        text = QCoreApplication.translate("TimeOffer", "{item} left out", "of a plan")
    else:
        text = QCoreApplication.translate("TimeOffer", "{item} on the individual sheet only")
    return text.format(item=item_name(item.id, item.number), minutes=minutes(count))


def _left(offer: LateOffer) -> str:
    end = isolated_ltr(clock_time(offer.ends_by))
    if offer.left <= 0:
        return QCoreApplication.translate(
            "TimeOffer", "It must end at {time}, which was %n min ago.", "", -offer.left
        ).format(time=end)
    return QCoreApplication.translate(
        "TimeOffer",
        "Started now it has {left} of {minutes} min, because it must end at {time}.",
    ).format(
        left=QLocale().toString(offer.left),
        minutes=QLocale().toString(offer.minutes),
        time=end,
    )


def _missing(offer: LateOffer) -> str:
    if not offer.missing:
        return ""
    missing = QCoreApplication.translate(
        "TimeOffer", "%n min are missing even for the shortest plan.", "", offer.missing
    )
    ends = QCoreApplication.translate(
        "TimeOffer",
        "The nearest plan that fits takes %n min and would end at {time}.",
        "",
        offer.offered,
    ).format(time=isolated_ltr(clock_time(offer.would_end_at)))
    return f"{missing} {ends}"


def _usual(offer: UsualOffer) -> str:
    times = min(one.times for _, one in offer.usual)
    first = QCoreApplication.translate("TimeOffer", "The last %n times:", "", times)
    parts = [
        QCoreApplication.translate(
            "TimeOffer", "{item} took {taken} (planned {planned})", "a part of a conversation"
        ).format(
            item=item_name(item.id, item.number),
            taken=minutes(one.taken),
            planned=QLocale().toString(one.planned),
        )
        for item, one in offer.usual
    ]
    return f"{first} {listed(parts)}."
