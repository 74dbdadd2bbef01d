"""The model turns intentions into facts on the timing log, and tells where they lead."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication

from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.offers import OfferKind
from ogp_desktop.domain.schedule import TimerState
from ogp_desktop.domain.timing_log import TimingKind
from ogp_desktop.services import note_taking, reading, running
from ogp_desktop.services.changes import Touched, changes
from ogp_desktop.ui.audience.audience_state import AudienceMode
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run.run_model import RunModel
from ogp_desktop.ui.run.run_state import PromptMark, RunState, StripState
from tests.support.pages_run import RunPage, new_conversation

Open = Callable[..., RunPage]


def state_of(model: RunModel) -> RunState:
    states: list[RunState] = []
    model.state_changed.connect(states.append)
    model.show()
    model.state_changed.disconnect(states.append)
    return states[-1]


def strip_of(model: RunModel) -> StripState:
    strips: list[StripState] = []
    model.strip_changed.connect(strips.append)
    model.tick()
    model.strip_changed.disconnect(strips.append)
    return strips[-1]


def kinds_logged(page: RunPage) -> list[TimingKind]:
    conversation_id = page.model._id
    log = reading.timing_log(page.desk.workplace, conversation_id=conversation_id)
    return [event.kind for event in log]


def test_before_the_start_the_first_question_is_shown_and_nothing_moves(open_page: Open) -> None:
    page = open_page()
    state = state_of(page.model)
    assert (state.is_before_start, state.question.id, state.stretch) == (True, "q1", None)
    page.model.next_item()
    page.model.add_minutes(1)
    assert kinds_logged(page) == []


def test_start_pause_and_resume_are_one_intention(open_page: Open) -> None:
    page = open_page()
    for expected in (TimerState.RUNNING, TimerState.PAUSED, TimerState.RUNNING):
        page.model.start_or_pause()
        assert strip_of(page.model).state is expected
    assert kinds_logged(page) == [TimingKind.STARTED, TimingKind.PAUSED, TimingKind.RESUMED]


def test_next_and_previous_walk_the_agenda_and_stop_at_both_ends(open_page: Open) -> None:
    page = open_page()
    page.model.start_or_pause()
    items = [item.id for item in state_of(page.model).items]
    page.model.previous_item()
    assert strip_of(page.model).item_id == items[0]
    for _ in range(len(items) + 2):
        page.model.next_item()
    assert strip_of(page.model).item_id == items[-1]
    assert TimingKind.ENDED not in kinds_logged(page)


def test_minutes_are_added_and_taken_but_one_always_stays(open_page: Open) -> None:
    page = open_page()
    page.model.start_or_pause()
    planned = strip_of(page.model).planned_minutes
    page.model.add_minutes(1)
    assert strip_of(page.model).planned_minutes == planned + 1
    for _ in range(planned + 5):
        page.model.add_minutes(-1)
    assert strip_of(page.model).planned_minutes == 1


def test_end_offers_review_and_stops_the_clock(open_page: Open) -> None:
    page = open_page()
    page.model.start_or_pause()
    page.model.end()
    page.pass_time(minutes=3)
    assert state_of(page.model).is_ended
    page.model.start_or_pause()
    assert kinds_logged(page)[-1] is TimingKind.ENDED


def test_late_tick_asks_what_happened_and_the_answer_is_logged(open_page: Open) -> None:
    page = open_page()
    page.model.start_or_pause()
    page.pass_time(minutes=2)
    assert state_of(page.model).gap is None
    page.sleep(minutes=8)
    gap = state_of(page.model).gap
    assert gap is not None
    assert (gap.seconds, gap.is_sleep) == (480, True)
    page.model.answer_gap(went_on=False)
    assert state_of(page.model).gap is None
    assert state_of(page.model).items[0].used_minutes == 2


def test_gap_answered_after_next_is_corrected_in_the_item_that_slept(open_page: Open) -> None:
    page = open_page()
    page.model.start_or_pause()
    page.pass_time(minutes=2)
    page.sleep(minutes=8)
    page.model.next_item()
    page.pass_time(minutes=1)
    page.sleep(minutes=3)
    gap = state_of(page.model).gap
    assert gap is not None
    assert gap.seconds == 11 * 60
    page.model.answer_gap(went_on=False)
    assert [item.used_minutes for item in state_of(page.model).items[:2]] == [2, 1]
    page.model.tick()
    assert state_of(page.model).gap is None


def test_absence_is_closed_by_going_on_and_corrected_where_it_was(open_page: Open) -> None:
    page = open_page()
    page.model.start_or_pause()
    page.pass_time(minutes=2)
    page.sleep(minutes=8)
    again = RunModel(page.desk, reading.course(page.desk.workplace, conversation_id=page.model._id))
    assert state_of(again).gap is not None
    again.next_item()
    page.pass_time(minutes=5)
    again.answer_gap(went_on=False)
    again.tick()
    assert [item.used_minutes for item in state_of(again).items[:2]] == [2, 5]
    again.stop()


def test_sleep_while_paused_asks_nothing(open_page: Open) -> None:
    page = open_page()
    page.model.start_or_pause()
    page.model.start_or_pause()
    page.sleep(minutes=8)
    assert state_of(page.model).gap is None


def test_opening_a_conversation_that_ran_unwatched_asks_too(desk: Desk, qtbot: object) -> None:
    conversation_id = new_conversation(desk)
    running.start(desk.workplace, conversation_id=conversation_id)
    running.beat(desk.workplace, conversation_id=conversation_id)
    RunPageClock(desk).advance_minutes(5)
    model = opened(desk, conversation_id)
    gap = state_of(model).gap
    model._timer.stop()
    assert gap is not None
    assert (gap.seconds, gap.is_sleep) == (300, False)


def test_time_until_the_question_is_answered_does_not_count_when_the_talk_stopped(
    desk: Desk, qtbot: object
) -> None:
    conversation_id = new_conversation(desk)
    running.start(desk.workplace, conversation_id=conversation_id)
    RunPageClock(desk).advance_minutes(2)
    running.beat(desk.workplace, conversation_id=conversation_id)
    RunPageClock(desk).advance_minutes(5)
    model = opened(desk, conversation_id)
    for _ in range(12):  # somebody looks around for four minutes, and nobody sleeps
        RunPageClock(desk).advance_minutes(1 / 3)
        model.tick()
    model.answer_gap(went_on=False)
    model._timer.stop()
    assert state_of(model).gap is None
    assert state_of(model).items[0].used_minutes == 2


def opened(desk: Desk, conversation_id: ConversationId) -> RunModel:
    """Open the model of a conversation without a screen."""
    return RunModel(desk, reading.course(desk.workplace, conversation_id=conversation_id))


class RunPageClock:
    """Moves the clock of a desk that has no page."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def advance_minutes(self, minutes: float) -> None:
        from datetime import timedelta

        from tests.support.clock import FixedClock

        clock = self._desk.workplace.clock
        assert isinstance(clock, FixedClock)
        clock.advance(timedelta(minutes=minutes))


def test_pulse_is_kept_every_half_minute_while_the_clock_runs(open_page: Open) -> None:
    page = open_page()
    page.model.start_or_pause()
    page.pass_time(minutes=2)
    found = running.interrupted(page.desk.workplace)
    assert found[0].last_saved_at == page.desk.workplace.clock.now()


def test_one_prompt_is_asked_at_a_time_and_stays_asked(open_page: Open) -> None:
    page = open_page()
    first, second = (prompt.id for prompt in state_of(page.model).question.prompts[:2])
    page.model.ask_prompt(first)
    page.model.ask_prompt(second)
    marks = {prompt.id: prompt.mark for prompt in state_of(page.model).question.prompts}
    assert (marks[first], marks[second]) == (PromptMark.ASKED, PromptMark.ASKING)


def test_clicker_walks_from_the_question_through_the_prompts_and_back(open_page: Open) -> None:
    page = open_page()
    prompts = [prompt.text for prompt in state_of(page.model).question.prompts]
    seen = []
    for step in (*[1] * (len(prompts) + 1), *[-1] * (len(prompts) + 1)):
        page.model.step_prompt(step)
        audience = state_of(page.model).audience
        seen.append(audience.text if audience.mode is AudienceMode.PROMPT else "question")
    back = [*reversed(prompts[:-1]), "question", "question"]
    assert seen == [*prompts, prompts[-1], *back]


def test_blank_hides_everything_and_timer_alone_can_be_hidden(open_page: Open) -> None:
    page = open_page()
    page.model.start_or_pause()
    page.model.next_item()
    page.model.toggle_timer()
    assert state_of(page.model).audience.time is None
    page.model.toggle_blank()
    blank = state_of(page.model).audience
    assert (blank.mode, blank.text, blank.theme) == (AudienceMode.BLANK, "", "")


def test_overtime_offers_come_and_a_choice_takes_them_away(open_page: Open) -> None:
    page = open_page()
    page.model.start_or_pause()
    page.model.next_item()
    page.pass_time(minutes=strip_of(page.model).planned_minutes + 1)
    over = state_of(page.model).overtime
    assert over is not None
    assert over.offers[-1].kind is OfferKind.KEEP_GOING
    page.plan.take_offer(over.offers[-1])
    assert state_of(page.model).overtime is None
    page.pass_time(minutes=4)
    assert state_of(page.model).overtime is not None


def test_clock_turns_once_at_wrap_up_and_once_over(open_page: Open) -> None:
    page = open_page()
    page.model.start_or_pause()
    turned: list[TimerState] = []
    page.model.clock_turned.connect(lambda strip: turned.append(strip.state))
    page.pass_time(minutes=strip_of(page.model).planned_minutes + 2)
    assert turned == [TimerState.WRAP_UP, TimerState.OVER]


def test_notes_of_others_are_counted_when_the_bus_tells(open_page: Open, desk: Desk) -> None:
    page = open_page()
    question = state_of(page.model).question.id
    kind = page.model._facts.kit.question(question).kinds[0].id
    entry = note_taking.Entry(question_id=question, kind_id=kind, text="Late contracts")
    kept = note_taking.record_note(desk.workplace, conversation_id=page.model._id, entry=entry)
    desk.bus.tell(kept.changes, None)
    items = {item.id: item.notes for item in state_of(page.model).items}
    assert items[question] == 1


def test_trouble_is_told_and_the_clock_shows_what_is_on_disk(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page()
    met: list[object] = []
    page.screen.trouble_met.connect(met.append)

    def full(*_: object, **__: object) -> None:
        raise Trouble("disk_full")

    monkeypatch.setattr(running, "start", full)
    page.model.start_or_pause()
    assert [type(one) for one in met] == [Trouble]
    assert strip_of(page.model).state is TimerState.NOT_STARTED


def test_echo_of_its_own_change_is_ignored(open_page: Open, desk: Desk) -> None:
    page = open_page()
    told: list[object] = []
    page.model.state_changed.connect(told.append)
    desk.bus.tell(changes(Touched.TIMING, of=page.model._id), page.model)
    QCoreApplication.processEvents()
    assert told == []
