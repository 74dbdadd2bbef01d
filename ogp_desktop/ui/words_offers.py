"""The sentences of being late: that an item has used its time, and each way on with its result."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from ogp_desktop.domain.offers import Offer, OfferKind
from ogp_desktop.ui.run.run_state import Overtime
from ogp_desktop.ui.translation import listed
from ogp_desktop.ui.widgets.bidi import isolated_ltr
from ogp_desktop.ui.words_run import item_name, minutes, number
from ogp_desktop.ui.words_time import clock_time


def over_title(over: Overtime) -> str:
    """Say that an item has used its minutes, and ask for a choice."""
    return QCoreApplication.translate(
        "Run", "{item} has used its %n minute(s). Choose:", "", over.minutes
    ).format(item=item_name(over.item_id, over.item_number))


def over_short(over: Overtime) -> str:
    """Say that time is up, where there is hardly any room."""
    return QCoreApplication.translate("Run", "{item}: time is up.").format(
        item=item_name(over.item_id, over.item_number)
    )


def offer_label(offer: Offer, number_of: Mapping[str, int]) -> str:
    """Say what an offer does."""
    length = number(offer.seconds // 60)
    match offer.kind:
        case OfferKind.TAKE_FROM:
            giver = offer.block_id or ""
            return QCoreApplication.translate("Run", "Take {minutes} min from {item}").format(
                minutes=length, item=item_name(giver, number_of.get(giver))
            )
        case OfferKind.SKIP_TO_INDIVIDUAL:
            return QCoreApplication.translate("Run", "Skip to individual views")
        case OfferKind.END_LATER:
            return QCoreApplication.translate("Run", "End {minutes} min later").format(
                minutes=length
            )
        case OfferKind.KEEP_GOING:
            return QCoreApplication.translate("Run", "Keep going")


def offer_result(offer: Offer, over: Overtime, number_of: Mapping[str, int]) -> str:
    """Say what an offer leads to, under its label."""
    time = isolated_ltr(clock_time(offer.ends_at))
    if offer.kind is OfferKind.KEEP_GOING:
        return ""
    if offer.kind is OfferKind.SKIP_TO_INDIVIDUAL:
        numbers = [number(number_of[one]) for one in offer.questions if one in number_of]
        return QCoreApplication.translate(
            "Run", "Question(s) {numbers} go there", "", len(numbers)
        ).format(numbers=listed(numbers))
    if offer.is_for_group:
        text = QCoreApplication.translate("Run", "Ask the group first. Ends {time}")
    elif clock_time(offer.ends_at) == clock_time(over.planned_end_at):
        text = QCoreApplication.translate("Run", "Still ends {time}")
    else:
        text = QCoreApplication.translate("Run", "Ends {time}")
    return text.format(time=time)


def giver(offer: Offer, over: Overtime, giver_number: int | None) -> str:
    """Say which item would give minutes, how many, and when all ends."""
    return QCoreApplication.translate("Plan", "{item}: {minutes}, {result}").format(
        item=item_name(offer.block_id or "", giver_number),
        minutes=minutes(offer.seconds // 60),
        result=offer_result(offer, over, {}),
    )
