"""The notes of the question on the table: what is being written, and what was written so far."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.card import Card


class NotesPane(Card):
    """Renders a ``NotesState`` and emits intentions; what it says to the Run screen stands here.

    Signals: ``prompt_wanted(prompt_id)`` when a "Not asked yet" line was pressed; ``saved(at)``
    when words reached the disk; ``counts_changed()`` when notes came or went; ``trouble_met(error)``
    for a ``Trouble`` that is not shown in place.
    """

    prompt_wanted = Signal(str)
    saved = Signal(object)
    counts_changed = Signal()
    trouble_met = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)

    def show_question(self, question_id: str) -> None:
        """Show the notes of a question; words being typed stay with the question they are for."""

    def focus_entry(self) -> None:
        """Put the cursor where words are typed."""

    def leave(self) -> None:
        """Keep what is being typed as a draft, at once."""

    def offer_prompt(self, prompt_id: str) -> None:
        """Choose the kind of note that answers a prompt."""

    def show_parked(self) -> None:
        """List the notes that were put aside; Escape goes back."""

    def set_room(self, *, is_compact: bool, is_tiny: bool) -> None:
        """Fold away what there is no height for: the key hints, then title and kind keys."""
