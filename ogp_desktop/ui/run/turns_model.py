"""Counts turns in memory, and hands the data file nothing but the total."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ogp_desktop.domain.conversation import Conversation, may_record_group, ways_of_counting
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.turns import Turns, TurnsBy, few_have_most
from ogp_desktop.kits.local_kit import LocalGroup
from ogp_desktop.kits.localised import in_language
from ogp_desktop.services import counting_turns, reading
from ogp_desktop.services.changes import Changes
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run.run_state import RunState
from ogp_desktop.ui.run.turns_state import Counter, TurnsState


class TurnsModel(QObject):
    """Signals: ``state_changed(TurnsState)``; ``few_heard()`` once whenever the word comes to be
    with few; ``trouble_met(Trouble)``.
    """

    state_changed = Signal(object)
    few_heard = Signal()
    trouble_met = Signal(object)

    def __init__(self, desk: Desk, course: reading.Course, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._conversation = course.conversation
        spoken = course.kit.best_language(course.conversation.preparation.language)
        self._groups = in_language(course.kit, spoken).groups
        self._turns = Turns()
        self._is_ended = False

    def state(self) -> TurnsState:
        """Return what to show now."""
        preparation = self._conversation.preparation
        tally = preparation.turns
        ways = self._ways()
        total = preparation.turns_counted
        if tally is None or not tally.is_on or tally.by not in ways or self._is_ended:
            return TurnsState(ways=() if self._is_ended else ways, total=total)
        return TurnsState(
            by=tally.by,
            ways=ways,
            counters=self._counters(tally.by),
            total=total,
            can_undo=bool(self._turns.order),
            has_few=self._has_few(),
        )

    def tell(self) -> None:
        """Emit the state of the moment."""
        self.state_changed.emit(self.state())

    def follow(self, run: RunState) -> None:
        """Forget who had the word as soon as the conversation is over."""
        if run.is_ended and not self._is_ended:
            self._is_ended, self._turns = True, Turns()
            self.tell()

    def count_by(self, by: TurnsBy | None) -> None:
        """Count by seat or by group from now on, or no more; counting begins anew."""
        self._turns = Turns()
        self._do(lambda at, id_: counting_turns.count_by(at, conversation_id=id_, by=by))

    def take(self, who: str) -> None:
        """Count one turn; one that this room does not have is none."""
        if who in {counter.who for counter in self.state().counters}:
            self._change(self._turns.taken_by(who), 1)

    def undo(self) -> None:
        """Take the last turn back."""
        if self._turns.order:
            self._change(self._turns.undone(), -1)

    def _change(self, turns: Turns, added: int) -> None:
        had_few = self._has_few()
        self._turns = turns
        self._do(lambda at, id_: counting_turns.add_turns(at, conversation_id=id_, turns=added))
        if self._has_few() and not had_few:
            self.few_heard.emit()

    def _do(self, verb: Callable[..., Changes]) -> None:
        at, id_ = self._desk.workplace, self._conversation.id
        try:
            changes = verb(at, id_)
        except Trouble as trouble:
            self.trouble_met.emit(trouble)
        else:
            self._conversation = reading.prepared(at, conversation_id=id_).conversation
            self._desk.bus.tell(changes, self)
        self.tell()

    def _ways(self) -> tuple[TurnsBy, ...]:
        group_ids = (group.id for group in self._groups)
        return ways_of_counting(self._conversation.preparation, group_ids)

    def _counters(self, by: TurnsBy) -> tuple[Counter, ...]:
        counts = self._turns.counts
        if by is TurnsBy.GROUP:
            told = _told(self._conversation, self._groups)
            return tuple(Counter(one.id, counts.get(one.id, 0), label=one.label) for one in told)
        seats = range(1, self._conversation.preparation.people + 1)
        return tuple(Counter(str(one), counts.get(str(one), 0), number=one) for one in seats)

    def _has_few(self) -> bool:
        preparation = self._conversation.preparation
        tally = preparation.turns
        if tally is None:
            return False
        people = dict.fromkeys(map(str, range(1, preparation.people + 1)), 1)
        sizes = people if tally.by is TurnsBy.SEAT else preparation.group_counts
        return few_have_most(self._turns, sizes, preparation.people)


def _told(of: Conversation, groups: tuple[LocalGroup, ...]) -> tuple[LocalGroup, ...]:
    """Return the groups that point at nobody in a room of this size, under its rule."""
    return tuple(one for one in groups if may_record_group(of.preparation, one.id))
