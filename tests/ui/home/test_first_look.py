"""The first look: the titles stand where Home will have them, or nothing is shown of them."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSettings
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ogp_desktop.paths import data_root
from ogp_desktop.services import preparing
from ogp_desktop.settings import Preferences
from ogp_desktop.ui.home.first_look import FirstLook, Outline, keep_outline, kept_outline
from ogp_desktop.ui.shell.window import ShellWindow
from tests.support.pages_program import open_program, prefer

ENGLISH = Preferences(language="en", scheme="light")
AN_OUTLINE = Outline(
    language="en",
    text_scale=1.0,
    width=1280,
    height=800,
    bar=48,
    rows_left=14,
    rows_top=118,
    rows_width=1240,
    rows_height=600,
    row=66,
    title_left=114,
    title_top=130,
    title_width=800,
    right_to_left=False,
)


@pytest.fixture
def places(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


def _left_at(qtbot: QtBot, folder: Path, titles: list[str], size: tuple[int, int]) -> Outline:
    """Leave Home with these conversations in it; return its outline, newest first."""
    prefer(folder, ENGLISH)
    with open_program(qtbot, folder, is_offline=True, size=size) as page:
        for title in reversed(titles):
            preparing.create_conversation(
                page.at, kit_id="ogp-strategy-2022", language="en", title=title
            )
        page.program.home.reload()
        qtbot.waitUntil(lambda: page.program.home.outline("en") is not None)
        outline = page.program.home.outline("en")
        assert outline is not None
    return outline


@pytest.mark.parametrize("size", [(1280, 800), (700, 800)])
def test_titles_stand_where_home_paints_them(
    qtbot: QtBot, tmp_path: Path, size: tuple[int, int]
) -> None:
    titles = ["Kpalimé", "Sokodé", "Atakpamé"]
    outline = _left_at(qtbot, tmp_path / "data", titles, size)
    window = ShellWindow()
    qtbot.addWidget(window)
    window.resize(outline.width, outline.height)
    look = FirstLook(outline, titles, ENGLISH, data_root())
    window.setCentralWidget(look)
    window.show()
    with open_program(qtbot, tmp_path / "data", is_offline=True, size=size) as page:
        first, again = look.titles[0], page.program.home.list.first_places()
        assert again is not None
        _, row, title = again
        corner = first.mapTo(window, QPoint(0, 0))
        assert corner == title.topLeft()
        assert first.height() == title.height()
        second = look.titles[1].mapTo(window, QPoint(0, 0))
        assert second.y() - corner.y() == row.height()
        ours = window.grab(QRect(corner, first.size())).toImage()
        theirs = page.program.window.grab(QRect(title.topLeft(), first.size())).toImage()
        assert ours == theirs


def test_outline_is_kept_when_home_is_left_and_read_at_the_next_start(
    qtbot: QtBot, tmp_path: Path, places: QSettings
) -> None:
    outline = _left_at(qtbot, tmp_path / "data", ["Kpalimé"], (1280, 800))
    keep_outline(places, outline)
    places.sync()
    assert "Kpalimé" not in (tmp_path / "window.ini").read_text("utf-8")
    assert kept_outline(places, ENGLISH) == outline


def test_outline_of_another_language_or_text_size_is_not_used(places: QSettings) -> None:
    keep_outline(places, AN_OUTLINE)
    assert kept_outline(places, ENGLISH) is not None
    assert kept_outline(places, replace(ENGLISH, language="fr")) is None
    assert kept_outline(places, replace(ENGLISH, text_scale=1.5)) is None


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"language": "en"}', '{"row": "high"}'])
def test_outline_that_makes_no_sense_is_not_used(places: QSettings, kept: str) -> None:
    places.setValue("first_look", kept)
    assert kept_outline(places, ENGLISH) is None


def test_list_of_no_height_is_no_outline(places: QSettings) -> None:
    keep_outline(places, replace(AN_OUTLINE, row=0))
    assert kept_outline(places, ENGLISH) is None


def test_window_of_another_size_shows_only_its_ground(qtbot: QtBot) -> None:
    look = FirstLook(AN_OUTLINE, ["Kpalimé"], ENGLISH, data_root())
    qtbot.addWidget(look)
    look.resize(1280, 800)
    look.show()
    assert [label.text() for label in look.findChildren(QLabel) if label.isVisible()].count(
        "Kpalimé"
    ) == 1
    look.resize(900, 800)
    assert not any(label.isVisible() for label in look.findChildren(QLabel))


def test_window_closes_quietly_before_anything_is_loaded(qtbot: QtBot) -> None:
    window = ShellWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(FirstLook(AN_OUTLINE, ["Kpalimé"], ENGLISH, data_root()))
    window.show()
    qtbot.keyClick(window, "\t")
    assert window.close()
