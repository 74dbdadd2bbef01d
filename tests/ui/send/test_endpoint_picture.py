"""A place to send to is set from a picture of its QR code: opened, dropped or pasted."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.endpoint_file import qr_text
from ogp_desktop.runtime.background import Lane
from ogp_desktop.services import addressing
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.send.given import Given
from ogp_desktop.ui.widgets.scroll import ScrollPane
from tests.support.code_pictures import beside, code, dirty, encoded, on_table, turned
from tests.support.endpoint_files import OTHER, URL, card, file_of
from tests.support.pages_send import SendPage, drop

pytestmark = pytest.mark.slow

Open = Callable[..., SendPage]
OURS = code(qr_text(file_of(card())))
FOUND = "Compare the fingerprint"
PATIENCE_MS = 20_000


@pytest.fixture
def page(open_page: Open, made: SealedAndQueued) -> SendPage:
    """Open the page where a way is chosen."""
    opened = open_page()
    opened.press("Choose how to hand over")
    return opened


@pytest.fixture
def photograph(tmp_path: Path) -> Path:
    """Give the photograph of a poster."""
    file = tmp_path / "IMG_0412.JPG"
    file.write_bytes(encoded(turned(OURS, 8), "JPG", 60))
    return file


def test_picture_is_opened_shown_and_kept(page: SendPage, photograph: Path, desk: Desk) -> None:
    page.press("Open a picture")
    [dialog] = page.screen.findChildren(QFileDialog)
    assert "*.jpeg" in dialog.nameFilters()[0]
    dialog.fileSelected.emit(str(photograph))
    dialog.close()
    assert FOUND in page.words()
    assert addressing.destinations(desk.workplace) == ()
    page.press("Use this address")
    assert [kept.url for kept in addressing.destinations(desk.workplace)] == [URL]


def test_picture_without_a_name_is_known_by_how_it_begins(page: SendPage, photograph: Path) -> None:
    page.screen.pages.choosing.offer.given.emit(
        Given(path=str(photograph.rename(photograph.parent / "x")))
    )
    assert FOUND in page.words()


def _url(path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def _image(image: QImage) -> QMimeData:
    data = QMimeData()
    data.setImageData(image)
    return data


def _bytes(kind: str, image: QImage) -> QMimeData:
    data = QMimeData()
    data.setData(f"image/{kind.lower()}", encoded(image, kind))
    return data


def test_picture_dropped_from_a_folder_or_a_browser_opens_the_page_and_shows_it(
    open_page: Open, made: SealedAndQueued, photograph: Path
) -> None:
    for data in (_url(photograph), _image(on_table(OURS)), _bytes("PNG", OURS)):
        page = open_page()
        assert drop(page.screen, data)
        assert FOUND in page.words()


def test_pasted_picture_is_shown_in_whatever_form_it_was_copied(
    page: SendPage, photograph: Path
) -> None:
    copied = (_url(photograph), _image(OURS), _bytes("JPEG", OURS), _bytes("PNG", OURS))
    for data in copied:
        QGuiApplication.clipboard().setMimeData(data)
        page.press("Paste")
        assert FOUND in page.words()
        page.press("Leave it")


def test_text_is_taken_before_the_picture_that_comes_with_it(page: SendPage) -> None:
    data = _image(code("https://example.org"))
    data.setText(qr_text(file_of(card())))
    QGuiApplication.clipboard().setMimeData(data)
    page.press("Paste")
    assert FOUND in page.words()


def _pair() -> bytes:
    other = code(qr_text(file_of(card(name="Another"))))
    wall = QImage(2 * OURS.width() + 200, OURS.height() + 60, QImage.Format.Format_RGB32)
    wall.fill(0xFFFFFF)
    return encoded(beside(wall, (OURS, 10, 10), (other, OURS.width() + 60, 10)))


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.png", b"no picture", "only PNG and JPEG are"),
        ("a.heic", b"\x00\x00\x00\x20ftypheic", "only PNG and JPEG are"),
        ("a.png", encoded(OURS)[:400], "This picture is damaged"),
        ("a.png", encoded(code("https://example.org")), "something else than such an address"),
        ("a.png", encoded(dirty(OURS, 0.45)), "a part of it is covered, blurred or missing"),
        ("a.png", encoded(QImage(300, 200, QImage.Format.Format_RGB32)), "No QR code was found"),
        ("a.png", _pair(), "There are several addresses in this picture"),
        ("a.jpg", b"\xff\xd8" + bytes(34_000_000), "This picture is too large"),
        (
            "a.png",
            encoded(code(qr_text(file_of(card(), OTHER)))),
            "The signature does not fit: somebody changed this file",
        ),
    ],
)
def test_bad_picture_is_a_sentence_and_changes_nothing(
    page: SendPage, desk: Desk, tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    page.screen.pages.choosing.offer.given.emit(Given(path=str(file)))
    said = page.words()
    assert words in said
    assert "Nothing was changed." in said
    assert addressing.destinations(desk.workplace) == ()


def test_picture_dropped_far_below_shows_why_it_was_not_taken(
    page: SendPage, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "poster.png"
    file.write_bytes(encoded(code("https://example.org")))
    page.press("More: kind of server, keys")
    page.press("ODK, KoboToolbox or Ona")
    bar = page.screen.pages.choosing.findChildren(ScrollPane)[0].verticalScrollBar()
    for _ in range(2):
        qtbot.waitUntil(lambda: bar.maximum() > 0)
        bar.setValue(bar.maximum())
        assert drop(page.screen, _url(file))
        qtbot.waitUntil(lambda: _is_seen(page, "something else than such an address"))


def _is_seen(page: SendPage, words: str) -> bool:
    """Tell whether a label with these words is inside what the page shows of itself."""
    labels = page.screen.pages.choosing.offer.findChildren(QLabel)
    [said] = [one for one in labels if one.isVisible() and words in one.text()]
    return said.visibleRegion().boundingRect().height() == said.height()


def test_picture_is_read_beside_the_window_which_says_so_meanwhile(
    qtbot: QtBot, desk: Desk, made: SealedAndQueued, photograph: Path
) -> None:
    lane, may_read = Lane("workshop"), threading.Event()
    readers: list[str] = []

    def read(picture: bytes | QImage) -> str:
        may_read.wait(20)
        readers.append(threading.current_thread().name)
        return desk.read_code(picture)

    page = SendPage(qtbot, replace(desk, workshop=lane, read_code=read), None)
    page.press("Choose how to hand over")
    page.screen.pages.choosing.offer.given.emit(Given(path=str(photograph)))
    assert "Reading the picture." in page.words()
    may_read.set()
    qtbot.waitUntil(lambda: FOUND in page.words(), timeout=PATIENCE_MS)
    assert "Reading the picture." not in page.words()
    assert readers == ["lane-workshop"]
    lane.close(5)
