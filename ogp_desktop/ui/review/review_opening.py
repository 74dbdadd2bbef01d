"""Opens the Review screen of one conversation: screen and model, wired."""

from collections.abc import Iterator

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.review.read_back_opening import open_read_back
from ogp_desktop.ui.review.review_model import ReviewModel
from ogp_desktop.ui.review.review_screen import ReviewScreen


def open_review(
    desk: Desk, conversation_id: ConversationId, *, in_turns: bool = False
) -> ReviewScreen:
    """Return the screen, whole or made ``in_turns``; it shows the draft once that is read."""
    screen = ReviewScreen(desk.theme)
    screen.make(_steps(desk, conversation_id, screen), in_turns=in_turns)
    return screen


def _steps(desk: Desk, conversation_id: ConversationId, screen: ReviewScreen) -> Iterator[None]:
    """Make the page whole: its parts while the draft is read, then the draft in them."""
    model = ReviewModel(desk, conversation_id, screen)
    model.state_changed.connect(screen.show_state)
    model.trouble_met.connect(screen.trouble_met)
    model.saved.connect(screen.saved)
    model.open()
    yield
    yield from screen.make_parts()
    model.reading_ready.connect(screen.show_reading)
    model.stage_requested.connect(screen.stage_requested)
    _join(screen, model)
    open_read_back(desk, screen, model)
    screen.seen_changed.connect(model.set_is_seen)
    if screen.has_state:
        model.show()  # to those who joined since it was read
    else:
        for answered in (model.state_changed, model.trouble_met):
            answered.connect(screen.go_on)
        screen.rest()
    yield
    yield from screen.fill()


def _join(screen: ReviewScreen, model: ReviewModel) -> None:
    settled = screen.settled
    screen.section_chosen.connect(lambda key: settled(lambda: model.choose_section(key))())
    screen.row_chosen.connect(model.select_row)
    screen.retry_requested.connect(model.retry)
    screen.wishes.edit_requested.connect(model.edit)
    screen.wishes.add_requested.connect(model.add_line)
    screen.wishes.gap_chosen.connect(model.go_to)
    screen.wishes.gap_chosen.connect(lambda _: screen.text.take_cursor())
    screen.wishes.use_requested.connect(lambda note: settled(lambda: model.use_note(note))())
    screen.wishes.merge_note_requested.connect(
        lambda note: settled(lambda: model.merge_note(note))()
    )
    screen.foot.undo_requested.connect(settled(model.undo))
    screen.reading_requested.connect(settled(model.read))
    screen.foot.seal_requested.connect(settled(model.seal))
    screen.foot.next_gap_requested.connect(settled(model.go_on))
    screen.foot.next_gap_requested.connect(screen.text.take_cursor)
    screen.foot.correction_requested.connect(model.correct)
