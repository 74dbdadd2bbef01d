"""A notice above the Run screen on a small laptop: the page folds, what is typed stays in sight."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from ogp_desktop.services import preparing, running
from ogp_desktop.settings import Preferences
from ogp_desktop.ui.run.run_screen import RunScreen
from tests.support.pages_program import open_program, prefer


def test_entry_box_keeps_its_height_when_a_notice_stands_above(
    qtbot: QtBot, data_dir: Path
) -> None:
    prefer(data_dir, Preferences(language="en", scheme="light", text_scale=1.25))
    with open_program(qtbot, data_dir, is_offline=True, size=(1024, 600)) as page:
        made = preparing.create_conversation(
            page.at, kit_id="ogp-strategy-2022", language="en", title="Town hall"
        )
        running.start(page.at, conversation_id=made.id)
        running.move_to(page.at, conversation_id=made.id, item_id="q1")
        page.navigator.open_conversation(made.id)
        screen = page.page
        assert isinstance(screen, RunScreen)
        box = screen.notes.entry.box

        def has_room() -> bool:
            needed = box.edit.fontMetrics().lineSpacing()
            return box.height() >= box.minimumSizeHint().height() and box.edit.height() >= needed

        qtbot.waitUntil(lambda: has_room() and screen.notes.entry.keys.isVisible())
        page.program.messages.ask_leave("Town hall")
        qtbot.waitUntil(has_room)
        assert not screen.notes.entry.keys.isVisible()  # folded into the box
        page.click("Stay")
        qtbot.waitUntil(lambda: has_room() and screen.notes.entry.keys.isVisible())
