"""Knows where a conversation stands and turns the host's intentions into facts on the timing log.

Nothing here counts: each second the schedule is computed anew from the log and the clock. A tick
that comes late means that the computer slept, and is asked about, never guessed.
"""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.offers import Offer, events_of, overtime_offers
from ogp_desktop.domain.running_order import running_order, steps_of
from ogp_desktop.domain.schedule import Schedule, TimerState, schedule
from ogp_desktop.kits.localised import in_language
from ogp_desktop.services import note_taking, reading, running
from ogp_desktop.services.changes import Changes, Touched
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run.gap_watch import GapWatch, absence
from ogp_desktop.ui.run.room_view import room_view
from ogp_desktop.ui.run.run_state import (
    Overtime,
    PromptMark,
    RunState,
    count,
    item_states,
    lines_of,
    next_item_id,
    numbers,
    question_state,
    shown_question_id,
    stretch_state,
    strip_state,
)

TICK_MS = 1000
BEAT_S = 30
_GOING = (TimerState.RUNNING, TimerState.WRAP_UP, TimerState.OVER)
_READ_AGAIN = frozenset({Touched.TIMING, Touched.PREPARATION, Touched.CONVERSATIONS})


class RunModel(QObject):
    """Holds the facts of one conversation and the clock.

    Signals: ``strip_changed(StripState)`` each second; ``state_changed(RunState)`` when anything
    else is different; ``trouble_met(Trouble)``; ``clock_turned(StripState)`` once when an item
    comes to wrap up or over time.
    """

    strip_changed = Signal(object)
    state_changed = Signal(object)
    clock_turned = Signal(object)
    trouble_met = Signal(object)

    def __init__(
        self, desk: Desk, conversation_id: ConversationId, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._at = desk.workplace
        self._id = conversation_id
        self._on_screen: str | None = None
        self._is_blank = False
        self._has_timer = True
        self._state: RunState | None = None
        self._clock_state: TimerState | None = None
        self._read()
        was_going = self._now().state in _GOING
        self._watch = GapWatch(
            self._at.clock, absence(self._at, conversation_id) if was_going else None
        )
        self._beaten_s = self._at.clock.monotonic_s() - BEAT_S
        desk.bus.changed.connect(self._on_changed)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.tick)

    # What is shown

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each question by its id."""
        return numbers(self._kit)

    @property
    def question_id(self) -> str:
        """The question that notes belong to now."""
        return shown_question_id(self._agenda, self._now().block_id, self._kit)

    def show(self) -> None:
        """Tell where the conversation stands, and go on telling."""
        self._state = None
        self.tick()

    def tick(self) -> None:
        """Compute the moment anew; called each second, and by tests whenever time has passed."""
        now, seconds = self._at.clock.now(), self._at.clock.monotonic_s()
        here = self._now()
        is_live = here.state not in (TimerState.NOT_STARTED, TimerState.ENDED)
        self._watch.look(is_going=here.state in _GOING)
        # A beat would vouch for the time that is still being asked about.
        if is_live and self._watch.gap is None and seconds - self._beaten_s >= BEAT_S:
            self._beaten_s = seconds
            self._try(lambda: running.beat(self._at, conversation_id=self._id))
        self._tell(here, now)
        # Aligned to the full second, so that the digits change with those on the wall.
        self._timer.start(TICK_MS - now.microsecond // 1000)

    def _tell(self, here: Schedule, now: datetime) -> None:
        strip = strip_state(self._agenda, here, self._kit, now)
        self.strip_changed.emit(strip)
        state = self._run_state(here)
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)
        was, self._clock_state = self._clock_state, here.state
        if was is not None and was is not here.state:
            self.clock_turned.emit(strip)

    def _run_state(self, here: Schedule) -> RunState:
        marks = self._facts.prompt_marks
        item = here.block_id
        question_id = shown_question_id(self._agenda, item, self._kit)
        has_started = here.state is not TimerState.NOT_STARTED
        shows_question = item == question_id or not has_started
        lines = {line_id for line_id, _, _ in lines_of(self._kit.question(question_id))}
        shown = self._on_screen if self._on_screen in lines else question_id
        on_screen = shown if shows_question else None
        return RunState(
            item_id=item,
            items=item_states(here, self._kit, self._counts),
            question=question_state(self._kit, question_id, marks, self._counts, on_screen),
            stretch=None
            if shows_question
            else stretch_state(
                item, steps_of(self._facts.conversation.agenda, item), self._kit, self._spoken_rule
            ),
            parked=self._counts.parked,
            audience=room_view(
                self._kit,
                here,
                on_screen=on_screen,
                question_id=question_id,
                next_id=next_item_id(self._agenda, item),
                has_timer=self._has_timer,
                is_blank=self._is_blank,
            ),
            is_blank=self._is_blank,
            has_audience_timer=self._has_timer,
            overtime=self._overtime(here),
            gap=self._watch.gap,
            is_before_start=not has_started,
            is_ended=here.state is TimerState.ENDED,
        )

    def _overtime(self, here: Schedule) -> Overtime | None:
        offers = () if self._watch.gap else overtime_offers(self._agenda, here)
        if not offers:
            return None
        return Overtime(
            item_id=here.block_id,
            item_number=self.numbers.get(here.block_id),
            minutes=round(here.block_planned_s / 60),
            planned_end_at=here.planned_end_at,
            offers=offers,
        )

    # The clock

    def start_or_pause(self) -> None:
        """Start, pause or go on, whichever makes sense now."""
        verbs = {
            TimerState.NOT_STARTED: running.start,
            TimerState.PAUSED: running.resume,
            TimerState.ENDED: None,
        }
        verb = verbs.get(self._now().state, running.pause)
        if verb is not None:
            self._do(lambda: verb(self._at, conversation_id=self._id))

    def next_item(self) -> None:
        """Go to the next item of the agenda; the last one is only left by ending."""
        self._step(1)

    def previous_item(self) -> None:
        """Go back to the item before."""
        self._step(-1)

    def go_to(self, item_id: str) -> None:
        """Go to any item; before the start and after the end nothing moves."""
        here = self._now()
        is_live = here.state not in (TimerState.NOT_STARTED, TimerState.ENDED)
        if is_live and item_id != here.block_id:
            self._on_screen = None
            self._do(lambda: running.move_to(self._at, conversation_id=self._id, item_id=item_id))

    def end(self) -> None:
        """End the conversation."""
        self._do(lambda: running.end(self._at, conversation_id=self._id))

    def add_minutes(self, minutes: int) -> None:
        """Give the current item that many minutes; it keeps one at least."""
        here = self._now()
        is_live = here.state not in (TimerState.NOT_STARTED, TimerState.ENDED)
        if is_live and here.block_planned_s + 60 * minutes >= 60:
            self._do(
                lambda: running.extend(
                    self._at,
                    conversation_id=self._id,
                    item_id=here.block_id,
                    seconds=60 * minutes,
                )
            )

    def take_offer(self, offer: Offer) -> None:
        """Do what an overtime offer says, with the clock as it is now."""
        here = self._now()
        events = events_of(offer, here, self._at.clock.now())
        self._do(lambda: running.log_events(self._at, conversation_id=self._id, events=events))

    def answer_gap(self, *, went_on: bool) -> None:
        """Say what happened in the time that nobody can vouch for."""
        gap = self._watch.gap
        if gap is None:
            return
        if self._do(
            lambda: running.answer_gap(
                self._at, conversation_id=self._id, seconds=gap.seconds, went_on=went_on
            )
        ):
            self._watch.gap = None
            self.tick()

    # The room

    def ask_prompt(self, prompt_id: str) -> None:
        """Make a prompt the one being asked; the one before it was asked."""
        question = self._kit.question(self.question_id)
        if prompt_id not in {one for one, _, _ in lines_of(question)}:
            return
        asking = self._asking()
        if asking == prompt_id:
            return
        if asking is not None:
            self._mark(asking, is_being_asked=False)
        self._mark(prompt_id, is_being_asked=True)

    def show_prompt(self, prompt_id: str | None = None) -> None:
        """Show a prompt to the room, the one being asked when none is named."""
        wanted = prompt_id or self._asking()
        if wanted is not None:
            self.ask_prompt(wanted)
            self._show(wanted)

    def show_question(self) -> None:
        """Show the question itself to the room."""
        self._show(None)

    def step_prompt(self, step: int) -> None:
        """Go to the next prompt or back, and show it; before the first stands the question."""
        order = [None, *(one for one, _, _ in lines_of(self._kit.question(self.question_id)))]
        here = order.index(self._on_screen) if self._on_screen in order else 0
        wanted = order[max(0, min(here + step, len(order) - 1))]
        if wanted is not None:
            self.ask_prompt(wanted)
        self._show(wanted)

    def toggle_blank(self) -> None:
        """Show nothing to the room, or show again."""
        self._is_blank = not self._is_blank
        self.tick()

    def toggle_timer(self) -> None:
        """Let the room see the time, or not."""
        self._has_timer = not self._has_timer
        self.tick()

    # Inside

    def _now(self) -> Schedule:
        return schedule(self._agenda, self._facts.log, self._at.clock.now())

    def _read(self) -> None:
        facts = reading.run(self._at, conversation_id=self._id)
        preparation = facts.conversation.preparation
        language = facts.kit.best_language(preparation.language)
        self._facts = facts
        self._agenda = running_order(facts.conversation.agenda)
        self._kit = in_language(facts.kit, language)
        self._counts = count(facts.notes, self._kit)
        rules = {rule.id: rule.spoken for rule in self._kit.consent.attribution}
        self._spoken_rule = rules.get(preparation.attribution, "")

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is self or changes.conversation_id != self._id:
            return
        if changes.touched & _READ_AGAIN:
            self._read()
            self.tick()
        elif Touched.NOTES in changes.touched:
            notes = reading.notes_of(self._at, conversation_id=self._id)
            self._counts = count(notes, self._kit)
            self.tick()

    def _step(self, step: int) -> None:
        item_id = next_item_id(self._agenda, self._now().block_id, step)
        if item_id is not None:
            self.go_to(item_id)

    def _asking(self) -> str | None:
        marks = self._facts.prompt_marks
        question = self._kit.question(self.question_id)
        lines = (one for one, _, _ in lines_of(question))
        return next((one for one in lines if marks.get(one) == PromptMark.ASKING), None)

    def _mark(self, prompt_id: str, *, is_being_asked: bool) -> None:
        self._do(
            lambda: note_taking.mark_prompt(
                self._at,
                conversation_id=self._id,
                prompt_id=prompt_id,
                is_being_asked=is_being_asked,
            )
        )

    def _show(self, line_id: str | None) -> None:
        self._on_screen = line_id
        self.tick()

    def _do(self, verb: Callable[[], Changes]) -> bool:
        """Log a fact, tell everybody and show where that leads; tell whether it was kept."""
        changes = self._try(verb)
        if changes is None:
            return False
        self._read()
        self._desk.bus.tell(changes, self)
        self.tick()
        return True

    def _try(self, verb: Callable[[], Changes | None]) -> Changes | None:
        try:
            return verb()
        except Refusal:
            # Another window was quicker; what is shown next is how it really stands.
            self._read()
        except Trouble as trouble:
            self.trouble_met.emit(trouble)
        return None
