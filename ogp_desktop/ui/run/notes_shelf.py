"""Keeps the rows and panels made last: what did not change is the very same object next time.

So one note more costs one row and one panel, and whoever shows them finds the others by identity.
"""

from ogp_desktop.domain.ids import NoteId
from ogp_desktop.domain.notes import Note
from ogp_desktop.kits.local_kit import LocalKit, LocalQuestion
from ogp_desktop.ui.run.notes_state import Panel, Row, RowKind


class Shelf:
    """Rows by note and panels by key, of one kit; forgotten when the kit is another."""

    def __init__(self) -> None:
        self._kit: LocalKit | None = None
        self._rows: dict[str, tuple[tuple[object, ...], Row]] = {}
        self._panels: dict[str, Panel] = {}
        self._cards: dict[NoteId, tuple[tuple[object, ...], Panel]] = {}

    def open(self, kit: LocalKit) -> None:
        """Take up a kit; another one than before makes every row anew."""
        if kit is not self._kit:
            self._kit = kit
            self._rows.clear()
            self._panels.clear()
            self._cards.clear()

    def note_row(
        self,
        question: LocalQuestion,
        note: Note,
        kind: RowKind,
        *,
        number: int | None = None,
        column: int | None = None,
        place: str = "",
    ) -> Row:
        """Return the row of a note in a place of the list."""
        made_of = (note, kind, number, column, place, question.id)
        known = self._rows.get(note.id)
        if known is None or known[0] != made_of:
            kinds = question.kinds
            groups = self._kit.groups if self._kit is not None else ()
            row = Row(
                key=note.id,
                kind=kind,
                note=note,
                local=next((one for one in kinds if one.id == note.kind_id), kinds[-1]),
                group=next((group.label for group in groups if group.id == note.group_id), ""),
                text=note.text,
                number=number,
                column=column,
                card_id=note.id if kind in (RowKind.CARD, RowKind.CANDIDATE) else note.card_id,
                choice_id=note.choice_id,
                place=place,
            )
            known = self._rows[note.id] = (made_of, row)
        return known[1]

    def panel(self, panel: Panel) -> Panel:
        """Return the panel that was shown under this key if it says the same, else this one."""
        known = self._panels.get(panel.key)
        if known is panel or known == panel:
            return known
        self._panels[panel.key] = panel
        return panel

    def card(self, card: NoteId, made_of: tuple[object, ...]) -> Panel | None:
        """Return the panel of a card if it was made of the same."""
        known = self._cards.get(card)
        return known[1] if known is not None and known[0] == made_of else None

    def keep_card(self, card: NoteId, made_of: tuple[object, ...], panel: Panel) -> None:
        """Keep the panel of a card with what it was made of."""
        self._cards[card] = (made_of, panel)
