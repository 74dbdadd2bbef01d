"""Opens the Prepare screen of one conversation: screen and model, wired."""

from collections.abc import Iterator

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.prepare.pack_box import PackBox
from ogp_desktop.ui.prepare.prepare_model import PrepareModel
from ogp_desktop.ui.prepare.prepare_screen import PrepareScreen
from ogp_desktop.ui.prepare.second_screen import SecondScreen
from ogp_desktop.ui.stage import Stage


def open_prepare(
    desk: Desk, conversation_id: ConversationId, *, in_turns: bool = False
) -> PrepareScreen:
    """Return the screen, whole or made ``in_turns`` of the window."""
    screen = PrepareScreen(desk.theme)
    screen.make(_steps(desk, conversation_id, screen), in_turns=in_turns)
    return screen


def _steps(desk: Desk, conversation_id: ConversationId, screen: PrepareScreen) -> Iterator[None]:
    """Make the page whole: the places of all parts first, then the parts out of sight."""
    model = PrepareModel(desk, conversation_id, SecondScreen(desk.theme, screen), screen)
    model.state_changed.connect(screen.show_state)
    model.trouble_met.connect(screen.trouble_met)
    screen.left.connect(model.leave)
    yield
    model.tell()
    yield
    yield from screen.make_parts()
    _join(screen, model)
    _join_pack(screen.agenda.pack, model)
    yield
    model.tell()
    yield
    yield from screen.reveal()


def _join(screen: PrepareScreen, model: PrepareModel) -> None:
    screen.preparation_edited.connect(model.change)
    screen.kit_chosen.connect(model.choose_kit)
    screen.minutes_edited.connect(model.set_minutes)
    screen.question_left_alone.connect(model.move_out)
    screen.question_taken_back.connect(model.take_back)
    screen.length_taken.connect(model.fit_to)
    screen.agenda.offer.usual_taken.connect(model.take_usual)
    screen.agenda.offer.usual_left.connect(model.past.leave)
    screen.fit_requested.connect(model.fit)
    screen.undo_requested.connect(model.undo)
    screen.start_requested.connect(model.start)
    screen.form.turns_chosen.connect(model.count_turns)
    screen.form.screen_test_requested.connect(model.test_screen)
    screen.form.screen_look_requested.connect(model.look_for_screens)
    model.saved.connect(screen.saved)
    model.started.connect(lambda: screen.stage_requested.emit(Stage.RUN))


def _join_pack(box: PackBox, model: PrepareModel) -> None:
    box.print_requested.connect(model.packs.ask_printer)
    model.packs.printer_wanted.connect(box.ask_printer)
    box.printer_chosen.connect(model.packs.print_on)
    box.file_chosen.connect(model.packs.save)
    box.open_requested.connect(model.packs.open)
