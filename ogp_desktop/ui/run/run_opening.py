"""Opens the Run screen of one conversation: screen, model, notes pane and audience, wired."""

from collections.abc import Callable, Iterator

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.services import reading
from ogp_desktop.ui.audience.audience_output import AudienceOutput
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run.notes_opening import open_notes
from ogp_desktop.ui.run.notes_pane import NotesPane
from ogp_desktop.ui.run.plan_model import PlanModel
from ogp_desktop.ui.run.plan_opening import join_plan, plan_actions
from ogp_desktop.ui.run.run_menu import RunMenu
from ogp_desktop.ui.run.run_model import RunModel
from ogp_desktop.ui.run.run_room import RunRoom
from ogp_desktop.ui.run.run_screen import RunScreen
from ogp_desktop.ui.run.text_size import change_text_size
from ogp_desktop.ui.run.timer_output import TimerOutput
from ogp_desktop.ui.run.turns_model import TurnsModel


def open_run(desk: Desk, conversation_id: ConversationId, *, in_turns: bool = False) -> RunScreen:
    """Return the screen, showing where the conversation stands, whole or made ``in_turns``."""
    course = reading.course(desk.workplace, conversation_id=conversation_id)
    screen = RunScreen(desk.theme)
    steps = _steps(desk, course, screen, RunModel(desk, course, screen))
    screen.make(steps, in_turns=in_turns)
    return screen


def _steps(
    desk: Desk, course: reading.Course, screen: RunScreen, model: RunModel
) -> Iterator[None]:
    """Make the page whole: the time first, then agenda and question, then the notes."""
    _join_strip(desk, screen, model)
    model.tick()
    yield
    screen.make_middle()
    yield
    notes = NotesPane(desk.theme)
    screen.take_notes(notes)
    yield
    open_notes(desk, course, notes)
    yield
    _join(desk, course, screen, model)
    yield
    model.show()
    yield
    yield from screen.reveal()


def _join(desk: Desk, course: reading.Course, screen: RunScreen, model: RunModel) -> None:
    room = RunRoom(screen, AudienceOutput(desk.theme, screen))
    screen.keys.ask_for_single_keys(lambda: desk.preferences().has_single_keys)
    menu = RunMenu(screen.strip)
    timer = _open_timer(desk, screen, model, menu)
    turns = _open_turns(desk, course, screen, model, menu)
    _join_clock(desk, screen, model, room)
    _join_room(screen, model, room)
    plan = PlanModel(desk, model)
    join_plan(screen, plan)
    actions = {
        **_actions(desk, model, room),
        **plan_actions(plan),
        "timer_window": timer.toggle,
        "turns": turns,
    }
    screen.key_pressed.connect(lambda key_id: actions[key_id]())


def _join_strip(desk: Desk, screen: RunScreen, model: RunModel) -> None:
    model.strip_changed.connect(
        lambda strip: screen.show_strip(strip, is_whole=desk.preferences().shows_whole_minutes)
    )
    model.trouble_met.connect(screen.trouble_met)
    screen.strip.start_requested.connect(model.start_or_pause)
    screen.strip.pause_requested.connect(model.start_or_pause)
    screen.strip.next_requested.connect(model.next_item)
    screen.strip.end_requested.connect(model.end)
    screen.strip.minutes_requested.connect(model.add_minutes)


def _join_clock(desk: Desk, screen: RunScreen, model: RunModel, room: RunRoom) -> None:
    model.state_changed.connect(room.show_state)
    model.clock_turned.connect(screen.announce_clock)
    model.clock_turned.connect(
        lambda _: desk.chime.play() if desk.preferences().plays_sound else None
    )
    screen.agenda.item_chosen.connect(model.go_to)
    screen.messages.gap_answered.connect(lambda went_on: model.answer_gap(went_on=went_on))


def _open_timer(desk: Desk, screen: RunScreen, model: RunModel, menu: RunMenu) -> TimerOutput:
    timer = TimerOutput(
        desk.theme, lambda: desk.preferences().shows_whole_minutes, desk.places, screen
    )
    timer.pause_requested.connect(model.start_or_pause)
    timer.next_requested.connect(model.next_item)
    model.strip_changed.connect(timer.show_strip)
    menu.is_timer_open = lambda: timer.window is not None
    menu.timer_requested.connect(timer.toggle)
    return timer


def _open_turns(
    desk: Desk, course: reading.Course, screen: RunScreen, model: RunModel, menu: RunMenu
) -> Callable[[], None]:
    """Join the counters of turns; return what their key does: count, and put the cursor there."""
    turns = TurnsModel(desk, course, screen)
    for shows in (screen.show_turns, menu.show_turns):
        turns.state_changed.connect(shows)
    turns.trouble_met.connect(screen.trouble_met)
    turns.few_heard.connect(screen.turns.announce_few)
    screen.turns.turn_taken.connect(turns.take)
    screen.turns.undo_requested.connect(turns.undo)
    screen.turns.closed.connect(lambda: turns.count_by(None))
    menu.turns_chosen.connect(turns.count_by)
    model.state_changed.connect(turns.follow)
    turns.tell()

    def count() -> None:
        ways = turns.state().ways
        if not screen.turns.is_counting and ways:
            turns.count_by(ways[0])
        if screen.turns.is_counting:
            screen.show_pane("turns")

    return count


def _join_room(screen: RunScreen, model: RunModel, room: RunRoom) -> None:
    screen.question.prompt_chosen.connect(model.ask_prompt)
    screen.question.prompt_chosen.connect(screen.notes.offer_prompt)
    screen.question.prompt_show_requested.connect(model.show_prompt)
    screen.question.question_show_requested.connect(model.show_question)
    screen.notes.prompt_wanted.connect(model.ask_prompt)
    screen.notes.prompt_wanted.connect(screen.notes.offer_prompt)
    screen.foot.blank_requested.connect(model.toggle_blank)
    screen.foot.timer_requested.connect(model.toggle_timer)
    screen.foot.screen_requested.connect(room.toggle)
    screen.foot.bright_requested.connect(room.set_is_bright)


def _actions(desk: Desk, model: RunModel, room: RunRoom) -> dict[str, Callable[[], None]]:
    return {
        "start_pause": model.start_or_pause,
        "next_item": model.next_item,
        "previous_item": model.previous_item,
        "minute_more": lambda: model.add_minutes(1),
        "minute_less": lambda: model.add_minutes(-1),
        "next_prompt": lambda: model.step_prompt(1),
        "previous_prompt": lambda: model.step_prompt(-1),
        "show_prompt": model.show_prompt,
        "blank": model.toggle_blank,
        "audience_timer": model.toggle_timer,
        "audience": room.toggle,
        "text_larger": lambda: change_text_size(desk, 1),
        "text_smaller": lambda: change_text_size(desk, -1),
        "text_normal": lambda: change_text_size(desk, 0),
    }
