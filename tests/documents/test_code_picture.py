"""The QR code of an endpoint is read off real pictures, and what is none is told apart by name."""

import os
from functools import partial

import pytest
from PySide6.QtGui import QColor, QImage

from ogp_desktop.documents.code_picture import MOST_PIXELS, code_in
from ogp_desktop.domain.endpoint_file import LONGEST_PICTURE, qr_text
from ogp_desktop.domain.errors import Refusal
from tests.support.code_pictures import (
    Change,
    beside,
    blurred,
    code,
    dirty,
    encoded,
    from_the_side,
    grainy,
    in_bad_light,
    on_table,
    small,
    turned,
)
from tests.support.endpoint_files import card, file_of

TEXT = qr_text(file_of(card()))
OTHER_TEXT = qr_text(file_of(card(name="Another forum")))

SEEN: dict[str, Change] = {
    "as printed": lambda image: image,
    "turned a little": partial(turned, degrees=11),
    "on its side": partial(turned, degrees=90),
    "upside down and askew": partial(turned, degrees=213),
    "from the side": from_the_side,
    "from the side and turned": lambda image: turned(from_the_side(image), 31),
    "small": small,
    "blurred": blurred,
    "in bad light": in_bad_light,
    "grainy": grainy,
    "with a stain": partial(dirty, share=0.17),
    "everything at once": lambda image: grainy(
        blurred(in_bad_light(turned(from_the_side(image), 17)), 0.6), spread=14
    ),
}


@pytest.mark.parametrize("kind", ["PNG", "JPG"])
@pytest.mark.parametrize("name", SEEN)
def test_code_is_read_off_a_picture_as_people_take_it(name: str, kind: str) -> None:
    assert code_in(encoded(SEEN[name](code(TEXT)), kind, 70)) == TEXT


def test_picture_of_the_clipboard_is_read_as_it_is() -> None:
    assert code_in(on_table(code(TEXT))) == TEXT


def test_small_code_in_the_picture_of_a_large_camera_is_read() -> None:
    wall = QImage(8000, 6000, QImage.Format.Format_Grayscale8)
    wall.fill(170)
    seen = beside(wall, (code(TEXT, 12), 5100, 3900))
    assert code_in(encoded(seen, "JPG", 75)) == TEXT


def test_code_beside_others_and_twice_is_the_one_that_is_ours() -> None:
    ours, other = code(TEXT), code("https://example.org/poster")
    wall = QImage(3 * ours.width(), ours.height() + 40, QImage.Format.Format_RGB32)
    wall.fill(QColor("white"))
    seen = beside(wall, (ours, 10, 10), (other, ours.width() + 60, 10))
    assert code_in(seen) == TEXT
    assert code_in(beside(seen, (ours, 2 * ours.width(), 10))) == TEXT


def _two() -> QImage:
    one, other = code(TEXT), code(OTHER_TEXT)
    wall = QImage(one.width() + other.width() + 60, one.height() + 40, QImage.Format.Format_RGB32)
    wall.fill(QColor("white"))
    return beside(wall, (one, 10, 10), (other, one.width() + 40, 10))


def _blank(wide: int, high: int) -> QImage:
    made = QImage(wide, high, QImage.Format.Format_Mono)
    made.fill(1)
    return made


WHOLE = encoded(code(TEXT))
NOT_TAKEN = {
    "nothing": (b"", "no_picture"),
    "text": (b"OGP1:AAAA", "no_picture"),
    "another kind of picture": (encoded(code(TEXT), "BMP"), "no_picture"),
    "empty clipboard": (QImage(), "no_picture"),
    "a file of a film": (b"\x89PNG\r\n\x1a\n" + bytes(LONGEST_PICTURE), "picture_too_large"),
    "cut PNG": (WHOLE[: len(WHOLE) // 2], "damaged_picture"),
    "no code": (encoded(_blank(600, 400)), "no_code"),
    "grain alone": (encoded(grainy(_blank(640, 480))), "no_code"),
    "large stain": (encoded(dirty(code(TEXT), 0.45)), "damaged_code"),
    "other code": (encoded(code("https://example.org")), "other_code"),
    "code of a phone contact": (encoded(code("BEGIN:VCARD\nFN:N\nEND:VCARD")), "other_code"),
    "two of ours": (encoded(_two()), "several_codes"),
}


@pytest.mark.parametrize("name", NOT_TAKEN)
def test_what_is_no_such_code_is_refused_by_its_name(name: str) -> None:
    picture, why = NOT_TAKEN[name]
    with pytest.raises(Refusal, match=why):
        code_in(picture)


def test_picture_larger_than_a_computer_should_hold_is_refused_unread() -> None:
    side = int(MOST_PIXELS**0.5) + 100
    with pytest.raises(Refusal, match="picture_too_large"):
        code_in(encoded(_blank(side, side)))


@pytest.mark.qt_log_ignore("Corrupt JPEG data", extend=True)
def test_jpeg_that_ends_in_the_middle_is_no_address() -> None:
    whole = encoded(code(TEXT), "JPG")
    with pytest.raises(Refusal, match="damaged_code"):
        code_in(whole[: len(whole) // 2])


@pytest.mark.qt_log_ignore(".*", extend=True)
def test_bytes_of_chance_behind_the_start_of_a_picture_are_refused() -> None:
    for start in (WHOLE[:33], encoded(code(TEXT), "JPG")[:200]):
        for _ in range(40):
            with pytest.raises(Refusal):
                code_in(start + os.urandom(3000))
