"""One answer to where a conversation stands, for the host, the room, the header and the report."""

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from ogp_desktop.domain.clock import moment
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.running_order import running_order
from ogp_desktop.domain.schedule import TimerState, schedule
from ogp_desktop.services import reading, replanning, running
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.ui.run.room_view import room_view
from ogp_desktop.ui.run.run_facts import facts_of
from ogp_desktop.ui.run.run_reading import item_states, strip_state
from tests.support.clock import FixedClock
from tests.support.workplaces import begun, workplace_at


def _act(at: Workplace, made: str, random: Random) -> None:
    """Do one random thing to the clock, as a host could."""
    from ogp_desktop.domain.ids import ConversationId

    of = ConversationId(made)
    order = running_order(reading.prepared(at, conversation_id=of).conversation.agenda)
    item = random.choice([block.id for block in order.blocks])
    try:
        match random.randrange(5):
            case 0:
                running.move_to(at, conversation_id=of, item_id=item)
            case 1:
                minutes = random.randint(-5, 5)
                replanning.lengthen_item(at, conversation_id=of, item_id=item, minutes=minutes)
            case 2:
                running.pause(at, conversation_id=of)
            case 3:
                running.resume(at, conversation_id=of)
            case 4:
                seconds, went_on = random.randint(0, 600), random.random() < 0.5
                running.answer_gap(at, conversation_id=of, gaps=[(None, seconds)], went_on=went_on)
    except Refusal:
        pass  # such as a pause in a pause


@pytest.mark.slow
def test_thousand_random_steps_give_the_same_answer_everywhere(tmp_path: Path) -> None:
    random, clock = Random(11), FixedClock()
    with workplace_at(tmp_path, clock) as at:
        made = begun(at)
        for step in range(1_000):
            clock.advance(timedelta(seconds=random.choice([0.5, 7, 90])))
            if random.random() < 0.02:
                clock.set_wall(clock.now() + timedelta(minutes=random.randint(-90, 90)))
            _act(at, made, random)
            if step % 20:
                continue
            course = reading.course(at, conversation_id=made)
            facts = facts_of(course)
            here = facts.at(moment(clock))
            log = reading.timing_log(at, conversation_id=made)
            order = running_order(course.conversation.agenda)
            assert here == schedule(order, log, moment(clock))
            strip = strip_state(facts.order, here, facts.kit, clock.now())
            room = room_view(
                facts.kit,
                here,
                on_screen=None,
                question_id="q1",
                next_id=None,
                has_timer=True,
                is_blank=False,
            )
            assert (strip.left_s, strip.ends_at) == (here.left_s, here.ends_at)
            assert room.time is not None
            assert room.time.minutes_left == max(0, here.left_s // 60)
            lines = item_states(here, facts.kit, facts.counts)
            assert sum(line.used_minutes for line in lines) <= here.elapsed_s // 60
            if here.state is not TimerState.PAUSED:
                assert here.ends_at - clock.now() == timedelta(seconds=here.session_left_s)
