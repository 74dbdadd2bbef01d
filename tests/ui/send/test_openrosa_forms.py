"""The test of an OpenRosa address tells what is wrong with the form, and can set it right."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.destination import FormThere
from ogp_desktop.services.sealing import SealedAndQueued
from tests.delivery.openrosa.test_encryption import public_key
from tests.support.central import Central, central_server
from tests.support.kobo import TOKEN, Form, Kobo, kobo_server
from tests.support.openrosa import KEY, keyed_url, kit_form
from tests.support.pages_send import SendPage

pytestmark = pytest.mark.slow

Open = Callable[..., SendPage]
KIT = "ogp-strategy-2022"
TAKE = "Take what the server says"


@pytest.fixture
def central(tmp_path: Path) -> Central:
    """Give what a server like ODK Central has."""
    made = Central(tmp_path / "central.sqlite3")
    made.set(keys=KEY, assigned=KEY, form=KIT, versions="1.0.0-1", state="open", xml=kit_form())
    return made


@pytest.fixture
def port(central: Central) -> Iterator[int]:
    """Give it on loopback."""
    with central_server(central) as running:
        yield running


@pytest.fixture
def page(open_page: Open, made: SealedAndQueued) -> SendPage:
    """Open the page of an OpenRosa server."""
    opened = open_page()
    opened.press("Choose how to hand over")
    opened.press("More: kind of server, keys")
    opened.press("ODK, KoboToolbox or Ona")
    opened.type_text("Name of the place it goes to", "Ministry")
    return opened


def _tested(page: SendPage, url: str) -> str:
    page.type_text("Address", url)
    page.press("Test connection")
    return page.words()


def _field(page: SendPage, name: str) -> str:
    return page.screen.pages.choosing.fields.edits[name].text()


def _offers_to_take(page: SendPage) -> bool:
    try:
        page.button(TAKE)
    except LookupError:
        return False
    return True


def test_form_of_the_kit_is_found_and_nothing_is_offered(page: SendPage, port: int) -> None:
    words = _tested(page, keyed_url(port))
    assert "has the form of this kit." in words
    assert "The test sent nobody's words." in words
    assert not page.screen.pages.choosing.found.forms.isVisible()
    assert not _offers_to_take(page)
    assert KEY not in words


def test_version_and_key_are_taken_from_the_server_at_a_press_and_kept(
    page: SendPage, made: SealedAndQueued, central: Central, port: int
) -> None:
    central.set(versions="1.0.0-1[encrypted:ab]", xml=kit_form(key=public_key()))
    words = _tested(page, keyed_url(port))
    assert "in version \u20661.0.0-1[encrypted:ab]\u2069; version \u20661.0.0-1\u2069" in words
    assert "It is encrypted there, and no encryption key is set here." in words
    page.press(TAKE)
    assert _field(page, "form_version") == "1.0.0-1[encrypted:ab]"
    assert _field(page, "form_key") == public_key()
    assert "has the form of this kit." in page.words()
    assert not _offers_to_take(page)
    page.press("Send when online")
    kept = page.kept(made.item.id).destination
    assert kept is not None
    assert kept.forms == (FormThere(kit_id=KIT, version="1.0.0-1[encrypted:ab]", key=public_key()),)


def test_closed_form_is_told_before_anything_is_sent(
    page: SendPage, central: Central, port: int
) -> None:
    central.set(state="closed")
    assert "lists no form that is open to you." in _tested(page, keyed_url(port))
    assert not _offers_to_take(page)


def test_form_of_a_kobo_server_is_chosen_from_its_list_and_looked_at(
    page: SendPage, made: SealedAndQueued, qtbot: QtBot
) -> None:
    forms = (
        Form(id="aWells", name="Wells", version="v1", xml=kit_form()[:9000].encode()),
        Form(id="aXb7", name="Conversation", version="vQ2", xml=kit_form().encode()),
    )
    with kobo_server(Kobo(forms=forms)) as kobo:
        page.type_text("Password or API key", TOKEN)
        assert f"does not list the form \u2066{KIT}\u2069." in _tested(page, kobo.url)
        forms_there = page.screen.pages.choosing.found.forms
        assert [forms_there.itemText(n) for n in range(3)] == [
            "Choose one",
            "Wells",
            "Conversation",
        ]
        forms_there.setCurrentIndex(2)
        forms_there.chosen.emit(forms_there.itemData(2))
        assert "has the form of this kit." in page.words()
        assert (_field(page, "form_id"), _field(page, "form_version")) == ("aXb7", "vQ2")
        assert not forms_there.isVisible()
        assert TOKEN not in page.words()
    page.press("Send when online")
    kept = page.kept(made.item.id).destination
    assert kept is not None
    assert kept.forms == (FormThere(kit_id=KIT, id="aXb7", version="vQ2"),)


def test_form_of_something_else_is_told_and_another_can_be_chosen(
    page: SendPage, central: Central, port: int
) -> None:
    small = (
        '<h xmlns="http://www.w3.org/2002/xforms"><model><instance><data id="x"><wells/>'
        "</data></instance></model></h>"
    )
    central.set(xml=small)
    words = _tested(page, keyed_url(port))
    assert "is not that of this kit: it has no place for" in words
    assert page.screen.pages.choosing.found.forms.isVisible()
    assert not _offers_to_take(page)


def test_key_that_the_server_does_not_have_is_told_and_can_be_dropped(
    page: SendPage, port: int
) -> None:
    page.type_text("Encryption key", public_key())
    assert "It is not encrypted there" in _tested(page, keyed_url(port))
    page.press(TAKE)
    assert _field(page, "form_key") == ""
    assert "has the form of this kit." in page.words()
