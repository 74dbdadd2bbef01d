"""Cards are put in order and chosen by dragging them, and by keys; nothing is lost by either."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPoint, Qt
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.ids import NoteId
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run.notes_dropping import CARDS, CardOrder, dropped, order_of, shifted
from ogp_desktop.ui.run.notes_pieces import DOTS
from ogp_desktop.ui.run.notes_state import Heading, Row, RowKind
from tests.support.pages_notes import CONTROL, SHIFT, NotesPage, new_conversation
from tests.ui.run.test_notes_state import note

# Menus pop up: the offscreen platform cannot raise them or grab the keyboard, and says so.
pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


def card(name: str, rank: int | None = None, kind: RowKind = RowKind.CARD) -> Row:
    return Row(key=name, kind=kind, note=note(name, "challenge", rank=rank))


ALSO = Row(key="also-head", kind=RowKind.HEADING, heading=Heading.ALSO_RAISED)
SETTLED = (card("a", 1), card("b", 2), card("c", 3), ALSO, card("d"), card("e"))


def after(rows: tuple[Row, ...], name: str, place: int) -> tuple[str, str] | None:
    """Return the order and who is chosen after a drop, as letters."""
    found = dropped(rows, NoteId(name), place)
    return found and ("".join(found.order), "".join(sorted(found.chosen)))


@pytest.mark.parametrize(
    ("name", "place", "wanted"),
    [
        ("d", 0, ("dabce", "abd")),  # among the chosen: it is chosen, and the last one gives way
        ("d", 2, ("abdce", "abd")),
        ("e", 4, ("abced", "abc")),  # among the others: only the order
        ("a", 3, ("bcade", "abc")),  # within the chosen: only the order
        ("a", 6, ("bcdea", "bc")),  # out of the chosen
        ("c", 4, ("abcde", "ab")),  # below the heading: no longer chosen
        ("a", 0, None),
        ("a", 1, None),
        ("x", 1, None),
    ],
)
def test_card_is_chosen_by_putting_it_among_the_chosen(
    name: str, place: int, wanted: tuple[str, str] | None
) -> None:
    assert after(SETTLED, name, place) == wanted


def test_order_of_cards_that_nobody_chose_chooses_none() -> None:
    assert after((card("a"), card("b"), card("c")), "c", 0) == ("cab", "")


def test_first_places_are_the_chosen_ones_where_somebody_chooses() -> None:
    rows = tuple(card(name, kind=RowKind.CANDIDATE) for name in "abcd")
    assert after(rows, "d", 0) == ("dabc", "d")
    assert after(rows, "a", 3) == ("bcad", "a")
    assert after(rows, "a", 4) == ("bcda", "")


@given(st.permutations("abcde"), st.sampled_from("abcde"), st.integers(0, 6), st.integers(0, 3))
def test_no_card_is_lost_or_doubled_wherever_it_is_put(
    names: list[str], name: str, place: int, ranks: int
) -> None:
    rows = tuple(card(one, at if at <= ranks else None) for at, one in enumerate(names, start=1))
    found = dropped(rows, NoteId(name), place) or order_of(rows)
    assert sorted(found.order) == sorted(names)
    assert found.chosen <= set(found.order[:3])


def test_ranks_stay_with_their_places_when_neighbours_change() -> None:
    assert shifted(SETTLED, NoteId("c"), 1) == CardOrder(tuple("abdce"), frozenset("abd"))
    assert shifted(SETTLED, NoteId("a"), -1) is None


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> NotesPage:
    """A pane with four cards and one follow-up."""
    page = NotesPage(qtbot, desk, new_conversation(desk))
    for words in ("Contracts", "Young people", "Budget", "Roads"):
        page.write(words)
    page.press(Qt.Key.Key_3, CONTROL)
    page.write("A decree")
    return page


def place_of(page: NotesPage, words: str) -> int:
    return next(at for at, said in enumerate(page.sentences) if words in said)


def drag(page: NotesPage, words: str, before: str | None) -> None:
    """Put a card down before another one, or at the end, through the list's own drag and drop."""
    notes = page.pane.list
    model = notes.model()
    source = model.index(place_of(page, words), 0)
    assert source.flags() & Qt.ItemFlag.ItemIsDragEnabled
    at = notes.visualRect(model.index(model.rowCount() - 1, 0)).bottomLeft()
    if before is not None:
        at = notes.visualRect(model.index(place_of(page, before), 0)).topLeft() + QPoint(2, 1)
    data = model.mimeData([source])
    model.dropMimeData(data, Qt.DropAction.MoveAction, notes.place_for(at), 0, QModelIndex())


def cards(page: NotesPage) -> list[str]:
    rows = (page.pane.list._rows.row_at(at) for at in range(len(page.sentences)))
    return [row.text for row in rows if row.kind in CARDS]


def test_drag_orders_cards_and_undo_puts_them_back(page: NotesPage) -> None:
    drag(page, "Roads", "Contracts")
    assert cards(page) == ["Roads", "Contracts", "Young people", "Budget"]
    assert len(page.notes) == 5
    page.pane.focus_entry()
    page.press(Qt.Key.Key_Z, CONTROL)
    assert cards(page) == ["Contracts", "Young people", "Budget", "Roads"]


def test_card_dragged_to_the_first_place_is_chosen_in_the_view_for_choosing(
    page: NotesPage,
) -> None:
    page.pane.progress.click()
    drag(page, "Budget", "Contracts")
    ranks = {one.text: one.rank for one in page.notes}
    assert (ranks["Budget"], ranks["Contracts"]) == (1, None)
    drag(page, "Roads", "Budget")
    ranks = {one.text: one.rank for one in page.notes}
    assert (ranks["Roads"], ranks["Budget"]) == (1, 2)
    page.pane.focus_entry()
    page.press(Qt.Key.Key_Z, CONTROL)
    assert {one.text: one.rank for one in page.notes}["Budget"] == 1


def test_card_put_down_at_the_end_loses_its_rank(page: NotesPage) -> None:
    page.go_to("Contracts")
    page.press(Qt.Key.Key_1)
    drag(page, "Contracts", None)
    assert cards(page)[-1] == "Contracts"
    assert all(one.rank is None for one in page.notes)


def test_keys_move_a_card_past_its_neighbour_with_the_rank_of_the_place(page: NotesPage) -> None:
    page.go_to("Contracts")
    page.press(Qt.Key.Key_1)
    page.press(Qt.Key.Key_Down, SHIFT)
    ranks = {one.text: one.rank for one in page.notes}
    assert cards(page)[:2] == ["Young people", "Contracts"]
    assert (ranks["Young people"], ranks["Contracts"]) == (1, None)


def test_follow_up_and_heading_cannot_be_dragged(page: NotesPage) -> None:
    model = page.pane.list.model()
    flags = model.index(place_of(page, "A decree"), 0).flags()
    assert not flags & Qt.ItemFlag.ItemIsDragEnabled


def test_dragged_card_carries_no_words_out_of_the_program(page: NotesPage) -> None:
    model = page.pane.list.model()
    data = model.mimeData([model.index(0, 0)])
    assert not data.hasText()
    assert b"Contracts" not in data.data(data.formats()[0]).data()


def test_dots_are_counted_by_keys_shown_on_the_card_and_choose_nothing(page: NotesPage) -> None:
    page.pane.progress.click()
    page.go_to("Budget")
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Plus):
        page.press(key)
    budget = next(one for one in page.notes if one.text == "Budget")
    assert (budget.dots, budget.rank) == (2, None)
    assert cards(page) == ["Contracts", "Young people", "Budget", "Roads"]
    assert "Budget. 2 dot" in page.sentences[2]
    page.press(Qt.Key.Key_Escape)
    assert "Budget. 2 dot" in page.sentences[2]
    page.press(Qt.Key.Key_Z, CONTROL)
    assert next(one for one in page.notes if one.text == "Budget").dots == 1


def test_dots_are_taken_back_until_nobody_counted(page: NotesPage) -> None:
    page.pane.progress.click()
    page.go_to("Budget")
    for wanted, key in ((1, Qt.Key.Key_Plus), (0, Qt.Key.Key_Minus), (None, Qt.Key.Key_Minus)):
        page.press(key)
        assert next(one for one in page.notes if one.text == "Budget").dots == wanted


def test_dots_are_counted_with_the_pointer(page: NotesPage) -> None:
    page.pane.progress.click()
    notes = page.pane.list
    for wanted in (1, 2):
        hot = next(one for one in notes._laid(0).hots if one.action == f"{DOTS}:1")
        page.press_on("Contracts", hot.rect.center())
        assert page.notes[0].dots == wanted
    less = next(one for one in notes._laid(0).hots if one.action == f"{DOTS}:-1")
    page.press_on("Contracts", less.rect.center())
    assert page.notes[0].dots == 1
    assert page.notes[0].rank is None


def test_plus_and_minus_are_no_dots_outside_the_view_for_choosing(page: NotesPage) -> None:
    page.go_to("Budget")
    page.press(Qt.Key.Key_Plus)
    assert all(one.dots is None for one in page.notes)


def test_cards_to_choose_from_are_seen_where_there_is_hardly_any_height(page: NotesPage) -> None:
    page.pane.entry.put_text("A line that was begun")
    page.pane.set_room(is_compact=True, is_tiny=True)
    page.pane.resize(990, 220)
    page.pane.progress.click()
    assert not page.pane.entry.isVisible()
    assert page.pane.list.viewport().height() > 100
    page.press(Qt.Key.Key_Escape)
    assert page.pane.entry.isVisible()
    assert page.text == "A line that was begun"
    page.pane.progress.click()
    page.pane.focus_entry()
    assert page.pane.entry.isVisible()
    assert page.cursor() is page.pane.entry.box.edit
