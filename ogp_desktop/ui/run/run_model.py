"""Knows where a conversation stands and turns the host's intentions into facts on the timing log.

Nothing here counts: each second the schedule is computed anew from the log and the clock. A tick
that comes late means that the computer slept, and is asked about, never guessed.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ogp_desktop.domain.clock import Moment, moment
from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.domain.schedule import Schedule, TimerState
from ogp_desktop.services import note_taking, reading, replanning, running
from ogp_desktop.services.changes import Changes, Touched
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run.clock_turns import ClockTurns
from ogp_desktop.ui.run.gap_watch import GapWatch, absence
from ogp_desktop.ui.run.run_facts import RoomWish, RunFacts, facts_of, run_state
from ogp_desktop.ui.run.run_reading import next_item_id, numbers, strip_state
from ogp_desktop.ui.run.run_state import RunState

TICK_MS = 1000
FASTER_TICK_MS = 100
BEAT_S = 30
_GOING = (TimerState.RUNNING, TimerState.WRAP_UP, TimerState.OVER)
_READ_AGAIN = frozenset({Touched.TIMING, Touched.PREPARATION, Touched.CONVERSATIONS})


class RunModel(QObject):
    """Holds the facts of one conversation and the clock.

    Signals: ``strip_changed(StripState)`` each second; ``state_changed(RunState)`` when anything
    else is different; ``trouble_met(Trouble)``; ``refused(Refusal)``; ``clock_turned(StripState)``
    once when an item comes to wrap up or over time.
    """

    strip_changed = Signal(object)
    state_changed = Signal(object)
    clock_turned = Signal(object)
    trouble_met = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk, course: reading.Course, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._at = desk.workplace
        self.conversation_id = self._id = conversation_id = course.conversation.id
        self._wish = RoomWish()
        self._state: RunState | None = None
        self._turns = ClockTurns()
        self._facts = facts_of(course)
        here = self.now()
        was_going = here.state in _GOING
        self._watch = GapWatch(
            self._at.clock,
            absence(self._at, conversation_id, here.block_id) if was_going else None,
            desk.speed,
        )
        self._beat_s = BEAT_S * desk.speed
        self._beaten_s = self._at.clock.monotonic_s() - self._beat_s
        desk.bus.changed.connect(self._on_changed)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.tick)

    # What is shown

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each question by its id."""
        return numbers(self._facts.kit)

    @property
    def facts(self) -> RunFacts:
        """What was read last."""
        return self._facts

    def now(self) -> Schedule:
        """Where the conversation stands at this moment."""
        return self._facts.at(moment(self._at.clock))

    @property
    def question_id(self) -> str:
        """The question that notes belong to now."""
        return self._facts.question_id(self.now().block_id)

    def show(self) -> None:
        """Tell where the conversation stands, and go on telling."""
        self._state = None
        self.tick()

    def tick(self) -> None:
        """Compute the moment anew; called each second, and by tests whenever time has passed."""
        now, seconds = self._at.clock.now(), self._at.clock.monotonic_s()
        here = self.now()
        is_live = here.state not in (TimerState.NOT_STARTED, TimerState.ENDED)
        self._watch.look(here.block_id, is_going=here.state in _GOING)
        # A beat would vouch for the time that is still being asked about.
        if is_live and self._watch.gap is None and seconds - self._beaten_s >= self._beat_s:
            self._beaten_s = seconds
            self._beat(moment(self._at.clock))
        self._tell(here, now)
        # Aligned to the full second, so that the digits change with those on the wall.
        is_real = self._desk.speed == 1
        self._timer.start(TICK_MS - now.microsecond // 1000 if is_real else FASTER_TICK_MS)

    def stop(self) -> None:
        """Look at the clock no more."""
        self._timer.stop()

    def _tell(self, here: Schedule, now: datetime) -> None:
        strip = strip_state(self._facts.order, here, self._facts.kit, now)
        self.strip_changed.emit(strip)
        state = run_state(self._facts, here, self._wish, self._watch.gap)
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)
        # Time that is still being asked about may turn out not to have passed.
        if self._watch.gap is None and self._turns.has_turned(here):
            self.clock_turned.emit(strip)

    # The clock

    def start_or_pause(self) -> None:
        """Start, pause or go on, whichever makes sense now."""
        verbs = {
            TimerState.NOT_STARTED: running.start,
            TimerState.PAUSED: running.resume,
            TimerState.ENDED: None,
        }
        verb = verbs.get(self.now().state, running.pause)
        if verb is not None:
            self.do(lambda: verb(self._at, conversation_id=self._id))

    def next_item(self) -> None:
        """Go to the next item of the agenda; the last one is only left by ending."""
        self._step(1)

    def previous_item(self) -> None:
        """Go back to the item before."""
        self._step(-1)

    def go_to(self, item_id: str) -> None:
        """Go to any item; before the start and after the end nothing moves."""
        here = self.now()
        is_live = here.state not in (TimerState.NOT_STARTED, TimerState.ENDED)
        is_planned = item_id in self._facts.spent.plan.planned_s
        if is_live and is_planned and item_id != here.block_id:
            self._wish = replace(self._wish, line_id=None)
            self.do(lambda: running.move_to(self._at, conversation_id=self._id, item_id=item_id))

    def end(self) -> None:
        """End the conversation."""
        self.do(lambda: running.end(self._at, conversation_id=self._id))

    def add_minutes(self, minutes: int) -> None:
        """Give the current item that many minutes; it keeps one at least."""
        here = self.now()
        is_live = here.state not in (TimerState.NOT_STARTED, TimerState.ENDED)
        if is_live and here.block_planned_s + 60 * minutes >= 60:
            self.do(
                lambda: replanning.lengthen_item(
                    self._at, conversation_id=self._id, item_id=here.block_id, minutes=minutes
                )
            )

    def answer_gap(self, *, went_on: bool) -> None:
        """Say what happened in the time that nobody can vouch for."""
        gap = self._watch.gap
        if gap is None:
            return
        gaps = gap.until(moment(self._at.clock)).items
        if self.do(
            lambda: running.answer_gap(
                self._at, conversation_id=self._id, gaps=gaps, went_on=went_on
            )
        ):
            self._watch.gap = None
            self.tick()

    # The room

    def ask_prompt(self, prompt_id: str) -> None:
        """Make a prompt the one being asked; the one before it was asked."""
        asking = self._facts.asking(self.question_id)
        if asking == prompt_id or prompt_id not in self._facts.line_ids(self.question_id):
            return
        if asking is not None:
            self._mark(asking, is_being_asked=False)
        self._mark(prompt_id, is_being_asked=True)

    def show_prompt(self, prompt_id: str | None = None) -> None:
        """Show a prompt to the room, the one being asked when none is named."""
        wanted = prompt_id or self._facts.asking(self.question_id)
        if wanted is not None:
            self.ask_prompt(wanted)
            self._let_room_see(replace(self._wish, line_id=wanted))

    def show_question(self) -> None:
        """Show the question itself to the room."""
        self._let_room_see(replace(self._wish, line_id=None))

    def step_prompt(self, step: int) -> None:
        """Go to the next prompt or back, and show it; before the first stands the question."""
        order = [None, *self._facts.line_ids(self.question_id)]
        here = order.index(self._wish.line_id) if self._wish.line_id in order else 0
        wanted = order[max(0, min(here + step, len(order) - 1))]
        if wanted is not None:
            self.ask_prompt(wanted)
        self._let_room_see(replace(self._wish, line_id=wanted))

    def toggle_blank(self) -> None:
        """Show nothing to the room, or show again."""
        self._let_room_see(replace(self._wish, is_blank=not self._wish.is_blank))

    def toggle_timer(self) -> None:
        """Let the room see the time, or not."""
        self._let_room_see(replace(self._wish, has_timer=not self._wish.has_timer))

    # Inside

    def _read(self) -> None:
        self._facts = facts_of(reading.course(self._at, conversation_id=self._id))

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is self or changes.conversation_id != self._id:
            return
        if changes.touched & _READ_AGAIN:
            self._read()
            self.tick()
        elif Touched.NOTES in changes.touched:
            tallies = reading.tallies_of(self._at, conversation_id=self._id)
            self._facts = self._facts.with_tallies(tallies)
            self.tick()

    def _step(self, step: int) -> None:
        item_id = next_item_id(self._facts.order, self.now().block_id, step)
        if item_id is not None:
            self.go_to(item_id)

    def _mark(self, prompt_id: str, *, is_being_asked: bool) -> None:
        self.do(
            lambda: note_taking.mark_prompt(
                self._at,
                conversation_id=self._id,
                prompt_id=prompt_id,
                is_being_asked=is_being_asked,
            )
        )

    def _let_room_see(self, wish: RoomWish) -> None:
        self._wish = wish
        self.tick()

    def do(self, verb: Callable[[], Changes]) -> bool:
        """Log a fact, tell everybody and show where that leads; tell whether it was kept."""
        changes = self._try(verb)
        if changes is None:
            return False
        self._read()
        self._desk.bus.tell(changes, self)
        self.tick()
        return True

    def _beat(self, when: Moment) -> None:
        """Leave a sign of life beside the window: it must not wait, and the next comes soon."""
        at, of = self._at, self._id
        self._desk.workshop.run(
            lambda: running.beat(at, conversation_id=of, when=when), lambda _: None, _left_out
        )

    def _try(self, verb: Callable[[], Changes | None]) -> Changes | None:
        try:
            return verb()
        except Refusal as refusal:
            # Another window was quicker; what is shown next is how it really stands.
            self._read()
            self.refused.emit(refusal)
        except Trouble as trouble:
            self.trouble_met.emit(trouble)
        return None


def _left_out(error: Exception) -> None:
    if not isinstance(error, Trouble):
        raise error
