"""The paper sheet is one page in any kit and language, and its texts cannot break it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ogp_desktop.documents.paper_sheet import html_of, write_pdf
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.kits.library import KitLibrary
from ogp_desktop.kits.localised import in_language
from ogp_desktop.kits.model import Kit
from ogp_desktop.paths import data_root
from ogp_desktop.ui.views.paper_words import PaperWords

KITS = KitLibrary(data_root() / "kits", Path("none")).kits()


@pytest.mark.parametrize("kit", KITS, ids=lambda kit: kit.id)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_sheet_is_one_page_for_every_kit(
    qapp: QApplication, tmp_path: Path, kit: Kit, language: str
) -> None:
    sheet = PaperWords(language, data_root()).sheet(in_language(kit, language))
    file = tmp_path / "sheet.pdf"
    write_pdf(sheet, file)
    body = file.read_bytes()
    assert body.startswith(b"%PDF")
    assert body.count(b"/Type /Page\n") == 1
    assert list(tmp_path.iterdir()) == [file]


def test_sheet_holds_every_question_and_both_poles(qapp: QApplication) -> None:
    local = in_language(next(kit for kit in KITS if kit.id == "ogp-strategy-2022"), "fr")
    sheet = PaperWords("fr", data_root()).sheet(local)
    assert len(sheet.questions) == len(local.questions)
    choices = [choice for question in local.questions for choice in question.choices]
    scales = [scale for question in sheet.questions for scale in question.scales]
    assert [(scale.first, scale.second) for scale in scales] == [
        (choice.first, choice.second) for choice in choices
    ]


def test_sheet_escapes_what_a_kit_says(qapp: QApplication) -> None:
    sheet = PaperWords("en", data_root()).sheet(in_language(KITS[0], "en"))
    page = html_of(replace(sheet, title="<b>5 & 6</b>"))
    assert "<h2>&lt;b&gt;5 &amp; 6&lt;/b&gt;</h2>" in page


def test_sheet_that_cannot_be_written_is_a_trouble(qapp: QApplication, tmp_path: Path) -> None:
    sheet = PaperWords("en", data_root()).sheet(in_language(KITS[0], "en"))
    with pytest.raises(Trouble):
        write_pdf(sheet, tmp_path / "missing" / "sheet.pdf")
