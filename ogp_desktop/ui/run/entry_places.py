"""Remembers where the next line goes: under which question, as what, about what, from which group.

A line that was begun stays with its question while another one is looked at.
"""

from dataclasses import replace
from typing import Any

from ogp_desktop.domain.ids import NoteId
from ogp_desktop.domain.notes import Draft
from ogp_desktop.kits.local_kit import LocalKind, LocalQuestion
from ogp_desktop.kits.vocabulary import NoteRole
from ogp_desktop.ui.run.entry_state import Place, first_place


class EntryPlaces:
    """``shown`` is the question on the table, ``typed`` the one that the line belongs to."""

    def __init__(self, question: LocalQuestion) -> None:
        self.shown = self.typed = question
        self.group_id: str | None = None
        self._places: dict[str, Place] = {}

    @property
    def place(self) -> Place:
        """Return where the line goes."""
        return self.of(self.typed)

    @property
    def kind(self) -> LocalKind:
        """Return the kind of the line."""
        return self.typed.note_kind(self.place.kind_id)

    @property
    def is_elsewhere(self) -> bool:
        """Tell whether the line belongs to another question than the one shown."""
        return self.typed.id != self.shown.id

    def of(self, question: LocalQuestion) -> Place:
        """Return where a line of that question would go."""
        return self._places.setdefault(question.id, first_place(question))

    def change(self, **changed: Any) -> None:
        """Change fields of the ``Place`` of the line."""
        self._places[self.typed.id] = replace(self.place, **changed)

    def show(self, question: LocalQuestion, *, is_typing: bool) -> None:
        """Put another question on the table; a line that was begun stays with its own."""
        self.shown = question
        if not is_typing:
            self.typed = question

    def come_back(self) -> bool:
        """Let the next line belong to the question shown; tell whether it did not before."""
        was_elsewhere = self.is_elsewhere
        self.typed = self.shown
        return was_elsewhere

    def renew(self, shown: LocalQuestion, typed: LocalQuestion) -> None:
        """Take the same questions from a kit that was read again."""
        self.shown, self.typed = shown, typed

    def take_up(self, draft: Draft, question: LocalQuestion) -> None:
        """Put the line where a draft was to go."""
        if draft.kind_id not in {kind.id for kind in question.kinds}:
            return
        is_under = question.note_kind(draft.kind_id).role is NoteRole.FOLLOW_UP
        is_for_all = (is_under and draft.card_id is None) or (
            bool(question.choices) and draft.choice_id is None
        )
        self.typed, self.group_id = question, draft.group_id
        self._places[question.id] = Place(
            kind_id=draft.kind_id,
            card_id=draft.card_id,
            choice_id=draft.choice_id,
            is_for_all=is_for_all,
        )

    def put_under(
        self, *, card_id: NoteId | None, choice_id: str | None, is_for_all: bool = False
    ) -> None:
        """Let the line belong to a card, to a choice, or to all; what is not given stays."""
        self.change(
            card_id=card_id or self.place.card_id,
            choice_id=choice_id or self.place.choice_id,
            is_for_all=is_for_all,
        )
