"""Whether turns will be counted, and by what, as chips of which one at most is on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ogp_desktop.domain.turns import TurnsBy, TurnTally
from ogp_desktop.ui import words_turns
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.toggle import ToggleChip


class TurnsChips(FlowBox):
    """``chosen(TurnsBy | None)``: count by this, or not at all."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 6, parent)
        self._chips = {by: ToggleChip(theme, "") for by in TurnsBy}
        for by, chip in self._chips.items():
            chip.clicked.connect(lambda is_on, by=by: self.chosen.emit(by if is_on else None))
            self.add(chip)

    def show_state(self, ways: tuple[TurnsBy, ...], kept: TurnTally | None) -> None:
        """Offer the ways in which this room can be counted."""
        for by, chip in self._chips.items():
            chip.set_label(words_turns.counted_by(by))
            chip.setVisible(by in ways)
            chip.setChecked(kept is not None and kept.by is by)
