"""A line is typed, sorted by keys, and on disk before its box clears."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.conversation import Attribution
from ogp_desktop.services import note_taking, preparing, reading
from ogp_desktop.ui.desk import Desk
from tests.support.pages_notes import ALT, CONTROL, SHIFT, NotesPage, new_conversation

# Menus pop up: the offscreen platform cannot raise them or grab the keyboard, and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

_ROW = (
    (Qt.Key.Key_1, Qt.Key.Key_Ampersand, "challenge"),
    (Qt.Key.Key_2, Qt.Key.Key_Eacute, "opportunity"),
    (Qt.Key.Key_3, Qt.Key.Key_QuoteDbl, "take"),
    (Qt.Key.Key_4, Qt.Key.Key_Apostrophe, "we"),
    (Qt.Key.Key_5, Qt.Key.Key_ParenLeft, "ogp"),
    (Qt.Key.Key_6, Qt.Key.Key_Minus, "other"),
)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> NotesPage:
    """An open pane on an empty conversation of 18 people."""
    return NotesPage(qtbot, desk, new_conversation(desk))


def test_enter_keeps_the_line_and_clears_the_box(page: NotesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignals([page.pane.saved, page.pane.counts_changed]):
        page.write("Contracts are published late")
    assert [note.text for note in page.notes] == ["Contracts are published late"]
    assert page.text == ""
    assert page.sentences[0] == "Not chosen. Challenge. Contracts are published late."


def test_shift_enter_makes_a_new_line_within_one_note(page: NotesPage) -> None:
    page.type("first")
    page.press(Qt.Key.Key_Return, SHIFT)
    page.type("second")
    page.press(Qt.Key.Key_Return)
    assert [note.text for note in page.notes] == ["first\nsecond"]


@pytest.mark.parametrize("is_azerty", [False, True], ids=["qwerty", "azerty"])
def test_control_digit_chooses_the_kind_and_types_nothing(page: NotesPage, is_azerty: bool) -> None:
    for plain, twin, kind in _ROW:
        page.press(twin if is_azerty else plain, CONTROL)
        assert page.pane.entry.keys.key() == kind
    assert page.text == ""


def test_follow_up_goes_under_the_card_written_before(page: NotesPage) -> None:
    page.write("Contracts are late")
    page.press(Qt.Key.Key_4, CONTROL)
    page.write("Publish the lists we hold")
    card, below = page.notes
    assert (below.kind_id, below.card_id) == ("we", card.id)


def test_alt_digit_chooses_the_card_and_alt_zero_all(page: NotesPage) -> None:
    page.write("One")
    page.write("Two")
    page.press(Qt.Key.Key_3, CONTROL)
    for key, words in (
        (Qt.Key.Key_1, "Under 1"),
        (Qt.Key.Key_2, "Under 2"),
        (Qt.Key.Key_0, "All three"),
    ):
        page.press(key, ALT)
        assert page.pane.entry.target_chip.text() == words
    page.write("A decree")
    assert page.notes[-1].card_id is None


def test_control_enter_saves_a_key_point_and_control_k_parks(page: NotesPage) -> None:
    page.type("Key")
    page.press(Qt.Key.Key_Return, CONTROL)
    page.type("Later")
    page.press(Qt.Key.Key_K, CONTROL)
    key, later = page.notes
    assert (key.is_key, key.is_parked) == (True, False)
    assert (later.is_key, later.is_parked) == (False, True)
    assert page.text == ""
    assert not any("Later" in said for said in page.sentences)


def test_quotation_mark_at_the_start_is_said_and_saved(page: NotesPage) -> None:
    page.type('"Nobody told us')
    assert page.pane.entry._quotation.isVisible()
    page.press(Qt.Key.Key_Return)
    assert page.notes[0].is_quotation
    assert not page.pane.entry._quotation.isVisible()


def test_group_is_chosen_by_letter_and_stays_for_the_next_note(
    page: NotesPage, qtbot: QtBot
) -> None:
    page.press(Qt.Key.Key_G, CONTROL)
    page.choose("Media")
    page.write("One")
    page.write("Two")
    assert [note.group_id for note in page.notes] == ["media", "media"]


def test_escape_clears_text_then_group_then_leaves_the_box(page: NotesPage) -> None:
    page.write("One")
    page.pane.entry.group_chosen.emit("media")
    page.type("half a line")
    page.press(Qt.Key.Key_Escape)
    assert page.text == ""
    assert page.pane.entry.group_chip.text() == "Media"
    page.press(Qt.Key.Key_Escape)
    assert page.pane.entry.group_chip.text() == "Not recorded"
    page.press(Qt.Key.Key_Escape)
    assert page.cursor() is page.pane.list


def test_undo_brings_back_what_escape_cleared(page: NotesPage) -> None:
    page.write("Kept")
    page.type("half a line")
    page.press(Qt.Key.Key_Escape)
    page.press(Qt.Key.Key_Z, CONTROL)
    assert page.text == "half a line"
    assert len(page.notes) == 1


def test_undo_on_an_empty_line_takes_the_last_note_off(page: NotesPage) -> None:
    page.write("One")
    page.write("Two")
    page.press(Qt.Key.Key_Z, CONTROL)
    assert [note.text for note in page.notes] == ["One"]


def test_undo_while_typing_changes_the_text_only(page: NotesPage) -> None:
    page.write("One")
    page.type("Two")
    page.press(Qt.Key.Key_Z, CONTROL)
    assert page.text == ""
    assert len(page.notes) == 1


def test_control_e_and_d_mark_the_last_note_while_typing(page: NotesPage) -> None:
    page.write("One")
    page.type("Tw")
    page.press(Qt.Key.Key_E, CONTROL)
    page.press(Qt.Key.Key_D, CONTROL)
    assert (page.notes[0].heard, page.notes[0].is_contested) == (2, True)
    assert page.text == "Tw"


def test_up_on_an_empty_line_edits_the_last_note(page: NotesPage) -> None:
    page.write("One")
    page.press(Qt.Key.Key_Up)
    page.type(" more")
    page.press(Qt.Key.Key_Return)
    assert page.notes[0].text == "One more"
    assert page.sentences[0].endswith("One more.")


def test_draft_stands_in_the_box_again_with_kind_target_and_group(
    page: NotesPage, qtbot: QtBot, desk: Desk
) -> None:
    page.write("One")
    page.press(Qt.Key.Key_5, CONTROL)
    page.pane.entry.group_chosen.emit("media")
    page.type("Bring exam")
    page.pane.leave()
    again = NotesPage(qtbot, desk, page.conversation_id)
    assert again.text == "Bring exam"
    assert again.pane.entry.keys.key() == "ogp"
    assert again.pane.entry.target_chip.text() == "Under 1"
    assert again.pane.entry.group_chip.text() == "Media"


def test_draft_is_kept_by_itself_when_typing_rests(page: NotesPage, qtbot: QtBot) -> None:
    page.type("Half a sentence")

    def is_kept() -> bool:
        run = reading.run(page.desk.workplace, conversation_id=page.conversation_id)
        return run.draft is not None and run.draft.text == "Half a sentence"

    qtbot.waitUntil(is_kept, timeout=3000)


def test_line_stays_with_its_question_when_another_one_is_shown(page: NotesPage) -> None:
    page.type("About the context")
    page.pane.show_question("q3")
    assert page.pane.entry.place_chip.isVisible()
    assert page.pane.entry.place_chip.text() == "Question 1"
    page.press(Qt.Key.Key_Return)
    assert page.notes[0].question_id == "q1"
    assert not page.pane.entry.place_chip.isVisible()
    page.write("Meetings in French")
    assert page.notes[1].question_id == "q3"


def test_groups_are_off_when_so_few_people_would_be_pointed_at(qtbot: QtBot, desk: Desk) -> None:
    page = NotesPage(qtbot, desk, new_conversation(desk, people=6))
    chip = page.pane.entry.group_chip
    assert "too few people" in chip.text()
    assert "point to someone" in chip.accessibleName()
    page.pane.entry.group_chosen.emit("media")
    page.write("One")
    assert page.notes[0].group_id is None


def test_group_chip_is_hidden_under_the_chatham_house_rule(qtbot: QtBot, desk: Desk) -> None:
    conversation_id = new_conversation(desk)
    prepared = reading.prepared(desk.workplace, conversation_id=conversation_id)
    preparation = replace(prepared.conversation.preparation, attribution=Attribution.CHATHAM_HOUSE)
    preparing.change_preparation(
        desk.workplace, conversation_id=conversation_id, preparation=preparation
    )
    page = NotesPage(qtbot, desk, conversation_id)
    assert not page.pane.entry.group_chip.isVisible()


def test_too_long_a_note_is_refused_in_place_with_its_words(page: NotesPage) -> None:
    page.pane.entry.put_text("x" * 5000)
    page.press(Qt.Key.Key_Return)
    assert len(page.text) == 5000
    assert "too long" in page.pane.messages.refusal.words.text()


def test_prompt_on_offer_chooses_the_kind_that_answers_it(page: NotesPage) -> None:
    page.pane.offer_prompt("ogp")
    assert page.pane.entry.keys.key() == "ogp"


def test_notes_of_another_window_appear_when_the_bus_tells(page: NotesPage) -> None:
    recorded = note_taking.record_note(
        page.desk.workplace,
        conversation_id=page.conversation_id,
        entry=note_taking.Entry(question_id="q1", kind_id="challenge", text="From elsewhere"),
    )
    page.desk.bus.tell(recorded.changes)
    assert any("From elsewhere" in said for said in page.sentences)


def test_kind_keys_fold_into_a_chip_when_there_is_no_height(page: NotesPage) -> None:
    page.pane.set_room(is_compact=True, is_tiny=True)
    assert not page.pane.entry.keys.isVisible()
    assert page.pane.entry.kind_chip.isVisible()
    page.press(Qt.Key.Key_2, CONTROL)
    assert page.pane.entry.kind_chip.text() == "Opportunity"
