"""What conversations took is read from their logs, and offered only when it is asked for."""

from dataclasses import replace
from datetime import time

import pytest

from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.running_order import running_order
from ogp_desktop.services import preparing, reading, running
from ogp_desktop.services.reviewing import reviewed
from ogp_desktop.services.workplace import Workplace
from tests.support.held import held
from tests.support.workplaces import OGP, begun


def _lengths(at: Workplace, conversation_id: str) -> dict[str, int]:
    found = reading.prepared(at, conversation_id=conversation_id)  # type: ignore[arg-type]
    return {item.id: item.minutes for item in running_order(found.conversation.agenda).blocks}


def test_time_is_known_after_the_end_and_review_shows_it(at: Workplace) -> None:
    going = begun(at)
    assert reading.time_of(at, conversation_id=going) is None
    assert reviewed(at, conversation_id=going).time is None
    over = held(at, {"q1": 8})
    taken = reading.time_of(at, conversation_id=over)
    assert taken is not None
    assert (taken.planned, taken.taken) == (90, 98)
    assert reviewed(at, conversation_id=over).time == taken


def test_only_conversations_that_were_held_on_the_kit_count(at: Workplace) -> None:
    held(at, {"q1": 8})
    held(at, kit_id="village-priorities")
    begun(at)
    preparing.create_conversation(at, kit_id=OGP, language="en")
    [past] = reading.past_times(at, kit_id=OGP)
    assert {item.item_id: item.difference for item in past.time.items}["q1"] == 8


def test_usual_times_need_three_and_keep_the_minutes(at: Workplace) -> None:
    for _ in range(2):
        held(at, {"q1": 8})
    new = preparing.create_conversation(at, kit_id=OGP, language="en")
    with pytest.raises(Refusal, match="too_few"):
        preparing.take_usual_times(at, conversation_id=new.id)
    held(at, {"q1": 8})
    before = _lengths(at, new.id)
    preparing.take_usual_times(at, conversation_id=new.id)
    after = _lengths(at, new.id)
    assert after["q1"] == before["q1"] + 8
    assert sum(after.values()) == 90


def test_other_minutes_fit_the_agenda_as_it_was_edited_and_come_back_in_one_step(
    at: Workplace,
) -> None:
    made = preparing.create_conversation(at, kit_id=OGP, language="en")
    preparing.set_item_minutes(at, conversation_id=made.id, item_id="individual", minutes=12)
    before = reading.prepared(at, conversation_id=made.id).conversation
    preparing.fit_to_minutes(at, conversation_id=made.id, minutes=50)
    after = reading.prepared(at, conversation_id=made.id).conversation
    assert after.preparation.minutes == after.agenda.minutes == after.agenda.total_minutes == 50
    assert _lengths(at, made.id)["individual"] == 12
    preparing.put_back_plan(at, conversation_id=made.id, plan=before)
    back = reading.prepared(at, conversation_id=made.id).conversation
    assert (back.preparation, back.agenda) == (before.preparation, before.agenda)


@pytest.mark.parametrize("minutes", [14, 0, -5, 241])
def test_minutes_out_of_range_change_nothing(at: Workplace, minutes: int) -> None:
    made = preparing.create_conversation(at, kit_id=OGP, language="en")
    with pytest.raises(Refusal, match="out_of_range"):
        preparing.fit_to_minutes(at, conversation_id=made.id, minutes=minutes)
    assert reading.prepared(at, conversation_id=made.id).conversation.agenda == made.agenda


def test_end_and_interpreter_are_kept_and_only_the_interpreter_plans_anew(at: Workplace) -> None:
    made = preparing.create_conversation(at, kit_id=OGP, language="en")
    wanted = replace(made.preparation, ends_by=time(17, 0))
    preparing.change_preparation(at, conversation_id=made.id, preparation=wanted)
    kept = reading.prepared(at, conversation_id=made.id).conversation
    assert (kept.preparation, kept.agenda) == (wanted, made.agenda)
    wanted = replace(wanted, is_interpreted=True)
    preparing.change_preparation(at, conversation_id=made.id, preparation=wanted)
    kept = reading.prepared(at, conversation_id=made.id).conversation
    assert kept.preparation == wanted
    assert kept.agenda.is_interpreted
    assert kept.agenda.total_minutes == 90
    assert kept.agenda == preparing.plan_for(
        reading.prepared(at, conversation_id=made.id).kit, wanted
    )


def test_plan_of_a_conversation_that_started_is_left_alone(at: Workplace) -> None:
    for _ in range(3):
        held(at, {"q1": 8})
    made = preparing.create_conversation(at, kit_id=OGP, language="en")
    running.start(at, conversation_id=made.id)
    for change in (
        lambda: preparing.take_usual_times(at, conversation_id=made.id),
        lambda: preparing.fit_to_minutes(at, conversation_id=made.id, minutes=50),
        lambda: preparing.put_back_plan(at, conversation_id=made.id, plan=made),
    ):
        with pytest.raises(Refusal, match="already_started"):
            change()
