"""Review from the first look to the seal: every edit is on disk, every refusal has its words."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.individual_views import IndividualViews
from ogp_desktop.domain.review import Coverage
from ogp_desktop.services import reviewing, sample, tallying
from ogp_desktop.services.changes import Touched, changes
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.review.rows import AddRow, CoverRow, GapRow, LineRow, NoteRow, Row, TextRow
from ogp_desktop.ui.review.small_cards import CoverCard
from ogp_desktop.ui.stage import Stage
from tests.support.pages_review import ReviewPage

Open = Callable[..., ReviewPage]
Hold = Callable[..., ConversationId]
CLOSING, FORM, CONSENT, CHECK = 4, 6, 7, 8


def _is(kind: type[Row], **wanted: object) -> Callable[[Row], bool]:
    return lambda row: (
        isinstance(row, kind) and all(getattr(row, name) == value for name, value in wanted.items())
    )


@pytest.fixture
def page(open_page: Open, hold: Hold) -> ReviewPage:
    """Give Review of the sample, held and not reviewed."""
    return open_page(hold())


def _first(page: ReviewPage) -> str:
    return page.stored().questions[0].items[0].line.text


def test_views_counted_over_those_received_are_refused_in_words(
    open_page: Open, hold: Hold, desk: Desk, script: sample.Sample
) -> None:
    at, made = desk.workplace, hold()
    sample.review_sample(at, script, made)
    counted = IndividualViews(tallies={"q2a": {"-2": 2}})
    tallying.keep_views(at, conversation_id=made, views=counted)
    page = open_page(made)
    page.press("Seal and queue")
    said = [label.text() for label in page.screen.findChildren(QLabel) if label.isVisible()]
    assert "Individual views: 0 received, but more answers to a choice are counted." in said
    assert reviewing.reviewed(at, conversation_id=made).sealed == ()


def test_first_chosen_card_is_open_beside_its_note(page: ReviewPage) -> None:
    assert page.current().data().startswith("1. Défi. Les marchés publics")
    assert page.rows.card is not None
    notes = page.said(page.screen.notes)
    assert notes[0] == "Notes of this line"
    assert "Les marchés publics" in notes[1]
    assert notes[2] == "Not used: 1"


def test_typed_words_are_on_disk_when_typing_rests(page: ReviewPage, qtbot: QtBot) -> None:
    page.type("Autrement dit ")
    assert _first(page) != "Autrement dit"
    with qtbot.waitSignal(page.screen.saved, timeout=3000):
        pass
    assert _first(page) == "Autrement dit"
    assert QApplication.focusWidget().toPlainText() == "Autrement dit "


def test_words_being_typed_are_kept_on_leaving(page: ReviewPage) -> None:
    page.type("Autrement dit")
    page.screen.leave()
    assert _first(page) == "Autrement dit"


def test_undo_takes_the_last_edits_back(page: ReviewPage) -> None:
    before = page.stored()
    page.type("Autrement dit")
    page.screen.leave()
    page.press("Move down")
    page.press("Undo")
    page.press("Undo")
    assert page.stored() == before
    assert not page.screen.foot.undo.isEnabled()


def test_line_without_words_is_refused_beside_it_and_nothing_lost(page: ReviewPage) -> None:
    before = _first(page)
    page.type(" ")
    page.screen.leave()
    assert _first(page) == before
    assert "needs words" in page.rows.card.box.edit.accessibleDescription()  # type: ignore[union-attr]


def test_card_is_put_back_and_chosen_again(page: ReviewPage) -> None:
    page.press("Put back")
    assert len(page.stored().questions[0].items) == 2
    page.press("Choose")
    assert page.stored().questions[0].items[2].line.text.startswith("Les marchés publics")


def test_fourth_choice_is_refused_in_words(page: ReviewPage) -> None:
    page.pick(page.rows, lambda row: isinstance(row, LineRow) and row.is_card and row.rank is None)
    page.press("Choose")
    assert len(page.stored().questions[0].items) == 3
    assert "are chosen already" in page.rows.card._refusal.text()  # type: ignore[union-attr]


def test_removed_line_leaves_its_notes_to_use(page: ReviewPage) -> None:
    page.press("Remove")
    page.pick(page.screen.notes, lambda row: isinstance(row, NoteRow) and row.note.rank == 1)
    page.press("Use")
    raised = [item.line.text for item in page.stored().questions[0].also_raised]
    assert any(text.startswith("Les marchés publics") for text in raised)


def test_note_is_merged_into_the_open_line(page: ReviewPage) -> None:
    page.pick(page.screen.notes, _is(NoteRow, is_used=False))
    page.press("Merge")
    line = page.stored().questions[0].items[0].line
    assert line.text.endswith("Deux tables ont demandé une traduction en éwé")
    assert len(line.note_ids) == 2
    assert page.said(page.screen.notes)[-1] == "Every note is used."


def test_line_of_the_hosts_own_is_added_where_it_is_missing(page: ReviewPage) -> None:
    page.pick(page.rows, lambda row: isinstance(row, AddRow) and row.spot.part == "ogp")
    page.type("Des visites")
    page.key(Qt.Key.Key_Return)
    page.settle()
    added = page.stored().questions[0].items[1].follow_ups["ogp"]
    assert [line.text for line in added] == ["Des visites"]
    assert added[0].note_ids == ()


def test_question_not_reached_asks_why(page: ReviewPage) -> None:
    page.pick(page.rows, _is(CoverRow))
    card = page.rows.card
    card.choice.radios()[2].click()  # type: ignore[union-attr]
    page.settle()
    page.type("Plus de temps")
    page.screen.leave()
    question = page.stored().questions[0]
    assert (question.coverage, question.reason) == (Coverage.NOT_REACHED, "Plus de temps")


def test_lean_is_set_by_the_host(page: ReviewPage) -> None:
    page.section(1)
    page.pick(page.rows, lambda row: row.key == "lean:breadth")
    page.rows.card.scale.radios()[0].click()  # type: ignore[union-attr]
    assert page.stored().questions[1].choices[0].lean.step == -2


def test_summary_is_kept(page: ReviewPage) -> None:
    page.section(CLOSING)
    page.pick(page.rows, _is(TextRow, key="summary"))
    page.type("En bref")
    page.screen.leave()
    assert page.stored().summary == "En bref"


def test_country_is_typed_by_its_letters(page: ReviewPage) -> None:
    page.section(FORM)
    page.screen.text.form.focus_field("country")
    field = QApplication.focusWidget()
    assert isinstance(field, QComboBox)
    field.setEditText("tg")
    page.screen.leave()
    assert page.stored().answers == {"country": "TG"}
    assert field.currentText() == "Togo (TG)"


def test_first_thing_to_settle_leads_to_its_field(page: ReviewPage) -> None:
    page.press("Settle the first")
    field = page.screen.text.form._asked["country"]
    assert field.isAncestorOf(QApplication.focusWidget())


def test_reason_that_is_missing_takes_the_cursor_when_it_is_settled(page: ReviewPage) -> None:
    page.pick(page.rows, _is(CoverRow))
    page.rows.card.choice.radios()[2].click()  # type: ignore[union-attr]
    page.section(FORM)
    page.press("Settle the first")
    card = page.rows.card
    assert isinstance(card, CoverCard)
    assert QApplication.focusWidget() is card.box.edit


def test_personal_data_is_named_and_removed_or_kept(page: ReviewPage) -> None:
    page.type("Appeler le +228 90 12 34 56")
    page.screen.leave()
    page.section(CHECK)
    assert "+228 90 12 34 56" in page.said(page.rows)[1]
    page.pick(page.rows, _is(GapRow))
    page.press("Go there")
    page.press("Remove it")
    assert _first(page) == "Appeler le …"
    page.press("Undo")
    page.press("Keep, it is agreed")
    assert len(page.stored().settled_checks) == 1


def test_consent_is_asked_and_kept(page: ReviewPage) -> None:
    page.section(CONSENT)
    page.screen.text.consent.told.radios()[0].click()
    page.screen.text.consent.publication.radios()[1].click()
    consent = page.stored().consent
    assert consent.participants_told is True
    assert consent.publication is not None


def test_list_is_worked_by_keys_alone(page: ReviewPage) -> None:
    page.rows.setFocus()
    page.key(Qt.Key.Key_Down)
    assert page.current().data().startswith("Il faudrait")
    page.key(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.rows.card.box.edit  # type: ignore[union-attr]
    page.key(Qt.Key.Key_Tab)
    assert page.rows.card.isAncestorOf(QApplication.focusWidget())  # type: ignore[union-attr]
    page.rows.focus_card()
    page.key(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.rows


def test_note_that_comes_later_is_listed_and_changes_no_line(
    page: ReviewPage, desk: Desk, qtbot: QtBot
) -> None:
    before = page.said(page.rows)
    page.type("En cours de frappe")
    desk.bus.tell(changes(Touched.NOTES), "somebody else")
    assert QApplication.focusWidget().toPlainText() == "En cours de frappe"
    assert len(page.said(page.rows)) == len(before)


def test_words_stay_and_can_be_kept_again_when_the_disk_refuses(
    page: ReviewPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise Trouble("disk_full")

    with monkeypatch.context() as patched:
        patched.setattr(reviewing, "keep_review", refused)
        page.type("Autrement dit")
        page.screen.leave()
        page.settle()
    assert page.rows.card.box.edit.toPlainText() == "Autrement dit"  # type: ignore[union-attr]
    page.press("Try again")
    assert _first(page) == "Autrement dit"


def test_while_the_talk_goes_on_nothing_can_be_edited(open_page: Open, hold: Hold) -> None:
    page = open_page(hold("q2"))
    assert page.rows.card is None
    assert not [row for row in page.all_rows(page.rows) if isinstance(row, AddRow)]
    assert "preview" in page.screen.foot._words.text()


def test_sealed_draft_is_closed_until_a_corrected_copy_is_opened(
    open_page: Open, hold: Hold, desk: Desk, script: sample.Sample, qtbot: QtBot
) -> None:
    conversation = hold()
    sample.review_sample(desk.workplace, script, conversation)
    page = open_page(conversation)
    page.press("Read exactly what will go")
    text = page.screen.reading.text.toPlainText()
    assert "Les marchés publics sont publiés tard" in text
    assert "fewer than 5" in text
    with qtbot.waitSignal(page.screen.stage_requested) as asked:
        page.press("Seal and queue")
    assert asked.args == [Stage.SEND]
    assert page.rows.card is None
    page.press("Open a corrected copy")
    page.type("Corrected")
    page.screen.leave()
    page.press("Seal and queue")
    sealed = reviewing.reviewed(desk.workplace, conversation_id=conversation).sealed
    assert [one.revision for one in sealed] == [2, 1]
    assert sealed[0].replaces_id == sealed[1].id


@pytest.mark.slow
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(1280, 752), (1024, 552)])
def test_everything_fits_and_has_a_name(
    page: ReviewPage, desk: Desk, qapp: QApplication, size: tuple[int, int], scale: float
) -> None:
    desk.theme.apply(qapp, "light", scale)
    page.screen.resize(*size)
    for place in range(page.screen.sections.model().rowCount()):
        page.section(place)
        hint = page.screen.minimumSizeHint()
        assert (hint.width() <= size[0], hint.height() <= size[1]) == (True, True), (place, hint)
        bare = [
            widget
            for widget in page.screen.findChildren(QWidget)
            if widget.isVisible()
            and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            and not (widget.accessibleName() or getattr(widget, "text", str)())
        ]
        assert bare == []
    desk.theme.apply(qapp, "light", 1.0)
