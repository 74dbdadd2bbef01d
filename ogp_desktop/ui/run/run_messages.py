"""What needs a choice, inside the page above the columns: overtime, and time nobody can vouch for.

Neither takes the cursor, and nothing changes until somebody chooses.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from ogp_desktop.domain.offers import Offer, OfferKind
from ogp_desktop.ui import words_run
from ogp_desktop.ui.run.run_state import Gap, RunState
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.choice import Choice
from ogp_desktop.ui.widgets.notice import Banner

_WENT_ON, _STOPPED, _MENU = "went_on", "stopped", "menu"


class RunMessages(QWidget):
    """Signals: ``offer_chosen(Offer)``; ``gap_answered(went_on)``."""

    offer_chosen = Signal(object)
    gap_answered = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: RunState | None = None
        self._offers: dict[str, Offer] = {}
        self._choices: list[Choice] = []
        self._is_tiny = False
        self._over = Banner(theme, "", kind="over")
        self._gap = Banner(theme, "", kind="warn")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for banner in (self._gap, self._over):
            banner.hide()
            column.addWidget(banner)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._over.action_chosen.connect(self._choose)
        self._gap.action_chosen.connect(lambda key: self.gap_answered.emit(key == _WENT_ON))

    def show_state(self, state: RunState) -> None:
        """Show what needs a choice, or nothing."""
        was, self._state = self._state, state
        if was is None or was.gap != state.gap:
            self._render_gap(state.gap)
        if was is None or was.overtime != state.overtime:
            self._render_over(state)

    def set_is_tiny(self, is_tiny: bool) -> None:
        """With hardly any height, keep to one line and put the ways on in a menu."""
        if is_tiny != self._is_tiny:
            self._is_tiny = is_tiny
            for banner in (self._gap, self._over):
                banner.set_is_thin(is_tiny)
            if self._state is not None:
                self._render_over(self._state)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._state is not None:
            state, self._state = self._state, None
            self.show_state(state)

    def _render_over(self, state: RunState) -> None:
        over = state.overtime
        self._over.setVisible(over is not None)
        if over is None:
            return
        number_of = {item.id: item.number for item in state.items if item.number is not None}
        self._offers = {offer.kind.value: offer for offer in over.offers}
        self._choices = [
            Choice(
                offer.kind.value,
                words_run.offer_label(offer, number_of),
                words_run.offer_result(offer, over, number_of),
                "quiet" if offer.kind is OfferKind.KEEP_GOING else "plain",
            )
            for offer in over.offers
        ]
        title = words_run.over_short(over) if self._is_tiny else words_run.over_title(over)
        self._over.set_text(title)
        menu = Choice(_MENU, self.tr("Choose"), icon="chevron-down")
        self._over.set_choices([menu] if self._is_tiny else self._choices)

    def _choose(self, key: str) -> None:
        if key == _MENU:
            self._open_menu()
        else:
            self.offer_chosen.emit(self._offers[key])

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for choice in self._choices:
            words = self.tr("{choice}: {result}").format(choice=choice.label, result=choice.second)
            action = menu.addAction(words if choice.second else choice.label)
            action.triggered.connect(lambda _=False, key=choice.key: self._choose(key))
        menu.popup(self._over.mapToGlobal(self._over.rect().bottomLeft()))

    def _render_gap(self, gap: Gap | None) -> None:
        self._gap.setVisible(gap is not None)
        if gap is None:
            return
        self._gap.set_text(words_run.gap_question(gap))
        self._gap.set_choices(
            [
                Choice(_WENT_ON, self.tr("It went on")),
                Choice(_STOPPED, self.tr("It stopped")),
            ]
        )
