"""Of the turns that people took, the data file holds the total and nothing else."""

from ogp_desktop.domain.turns import TurnsBy, TurnTally
from ogp_desktop.services import counting_turns, preparing, reading
from ogp_desktop.services.workplace import Workplace
from tests.support.workplaces import begun


def _tally(at: Workplace, id_: object) -> TurnTally | None:
    kept = reading.prepared(at, conversation_id=id_).conversation  # type: ignore[arg-type]
    return kept.preparation.turns


def test_nothing_is_counted_unless_it_was_asked_for(at: Workplace) -> None:
    id_ = begun(at)
    counting_turns.add_turns(at, conversation_id=id_, turns=1)
    assert _tally(at, id_) is None


def test_total_goes_up_and_back_and_never_below_none(at: Workplace) -> None:
    id_ = begun(at)
    counting_turns.count_by(at, conversation_id=id_, by=TurnsBy.SEAT)
    for turns in (1, 1, -1, -1, -1, 1):
        counting_turns.add_turns(at, conversation_id=id_, turns=turns)
    assert _tally(at, id_) == TurnTally(by=TurnsBy.SEAT, total=1)


def test_total_stays_when_counting_stops(at: Workplace) -> None:
    id_ = begun(at)
    counting_turns.count_by(at, conversation_id=id_, by=TurnsBy.SEAT)
    counting_turns.add_turns(at, conversation_id=id_, turns=3)
    counting_turns.count_by(at, conversation_id=id_, by=None)
    counting_turns.add_turns(at, conversation_id=id_, turns=1)
    assert _tally(at, id_) == TurnTally(by=TurnsBy.SEAT, total=3, is_on=False)


def test_change_of_the_preparation_leaves_the_total(at: Workplace) -> None:
    made = preparing.create_conversation(at, kit_id="ogp-strategy-2022", language="en")
    counting_turns.count_by(at, conversation_id=made.id, by=TurnsBy.GROUP)
    preparing.change_preparation(at, conversation_id=made.id, preparation=made.preparation)
    assert _tally(at, made.id) == TurnTally(by=TurnsBy.GROUP)
