"""Joins the Run screen with the model of its plan: fits, changes of items, and the way back."""

from collections.abc import Callable

from ogp_desktop.domain.replanning import AddedKind
from ogp_desktop.ui.run.agenda_menu import STEP_MINUTES, ItemDeed
from ogp_desktop.ui.run.fit_pane import FitPane
from ogp_desktop.ui.run.plan_model import PlanModel
from ogp_desktop.ui.run.run_screen import RunScreen


def join_plan(screen: RunScreen, plan: PlanModel) -> None:
    """Turn what is pressed on the screen into intentions, and show what they lead to."""
    plan.fit_changed.connect(screen.show_fit)
    plan.fit_opened.connect(lambda: screen.show_pane("question"))
    plan.news_changed.connect(screen.messages.show_news)
    screen.agenda.fit_requested.connect(plan.open_fit)
    screen.agenda.deed_chosen.connect(lambda deed, item_id: _do(plan, deed, item_id))
    screen.messages.fit_requested.connect(plan.open_fit)
    screen.messages.offer_chosen.connect(plan.take_offer)
    screen.messages.undo_requested.connect(plan.undo)
    screen.messages.news_closed.connect(plan.close_news)
    screen.fit_made.connect(lambda fit: _join_fit(fit, plan))


def _join_fit(fit: FitPane, plan: PlanModel) -> None:
    fit.to_chosen.connect(plan.fit_to)
    fit.end_chosen.connect(plan.fit_to_end)
    fit.minutes_chosen.connect(plan.fit_to_minutes)
    fit.nearest_chosen.connect(plan.fit_to_nearest)
    fit.taken.connect(plan.take_fit)
    fit.closed.connect(plan.close_fit)
    fit.start_chosen.connect(plan.set_start)


def plan_actions(plan: PlanModel) -> dict[str, Callable[[], None]]:
    """Return what the keys of the page do to the plan."""
    return {"fit": plan.open_fit, "undo_plan": plan.undo, "skip_item": plan.skip}


def _do(plan: PlanModel, deed: ItemDeed, item_id: str) -> None:
    match deed:
        case ItemDeed.MINUTE_MORE | ItemDeed.MINUTE_LESS:
            plan.lengthen(item_id, 1 if deed is ItemDeed.MINUTE_MORE else -1)
        case ItemDeed.MORE | ItemDeed.LESS:
            plan.lengthen(item_id, STEP_MINUTES if deed is ItemDeed.MORE else -STEP_MINUTES)
        case ItemDeed.EARLIER | ItemDeed.LATER:
            plan.move(item_id, -1 if deed is ItemDeed.EARLIER else 1)
        case ItemDeed.SPLIT:
            plan.split(item_id)
        case ItemDeed.SKIP:
            plan.skip()
        case ItemDeed.BRING_BACK:
            plan.bring_back(item_id)
        case ItemDeed.UNDO:
            plan.undo()
        case _:
            plan.add_after(item_id, AddedKind(deed.value))
