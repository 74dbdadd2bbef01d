"""Who helps in the room, as chips that are on or off: roles, never names."""

from collections.abc import Set as AbstractSet

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ogp_desktop.domain.conversation import Role
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.toggle import ToggleChip
from ogp_desktop.ui.words_prepare import role_name


class RoleChips(FlowBox):
    """``edited(frozenset)`` holds the roles that are on."""

    edited = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 6, parent)
        self._chips: dict[Role, ToggleChip] = {}
        self._labels: list[str] = []

    def show_state(self, offered: tuple[Role, ...], chosen: AbstractSet[Role]) -> None:
        """Offer these roles; chips stay while roles and language are the same."""
        labels = [role_name(role) for role in offered]
        if labels != self._labels:
            self._labels = labels
            self.clear()
            self._chips = {
                role: ToggleChip(self.theme, label)
                for role, label in zip(offered, labels, strict=True)
            }
            for chip in self._chips.values():
                chip.clicked.connect(self._tell)
                self.add(chip)
        for role, chip in self._chips.items():
            chip.setChecked(role in chosen)

    def _tell(self) -> None:
        self.edited.emit(frozenset(role for role, chip in self._chips.items() if chip.isChecked()))
