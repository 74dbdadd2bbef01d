"""Choosing how to hand over: an address is set, tested and refused field by field."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.services import addressing
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.ui.desk import Desk
from tests.support.answering import delivered
from tests.support.pages_send import SendPage
from tests.support.sealed import addressed

Open = Callable[..., SendPage]
HERE = "https://example.org/feedback"
NAME = "Name of the place it goes to"
"""Said so that nobody takes it for a person's name."""
MORE = "More: kind of server, keys"


def test_address_is_set_and_the_submission_queued_when_sent(
    open_page: Open, made: SealedAndQueued, desk: Desk, woken: list[str]
) -> None:
    page = open_page()
    page.press("Choose how to hand over")
    page.type_text(NAME, "Secretariat")
    page.type_text("Address", HERE)
    page.type_text("Access code", "code")
    page.press("Send when online")
    kept = page.kept(made.item.id)
    assert kept.destination is not None
    assert (kept.destination.name, kept.destination.url) == ("Secretariat", HERE)
    assert kept.item.state is OutboxState.READY
    assert desk.secrets.code(kept.destination.id) == "code"
    assert woken == ["woken"]
    assert "It goes as soon as there is a connection." in page.words()
    assert f"Secretariat\n{HERE}" in page.words()


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({NAME: "N", "Address": "http://example.org"}, "Address", "must begin with https"),
        ({NAME: "N", "Address": "nowhere"}, "Address", "This is no address."),
        ({"Address": HERE}, NAME, "Give it a name."),
        ({NAME: "N", "Address": HERE, "Receipt key": "x"}, "Receipt key", "no receipt key"),
        ({NAME: "N", "Address": HERE, "Access code": "a b"}, "Access code", "without spaces"),
    ],
)
def test_refusal_stands_beside_its_field_and_what_was_typed_stays(
    open_page: Open, made: SealedAndQueued, typed: dict[str, str], field: str, words: str
) -> None:
    page = open_page()
    page.press("Choose how to hand over")
    page.press(MORE)
    for name, text in typed.items():
        page.type_text(name, text)
    page.press("Send when online")
    assert words in page.words()
    focus = page.screen.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == field
    assert page.screen.pages.choosing.fields.edits["url"].text() == typed["Address"]
    assert addressing.destinations(page.desk.workplace) == ()


def test_screen_says_when_a_code_is_kept_for_this_run_only(
    open_page: Open, made: SealedAndQueued
) -> None:
    page = open_page()
    page.press("Choose how to hand over")
    assert "no safe place for codes" in page.words()


def test_address_of_before_is_filled_in_and_its_code_never_shown(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    addressing.set_destination(
        desk.workplace, desk.secrets, name="Before", url=HERE, access_code="s3cret"
    )
    page = open_page()
    page.press("Choose how to hand over")
    edits = page.screen.pages.choosing.fields.edits
    shown = [edits[name].text() for name in ("name", "url", "access_code")]
    assert shown == ["Before", HERE, ""]
    page.press("New address")
    assert edits["url"].text() == ""


def test_second_address_is_refused_when_the_first_may_have_it(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    delivered(desk, OutcomeKind.AUTH)
    page = open_page()
    page.press("Check address and code")
    page.press("New address")
    page.type_text(NAME, "Elsewhere")
    page.type_text("Address", "https://example.net")
    page.press("Send when online")
    assert "It may have arrived at the first address already" in page.words()
    kept = page.kept(made.item.id)
    assert kept.destination is not None
    assert kept.destination.url == HERE


def test_refused_code_leads_to_the_address(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    delivered(desk, OutcomeKind.AUTH)
    page = open_page()
    assert "The access code was not accepted." in page.words()
    page.press("Check address and code")
    edits = page.screen.pages.choosing.fields.edits
    assert edits["url"].text() == HERE
    assert page.screen.focusWidget() is edits["access_code"]


def test_found_connection_is_scrolled_into_view_on_a_small_screen(
    open_page: Open, made: SealedAndQueued, desk: Desk, qtbot: QtBot, qapp: QApplication
) -> None:
    desk.theme.apply(qapp, "light", 2.0)
    page = open_page(size=(1024, 552))
    page.press("Choose how to hand over")
    page.type_text("Address", "http://127.0.0.1:9")
    page.press("Test connection")
    notice = page.screen.pages.choosing.found.notice
    qtbot.waitUntil(lambda: not notice.visibleRegion().isEmpty())


def test_refused_field_that_is_folded_away_is_brought_out(
    open_page: Open, made: SealedAndQueued
) -> None:
    page = open_page()
    page.press("Choose how to hand over")
    page.type_text(NAME, "N")
    page.type_text("Address", HERE)
    page.press(MORE)
    page.type_text("Receipt key", "x")
    page.press("Fewer fields")
    with pytest.raises(LookupError):
        page.type_text("Receipt key", "y")
    page.press("Send when online")
    assert "no receipt key" in page.words()
    focus = page.screen.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Receipt key"


def test_addresses_of_one_name_are_told_apart_by_their_host(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    for name, url in (("OGP", HERE), ("OGP", "https://example.net"), ("Town", "https://t.org")):
        addressing.set_destination(desk.workplace, desk.secrets, name=name, url=url)
    page = open_page()
    page.press("Choose how to hand over")
    page.press("OGP (example.net)")
    assert page.screen.pages.choosing.fields.edits["url"].text() == "https://example.net"
    page.button("OGP (example.org)")
    page.button("Town")
