"""The real Run screen in a window of its own, for the benchmarks: everything real but the clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ogp_desktop.commands.data_file import settle_memory
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.ui.run.run_opening import open_run
from ogp_desktop.ui.run.run_screen import RunScreen
from ogp_desktop.ui.widgets.entry import GrowingText
from tests.support.desks import desk_at
from tests.support.workplaces import begun


@contextmanager
def run_screen(
    folder: Path,
) -> Iterator[tuple[QApplication, RunScreen, Workplace, ConversationId]]:
    """Give the shown Run screen of a started conversation that stands at the first question."""
    from ogp_desktop.services import running

    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication([])
    with desk_at(folder, app) as desk:
        conversation_id = begun(desk.workplace)
        running.move_to(desk.workplace, conversation_id=conversation_id, item_id="q1")
        screen = open_run(desk, conversation_id)
        screen.resize(1280, 800)
        screen.show()
        app.processEvents()
        settle_memory()  # as the program does once it is open
        try:
            yield app, screen, desk.workplace, conversation_id
        finally:
            screen.close()
            screen.deleteLater()
            app.processEvents()


def entry_box(screen: RunScreen) -> GrowingText:
    """Return the box in which the next note is typed."""
    boxes = [box for box in screen.findChildren(GrowingText) if box.isVisible()]
    if len(boxes) != 1:
        raise RuntimeError(len(boxes))
    boxes[0].setFocus()
    return boxes[0]
