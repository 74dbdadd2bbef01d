"""What a start finds: a conversation that was cut off, a damaged, newer, locked or full place."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ogp_desktop import wiring
from ogp_desktop.clocks import MovedClock
from ogp_desktop.commands.notice_answers import NoticeAnswers
from ogp_desktop.domain.clock import after, moment
from ogp_desktop.domain.conversation import ConversationState
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.running_order import running_order
from ogp_desktop.domain.schedule import Schedule, schedule
from ogp_desktop.domain.timing_log import TimingKind
from ogp_desktop.services import preparing, reading, running
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.storage import upgrade
from ogp_desktop.ui.home.home_screen import HomeScreen
from ogp_desktop.ui.run.run_screen import RunScreen
from ogp_desktop.ui.shell.messages import Messages
from ogp_desktop.ui.shell.time_away import TimeAway
from ogp_desktop.ui.shell.window import ShellWindow
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.notice import Notice
from tests.support.clock import FixedClock
from tests.support.desks import desk_at
from tests.support.pages_program import ProgramPage, open_program, prefer

pytestmark = pytest.mark.slow

# Ten minutes ago a conversation was started; a minute later its program was killed.
CUT_OFF = """
import sys, time
from datetime import datetime, timedelta
from pathlib import Path
from ogp_desktop import wiring
from ogp_desktop.clocks import MovedClock
from ogp_desktop.clocks import MovedClock
from ogp_desktop.services import note_taking, preparing, running
from ogp_desktop.services.note_taking import Entry
clock = MovedClock(datetime.now().astimezone() - timedelta(minutes=10))
at = wiring.open_workplace(wiring.folders(Path(sys.argv[1])), clock)
made = preparing.create_conversation(
    at, kit_id="ogp-strategy-2022", language="en", title="Town hall")
running.start(at, conversation_id=made.id)
running.move_to(at, conversation_id=made.id, item_id="q1")
clock.move(60)
entry = Entry(question_id="q1", kind_id="challenge", text="Contracts are published late")
note_taking.record_note(at, conversation_id=made.id, entry=entry)
running.beat(at, conversation_id=made.id)
if "paused" in sys.argv:
    running.pause(at, conversation_id=made.id)
print(made.id, flush=True)
time.sleep(60)
"""


def _cut_off(folder: Path, *more: str) -> ConversationId:
    """Hold a conversation in a process of its own and kill that."""
    prefer(folder)
    with subprocess.Popen(
        [sys.executable, "-c", CUT_OFF, str(folder), *more], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        made = child.stdout.readline().strip()
        os.kill(child.pid, signal.SIGKILL)
    return ConversationId(made)


def _stands(at: Workplace, of: ConversationId) -> Schedule:
    run = reading.run(at, conversation_id=of)
    return schedule(running_order(run.conversation.agenda), run.log, moment(at.clock))


def _shows_no_question(page: ProgramPage) -> bool:
    assert isinstance(page.page, RunScreen)
    return not any(one.text() == "It went on" for one in page.buttons())


def test_cut_off_conversation_is_named_with_its_question_and_time(
    qtbot: QtBot, data_dir: Path
) -> None:
    _cut_off(data_dir)
    with open_program(qtbot, data_dir, is_offline=True) as page:
        assert isinstance(page.page, HomeScreen)
        assert page.notice.startswith("Town hall: the program stopped at")
        assert "Your notes up to" in page.notice
        assert "Question 1:" in page.notice
        assert "min left, after 1 min" in page.notice
        assert page.choices == ["Go on", "The talk went on", "Look first"]


@pytest.mark.parametrize(
    ("away_s", "choices"),
    [
        (30, ["Go on", "Look first"]),
        (31, ["Go on", "The talk went on", "Look first"]),
    ],
)
def test_time_away_is_offered_to_be_counted_only_when_run_would_ask(
    qtbot: QtBot, tmp_path: Path, qapp: QApplication, away_s: int, choices: list[str]
) -> None:
    with desk_at(tmp_path, qapp) as desk:
        at = desk.workplace
        made = preparing.create_conversation(at, kit_id="ogp-strategy-2022", language="en")
        running.start(at, conversation_id=made.id)
        (found,) = running.interrupted(at)
        window = ShellWindow()
        window.furnish(desk.theme)
        qtbot.addWidget(window)
        assert isinstance(at.clock, FixedClock)
        at.clock.advance(timedelta(seconds=away_s))
        Messages(desk.theme, window).show_interrupted(found, at.clock)
        assert window.notice is not None
        buttons = window.notice.findChildren(Button)
        assert [one.text() for one in buttons] == choices
        said = [one.accessibleDescription() for one in buttons]
        assert ("It is asked again there" in said) == (away_s > 30)


def test_time_away_does_not_count_when_go_on_is_chosen(qtbot: QtBot, data_dir: Path) -> None:
    made = _cut_off(data_dir)
    with open_program(qtbot, data_dir, is_offline=True) as page:
        page.click("Go on")
        assert _shows_no_question(page)
        assert _stands(page.at, made).elapsed_s == pytest.approx(60, abs=5)
        assert len(reading.notes_of(page.at, conversation_id=made)) == 1


def test_time_in_which_the_notice_is_read_does_not_count_either(
    qtbot: QtBot, data_dir: Path
) -> None:
    made = _cut_off(data_dir)
    with open_program(qtbot, data_dir, is_offline=True) as page:
        later = MovedClock(datetime.now().astimezone() + timedelta(minutes=5))
        answers = page.window.findChild(NoticeAnswers)
        assert answers is not None
        page.program.workplace = answers._workplace = replace(page.at, clock=later)
        page.click("Go on")
        assert _stands(page.at, made).elapsed_s == pytest.approx(60, abs=5)


def test_time_away_grows_while_the_notice_is_read(qtbot: QtBot, theme: Theme) -> None:
    clock = FixedClock()
    away = TimeAway(after(moment(clock), -8 * 60), clock)
    notice = Notice(theme, "info", "Cut off", away.choices())
    qtbot.addWidget(notice)
    away.keep_telling(notice)
    clock.advance(timedelta(minutes=4))
    away.told.emit()
    said = [one.accessibleDescription() for one in notice.findChildren(Button)]
    assert said[1] == "Count the 12 min"


def test_time_away_counts_when_the_talk_went_on(qtbot: QtBot, data_dir: Path) -> None:
    made = _cut_off(data_dir)
    with open_program(qtbot, data_dir, is_offline=True) as page:
        page.click("The talk went on")
        assert _shows_no_question(page)
        assert _stands(page.at, made).elapsed_s == pytest.approx(600, abs=15)


def test_run_asks_itself_when_looking_first(qtbot: QtBot, data_dir: Path) -> None:
    made = _cut_off(data_dir)
    with open_program(qtbot, data_dir, is_offline=True) as page:
        page.click("Look first")
        assert page.notice == ""
        assert not _shows_no_question(page)
        page.navigator.open_home()
        page.click("New conversation")
        page.navigator.open_conversation(made)  # looked elsewhere meanwhile: it is asked again
        assert not _shows_no_question(page)
        page.click("It stopped")
        assert _shows_no_question(page)
        assert _stands(page.at, made).elapsed_s == pytest.approx(60, abs=5)


def test_notice_goes_away_when_its_conversation_is_opened_another_way(
    qtbot: QtBot, data_dir: Path
) -> None:
    made = _cut_off(data_dir)
    with open_program(qtbot, data_dir, is_offline=True) as page:
        page.navigator.open_extra("settings")
        assert page.notice.startswith("Town hall: the program stopped at")
        page.navigator.open_conversation(made)
        assert page.notice == ""
        assert not _shows_no_question(page)


def test_notice_does_not_follow_into_another_conversation(qtbot: QtBot, data_dir: Path) -> None:
    made = _cut_off(data_dir)
    with open_program(qtbot, data_dir, is_offline=True) as page:
        page.click("New conversation")
        assert page.notice == ""
        assert page.page.isAncestorOf(page.window.focusWidget())
        page.program.messages.show_words("Something else")
        page.navigator.open_conversation(made)
        assert page.notice == "Something else"
        assert not _shows_no_question(page)


def test_pause_is_kept_when_the_program_was_killed_in_it(qtbot: QtBot, data_dir: Path) -> None:
    made = _cut_off(data_dir, "paused")
    with open_program(qtbot, data_dir, is_offline=True) as page:
        assert page.notice.startswith("Town hall is paused.")
        page.click("Open it")
        assert _shows_no_question(page)
        run = reading.run(page.at, conversation_id=made)
        assert run.conversation.state is ConversationState.PAUSED
        assert run.log[-1].kind is TimingKind.PAUSED
        assert _stands(page.at, made).elapsed_s == pytest.approx(60, abs=5)


def _file_with_a_copy(qtbot: QtBot, folder: Path) -> ConversationId:
    prefer(folder)
    with open_program(qtbot, folder, is_offline=True) as page:
        made = preparing.create_conversation(
            page.at, kit_id="ogp-strategy-2022", language="en", title="Town hall"
        )
    return made.id


def test_damaged_file_is_told_and_the_copy_opened(qtbot: QtBot, data_dir: Path) -> None:
    made = _file_with_a_copy(qtbot, data_dir)
    file = wiring.folders(data_dir).file
    file.write_bytes(b"not a database" * 1000)
    with open_program(qtbot, data_dir, is_offline=True, waits="stuck") as page:
        assert page.notice.startswith("The notes' file is damaged. The copy of")
        assert page.choices == ["Open the copy", "Try again"]
        assert not page.button("New conversation").isEnabled()
        with qtbot.waitSignal(page.program.ready):
            page.click("Open the copy")
        assert page.notice == ""
        assert reading.prepared(page.at, conversation_id=made).conversation.id == made
        damaged = list(data_dir.glob("conversations-damaged-*"))
        assert [one.read_bytes()[:14] for one in damaged] == [b"not a database"]


def test_damaged_file_without_copy_is_told(qtbot: QtBot, data_dir: Path) -> None:
    prefer(data_dir)
    wiring.folders(data_dir).file.write_bytes(b"not a database" * 1000)
    with open_program(qtbot, data_dir, is_offline=True, waits="stuck") as page:
        assert page.notice == "The notes' file is damaged. No copy of it was found."
        assert page.choices == ["Try again"]


def test_newer_file_is_refused_with_a_sentence(qtbot: QtBot, data_dir: Path) -> None:
    _file_with_a_copy(qtbot, data_dir)
    file = wiring.folders(data_dir).file
    with closing(sqlite3.connect(file)) as changed, changed:
        changed.execute("UPDATE alembic_version SET version_num = '9999'")
    before = file.read_bytes()
    with open_program(qtbot, data_dir, is_offline=True, waits="stuck") as page:
        assert "newer version of the program" in page.notice
    assert file.read_bytes() == before


def test_locked_file_opens_when_tried_again(
    qtbot: QtBot, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _file_with_a_copy(qtbot, data_dir)
    monkeypatch.setattr(upgrade, "PATIENCE_S", 0.05)
    file = wiring.folders(data_dir).file
    with closing(sqlite3.connect(file)) as holder:
        holder.execute("PRAGMA locking_mode=EXCLUSIVE")
        holder.execute("BEGIN EXCLUSIVE")
        with open_program(qtbot, data_dir, is_offline=True, waits="stuck") as page:
            assert page.notice.startswith("Another program holds the notes' file.")
            holder.rollback()
            holder.close()
            with qtbot.waitSignal(page.program.ready, timeout=20_000):
                page.click("Try again")
            assert page.notice == ""


def test_folder_that_cannot_be_made_is_told(qtbot: QtBot, data_dir: Path) -> None:
    data_dir.write_text("a file stands where the folder should be", encoding="utf-8")
    with open_program(qtbot, data_dir, is_offline=True, waits="stuck") as page:
        assert page.notice == "The notes' file cannot be opened."
        data_dir.unlink()
        with qtbot.waitSignal(page.program.ready, timeout=20_000):
            page.click("Try again")
        assert page.notice == ""


def test_list_of_an_older_file_has_the_cursor_once_it_is_upgraded(
    qtbot: QtBot, data_dir: Path
) -> None:
    prefer(data_dir)
    at = wiring.open_workplace(wiring.folders(data_dir))
    preparing.create_conversation(at, kit_id="ogp-strategy-2022", language="en")
    at.store.close()
    with closing(sqlite3.connect(at.store.path)) as older:
        older.executescript(
            "DROP TABLE withdrawal; ALTER TABLE destination DROP COLUMN forms;"
            "ALTER TABLE destination ADD COLUMN form_version TEXT;"
            "ALTER TABLE destination ADD COLUMN form_key TEXT;"
            "UPDATE alembic_version SET version_num = '0005'"
        )
    with open_program(qtbot, data_dir, is_offline=True) as page:
        assert isinstance(page.page, HomeScreen)
        assert page.cursor() is page.page.list
