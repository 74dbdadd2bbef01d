"""The sentences of changing the plan while it runs: fitting it to time, and each change made."""

from PySide6.QtCore import QCoreApplication

from ogp_desktop.domain.refit_goal import FitTo, Goal
from ogp_desktop.domain.replanning import AddedKind
from ogp_desktop.ui.run.plan_state import Deed, FitRow, FitState, PlanNews
from ogp_desktop.ui.translation import listed
from ogp_desktop.ui.widgets.bidi import isolated_ltr
from ogp_desktop.ui.words_run import item_name, minutes, number
from ogp_desktop.ui.words_time import clock_time


def fit_option(to: FitTo) -> str:
    """Say what stays fixed."""
    return {
        FitTo.END_AT: QCoreApplication.translate("Plan", "Must end at"),
        FitTo.LENGTH: QCoreApplication.translate("Plan", "Keep the length"),
        FitTo.MINUTES: QCoreApplication.translate("Plan", "Minutes left"),
    }[to]


def fit_hint(to: FitTo, length: int) -> str:
    """Say what keeping the length means; the others need no more words."""
    if to is not FitTo.LENGTH:
        return ""
    return QCoreApplication.translate("Plan", "{minutes} of talk, pauses not counted").format(
        minutes=minutes(length)
    )


def fit_result(fit: FitState) -> str:
    """Say what the plan would come to, or that time is missing and how much."""
    if fit.ends_at is None:
        return _missing(fit)
    end, before = clock_time(fit.ends_at), clock_time(fit.ended_at)
    if end == before:
        text = QCoreApplication.translate("Plan", "Ends {time}, as before.")
    else:
        text = QCoreApplication.translate("Plan", "Ends {time} instead of {before}.")
    sentence = text.format(time=isolated_ltr(end), before=isolated_ltr(before))
    comes = _comes_back(fit.back) if fit.back is not None else ""
    return " ".join(part for part in (sentence, comes, moved_out(fit.questions)) if part)


def _comes_back(question: int) -> str:
    return QCoreApplication.translate("Plan", "Question {number} comes back.").format(
        number=number(question)
    )


def _missing(fit: FitState) -> str:
    if fit.is_past and fit.goal.to is FitTo.END_AT:
        text = QCoreApplication.translate(
            "Plan", "{time} is past: %n minute(s) are missing.", "", fit.missing
        )
        return text.format(time=isolated_ltr(clock_time(fit.end_at)))
    if fit.is_past:
        return QCoreApplication.translate(
            "Plan", "That leaves no time: %n minute(s) are missing.", "", fit.missing
        )
    return QCoreApplication.translate(
        "Plan", "%n minute(s) are missing, even with everything at its shortest.", "", fit.missing
    )


def nearest(goal: Goal) -> str:
    """Offer the nearest goal that fits."""
    if goal.end_at is not None:
        return QCoreApplication.translate("Plan", "End at {time}").format(
            time=isolated_ltr(clock_time(goal.end_at))
        )
    return QCoreApplication.translate("Plan", "Plan %n minute(s)", "", goal.minutes)


def moved_out(questions: tuple[int, ...]) -> str:
    """Say which questions each person answers alone; empty for none."""
    if not questions:
        return ""
    return QCoreApplication.translate(
        "Plan", "Question(s) {numbers} move to the individual sheet.", "", len(questions)
    ).format(numbers=listed([number(one) for one in questions]))


def row_before(row: FitRow) -> str:
    """Say how long an item is; a dash where the group has no time for it."""
    return "\u2013" if row.before is None else minutes(row.before)


def row_after(row: FitRow) -> str:
    """Say how long an item would be, or where it goes."""
    if row.after is not None:
        return minutes(row.after)
    if row.number is not None:
        return QCoreApplication.translate("Plan", "individual sheet")
    return QCoreApplication.translate("Plan", "left out")


def row_aloud(row: FitRow) -> str:
    """Say a line of the preview, for those who do not see its arrow."""
    before = on_the_sheet() if row.before is None else minutes(row.before)
    return QCoreApplication.translate("Plan", "{item}: {before}, then {after}").format(
        item=item_name(row.item_id, row.number), before=before, after=row_after(row)
    )


def on_the_sheet() -> str:
    """Say of a question that it left the group."""
    return QCoreApplication.translate("Plan", "On the individual sheet")


def added_name(kind: AddedKind) -> str:
    """Name what can be added."""
    return item_name(kind.value)


def news(said: PlanNews) -> str:
    """Say what was done to the plan and when it ends now, or why nothing was done."""
    if said.deed is Deed.REFUSED:
        return _refusal(said.reason)
    sentence = _deed(said)
    ends = QCoreApplication.translate("Plan", "The plan now ends {time}.").format(
        time=isolated_ltr(clock_time(said.ends_at))
    )
    return " ".join(part for part in (sentence, ends, moved_out(said.questions)) if part)


def _deed(said: PlanNews) -> str:
    words = {
        Deed.LENGTHENED: QCoreApplication.translate("Plan", "{item}: {minutes}."),
        Deed.SPLIT: QCoreApplication.translate("Plan", "{item} has two parts."),
        Deed.MOVED: QCoreApplication.translate("Plan", "{item} has another place."),
        Deed.ADDED: QCoreApplication.translate("Plan", "{item} added."),
        Deed.SKIPPED: QCoreApplication.translate("Plan", "{item} comes back next."),
        Deed.BROUGHT_BACK: QCoreApplication.translate("Plan", "{item} is back in the group."),
        Deed.UNDONE: QCoreApplication.translate("Plan", "The change is undone."),
        Deed.STARTED: QCoreApplication.translate("Plan", "Started {minutes} ago."),
    }
    item = item_name(said.item_id, said.number)
    return words.get(said.deed, "").format(item=item, minutes=minutes(said.minutes))


def _refusal(reason: str) -> str:
    words = {
        "plan_changed": QCoreApplication.translate(
            "Plan", "The plan changed in between. Nothing was done; please look again."
        ),
        "does_not_fit": QCoreApplication.translate(
            "Plan", "There is not enough time for this plan any more. Nothing was done."
        ),
        "too_short": QCoreApplication.translate(
            "Plan", "Too little time is left to make two parts of it."
        ),
        "out_of_range": QCoreApplication.translate("Plan", "It cannot be shorter or longer."),
        "in_use": QCoreApplication.translate(
            "Plan", "That item is going on now. Go to another one first."
        ),
        "nothing_to_undo": QCoreApplication.translate("Plan", "There is nothing to undo."),
    }
    return words.get(reason, QCoreApplication.translate("Plan", "That cannot be done now."))
