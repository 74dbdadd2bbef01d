"""An either/or choice, open: the host's reading of the room, and the hands that were counted."""

from dataclasses import replace
from functools import partial
from typing import cast

from PySide6.QtWidgets import QWidget

from ogp_desktop.domain.notes import Lean
from ogp_desktop.domain.review_edits import set_lean
from ogp_desktop.ui import words_lean
from ogp_desktop.ui.punctuation import no_break
from ogp_desktop.ui.review.row_card import RowCard
from ogp_desktop.ui.review.rows import LeanRow, Row
from ogp_desktop.ui.review.wishes import Wishes
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.choices import Option
from ogp_desktop.ui.widgets.hand_counts import HandCounts
from ogp_desktop.ui.widgets.label import Label
from ogp_desktop.ui.widgets.lean import LeanScale

_DEPENDS = "depends"


class LeanCard(RowCard):
    """The host's reading of the room on one choice."""

    def __init__(self, theme: Theme, row: LeanRow, wishes: Wishes, parent: QWidget) -> None:
        super().__init__(theme, row, wishes, parent)
        self._lean = row
        steps = tuple(
            Option(str(step), no_break(word)) for step, word in words_lean.lean_steps(row.choice)
        )
        self.scale = LeanScale(
            theme,
            (no_break(row.choice.first), no_break(row.choice.second)),
            steps,
            Option(_DEPENDS, words_lean.lean_depends()),
            words_lean.lean_unset(),
            words_lean.lean_name(row.number),
        )
        self.scale.chosen.connect(self._on_chosen)
        self.hands = HandCounts(theme, words_lean.hand_labels(row.choice), self)
        self.hands.edited.connect(self._on_hands)
        self._hands_name = Label(theme, self.tr("Hands counted, if any"), "caption_b", "ink2")
        for widget in (self.scale, self._hands_name, self.hands):
            self.body.addWidget(widget)
        self.finish()

    def show_row(self, row: Row) -> None:
        """Show the lean."""
        super().show_row(row)
        row = cast("LeanRow", row)
        self._lean = row
        step = row.lean.step
        self.scale.set_key(_DEPENDS if row.lean.depends else None if step is None else str(step))
        self.hands.show_counts(row.lean.hands)

    def settle(self) -> None:
        """Tell the counts that are typed."""
        self.hands.settle()

    def stops(self) -> tuple[QWidget, ...]:
        """The stops of the scale, then the counts."""
        return (*self.scale.radios(), *self.hands.fields)

    def _on_chosen(self, key: str) -> None:
        self.settle()
        is_off = key == _DEPENDS
        self._ask(replace(self._lean.lean, depends=is_off, step=None if is_off else int(key)))

    def _on_hands(self, first: int | None, second: int | None, undecided: int | None) -> None:
        lean = self._lean.lean
        self._ask(replace(lean, hands_first=first, hands_second=second, hands_undecided=undecided))

    def _ask(self, lean: Lean) -> None:
        here, people = self._lean.question_id, self._lean.people
        self.request(partial(set_lean, question_id=here, lean=lean, people=people))
