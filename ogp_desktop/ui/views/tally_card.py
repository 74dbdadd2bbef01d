"""All either/or choices of the kit with their counts, as many as it has; none is said in words."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ogp_desktop.domain.sealing import FEWEST_TOLD
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.views.tally_grid import ChoiceBlock
from ogp_desktop.ui.views.views_state import ChoiceTally, ViewsState
from ogp_desktop.ui.widgets.card import Card, Line
from ogp_desktop.ui.widgets.label import Label, WrapLabel


class TallyCard(Card):
    """``count_edited(choice_id, answer, int | None)`` for one answer of one choice."""

    count_edited = Signal(str, str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 14, 8, parent)
        self._ours = theme
        self._blocks: dict[str, ChoiceBlock] = {}
        self._title = Label(theme, "", "h3")
        self._note = WrapLabel(theme, "", "caption", "ink2")
        self._list = QVBoxLayout()
        self.body.addWidget(self._title)
        self.body.addWidget(self._note)
        self.body.addLayout(self._list)
        theme.changed.connect(self._space)
        self._space()

    def make(self, state: ViewsState) -> Iterator[None]:
        """Make a block for every choice, one at a time, unless they are the same as before."""
        if tuple(self._blocks) != tuple(choice.id for choice in state.choices):
            self._clear()
            for choice in state.choices:
                self._add(choice)
                yield

    def show_state(self, state: ViewsState) -> None:
        """Show the choices of the kit; blocks stay while the choices are the same."""
        for _ in self.make(state):
            pass
        for choice in state.choices:
            self._blocks[choice.id].show_state(
                choice,
                state.views.total_received,
                is_closed=state.is_closed,
                is_sealed=state.is_sealed,
            )
        self._title.setText(
            self.tr("What people answered") if state.is_closed else self.tr("Count the answers")
        )
        hidden = self.tr("Count sheets or hands. Each line adds up to all who answered.")
        few = self.tr("Fewer than five answers are not handed over.")
        none = self.tr("This kit has no either/or choices; only the number of answers is counted.")
        is_few = state.is_closed and state.views.total_received < FEWEST_TOLD
        self._note.setText(none if not state.choices else few if is_few else hidden)
        self._note.setVisible(not state.is_closed or is_few or not state.choices)

    def _clear(self) -> None:
        while (old := self._list.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._blocks = {}

    def _add(self, choice: ChoiceTally) -> None:
        block = ChoiceBlock(self._ours, choice)
        block.count_edited.connect(self.count_edited)
        if self._blocks:
            self._list.addWidget(Line())
        self._blocks[choice.id] = block
        self._list.addWidget(block)

    def _space(self) -> None:
        self._list.setSpacing(self._ours.px(10))
