"""Encrypted files as a host and a courier meet them: where the file is, and what is not known."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import OutboxItemId
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.refused_bundle import refusal_in
from ogp_desktop.endpoint.bundles import refusal_answer
from ogp_desktop.endpoint.serve import RunningEndpoint, running_endpoint
from ogp_desktop.services import addressing
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.widgets.button import Button
from tests.support.bundles import THEN, Office, office_in, place_for
from tests.support.pages_send import SendPage
from tests.support.sealed import sealed_sample

pytestmark = pytest.mark.slow

Open = Callable[..., SendPage]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Give the people there."""
    return office_in(tmp_path / "office")


def dialog_of(page: SendPage) -> QFileDialog:
    """Return the dialog that asks for a place."""
    QApplication.processEvents()
    dialogs = page.screen.findChildren(QFileDialog)
    return next(one for one in dialogs if one.isVisible())


def choose(page: SendPage, path: Path) -> None:
    """Name a place in the dialog, and close it."""
    dialog = dialog_of(page)
    dialog.fileSelected.emit(str(path))
    dialog.done(0)


def test_file_is_exported_its_place_told_and_its_receipt_confirms(
    open_page: Open, desk: Desk, made: SealedAndQueued, office: Office, tmp_path: Path
) -> None:
    place_for(desk.workplace, office)
    page = open_page(made.sealed.conversation_id)
    page.press("Save encrypted file")
    file = tmp_path / "forum.age"
    choose(page, file)
    assert page.kept(made.item.id).item.state is OutboxState.HANDED_OVER
    words = page.words()
    assert "Exported to file, not confirmed" in words
    assert str(file) in words
    assert "Confirmed" not in words
    assert "kept in the folder of your notes" in words  # a test has no keyring
    assert (tmp_path / "data" / "installation.key").stat().st_mode & 0o777 == 0o600
    back = tmp_path / "receipt.json"
    back.write_bytes(office.take(file.read_bytes()).receipts)
    page.screen.places.receipt_named.emit(str(back))
    assert page.kept(made.item.id).item.state is OutboxState.CONFIRMED
    assert "Confirmed" in page.words()


def test_refused_file_is_told_with_its_reason_and_never_as_confirmed(
    open_page: Open, desk: Desk, made: SealedAndQueued, office: Office, tmp_path: Path
) -> None:
    place_for(desk.workplace, office)
    page = open_page(made.sealed.conversation_id)
    page.press("Save encrypted file")
    file = tmp_path / "forum.age"
    choose(page, file)
    data, back = file.read_bytes(), tmp_path / "refused.json"
    cut = refusal_answer(office.signer, data[:-9], Refusal("bundle_damaged"), now=THEN)
    back.write_bytes(cut)
    page.screen.places.receipt_named.emit(str(back))
    assert "It cannot be told which file that was" in page.words()
    assert page.kept(made.item.id).item.state is OutboxState.HANDED_OVER
    back.write_bytes(refusal_answer(office.signer, data, Refusal("bundle_locked"), now=THEN))
    page.screen.places.receipt_named.emit(str(back))
    words = page.words()
    assert "The encrypted file was refused" in words
    assert "The file is for another place, so nothing of it was taken there." in words
    assert "Your text is unchanged, and nothing of it is confirmed." in words
    assert "Confirmed" not in words
    page.press("Choose how to hand over")
    assert "Save encrypted file" in {one.text() for one in page.screen.findChildren(Button)}


def test_text_for_a_mail_is_written_when_the_name_ends_so(
    open_page: Open, desk: Desk, made: SealedAndQueued, office: Office, tmp_path: Path
) -> None:
    place_for(desk.workplace, office)
    page = open_page(made.sealed.conversation_id)
    page.screen.places.bundle_named.emit(str(tmp_path / "mail.txt"))
    assert (tmp_path / "mail.txt").read_text("ascii").startswith("-----BEGIN AGE")


def test_nothing_encrypted_is_offered_without_a_key_for_files(
    open_page: Open, made: SealedAndQueued
) -> None:
    page = open_page(made.sealed.conversation_id)
    with pytest.raises(LookupError):
        page.button("Save encrypted file")
    page.press("Choose how to hand over")
    with pytest.raises(LookupError):
        page.button("Save encrypted file")


def test_key_for_files_is_kept_with_the_address_or_refused_beside_its_field(
    open_page: Open, desk: Desk, made: SealedAndQueued, office: Office
) -> None:
    page = open_page(made.sealed.conversation_id)
    page.press("Choose how to hand over")
    page.type_text("Name of the place it goes to", "OGP")
    page.type_text("Address", "https://example.org/feedback")
    page.press("More: kind of server, keys")
    page.type_text("Key for files", office.opener.recipient[:-1])
    page.press("Send when online")
    assert "This is no key for files" in page.words()
    assert addressing.destinations(desk.workplace) == ()
    page.type_text("Key for files", office.opener.recipient)
    page.press("Send when online")
    (to,) = addressing.destinations(desk.workplace)
    assert to.recipient == office.opener.recipient


def test_all_that_waits_is_saved_in_a_folder_from_the_outbox(
    open_page: Open, desk: Desk, office: Office, tmp_path: Path
) -> None:
    place_for(desk.workplace, office)
    made = [sealed_sample(desk.workplace, title) for title in ("Radio", "Forum")]
    page = open_page()
    page.press("Save all that waits, encrypted")
    stick = tmp_path / "stick"
    stick.mkdir()
    choose(page, stick)
    (file,) = stick.iterdir()
    assert office.take(file.read_bytes()).items == 2
    assert str(stick) in page.words()
    states = {page.kept(OutboxItemId(one.item.id)).item.state for one in made}
    assert states == {OutboxState.HANDED_OVER}
    with pytest.raises(LookupError):
        page.button("Save all that waits, encrypted")


def test_place_that_cannot_be_written_is_told_and_nothing_claimed(
    open_page: Open, desk: Desk, made: SealedAndQueued, office: Office, tmp_path: Path
) -> None:
    place_for(desk.workplace, office)
    page = open_page(made.sealed.conversation_id)
    page.screen.places.bundle_named.emit(str(tmp_path / "gone" / "forum.age"))
    assert "forum.age could not be written" in page.words()
    assert page.kept(made.item.id).item.state is OutboxState.READY


@pytest.fixture
def there(office: Office) -> Iterator[RunningEndpoint]:
    """Give the office, answering on loopback with the key that opens."""
    with running_endpoint(office.database, opener=office.opener) as running:
        yield running


def test_courier_sends_a_file_unread_and_saves_the_receipts(
    open_page: Open,
    desk: Desk,
    office: Office,
    there: RunningEndpoint,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    place_for(desk.workplace, office)
    owner = open_page(sealed_sample(desk.workplace).sealed.conversation_id)
    file = tmp_path / "feedback.age"
    owner.screen.places.bundle_named.emit(str(file))
    page = open_page()
    page.press("Carry somebody else's file")
    assert not page.button("Send it").isEnabled()
    page.press("Choose the file")
    choose(page, file)
    page.press("New address")
    page.type_text("Address", "http://example.org")
    page.press("Send it")
    assert "must begin with https" in page.words()
    page.type_text("Address", there.url)
    page.type_text("Access code", there.token)
    page.type_text("Receipt key", there.receipt_key)
    page.press("Send it")
    assert "receipts came back" in page.words()
    page.press("Save the receipts")
    choose(page, tmp_path / "receipts.json")
    assert str(tmp_path / "receipts.json") in page.words()
    owner.screen.places.receipt_named.emit(str(tmp_path / "receipts.json"))
    assert "Confirmed" in owner.words()


def test_courier_is_told_what_is_not_taken(
    open_page: Open, desk: Desk, office: Office, there: RunningEndpoint, tmp_path: Path
) -> None:
    to = place_for(desk.workplace, office, url=there.url)
    desk.secrets.keep(to.id, there.token)
    page = open_page()
    page.press("Carry somebody else's file")
    for data, words in (
        (b"{}", "This file is not encrypted"),
        (b"age-encryption.org/v1\nxx", "damaged or cut off"),
    ):
        (tmp_path / "some.age").write_bytes(data)
        page.screen.carried_file_named.emit(str(tmp_path / "some.age"))
        page.press("Send it")
        assert words in page.words()
    page.screen.carried_file_named.emit(str(tmp_path / "gone.age"))
    page.press("Send it")
    assert "could not be read" in page.words()


def test_courier_takes_the_reason_back_to_the_owner_of_a_file_that_is_refused(
    open_page: Open, desk: Desk, office: Office, there: RunningEndpoint, tmp_path: Path
) -> None:
    to = place_for(desk.workplace, office, url=there.url)
    desk.secrets.keep(to.id, there.token)
    page = open_page()
    page.press("Carry somebody else's file")
    (tmp_path / "some.age").write_bytes(b"age-encryption.org/v1\nxx")
    page.screen.carried_file_named.emit(str(tmp_path / "some.age"))
    page.press("Send it")
    assert "take it to the person whose file it is" in page.words()
    page.press("Save the answer")
    choose(page, tmp_path / "answer.json")
    assert str(tmp_path / "answer.json") in page.words()
    told = refusal_in((tmp_path / "answer.json").read_bytes())
    assert told is not None
    assert told.statement.reason == "bundle_damaged"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_small_window_keeps_the_list_and_offers_encrypted_files_in_a_menu(
    open_page: Open, desk: Desk, office: Office
) -> None:
    place_for(desk.workplace, office)
    for title in ("Radio", "Forum"):
        sealed_sample(desk.workplace, title)
    page = open_page(size=(1024, 552))
    page.press("Encrypted files")
    QApplication.processEvents()
    (menu,) = page.screen.all.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == [
        "Save all that waits, encrypted",
        "Carry somebody else's file",
    ]
    menu.actions()[1].trigger()
    menu.close()
    assert "this computer cannot read it" in page.words()
