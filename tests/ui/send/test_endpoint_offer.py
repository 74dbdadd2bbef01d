"""A place to send to is set in one step from a file or a QR code, after it was shown."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.endpoint_file import qr_text
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.services import addressing
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.send.given import Given
from tests.support.endpoint_files import OTHER, SIGNER, URL, card, file_of
from tests.support.pages_send import SendPage, drop

pytestmark = pytest.mark.slow

Open = Callable[..., SendPage]
PASTE = "Paste"
TEXT = qr_text(file_of(card()))


def _paste(page: SendPage, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    page.press(PASTE)


def _chosen(open_page: Open) -> SendPage:
    page = open_page()
    page.press("Choose how to hand over")
    return page


def test_pasted_text_is_shown_then_kept_then_sent_to(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    page = _chosen(open_page)
    _paste(page, TEXT)
    words = page.words()
    assert "Open forum" in words
    assert "example.org" in words
    assert "Compare the fingerprint" in words
    assert addressing.destinations(desk.workplace) == ()
    page.press("Use this address")
    [kept] = addressing.destinations(desk.workplace)
    assert (kept.url, kept.receipt_key) == (URL, SIGNER.public_key)
    assert page.screen.pages.choosing.fields.edits["url"].text() == URL
    page.type_text("Access code", "code")
    page.press("Send when online")
    one = page.kept(made.item.id)
    assert (one.item.state, one.item.destination_id) == (OutboxState.READY, kept.id)
    assert desk.secrets.code(kept.id) == "code"


def test_nothing_can_be_sent_elsewhere_while_a_file_is_decided_on(
    open_page: Open, made: SealedAndQueued, qtbot: QtBot
) -> None:
    page = _chosen(open_page)
    page.type_text("Address", "https://elsewhere.example.org")
    _paste(page, TEXT)
    assert not page.screen.pages.choosing.send.isEnabled()
    assert not page.screen.pages.choosing.fields.edits["url"].isVisible()
    qtbot.waitUntil(page.button("Leave it").hasFocus)
    page.press("Leave it")
    assert page.screen.pages.choosing.send.isEnabled()
    assert page.screen.pages.choosing.fields.edits["url"].isVisible()


def test_left_one_changes_nothing(open_page: Open, made: SealedAndQueued, desk: Desk) -> None:
    page = _chosen(open_page)
    _paste(page, TEXT)
    page.press("Leave it")
    assert addressing.destinations(desk.workplace) == ()
    assert page.screen.pages.choosing.fields.edits["url"].text() == ""
    assert "Compare the fingerprint" not in page.words()


def test_file_is_asked_for_without_stopping_the_program_and_read(
    open_page: Open, made: SealedAndQueued, tmp_path: Path
) -> None:
    file = tmp_path / "forum.ogpendpoint"
    file.write_bytes(file_of(card()))
    page = _chosen(open_page)
    page.press("Open an address file")
    [dialog] = page.screen.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.close()
    assert "Compare the fingerprint" in page.words()


def test_file_dropped_on_the_detail_opens_the_page_and_shows_it(
    open_page: Open, made: SealedAndQueued, tmp_path: Path
) -> None:
    file = tmp_path / "Forum.OGPENDPOINT"
    file.write_bytes(file_of(card()))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    page = open_page()
    assert drop(page.screen, data)
    assert "Compare the fingerprint" in page.words()


def test_dropped_text_is_taken_and_other_things_are_not(
    open_page: Open, made: SealedAndQueued
) -> None:
    page = open_page()
    data = QMimeData()
    data.setText("Bonjour")
    assert not drop(page.screen, data)
    data.setUrls([QUrl("https://example.org/forum.ogpendpoint")])
    assert not drop(page.screen, data)
    text = QMimeData()
    text.setText(TEXT.lower())
    assert drop(page.screen, text)
    assert "Compare the fingerprint" in page.words()


def test_nothing_is_taken_where_nothing_is_sealed(open_page: Open) -> None:
    data = QMimeData()
    data.setText(TEXT)
    assert not drop(open_page().screen, data)


def test_other_key_for_a_known_address_is_a_clear_warning(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    page = _chosen(open_page)
    _paste(page, TEXT)
    page.press("Use this address")
    _paste(page, qr_text(file_of(card(OTHER), OTHER)))
    words = page.words()
    assert "Careful: this address is known here with another key." in words
    assert "Fingerprint until now" in words
    assert addressing.destinations(desk.workplace)[0].receipt_key == SIGNER.public_key


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("hello", "This is no address file"),
        ("", "This is no address file"),
        ("\udcff", "This is no address file"),
        (qr_text(file_of(card(), OTHER)), "The signature does not fit"),
        (qr_text(file_of(card(v=5))), "needs a newer version"),
        (qr_text(file_of(card(protocol="pigeon"))), "cannot send to that kind of server"),
        (qr_text(file_of(card(url="http://example.org"))), "does not begin with https"),
        (qr_text(file_of(card(closes="2021-03-04"))), "It took observations until"),
        (qr_text(file_of(card(recipient="none"))), "is not usable"),
    ],
)
def test_bad_text_is_a_sentence_and_changes_nothing(
    open_page: Open, made: SealedAndQueued, desk: Desk, data: str, words: str
) -> None:
    page = _chosen(open_page)
    page.screen.pages.choosing.offer.given.emit(Given(text=data))
    said = page.words()
    assert words in said
    assert "Nothing was changed." in said
    assert addressing.destinations(desk.workplace) == ()


def test_file_that_is_gone_is_named(open_page: Open, made: SealedAndQueued, tmp_path: Path) -> None:
    page = _chosen(open_page)
    page.screen.pages.choosing.offer.given.emit(Given(path=str(tmp_path / "gone.ogpendpoint")))
    assert "gone.ogpendpoint could not be read. Nothing was changed." in page.words()
