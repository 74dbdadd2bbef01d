"""Opens the Individual views screen of one conversation: screen and model, wired."""

from collections.abc import Iterator

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.views.views_model import ViewsModel
from ogp_desktop.ui.views.views_screen import ViewsScreen


def open_views(
    desk: Desk, conversation_id: ConversationId, *, in_turns: bool = False
) -> ViewsScreen:
    """Return the screen, whole or made ``in_turns`` of the window."""
    screen = ViewsScreen(desk.theme)
    screen.make(_steps(desk, conversation_id, screen), in_turns=in_turns)
    return screen


def _steps(desk: Desk, conversation_id: ConversationId, screen: ViewsScreen) -> Iterator[None]:
    """Make the page whole for what was counted so far."""
    model = ViewsModel(desk, conversation_id, screen)
    screen.views_edited.connect(model.change)
    screen.close_requested.connect(model.close)
    screen.go_on_requested.connect(model.go_on)
    screen.reopen_requested.connect(model.reopen)
    screen.sheet_wanted.connect(model.print_sheet)
    model.state_changed.connect(screen.show_state)
    model.saved.connect(screen.saved)
    model.trouble_met.connect(screen.trouble_met)
    model.tell()
    yield
    yield from screen.make_parts()
