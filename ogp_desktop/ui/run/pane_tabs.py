"""The tabs that choose one part of the Run screen where there is room for one column only."""

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.choices import Option, StageSwitcher


class PaneTabs(QWidget):
    """Question, notes, agenda and, while they are counted, turns; ``chosen(name)``."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = "notes"
        self._has_turns = False
        self._row = QVBoxLayout(self)
        self._tabs = self._made()
        self._row.addWidget(self._tabs)

    def set_key(self, key: str) -> None:
        """Mark the part that is in front."""
        self._key = key
        self._tabs.set_key(key)

    def set_has_turns(self, *, has_turns: bool) -> None:
        """Offer the counters of turns as well, or no more."""
        self._has_turns = has_turns
        self._renew()

    def set_margins(self, side: int, above: int) -> None:
        """Keep these distances."""
        self._row.setContentsMargins(side, above, side, 0)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._renew()

    def _renew(self) -> None:
        old, self._tabs = self._tabs, self._made()
        self._row.replaceWidget(old, self._tabs)
        old.hide()
        old.deleteLater()

    def _made(self) -> StageSwitcher:
        translate = QCoreApplication.translate
        parts = [
            Option("question", translate("RunScreen", "Question"), "circle-help"),
            Option("notes", translate("RunScreen", "Notes"), "notebook-pen"),
            Option("agenda", translate("RunScreen", "Agenda"), "list-checks"),
        ]
        if self._has_turns:
            parts.append(Option("turns", translate("RunScreen", "Turns"), "users"))
        name = translate("RunScreen", "Parts of the page")
        tabs = StageSwitcher(self._theme, tuple(parts), name)
        policy = tabs.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        tabs.setSizePolicy(policy)
        tabs.set_key(self._key)
        tabs.chosen.connect(self.chosen)
        return tabs
