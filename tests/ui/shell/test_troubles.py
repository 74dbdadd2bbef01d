"""Troubles and faults while the program is open, kits that are added, and connections that hang."""

import shutil
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from ogp_desktop import clocks, paths, wiring
from ogp_desktop.clocks import MovedClock
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.services import addressing, outbox_reading, sample, sealing
from ogp_desktop.ui.home.home_screen import HomeScreen
from ogp_desktop.ui.shell.kit_import import install_kit
from tests.support.pages_program import ProgramPage, open_program, prefer
from tests.support.stub_server import End, Line, stub_server

pytestmark = pytest.mark.slow

SECRET = "what somebody wrote in confidence"


def _fail() -> None:
    raise ValueError(SECRET)


def test_fault_in_a_slot_is_told_copied_without_words_and_gone_on_from(
    qtbot: QtBot, data_dir: Path
) -> None:
    prefer(data_dir)
    with (
        qtbot.captureExceptions(),
        open_program(qtbot, data_dir, is_offline=True) as page,
    ):
        sys.excepthook = page.program.faults.crashed  # the test runner puts its own in between
        QTimer.singleShot(0, page.window, _fail)
        qtbot.waitUntil(lambda: page.notice.startswith("Something went wrong in the program."))
        page.click("Copy the report")
        report = QGuiApplication.clipboard().text()
        assert "ValueError" in report
        assert "_fail" in report
        assert SECRET not in report
        page.click("Go on")
        assert page.notice == ""
        page.click("New conversation")
        assert not isinstance(page.page, HomeScreen)


def test_same_fault_again_leaves_the_notice_where_it_is(qtbot: QtBot, data_dir: Path) -> None:
    prefer(data_dir)
    with open_program(qtbot, data_dir, is_offline=True) as page:
        page.program.messages.show_crash("a fault")
        shown = page.window.notice
        page.program.messages.show_crash("a fault")
        assert page.window.notice is shown


def test_trouble_of_the_disk_is_told_in_words(qtbot: QtBot, data_dir: Path) -> None:
    prefer(data_dir)
    with open_program(qtbot, data_dir, is_offline=True) as page:
        page.navigator.trouble_met.emit(Trouble("disk_full"))
        assert page.notice == "The disk is full. What was saved before is safe."
        page.click("Close")
        assert page.notice == ""


def _kits(page: ProgramPage) -> list[str]:
    return [kit.id for kit in page.at.library.kits()]


def _kit(folder: Path, *, has_titles: bool) -> Path:
    """Write a kit of our own, packed, from the small one; without titles it is not whole."""
    source = paths.data_root() / "kits" / "village-priorities"
    for file in source.iterdir():
        text = file.read_text(encoding="utf-8")
        text = text.replace('id = "village-priorities"', 'id = "our-own"', 1)
        if not has_titles:
            text = "\n".join(one for one in text.splitlines() if not one.startswith("title ="))
        (folder / "kit").mkdir(exist_ok=True)
        (folder / "kit" / file.name).write_text(text, encoding="utf-8")
    return Path(shutil.make_archive(str(folder / "kit"), "zip", folder / "kit"))


def test_whole_kit_is_added_and_listed(qtbot: QtBot, data_dir: Path, tmp_path: Path) -> None:
    prefer(data_dir)
    with open_program(qtbot, data_dir, is_offline=True) as page:
        page.click("Import kit")
        dialog = page.window.findChild(QFileDialog)
        assert dialog is not None
        dialog.fileSelected.emit(str(_kit(tmp_path, has_titles=True)))
        dialog.reject()
        qtbot.waitUntil(lambda: page.notice.startswith("Kit our-own, version"))
        assert "our-own" in _kits(page)


def test_bad_kit_is_refused_with_file_and_field(
    qtbot: QtBot, data_dir: Path, tmp_path: Path
) -> None:
    prefer(data_dir)
    with open_program(qtbot, data_dir, is_offline=True) as page:
        before = _kits(page)
        desk = page.navigator._desk
        install_kit(desk, page.program.messages, _kit(tmp_path, has_titles=False))
        qtbot.waitUntil(lambda: page.notice != "")
        assert ".toml, title: " in page.notice
        assert _kits(page) == before


def _waiting_submission(folder: Path, url: str) -> None:
    """Seal the sample and give it leave to go to this address."""
    prefer(folder)
    clock = MovedClock(clocks.SystemClock().now())
    at = wiring.open_workplace(wiring.folders(folder), clock)
    script = sample.read_sample(sample.nearest_sample(paths.data_root() / "samples", "en"))
    made = sample.prepare_sample(at, script)
    sample.hold_sample(at, script, made, lambda minutes: None)
    sample.review_sample(at, script, made)
    sealed = sealing.seal(at, conversation_id=made)
    to = addressing.set_destination(at, MemorySecrets(), name="Here", url=url)
    addressing.send(at, item_id=sealed.item.id, destination_id=to.id)
    at.store.close()


def test_offline_program_opens_no_socket_although_something_may_go(
    qtbot: QtBot, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    plain = socket.socket.__init__

    def noted(self: socket.socket, *arguments: object, **named: object) -> None:
        opened.append(arguments)
        plain(self, *arguments, **named)  # type: ignore[arg-type]

    with stub_server(b"") as stub:
        _waiting_submission(data_dir, stub.url)
        monkeypatch.setattr(socket.socket, "__init__", noted)
        with open_program(qtbot, data_dir, is_offline=True) as page:
            page.program._wake_delivery()
            page.click("Offline")
            [dispatch] = outbox_reading.outbox(page.at)
            assert dispatch.item.state is OutboxState.READY
        assert opened == []
        assert stub.requests == []
        monkeypatch.undo()


def test_program_leaves_within_two_seconds_while_a_server_hangs(
    qtbot: QtBot, data_dir: Path
) -> None:
    with stub_server(Line(end=End.STALL)) as stub:
        _waiting_submission(data_dir, stub.url)
        with open_program(qtbot, data_dir) as page:
            qtbot.waitUntil(stub.was_asked.is_set, timeout=10_000)
            lane = page.program._delivery._thread
            before = time.monotonic()
            page.window.close()
            took = time.monotonic() - before
        assert took < 2
    lane.join(30)
    with closing(wiring.open_workplace(wiring.folders(data_dir)).store) as store:
        assert store.path.exists()


def test_second_start_ends_and_leaves_the_first_window(qtbot: QtBot, data_dir: Path) -> None:
    prefer(data_dir)
    command = [sys.executable, "-m", "ogp_desktop", "--data-dir", str(data_dir), "--offline"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as first:
        lock = data_dir / "window.lock"
        qtbot.waitUntil(lock.exists, timeout=20_000)
        second = subprocess.run(command, timeout=20, check=False)
        assert second.returncode == 0
        assert first.poll() is None
        first.terminate()
