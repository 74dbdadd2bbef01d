"""The paper pack has every page that the room needs, each sheet on one page, in any kit."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from ogp_desktop.documents.pack_pages import markdown_html, running_html
from ogp_desktop.documents.paper_pack import draw_pack, write_pack
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.format import Format
from ogp_desktop.domain.paper_pack import PaperPack
from ogp_desktop.kits.localised import in_language
from ogp_desktop.paths import data_root
from ogp_desktop.services import preparing
from ogp_desktop.services.reading import prepared
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.ui.prepare.pack_words import PackWriter
from tests.support.workplaces import OGP, workplace_at

pytestmark = pytest.mark.slow


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Workplace]:
    """A workplace with an empty data file."""
    with workplace_at(tmp_path / "data") as made:
        yield made


def _pack(at: Workplace, kit_id: str = OGP, language: str = "en", **decided: object) -> PaperPack:
    made = preparing.create_conversation(at, kit_id=kit_id, language=language)
    wanted = replace(made.preparation, **{"minutes": 90, "people": 9, **decided})
    preparing.change_preparation(at, conversation_id=made.id, preparation=wanted)
    found = prepared(at, conversation_id=made.id)
    kit = in_language(found.kit, language)
    return PackWriter(language, data_root()).pack(kit, found.conversation)


def _page_count(pdf: Path) -> int:
    return pdf.read_bytes().count(b"/Type /Page\n")


@pytest.mark.parametrize("kit_id", [OGP, "village-priorities"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_sheet_is_one_page_and_comes_as_often_as_needed(
    qapp: QApplication, at: Workplace, tmp_path: Path, kit_id: str, language: str
) -> None:
    one = _pack(at, kit_id, language, tables=3)
    few = write_pack(one, tmp_path / "few.pdf").whole
    more = write_pack(replace(one, people=one.people + 5), tmp_path / "more.pdf").whole
    tables = write_pack(replace(one, tables=one.tables + 2), tmp_path / "tables.pdf").whole
    assert few == _page_count(tmp_path / "few.pdf")
    assert more == few + 5
    assert tables == few + 2 * len(one.group_questions)


def test_online_pack_holds_the_hosts_own_pages_only(
    qapp: QApplication, at: Workplace, tmp_path: Path
) -> None:
    pack = _pack(at, format=Format.ONLINE)
    assert (pack.tables, pack.people) == (0, 0)
    assert write_pack(pack, tmp_path / "pack.pdf").whole < 10


def test_running_sheet_says_when_each_item_begins_and_what_is_read_aloud(at: Workplace) -> None:
    pack = _pack(at)
    spent = 0
    for step in pack.steps:
        assert step.begins == f"{spent // 60}:{spent % 60:02}"
        spent += int(step.minutes)
    assert spent == 90
    html = running_html(pack, [("Tables", "pages 3 to 5")])
    for words in (pack.spoken, *pack.rules, "pages 3 to 5"):
        assert words.replace("'", "&#x27;") in html


def test_question_outside_the_group_has_no_sheet_for_the_tables(at: Workplace) -> None:
    pack = _pack(at, minutes=45)
    assert [question.is_in_group for question in pack.questions] == [True, False, False]
    assert len(pack.group_questions) == 1


def test_packs_of_the_same_plan_are_the_same_and_of_another_are_not(at: Workplace) -> None:
    assert _pack(at).digest == _pack(at).digest
    assert _pack(at).digest != _pack(at, minutes=60).digest
    assert _pack(at).digest != _pack(at, place="Kpalime").digest


def test_printer_draws_only_the_pages_it_was_asked_for(
    qapp: QApplication, at: Workplace, tmp_path: Path
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    wanted = QPageRanges()
    wanted.addRange(2, 4)
    printer.setPageRanges(wanted)
    pages = draw_pack(_pack(at), printer)
    assert pages.drawn == 3 < pages.whole
    assert _page_count(tmp_path / "printed.pdf") == 3


def test_sheets_fit_on_letter_as_well(qapp: QApplication, at: Workplace, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "letter.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    pack = _pack(at)
    one = draw_pack(pack, printer).whole
    printer.setOutputFileName(str(tmp_path / "more.pdf"))
    assert draw_pack(replace(pack, people=pack.people + 4), printer).whole == one + 4


def test_markdown_of_a_kit_becomes_paragraphs_lists_and_words_of_links() -> None:
    html = markdown_html("Say **why** in [this form](link:form).\n\n1. One & two\n2. <b>\n\n- Last")
    assert html == (
        '<p>Say <span style="font-weight: 600">why</span> in this form.</p>'
        "<ol><li>One &amp; two</li><li>&lt;b&gt;</li></ol><ul><li>Last</li></ul>"
    )


def test_pack_that_cannot_be_written_is_a_trouble_and_leaves_nothing(
    qapp: QApplication, at: Workplace, tmp_path: Path
) -> None:
    target = tmp_path / "taken"
    target.mkdir()
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Trouble):
        write_pack(_pack(at), target)
    assert sorted(tmp_path.iterdir()) == before
