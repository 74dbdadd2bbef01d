"""The list of notes: every row is reached and worked by keys, and reads as a sentence."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run.notes_pieces import INDENT, RANK
from ogp_desktop.ui.run.notes_sheet import Sheet
from ogp_desktop.ui.run.row_fonts import RowFonts
from tests.support.pages_notes import CONTROL, SHIFT, NotesPage, new_conversation

# Menus pop up: the offscreen platform cannot raise them or grab the keyboard, and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> NotesPage:
    """A pane with three cards, one of them followed up."""
    page = NotesPage(qtbot, desk, new_conversation(desk))
    for words in ("Contracts are late", "Young people want a say", "Nobody explains the budget"):
        page.write(words)
    page.press(Qt.Key.Key_3, CONTROL)
    page.write("A decree with a limit")
    return page


def test_list_has_list_roles_and_a_name(page: NotesPage) -> None:
    face = QAccessible.queryAccessibleInterface(page.pane.list)
    assert face.role() == QAccessible.Role.List
    assert face.text(QAccessible.Text.Name) == "Notes on this question"
    assert face.child(0).role() == QAccessible.Role.ListItem
    assert face.child(0).text(QAccessible.Text.Name) == page.sentences[0]


def test_digits_rank_cards_and_zero_takes_the_rank_back(page: NotesPage) -> None:
    page.go_to("Young people")
    page.press(Qt.Key.Key_1)
    assert page.sentences[0].startswith("1st. Challenge. Young people")
    page.press(Qt.Key.Key_0)
    assert all(note.rank is None for note in page.notes)


def test_taken_rank_is_swapped_when_chosen_again(page: NotesPage) -> None:
    page.go_to("Contracts")
    page.press(Qt.Key.Key_1)
    page.go_to("Young people")
    page.press(Qt.Key.Key_2)
    page.press(Qt.Key.Key_1)
    ranks = {note.text: note.rank for note in page.notes}
    assert ranks["Young people want a say"] == 1
    assert ranks["Contracts are late"] == 2


def test_current_row_stays_current_when_ranking_moves_it(page: NotesPage) -> None:
    page.go_to("Nobody explains")
    page.press(Qt.Key.Key_1)
    row = page.pane.list.current_row()
    assert row is not None
    assert row.text == "Nobody explains the budget"


def test_follow_up_has_no_rank(page: NotesPage) -> None:
    page.go_to("A decree")
    page.press(Qt.Key.Key_1)
    assert all(note.rank is None for note in page.notes)


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_edit_in_place_keeps_the_new_words(page: NotesPage, key: Qt.Key) -> None:
    page.go_to("Contracts")
    page.press(key)
    page.type(", or never")
    page.press(Qt.Key.Key_Return)
    assert page.notes[0].text == "Contracts are late, or never"
    assert page.cursor() is page.pane.list


def test_escape_while_editing_puts_the_old_words_back(page: NotesPage) -> None:
    page.go_to("Contracts")
    page.press(Qt.Key.Key_F2)
    page.type(" x")
    page.press(Qt.Key.Key_Escape)
    assert page.notes[0].text == "Contracts are late"


def test_edited_words_are_kept_when_the_focus_goes_elsewhere(page: NotesPage) -> None:
    page.go_to("Contracts")
    page.press(Qt.Key.Key_F2)
    page.type(" again")
    page.pane.focus_entry()
    assert page.notes[0].text == "Contracts are late again"


def test_delete_asks_nothing_and_offers_to_undo(page: NotesPage, qtbot: QtBot) -> None:
    page.go_to("Young people")
    page.press(Qt.Key.Key_Delete)
    assert len(page.notes) == 3
    offer = page.pane.messages.deleted
    assert offer.isVisible()
    qtbot.mouseClick(offer.action, Qt.MouseButton.LeftButton)
    assert len(page.notes) == 4
    assert not offer.isVisible()


def test_follow_up_of_a_deleted_card_is_still_listed(page: NotesPage) -> None:
    page.go_to("Nobody explains")
    page.press(Qt.Key.Key_Delete)
    assert any("A decree" in said for said in page.sentences)


def test_shift_arrow_moves_a_card_past_its_neighbour(page: NotesPage) -> None:
    page.go_to("Young people")
    page.press(Qt.Key.Key_Up, SHIFT)
    said = page.sentences
    young = next(at for at, one in enumerate(said) if "Young" in one)
    contracts = next(at for at, one in enumerate(said) if "Contracts" in one)
    assert young < contracts


def test_arrows_go_through_all_rows_in_reading_order(page: NotesPage) -> None:
    page.pane.list.setFocus()
    page.press(Qt.Key.Key_Home)
    seen = [page.pane.list.currentIndex().row()]
    for _ in range(len(page.sentences) - 1):
        page.press(Qt.Key.Key_Down)
        seen.append(page.pane.list.currentIndex().row())
    assert seen == list(range(len(page.sentences)))


def test_pressing_what_was_not_asked_offers_the_prompt_and_takes_the_kind(
    page: NotesPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.pane.prompt_wanted) as told:
        page.press_on("what could this group do?")
    assert told.args == ["we"]
    assert page.pane.entry.keys.key() == "we"
    assert page.cursor() is page.pane.entry.box.edit


def test_enter_on_what_was_not_asked_does_the_same(page: NotesPage, qtbot: QtBot) -> None:
    page.go_to("what could this group do?")
    with qtbot.waitSignal(page.pane.prompt_wanted):
        page.press(Qt.Key.Key_Return)
    page.type("Publish the lists")
    page.press(Qt.Key.Key_Return)
    assert page.notes[-1].card_id == page.notes[2].id


def test_pressed_disc_offers_the_ranks(page: NotesPage) -> None:
    page.press_on("Contracts", QPoint(10, 10))
    page.choose("2nd")
    assert page.notes[0].rank == 2


def test_menu_changes_kind_flags_and_parks(page: NotesPage) -> None:
    width = page.pane.list.visualRect(page.pane.list.model().index(0, 0)).width()
    for words in ("Key point", "Contested", "Heard again", "Park"):
        page.press_on("Contracts are late", QPoint(width - 12, 10))
        page.choose(words)
    note = page.notes[0]
    assert (note.is_key, note.is_contested, note.heard, note.is_parked) == (True, True, 2, True)
    assert page.pane.parked.isVisible()


@pytest.mark.parametrize("on", [Qt.Key.Key_Down, Qt.Key.Key_Right])
def test_choosing_view_ranks_by_keys_and_escape_goes_back(
    page: NotesPage, qtbot: QtBot, on: Qt.Key
) -> None:
    qtbot.mouseClick(page.pane.progress, Qt.MouseButton.LeftButton)
    assert page.pane.title.text() == "Choose up to 3"
    assert len(page.sentences) == 3
    page.press(Qt.Key.Key_1)
    page.press(on)
    page.press(Qt.Key.Key_2)
    page.press(Qt.Key.Key_Escape)
    assert page.pane.progress.text() == "Top three: 2 chosen"
    assert page.cursor() is page.pane.entry.box.edit


@pytest.mark.parametrize("width", [150, 220, 300])
def test_ranks_begin_a_new_line_when_one_has_no_room_for_them(
    page: NotesPage, qtbot: QtBot, width: int
) -> None:
    qtbot.mouseClick(page.pane.progress, Qt.MouseButton.LeftButton)
    page.press(Qt.Key.Key_2)
    row = page.pane.list.current_row()
    assert row is not None
    laid = Sheet(RowFonts(page.desk.theme), width, INDENT).of(row)
    ranks = [hot.rect for hot in laid.hots if hot.action.startswith(f"{RANK}:")]
    assert len(ranks) == 3
    assert all(rect.left() >= INDENT and rect.right() < width for rect in ranks)
    assert all(rect.bottom() < laid.height for rect in ranks)


def test_parked_notes_are_listed_and_taken_back(page: NotesPage, qtbot: QtBot) -> None:
    page.pane.focus_entry()
    page.type("For later")
    page.press(Qt.Key.Key_K, CONTROL)
    page.pane.show_parked()
    assert [said for said in page.sentences if "For later" in said]
    page.press(Qt.Key.Key_K, CONTROL)
    assert not page.notes[-1].is_parked
    assert page.pane.empty.isVisible()


def test_find_lists_notes_of_every_question_without_accents(page: NotesPage, qtbot: QtBot) -> None:
    page.pane.show_question("q3")
    page.write("Réunions en français")
    page.press(Qt.Key.Key_F, CONTROL)
    page.type("francais")
    assert len(page.sentences) == 1
    page.press(Qt.Key.Key_Escape)
    assert len(page.sentences) > 1
    assert page.cursor() is page.pane.entry.box.edit


def test_page_keys_are_left_to_the_prompts(page: NotesPage, qtbot: QtBot) -> None:
    page.go_to("Contracts")
    before = page.pane.list.currentIndex()
    page.press(Qt.Key.Key_PageDown)
    assert page.pane.list.currentIndex() == before


def test_click_on_a_scale_leaves_the_cursor_in_the_line_being_written(
    page: NotesPage, qtbot: QtBot
) -> None:
    page.pane.show_question("q2")
    page.pane.focus_entry()
    page.type("Half a ")
    scale = page.pane.list._leans._rows["breadth"].scale
    qtbot.mouseClick(scale.radios()[1], Qt.MouseButton.LeftButton)
    assert page.pane.list._leans._rows["breadth"]._lean.step is not None
    page.type("sentence")
    assert page.text == "Half a sentence"


def test_scale_records_the_lean_by_arrows_and_depends(page: NotesPage, qtbot: QtBot) -> None:
    page.pane.show_question("q2")
    page.pane.progress.click()
    page.press(Qt.Key.Key_Space)
    page.press(Qt.Key.Key_Right)
    scale = page.pane.list._leans._rows["breadth"].scale
    assert scale.key() == "1"
    assert page.pane.progress.text() == "Leaning recorded: 1 of 3"
    page.pane.list._leans._rows["breadth"].depends.click()
    lean = page.pane.list._leans._rows["breadth"]._lean
    assert (lean.step, lean.depends) == (None, True)


def test_reason_goes_to_the_choice_chosen_and_its_side(page: NotesPage) -> None:
    page.pane.show_question("q2")
    page.press(Qt.Key.Key_2, CONTROL)
    page.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    page.write("Delivery is where plans fail")
    note = page.notes[-1]
    assert (note.kind_id, note.choice_id) == ("second", "investment")


def test_boxes_hold_their_notes_and_empty_ones_their_question(page: NotesPage) -> None:
    page.pane.show_question("q3")
    page.write("Meetings in French")
    assert page.sentences[:2] == [
        "Continue: 1 note",
        "Continue. Meetings in French.",
    ]
    assert sum("Nothing yet. Ask" in said for said in page.sentences) == 3


@pytest.mark.slow
def test_nothing_is_wider_than_the_pane_at_twice_the_text_size(
    qtbot: QtBot, desk: Desk, page: NotesPage
) -> None:
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    desk.theme.apply(app, "light", 2.0)
    page.pane.set_room(is_compact=True, is_tiny=True)
    page.pane.resize(990, 310)
    QApplication.processEvents()
    assert page.pane.minimumSizeHint().width() <= 990
    assert page.pane.entry.save.geometry().bottom() <= page.pane.height()
    for rect in map(page.pane.list._placed.row, range(page.pane.list._placed.count)):
        assert rect.right() <= page.pane.list.viewport().width()


def test_counted_hands_are_kept_and_too_many_are_said_without_a_dead_key(page: NotesPage) -> None:
    page.pane.show_question("q2")
    row = page.pane.list._leans._rows["breadth"]
    row.hands.click()
    field = row._counts.fields[0]
    for typed, count in (("25", None), ("7", 7)):
        field.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert field.count() == int(typed)
        assert row._lean.hands_first == count
        says = page.pane.messages.refusal
        assert says.isVisible() is (count is None)


def test_saved_line_that_may_point_to_a_person_says_so(page: NotesPage) -> None:
    page.pane.entry.put_text("Ask ama@example.org about it")
    page.press(Qt.Key.Key_Return)
    notes = page.pane.list
    model = notes.model()
    role = Qt.ItemDataRole.AccessibleDescriptionRole
    said = {model.data(model.index(at, 0), role) for at in range(model.rowCount())}
    assert said == {None, "", "Part of this may point to a person. Review asks about it."}
