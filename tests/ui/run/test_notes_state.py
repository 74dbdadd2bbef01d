"""Notes stand in the structure of their question, whatever the kit."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogp_desktop.domain.conversation import Preparation
from ogp_desktop.domain.ids import ConversationId, NoteId
from ogp_desktop.domain.notes import Note
from ogp_desktop.kits.local_kit import LocalQuestion
from ogp_desktop.kits.localised import in_language
from ogp_desktop.kits.reading import read_kit
from ogp_desktop.kits.vocabulary import NoteRole
from ogp_desktop.ui.punctuation import no_break
from ogp_desktop.ui.run.entry_state import Place, target_at, targets_of
from ogp_desktop.ui.run.notes_panels import Active, card_numbers, panels_of, picked, table_of
from ogp_desktop.ui.run.notes_search import matching
from ogp_desktop.ui.run.notes_shelf import Shelf
from ogp_desktop.ui.run.notes_state import Facts, Heading, Panel, RowKind
from tests.support.kits import BUILT_IN

KITS = {
    name: in_language(read_kit(BUILT_IN / name), "en")
    for name in ("ogp-strategy-2022", "village-priorities")
}
OGP = KITS["ogp-strategy-2022"]
NOW = datetime(2022, 8, 1, tzinfo=UTC)
PREPARATION = Preparation(language="en", notes_language="en")


def note(note_id: str, kind_id: str, question_id: str = "q1", **named: Any) -> Note:
    """Return a note that says its own id."""
    return Note(
        id=NoteId(note_id),
        conversation_id=ConversationId("c"),
        question_id=question_id,
        kind_id=kind_id,
        text=named.pop("text", note_id),
        created_at=NOW,
        updated_at=NOW,
        **named,
    )


def facts(*notes: Note) -> Facts:
    """Return facts of the OGP kit."""
    return Facts(kit=OGP, notes=notes, leans={}, preparation=PREPARATION)


def panels(facts: Facts, question: LocalQuestion, active: Active) -> tuple[Panel, ...]:
    """Return the panels of a question, made anew."""
    shelf = Shelf()
    shelf.open(facts.kit)
    return panels_of(table_of(facts, question), active, shelf)


def test_cards_hold_their_rank_as_number_and_others_fill_the_rest() -> None:
    cards = (note("a", "challenge"), note("b", "opportunity", rank=1), note("c", "challenge"))
    assert card_numbers(cards, OGP.question("q1")) == {"b": 1, "a": 2, "c": 3}


@given(st.lists(st.sampled_from([None, None, 1, 2, 3]), max_size=8))
def test_every_card_has_a_number_of_its_own(ranks: list[int | None]) -> None:
    held: set[int] = set()
    cards = []
    for place, rank in enumerate(ranks):
        mine = None if rank in held else rank
        held |= {mine} if mine else set()
        cards.append(note(str(place), "challenge", rank=mine))
    numbers = card_numbers(cards, OGP.question("q1"))
    assert len(set(numbers.values())) == len(cards)
    assert all(numbers[card.id] == card.rank for card in cards if card.rank)


def test_gaps_are_named_for_chosen_cards_and_the_active_one_only() -> None:
    found = panels(
        facts(note("a", "challenge", rank=1), note("b", "challenge"), note("c", "challenge")),
        OGP.question("q1"),
        Active(card_id=NoteId("c")),
    )
    gaps = {panel.key: sum(row.kind is RowKind.GAP for row in panel.rows) for panel in found}
    assert gaps == {"card-a": 3, "card-b": 0, "card-c": 3}


def test_answer_for_all_cards_leaves_no_gap_of_its_kind() -> None:
    found = panels(
        facts(note("a", "challenge", rank=1), note("b", "take")), OGP.question("q1"), Active()
    )
    kinds = [row.local.id for row in found[0].rows if row.kind is RowKind.GAP and row.local]
    assert kinds == ["we", "ogp"]
    assert found[1].rows[0].heading is Heading.ALL_CARDS


def test_cards_beyond_the_chosen_three_stand_under_also_raised() -> None:
    cards = [note(str(rank), "challenge", rank=rank) for rank in (1, 2, 3)]
    found = panels(facts(*cards, note("d", "challenge")), OGP.question("q1"), Active())
    assert [panel.key for panel in found] == ["card-1", "card-2", "card-3", "also", "card-d"]


@pytest.mark.parametrize("name", KITS)
def test_no_note_is_lost_from_the_list_whatever_its_kind_and_place(name: str) -> None:
    kit = KITS[name]
    for question in kit.questions:
        notes = [
            note(f"{kind.id}-{place}", kind.id, question.id, card_id=card, choice_id=choice)
            for place, (card, choice) in enumerate(
                [(None, None), (NoteId("gone"), None), (None, "gone")]
            )
            for kind in question.kinds
        ]
        shown = panels(
            Facts(kit=kit, notes=tuple(notes), leans={}, preparation=PREPARATION),
            question,
            Active(),
        )
        ids = [row.note.id for panel in shown for row in panel.rows if row.note]
        assert sorted(ids) == sorted(one.id for one in notes)


def test_reasons_stand_in_two_columns_and_missing_ones_are_named() -> None:
    found = panels(
        facts(note("a", "first", "q2", choice_id="breadth")), OGP.question("q2"), Active()
    )
    columns = [(row.kind, row.column) for row in found[0].rows[1:]]
    assert columns == [(RowKind.LINE, 0), (RowKind.GAP, 1)]


def test_parked_notes_stand_in_no_question_but_are_picked() -> None:
    parked = note("a", "challenge", is_parked=True)
    assert panels(facts(parked), OGP.question("q1"), Active()) == ()
    assert picked(OGP, iter([parked]), Shelf())[0].rows[0].place == "Your context"


def test_follow_up_belongs_to_the_last_card_until_told_otherwise() -> None:
    question = OGP.question("q1")
    kind = question.kinds_of(NoteRole.FOLLOW_UP)[0]
    offered = targets_of(question, kind, {NoteId("a"): 1, NoteId("b"): 2}, {})
    chosen = target_at(offered, Place(kind_id=kind.id))
    assert chosen is not None
    assert chosen.card_id == "b"
    for_all = target_at(offered, Place(kind_id=kind.id, card_id=NoteId("a"), is_for_all=True))
    assert for_all is not None
    assert for_all.number == 0


def test_reason_for_one_side_always_names_a_choice() -> None:
    question = OGP.question("q2")
    side = question.kinds_of(NoteRole.FIRST)[0]
    assert all(target.choice_id for target in targets_of(question, side, {}, {}))


@pytest.mark.parametrize(
    ("text", "query"),
    [("Élus absents", "elus"), ("Straße", "STRASSE"), ("كِتَاب مـفتوح", "كتاب مفتوح")],
)
def test_notes_are_found_whatever_accents_and_case(text: str, query: str) -> None:
    assert list(matching([note("a", "challenge", text=text)], query))


def test_french_signs_never_fall_alone_on_a_line() -> None:
    shown = no_break("Pas encore : « quoi ? »")
    assert shown == "Pas encore\u00a0: «\u00a0quoi\u00a0?\u00a0»"
