"""Turns what the host wants of the plan into changes of it, and shows a fit before it is taken.

Nothing changes but through a service; every change leaves one sentence, with the way back.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from ogp_desktop.domain.clock import moment
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.offers import Offer, OfferKind
from ogp_desktop.domain.refit_goal import FitTo, Goal, next_time
from ogp_desktop.domain.replanning import AddedKind
from ogp_desktop.domain.schedule import TimerState
from ogp_desktop.services import replanning
from ogp_desktop.services.changes import Changes
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run.plan_reading import first_goal, fit_state
from ogp_desktop.ui.run.plan_state import Deed, FitState, PlanNews
from ogp_desktop.ui.run.run_model import RunModel
from ogp_desktop.ui.run.run_reading import number_of

ADDED_MINUTES = {AddedKind.BREAK: 10, AddedKind.ENERGISER: 5, AddedKind.INTERPRETATION: 10}


class PlanModel(QObject):
    """Signals: ``fit_changed(FitState | None)``; ``fit_opened()`` whenever somebody asks for it;
    ``news_changed(PlanNews | None)``.
    """

    fit_changed = Signal(object)
    fit_opened = Signal()
    news_changed = Signal(object)

    def __init__(self, desk: Desk, run: RunModel) -> None:
        super().__init__(run)
        self._at = desk.workplace
        self._run = run
        self._goal: Goal | None = None
        self._fit: FitState | None = None
        self._news: PlanNews | None = None
        run.strip_changed.connect(self._follow)

    # Fitting to time

    def open_fit(self) -> None:
        """Begin with the end that was agreed to; after the end there is nothing to fit."""
        here = self._run.now()
        if here.state is not TimerState.ENDED:
            now = moment(self._at.clock)
            self._goal = self._goal or first_goal(self._run.facts, now)
            self._show_fit()
            self.fit_opened.emit()

    def bring_back(self, question_id: str) -> None:
        """Show what it would take to talk about a question in the group again."""
        self._goal = replace(first_goal(self._run.facts, moment(self._at.clock)), back=question_id)
        self._show_fit()
        if self._fit is not None:
            self.fit_opened.emit()

    def close_fit(self) -> None:
        """Keep the plan as it is."""
        self._goal = None
        self._show_fit()

    def fit_to(self, to: FitTo) -> None:
        """Hold on to another of end, length or minutes."""
        if self._goal is not None:
            self._goal = replace(self._goal, to=to)
            self._show_fit()

    def fit_to_end(self, hour: int, minute: int) -> None:
        """End at this time on the wall."""
        if self._goal is not None:
            end_at = next_time(self._at.clock.now(), hour, minute)
            self._goal = replace(self._goal, to=FitTo.END_AT, end_at=end_at)
            self._show_fit()

    def fit_to_minutes(self, minutes: int) -> None:
        """End in so many minutes."""
        if self._goal is not None:
            self._goal = replace(self._goal, to=FitTo.MINUTES, minutes=minutes)
            self._show_fit()

    def fit_to_nearest(self) -> None:
        """Ask for the nearest that fits."""
        if self._goal is not None and self._fit is not None and self._fit.nearest is not None:
            near = self._fit.nearest
            end_at, minutes = near.end_at or self._goal.end_at, near.minutes or self._goal.minutes
            self._goal = replace(self._goal, to=near.to, end_at=end_at, minutes=minutes)
            self._show_fit()

    def take_fit(self) -> None:
        """Take the plan that is shown."""
        goal, shown = self._goal, self._fit
        if goal is None or shown is None or shown.ends_at is None:
            return
        entries = self._run.facts.entries
        if self._do(
            lambda: replanning.take_refit(
                self._at, conversation_id=self._run.conversation_id, goal=goal, entries=entries
            )
        ):
            self.close_fit()
            deed = Deed.BROUGHT_BACK if goal.back else Deed.FITTED
            self._tell(deed, goal.back or "", questions=shown.questions)

    # One item

    def lengthen(self, item_id: str, minutes: int) -> None:
        """Give an item minutes more, or fewer when negative."""
        if self._do(
            lambda: replanning.lengthen_item(
                self._at,
                conversation_id=self._run.conversation_id,
                item_id=item_id,
                minutes=minutes,
            )
        ):
            self._tell(Deed.LENGTHENED, item_id)

    def split(self, item_id: str) -> None:
        """Make two of an item."""
        if self._do(
            lambda: replanning.split_item(
                self._at, conversation_id=self._run.conversation_id, item_id=item_id
            )
        ):
            self._tell(Deed.SPLIT, item_id)

    def move(self, item_id: str, step: int) -> None:
        """Put an item earlier or later."""
        if self._do(
            lambda: replanning.move_item(
                self._at, conversation_id=self._run.conversation_id, item_id=item_id, step=step
            )
        ):
            self._tell(Deed.MOVED, item_id)

    def add_after(self, item_id: str, kind: AddedKind) -> None:
        """Put a break, an energiser or interpretation after an item."""
        if self._do(
            lambda: replanning.add_item(
                self._at,
                conversation_id=self._run.conversation_id,
                kind=kind,
                minutes=ADDED_MINUTES[kind],
                after=item_id,
            )
        ):
            self._tell(Deed.ADDED, kind.value)

    def skip(self) -> None:
        """Come back to the current item after the next one."""
        here = self._run.now()
        if here.state is TimerState.NOT_STARTED:
            return
        if self._do(
            lambda: replanning.skip_item(self._at, conversation_id=self._run.conversation_id)
        ):
            self._tell(Deed.SKIPPED, here.block_id)

    def set_start(self, minutes_ago: int) -> None:
        """Say how long ago the talk really began."""
        if self._do(
            lambda: replanning.set_start(
                self._at, conversation_id=self._run.conversation_id, minutes_ago=minutes_ago
            )
        ):
            self._tell(Deed.STARTED, minutes=minutes_ago)

    # When late, and back

    def take_offer(self, offer: Offer) -> None:
        """Do what an overtime offer says."""
        if (
            self._do(
                lambda: replanning.take_offer(
                    self._at, conversation_id=self._run.conversation_id, offer=offer
                )
            )
            and offer.kind is not OfferKind.KEEP_GOING
        ):
            self._tell(Deed.OFFER)

    def undo(self) -> None:
        """Take back what the sentence speaks of, else the latest change; again brings it back."""
        of = self._news.changed if self._news is not None else None
        if self._run.facts.spent.before is not None and self._do(
            lambda: replanning.undo_change(
                self._at, conversation_id=self._run.conversation_id, of=of
            )
        ):
            self._tell(Deed.UNDONE)

    def close_news(self) -> None:
        """The sentence was read."""
        self._show_news(None)

    # Inside

    def _do(self, verb: Callable[[], Changes]) -> bool:
        self._run.refused.connect(self._on_refused)
        try:
            return self._run.do(verb)
        finally:
            self._run.refused.disconnect(self._on_refused)

    def _on_refused(self, refusal: Refusal) -> None:
        self._tell(Deed.REFUSED, reason=refusal.code)

    def _tell(
        self,
        deed: Deed,
        item_id: str = "",
        *,
        minutes: int = 0,
        questions: tuple[int, ...] = (),
        reason: str = "",
    ) -> None:
        facts, here = self._run.facts, self._run.now()
        lengths = facts.spent.plan.planned_s
        self._show_news(
            PlanNews(
                deed=deed,
                ends_at=here.ends_at,
                item_id=item_id,
                number=number_of(facts.kit, item_id),
                minutes=minutes or round(lengths.get(item_id, 0) / 60),
                questions=questions,
                changed=facts.spent.changed if deed is not Deed.REFUSED else None,
                reason=reason,
            )
        )

    def _follow(self) -> None:
        """Follow the clock: the preview is of this moment, and no sentence outlives its change."""
        if self._run.now().state is TimerState.ENDED:
            self._goal = None
        self._show_fit()
        news = self._news
        if news is not None and news.changed not in (None, self._run.facts.spent.changed):
            self._show_news(None)

    def _show_fit(self) -> None:
        now, fit = moment(self._at.clock), None
        if self._goal is not None:
            try:
                fit = fit_state(self._run.facts, self._goal, now)
            except Refusal:  # the question came back by other means, or nothing lies ahead
                self._goal = None
        if fit != self._fit:
            self._fit = fit
            self.fit_changed.emit(fit)

    def _show_news(self, news: PlanNews | None) -> None:
        if news != self._news:
            self._news = news
            self.news_changed.emit(news)
