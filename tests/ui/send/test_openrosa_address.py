"""An OpenRosa server is set on Send, tested, and its receipt shown for what it is."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ogp_desktop.domain.destination import OPENROSA
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.services import addressing
from ogp_desktop.services.delivering import Sender, deliver_next
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.ui.desk import Desk
from ogp_desktop.wiring import gateways
from tests.support.central import Central, central_server
from tests.support.kobo import TOKEN, Form, Kobo, kobo_server
from tests.support.openrosa import KEY, keyed_url, set_server
from tests.support.pages_send import SendPage
from tests.support.stub_server import http, stub_server

pytestmark = pytest.mark.slow

Open = Callable[..., SendPage]
NAME = "Name of the place it goes to"
MORE = "More: kind of server, keys"
KIT = "ogp-strategy-2022"
SERVER = "ODK, KoboToolbox or Ona"


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """Give a server like ODK Central on loopback."""
    central = Central(tmp_path / "central.sqlite3")
    central.set(keys=KEY, assigned=KEY, form="ogp-strategy-2022", versions="1.0.0-1", state="open")
    with central_server(central) as running:
        yield running


def _chosen(open_page: Open) -> SendPage:
    page = open_page()
    page.press("Choose how to hand over")
    page.press(MORE)
    page.press(SERVER)
    return page


def test_choosing_the_kind_of_server_asks_for_what_it_needs_and_keeps_what_was_typed(
    open_page: Open, made: SealedAndQueued
) -> None:
    page = open_page()
    page.press("Choose how to hand over")
    page.type_text(NAME, "Ministry")
    page.press(MORE)
    page.press(SERVER)
    page.type_text("User name", "host")
    page.type_text("Password or API key", "secret")
    assert page.screen.pages.choosing.fields.edits["name"].text() == "Ministry"
    with pytest.raises(LookupError):
        page.type_text("Receipt key", "x")
    page.press("OGP Desktop endpoint")
    with pytest.raises(LookupError):
        page.type_text("User name", "x")


def test_address_with_a_key_is_tested_and_sent_to_and_the_key_shown_no_more(
    open_page: Open, made: SealedAndQueued, desk: Desk, port: int
) -> None:
    page = _chosen(open_page)
    page.type_text(NAME, "Ministry")
    page.type_text("Address", keyed_url(port))
    page.press("Test connection")
    assert "Whether it is encrypted could not be seen from here." in page.words()
    assert KEY not in page.words()
    page.press("Send when online")
    kept = page.kept(made.item.id).destination
    assert kept is not None
    assert (kept.protocol, KEY in kept.url) == (OPENROSA, False)
    assert desk.secrets.code(kept.id) == KEY
    assert KEY not in page.words()


def test_name_and_password_are_kept_together(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    page = _chosen(open_page)
    page.type_text(NAME, "Kobo")
    page.type_text("Address", "https://kc.example.org/host")
    page.type_text("User name", "host")
    page.type_text("Password or API key", "a secret")
    page.press("Send when online")
    kept = page.kept(made.item.id).destination
    assert kept is not None
    assert desk.secrets.code(kept.id) == "host:a secret"


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("Password or API key", "alone", "Give the user name too"),
        ("Encryption key", "x", "This is no encryption key."),
    ],
)
def test_refusal_stands_beside_its_field(
    open_page: Open, made: SealedAndQueued, field: str, text: str, words: str
) -> None:
    page = _chosen(open_page)
    page.type_text(NAME, "N")
    page.type_text("Address", "https://example.org")
    page.type_text(field, text)
    page.press("Send when online")
    assert words in page.words()
    assert addressing.destinations(page.desk.workplace) == ()


def test_receipt_of_an_openrosa_server_is_shown_as_accepted_and_unsigned(
    open_page: Open, made: SealedAndQueued, desk: Desk, port: int
) -> None:
    to = set_server(desk.workplace, desk.secrets, keyed_url(port))
    addressing.send(desk.workplace, item_id=made.item.id, destination_id=to.id)
    sender = Sender(owner="t", open_gateway=gateways(desk.secrets), jitter=lambda: 0.5)
    done = deliver_next(desk.workplace, sender)
    assert done is not None
    assert done.item.state is OutboxState.CONFIRMED
    words = open_page().words()
    assert "Accepted (unsigned)." in words
    assert f"127.0.0.1:{port}" in words


@pytest.mark.parametrize("is_told_first", [True, False])
def test_submission_larger_than_the_server_takes_is_told_and_stays_whole(
    open_page: Open, made: SealedAndQueued, desk: Desk, is_told_first: bool
) -> None:
    """It has no attachments, so there is nothing that could go apart."""
    kobo = Kobo(forms=(Form(id=KIT, name="N", version="1.0.0-1"),), most_taken=900)
    too_large = http(413, b"<html>Request Entity Too Large</html>", "text/html")
    head = http(204, content_type="", X_OpenRosa_Version="1.0")
    with kobo_server(kobo), stub_server(head, too_large) as proxy:
        url = kobo.url if is_told_first else proxy.url
        to = set_server(desk.workplace, desk.secrets, url, access_code=TOKEN)
        addressing.send(desk.workplace, item_id=made.item.id, destination_id=to.id)
        sender = Sender(owner="t", open_gateway=gateways(desk.secrets), jitter=lambda: 0.5)
        done = deliver_next(desk.workplace, sender)
        assert done is not None
        assert done.item.state is OutboxState.ATTENTION
        page = open_page()
        words = page.words()
        assert "Larger than this address takes" in words
        assert "It goes in one piece" in words
        if is_told_first:
            assert not done.item.maybe_stored
            assert [method for method, _, _ in kobo.asked] == ["HEAD"]
            kobo.most_taken = 100_000_000  # the people there allowed more
            page.do("Ask again now")
            again = deliver_next(desk.workplace, sender)
            assert again is not None
            assert again.item.state is OutboxState.CONFIRMED
            assert len(kobo.stored) == 1
