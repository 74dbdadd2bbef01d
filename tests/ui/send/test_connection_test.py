"""The way to an address is tested by a press, on Send, in Settings and from the pill, and told."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.endpoint.serve import RunningEndpoint, running_endpoint
from ogp_desktop.services import addressing
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.settings.settings_screen import open_settings
from tests.support.pages_program import open_program, prefer
from tests.support.pages_send import SendPage
from tests.support.stub_server import End, Line, http, stub_server

pytestmark = pytest.mark.slow

Open = Callable[..., SendPage]
FOUND = "answers and takes observations."
PATIENCE_MS = 20_000


@pytest.fixture
def endpoint(tmp_path: Path) -> Iterator[RunningEndpoint]:
    """Give an endpoint on loopback."""
    with running_endpoint(f"sqlite:///{tmp_path}/endpoint.db") as running:
        yield running


def test_address_is_tested_as_it_is_typed_and_nothing_is_kept(
    open_page: Open, made: SealedAndQueued, endpoint: RunningEndpoint, desk: Desk
) -> None:
    page = open_page()
    page.press("Choose how to hand over")
    page.type_text("Address", endpoint.url)
    page.type_text("Access code", "wrong")
    page.press("Test connection")
    assert "does not accept the access code" in page.words()
    page.type_text("Access code", endpoint.token)
    page.press("Test connection")
    assert FOUND in page.words()
    assert "clock and theirs differ" in page.words()  # that of the test stands in another year
    assert "The test sent nobody's words." in page.words()
    assert page.screen.pages.choosing.fields.edits["access_code"].text() == endpoint.token
    assert addressing.destinations(desk.workplace) == ()
    assert endpoint.store.listed() == ()


def test_code_that_is_kept_is_used_when_none_is_typed(
    open_page: Open, made: SealedAndQueued, endpoint: RunningEndpoint, desk: Desk
) -> None:
    addressing.set_destination(
        desk.workplace, desk.secrets, name="N", url=endpoint.url, access_code=endpoint.token
    )
    page = open_page()
    page.press("Choose how to hand over")
    page.press("Test connection")
    assert FOUND in page.words()


def test_address_that_is_none_is_told_beside_its_field(
    open_page: Open, made: SealedAndQueued
) -> None:
    page = open_page()
    page.press("Choose how to hand over")
    page.type_text("Address", "nowhere")
    page.press("Test connection")
    assert "This is no address." in page.words()


def test_login_page_is_told_from_an_endpoint(open_page: Open, made: SealedAndQueued) -> None:
    page = open_page()
    page.press("Choose how to hand over")
    with stub_server(http(200, b"<html>", "text/html")) as stub:
        page.type_text("Address", stub.url)
        page.press("Test connection")
    assert "The network may want a login page first" in page.words()


def test_no_test_is_offered_when_the_program_opens_no_connection(
    qtbot: QtBot, made: SealedAndQueued, desk: Desk
) -> None:
    page = SendPage(qtbot, replace(desk, open_gateway=None), None)
    page.press("Choose how to hand over")
    with pytest.raises(LookupError):
        page.button("Test connection")


def test_settings_tests_every_address_that_was_set(
    qtbot: QtBot, desk: Desk, endpoint: RunningEndpoint
) -> None:
    addressing.set_destination(
        desk.workplace, desk.secrets, name="N", url=endpoint.url, access_code=endpoint.token
    )
    screen = open_settings(desk)
    qtbot.addWidget(screen)
    screen.show()
    screen.connection.test.click()
    said = "\n".join(one.text() for one in screen.connection.findChildren(QLabel))
    assert FOUND in said
    assert "N · " in said


def test_pill_tests_only_after_a_press_and_says_what_it_found(qtbot: QtBot, data_dir: Path) -> None:
    prefer(data_dir)
    with stub_server(http(404)) as stub, open_program(qtbot, data_dir) as page:
        page.window.header.connection_requested.emit()
        assert "nothing was sent to find it out" in page.notice
        page.click("Test connection")
        qtbot.waitUntil(lambda: "No address is set yet." in page.notice, timeout=PATIENCE_MS)
        addressing.set_destination(page.at, MemorySecrets(), name="N", url=stub.url)
        assert stub.requests == []
        page.click("Test connection")
        qtbot.waitUntil(
            lambda: "nothing is taken at this address" in page.notice, timeout=PATIENCE_MS
        )


def test_pill_says_nothing_more_when_its_notice_was_closed_meanwhile(
    qtbot: QtBot, data_dir: Path
) -> None:
    prefer(data_dir)
    with stub_server(Line(end=End.STALL)) as stub, open_program(qtbot, data_dir) as page:
        addressing.set_destination(page.at, MemorySecrets(), name="N", url=stub.url)
        page.window.header.connection_requested.emit()
        page.click("Test connection")
        qtbot.waitUntil(stub.was_asked.is_set, timeout=PATIENCE_MS)
        page.click("Close")
        stub.is_over.set()
        done: list[object] = []
        page.program._delivery.run(lambda: None, done.append, done.append)
        qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE_MS)
        assert page.notice == ""
        stub.is_over.clear()
