"""Makes the state of the notes pane from the facts, the place of the line and the view chosen."""

from collections.abc import Mapping
from dataclasses import dataclass

from ogp_desktop.domain.conversation import Attribution, may_record_group
from ogp_desktop.domain.ids import NoteId
from ogp_desktop.kits.local_kit import LocalKind, LocalQuestion
from ogp_desktop.kits.vocabulary import NoteRole
from ogp_desktop.ui.run.entry_places import EntryPlaces
from ogp_desktop.ui.run.entry_state import EntryState, Target, target_at, targets_of
from ogp_desktop.ui.run.notes_panels import (
    Active,
    Table,
    candidates,
    offered_groups,
    panels_of,
    picked,
    table_of,
)
from ogp_desktop.ui.run.notes_search import matching
from ogp_desktop.ui.run.notes_shelf import Shelf
from ogp_desktop.ui.run.notes_state import Facts, NotesState, NotesView, Panel, Signs


@dataclass(frozen=True, slots=True)
class Look:
    """Which part of the notes is looked at, and the words searched for."""

    view: NotesView = NotesView.ALL
    query: str = ""


def state_of(
    facts: Facts, places: EntryPlaces, look: Look, signs: Signs, shelf: Shelf
) -> NotesState:
    """Return everything the pane shows; ``shelf`` keeps what is shown again."""
    shelf.open(facts.kit)
    table = table_of(facts, places.shown)
    question, mine = table.question, table.notes
    return NotesState(
        question=question,
        entry=_entry(facts, places, table),
        view=look.view,
        is_read=facts.is_read,
        panels=_panels(facts, places, look, table, shelf),
        note_count=len(mine),
        chosen_count=sum(note.rank is not None for note in mine),
        lean_count=sum(
            choice.id in facts.leans and facts.leans[choice.id].is_recorded
            for choice in question.choices
        ),
        key_count=sum(note.is_key for note in mine),
        parked_count=sum(note.is_parked for note in facts.notes),
        leans=facts.leans,
        people=facts.preparation.people,
        signs=signs,
    )


def numbers_of(facts: Facts, question: LocalQuestion) -> Mapping[NoteId, int]:
    """Return the numbers of the question's cards, in order."""
    return table_of(facts, question).numbers


def targets(table: Table, kind: LocalKind) -> tuple[Target, ...]:
    """Return what a line of this kind may belong to."""
    words = {note.id: note.text for note in table.notes if note.id in table.numbers}
    return targets_of(table.question, kind, table.numbers, words)


def _entry(facts: Facts, places: EntryPlaces, shown: Table) -> EntryState:
    question, kind = places.typed, places.kind
    offered = targets(table_of(facts, question) if places.is_elsewhere else shown, kind)
    is_hidden = facts.preparation.attribution is Attribution.CHATHAM_HOUSE
    groups = offered_groups(facts.kit, is_hidden)
    barred = frozenset(
        group.id for group in groups if not may_record_group(facts.preparation, group.id)
    )
    spoken = (one for one in groups if one.id == places.group_id and one.id not in barred)
    return EntryState(
        question=question,
        kind=kind,
        target=target_at(offered, places.place),
        targets=offered,
        group=next(spoken, None),
        groups=groups,
        barred_groups=barred,
        is_elsewhere=places.is_elsewhere,
    )


def _panels(
    facts: Facts, places: EntryPlaces, look: Look, table: Table, shelf: Shelf
) -> tuple[Panel, ...]:
    match look.view:
        case NotesView.ALL:
            return panels_of(table, _active(places, table), shelf)
        case NotesView.CHOOSING:
            return candidates(table, shelf)
        case NotesView.PARKED:
            parked = (note for note in facts.notes if note.is_parked)
            return picked(facts.kit, parked, shelf)
        case NotesView.KEY_POINTS:
            return picked(facts.kit, (note for note in table.notes if note.is_key), shelf)
        case NotesView.FOUND:
            return picked(facts.kit, matching(facts.notes, look.query), shelf)


def _active(places: EntryPlaces, table: Table) -> Active:
    question, numbers = table.question, table.numbers
    place = places.of(question)
    card = place.card_id if place.card_id in numbers else next(reversed(numbers), None)
    is_under = question.note_kind(place.kind_id).role is NoteRole.FOLLOW_UP
    return Active(
        card_id=None if place.is_for_all else card,
        choice_id=place.choice_id,
        is_card_outlined=is_under and not places.is_elsewhere,
    )
