"""The report holds all that was handed over, in whole pages, and claims what its receipt proves."""

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QGuiApplication, QPdfWriter, QTextDocument, QTextFrame, QTextTable

from ogp_desktop.documents.report import report_html
from ogp_desktop.documents.report_file import laid_out, write_report
from ogp_desktop.documents.report_languages import ENGLISH, FRENCH
from ogp_desktop.domain.receipt import Receipt, SignedReceipt
from ogp_desktop.domain.sealing import seal
from ogp_desktop.domain.submission import FreeText, Submission, Tally, ViewsTotals
from ogp_desktop.domain.time_taken import ItemTime, TimeTaken
from ogp_desktop.kits.library import KitLibrary
from ogp_desktop.kits.local_kit import LocalKit
from ogp_desktop.kits.localised import in_language
from ogp_desktop.paths import data_root
from ogp_desktop.storage.outbox import KeptReceipt
from tests.support.submissions import sample_submission

SEALED = seal(sample_submission())
LONG_TEXT = 12
"""A text with so many letters is something that somebody said, not an id."""


@pytest.fixture(scope="module", params=["fr", "en"])
def kit(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> LocalKit:
    """Give the kit in each language."""
    library = KitLibrary(data_root() / "kits", tmp_path_factory.mktemp("kits"))
    return in_language(library.newest("ogp-strategy-2022"), request.param)


def receipt(*, is_verified: bool = True) -> KeptReceipt:
    """Return a receipt for the sample."""
    return KeptReceipt(
        signed=SignedReceipt(
            receipt=Receipt(
                id=SEALED.submission.id,
                sha256=SEALED.sha256,
                endpoint="47ff8abebe2e247d",
                stored_at="2022-07-06T09:00:00+00:00",
            ),
            signature="c2ln",
            is_verified=is_verified,
        ),
        received_at=datetime(2022, 7, 6, 9, 1, tzinfo=UTC),
    )


def read(html: str) -> str:
    """Return the page as it is read, on one line."""
    page = QTextDocument()
    page.setHtml(html)
    return " ".join(page.toPlainText().split())


def said(value: object) -> set[str]:
    """Return every text in a submission that somebody wrote."""
    if isinstance(value, str):
        return {" ".join(value.split())} if len(value) > LONG_TEXT and " " in value else set()
    if isinstance(value, tuple):
        return set().union(*map(said, value))
    if is_dataclass(value):
        return set().union(*(said(getattr(value, one.name)) for one in fields(value)))
    return set()


@pytest.mark.usefixtures("qapp")
def test_report_holds_every_text_that_was_sealed(kit: LocalKit) -> None:
    page = read(report_html(SEALED.submission, kit, None))
    found = said(SEALED.submission)
    assert len(found) > 10
    assert [text for text in found if text not in page] == []


@pytest.mark.usefixtures("qapp")
def test_report_proves_nothing_when_there_is_no_receipt(kit: LocalKit) -> None:
    page = read(report_html(SEALED.submission, kit, None))
    words = FRENCH if kit.language == "fr" else ENGLISH
    assert words.no_receipt in page
    assert words.confirmed.partition(" {")[0] not in page


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("is_verified", [True, False])
def test_report_tells_what_the_receipt_proves(kit: LocalKit, is_verified: bool) -> None:
    page = read(report_html(SEALED.submission, kit, receipt(is_verified=is_verified)))
    words = FRENCH if kit.language == "fr" else ENGLISH
    assert words.no_receipt not in page
    assert "47ff8abebe2e247d" in page
    assert SEALED.sha256 in page.replace(" ", "")
    assert (words.signed if is_verified else words.unsigned) in page


@pytest.mark.usefixtures("qapp")
def test_small_counts_have_no_number(kit: LocalKit) -> None:
    few = seal(sample_submission(views=ViewsTotals(received=3))).submission
    words = FRENCH if kit.language == "fr" else ENGLISH
    page = read(report_html(few, kit, None))
    assert words.views_received.format(count=words.fewer_than_5) in page


@pytest.mark.usefixtures("qapp")
def test_markup_that_somebody_wrote_is_shown_and_not_obeyed(kit: LocalKit) -> None:
    said_so = "<script>alert(1)</script> <img src=http://example.org> & <b>bold</b>"
    observed = replace(SEALED.submission.observations, summary=said_so)
    html = report_html(replace(SEALED.submission, observations=observed), kit, None)
    assert "<script" not in html
    assert "<img" not in html
    assert said_so in read(html)


@pytest.mark.usefixtures("qapp")
def test_page_asks_for_nothing_from_outside(kit: LocalKit) -> None:
    html = report_html(SEALED.submission, kit, receipt())
    assert not any(word in html for word in ("src=", "href=", "url(", "@import"))


@pytest.mark.usefixtures("qapp")
def test_ids_that_a_kit_does_not_know_are_shown_as_they_are(kit: LocalKit) -> None:
    totals = ViewsTotals(received=9, free_texts=(FreeText(item_id="unheard_of", texts=("A", "B")),))
    page = read(report_html(sample_submission(views=totals), kit, None))
    assert "unheard_of" in page


def long_submission() -> Submission:
    """Return a submission that fills several pages."""
    observed = SEALED.submission.observations
    cards = replace(observed.cards[0], chosen=observed.cards[0].chosen * 30)
    return replace(SEALED.submission, observations=replace(observed, cards=(cards,)))


def test_pdf_is_whole_and_nothing_is_left_beside_it(
    qapp: QGuiApplication, kit: LocalKit, tmp_path: Path
) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"an older one")
    write_report(report_html(long_submission(), kit, receipt()), path)
    body = path.read_bytes()
    assert body.startswith(b"%PDF-")
    assert body.rstrip().endswith(b"%%EOF")
    assert body.count(b"/Type /Page\n") >= 3
    assert [file.name for file in tmp_path.iterdir()] == ["report.pdf"]


def test_html_is_written_as_it_is(kit: LocalKit, tmp_path: Path) -> None:
    html = report_html(SEALED.submission, kit, None)
    write_report(html, tmp_path / "report.html")
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == html


@pytest.mark.parametrize("ending", ["pdf", "html"])
def test_report_raises_and_leaves_the_old_one_when_it_cannot_be_written(
    qapp: QGuiApplication, kit: LocalKit, tmp_path: Path, ending: str
) -> None:
    with pytest.raises(OSError, match="missing"):
        write_report(
            report_html(SEALED.submission, kit, None), tmp_path / "missing" / f"report.{ending}"
        )


def _boxes(document: QTextDocument) -> list[QTextFrame]:
    return [one for one in document.rootFrame().childFrames() if isinstance(one, QTextTable)]


@pytest.mark.usefixtures("qapp")
def test_counts_stay_with_their_names_and_heading_wherever_the_page_ends(
    kit: LocalKit, tmp_path: Path
) -> None:
    writer = QPdfWriter(str(tmp_path / "pages.pdf"))
    writer.setResolution(300)
    room = QSizeF(2032, 3060)
    choices = [choice for question in kit.questions for choice in question.choices]
    tallies = tuple(Tally(item_id=choice.id, answer="0", count=11) for choice in choices)
    views = ViewsTotals(received=11, tallies=tallies)
    headed = 0
    for lines in range(0, 60, 3):
        observed = replace(SEALED.submission.observations, summary="Words\n" * lines)
        said = replace(SEALED.submission, observations=observed, views=views)
        document = laid_out(report_html(said, kit, None), writer, room)
        layout = document.documentLayout()
        for box in _boxes(document):
            rect = layout.frameBoundingRect(box)
            page = rect.top() // room.height()
            if rect.height() < room.height() / 2:
                assert (rect.bottom() - 1) // room.height() == page
            before = document.findBlock(box.firstPosition() - 1)
            if before.blockFormat().headingLevel():
                headed += 1
                assert layout.blockBoundingRect(before).top() // room.height() == page
    assert headed >= len(choices)


def test_views_stand_in_the_order_of_the_questions(kit: LocalKit) -> None:
    choices = [choice for question in kit.questions for choice in question.choices]
    tallies = tuple(Tally(item_id=choice.id, answer="0", count=11) for choice in choices)
    sealed = seal(sample_submission(views=ViewsTotals(received=11, tallies=tallies))).submission
    page = read(report_html(sealed, kit, None))
    places = [page.rindex(f"{one.first_short} / {one.second_short}") for one in choices]
    assert len(places) > 1
    assert places == sorted(places)


TIME = TimeTaken(
    items=(
        ItemTime(item_id="welcome", planned=15, taken=15),
        ItemTime(item_id="q1", planned=39, taken=47),
        ItemTime(item_id="break", planned=0, taken=5),
        ItemTime(item_id="close", planned=9, taken=5),
    ),
    started_at=datetime(2022, 7, 5, 14, 40, tzinfo=UTC),
    ended_at=datetime(2022, 7, 5, 15, 58, tzinfo=UTC),
    changed_at=(datetime(2022, 7, 5, 15, 12, tzinfo=UTC),),
)
_ROWS = {"en": ("Welcome", "Question 1", "Break", "Close", "In all"),
         "fr": ("Accueil", "Question 1", "Pause", "Clôture", "En tout")}  # fmt: skip


@pytest.mark.usefixtures("qapp")
def test_time_is_a_table_of_planned_taken_and_difference_that_is_no_part_of_what_went(
    kit: LocalKit,
) -> None:
    page = read(report_html(SEALED.submission, kit, None, TIME))
    numbers = ("15 15 0", "39 47 +8", "0 5 +5", "9 5 \u22124",
               "63 72 +9")  # fmt: skip
    for name, row in zip(_ROWS[kit.language], numbers, strict=True):
        assert f"{name} {row}" in page
    for at in ("14:40", "15:58", "15:12"):
        assert at in page
    about = {"en": "not part of what was handed over", "fr": "pas partie de ce qui a été remis"}
    assert about[kit.language] in page


@pytest.mark.usefixtures("qapp")
def test_hours_are_kept_back_where_the_day_is(kit: LocalKit) -> None:
    meeting = replace(SEALED.submission.meeting, date="2022-07")
    page = read(report_html(replace(SEALED.submission, meeting=meeting), kit, None, TIME))
    assert "Question 1 39 47" in page
    assert "14:40" not in page
    assert "15:12" not in page


@pytest.mark.usefixtures("qapp")
def test_time_goes_into_the_pdf(kit: LocalKit, tmp_path: Path) -> None:
    before, after = tmp_path / "before.pdf", tmp_path / "after.pdf"
    write_report(report_html(SEALED.submission, kit, None), before)
    write_report(report_html(SEALED.submission, kit, None, TIME), after)
    assert after.stat().st_size > before.stat().st_size


@pytest.mark.usefixtures("qapp")
def test_turns_are_told_as_one_total_and_not_where_nobody_counted(kit: LocalKit) -> None:
    said = {"en": "Turns counted", "fr": "Prises de parole comptées"}[kit.language]
    counted = read(report_html(SEALED.submission, kit, None, replace(TIME, turns=42)))
    assert f"{said} 42" in counted
    assert said not in read(report_html(SEALED.submission, kit, None, TIME))
