"""The sentences of individual views: ways of asking, their cost, and counts that do not add up."""

from PySide6.QtCore import QCoreApplication, QLocale

from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.individual_views import Advice, Method
from ogp_desktop.ui.views.views_state import ViewsState

_ICONS = {
    Method.PAPER: "printer",
    Method.HANDS: "hand",
    Method.SHARED_DEVICE: "monitor",
    Method.PHONES: "tablet-smartphone",
}


def method_name(method: Method) -> str:
    """Name a way of asking."""
    names = {
        Method.PAPER: QCoreApplication.translate("Views", "Paper"),
        Method.HANDS: QCoreApplication.translate("Views", "Show of hands"),
        Method.SHARED_DEVICE: QCoreApplication.translate("Views", "Shared laptop"),
        Method.PHONES: QCoreApplication.translate("Views", "Phones"),
    }
    return names[method]


def method_icon(method: Method) -> str:
    """Return the icon of a way of asking."""
    return _ICONS[method]


def method_how(method: Method) -> str:
    """Say in a sentence what happens in the room."""
    how = {
        Method.PAPER: QCoreApplication.translate(
            "Views", "Everyone fills in a sheet; you count them afterwards."
        ),
        Method.HANDS: QCoreApplication.translate(
            "Views", "You read each choice aloud and count the hands."
        ),
        Method.SHARED_DEVICE: QCoreApplication.translate(
            "Views", "The laptop goes round; you enter each answer below."
        ),
        Method.PHONES: QCoreApplication.translate("Views", "Everyone answers on a phone."),
    }
    return how[method]


def room_cost(way: Advice, people: int) -> str:
    """Say the arithmetic of the time in the room."""
    if way.method is Method.PAPER:
        text = QCoreApplication.translate("Views", "%n sheet(s), {minutes} min", "", people)
    elif way.method is Method.SHARED_DEVICE:
        text = QCoreApplication.translate(
            "Views", "%n person(s) × 2 min = {minutes} min", "", people
        )
    else:
        text = QCoreApplication.translate("Views", "All at once, {minutes} min")
    return text.format(minutes=QLocale().toString(way.room_minutes))


def host_cost(way: Advice) -> str:
    """Say what it costs the host afterwards."""
    if not way.host_minutes:
        return QCoreApplication.translate("Views", "Nothing to type afterwards")
    return QCoreApplication.translate(
        "Views", "Then %n min of typing for you", "", way.host_minutes
    )


def too_long(minutes: int) -> str:
    """Say that a way does not fit the time planned for it."""
    return QCoreApplication.translate("Views", "Too long for the %n min planned", "", minutes)


def answer_name(answer: str) -> str:
    """Name a step of the scale, or that it depends."""
    names = {
        "-2": QCoreApplication.translate("Views", "Clearly first"),
        "-1": QCoreApplication.translate("Views", "Rather first"),
        "0": QCoreApplication.translate("Views", "Balanced"),
        "1": QCoreApplication.translate("Views", "Rather second"),
        "2": QCoreApplication.translate("Views", "Clearly second"),
        "depends": QCoreApplication.translate("Views", "Depends"),
    }
    return names[answer]


def received(state: ViewsState) -> str:
    """Say how many came in, of how many."""
    return QCoreApplication.translate("Views", "Received {received} of {people}").format(
        received=QLocale().toString(state.views.total_received),
        people=QLocale().toString(state.people),
    )


def counted(total: int, answers: int) -> str:
    """Say how many answers to one choice were counted, and whether that is all of them."""
    return QCoreApplication.translate("Views", "{total} of {answers} counted").format(
        total=QLocale().toString(total), answers=QLocale().toString(answers)
    )


def not_added_up(state: ViewsState) -> str:
    """Say what is missing before the results are shown."""
    sentences = []
    if state.missing:
        head = QCoreApplication.translate(
            "Views", "%n people, {answers} answers and {passed} passed.", "", state.people
        ).format(
            answers=QLocale().toString(state.views.total_received),
            passed=QLocale().toString(state.views.passed),
        )
        rest = QCoreApplication.translate("Views", "%n is missing.", "", state.missing)
        sentences += [head, rest]
    if state.uneven:
        sentences.append(
            QCoreApplication.translate(
                "Views", "%n choice(s) do not hold every answer.", "", len(state.uneven)
            )
        )
    return " ".join(sentences)


def refusal_sentence(refusal: Refusal) -> str:
    """Say why counts were not kept, or why they cannot be closed."""
    if refusal.code == "counts_exceed_people":
        return QCoreApplication.translate(
            "Views",
            "Not kept: more answers than the %n that there can be.",
            "",
            refusal.data["people"],
        )
    if refusal.code == "counts_exceed_received":
        return QCoreApplication.translate(
            "Views",
            "Not closed: {received} received, but more answers to a choice are counted.",
        ).format(received=QLocale().toString(refusal.data["received"]))
    if refusal.code == "already_sealed":
        return QCoreApplication.translate(
            "Views", "The observations are sealed; the counts stay as they are."
        )
    return QCoreApplication.translate("Views", "These counts cannot be kept as they are.")
