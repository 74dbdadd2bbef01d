"""What needs a choice, inside the page above the columns: overtime, and time nobody can vouch for.

Neither takes the cursor, and nothing changes until somebody chooses.
"""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ogp_desktop.domain.offers import Offer, OfferKind
from ogp_desktop.ui import words_run
from ogp_desktop.ui.run.run_state import Gap, Overtime, RunState
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.notice import Banner, Choice

_WENT_ON, _STOPPED = "went_on", "stopped"


class RunMessages(QWidget):
    """Signals: ``offer_chosen(Offer)``; ``gap_answered(went_on)``."""

    offer_chosen = Signal(object)
    gap_answered = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: RunState | None = None
        self._offers: dict[str, Offer] = {}
        self._over = Banner(theme, "", kind="over")
        self._gap = Banner(theme, "", kind="warn")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for banner in (self._gap, self._over):
            banner.hide()
            column.addWidget(banner)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._over.action_chosen.connect(lambda key: self.offer_chosen.emit(self._offers[key]))
        self._gap.action_chosen.connect(lambda key: self.gap_answered.emit(key == _WENT_ON))

    def render_state(self, state: RunState) -> None:
        """Show what needs a choice, or nothing."""
        was, self._state = self._state, state
        if was is None or was.gap != state.gap:
            self._render_gap(state.gap)
        if was is None or was.overtime != state.overtime:
            number_of = {item.id: item.number for item in state.items if item.number is not None}
            self._render_over(state.overtime, number_of)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._state is not None:
            state, self._state = self._state, None
            self.render_state(state)

    def _render_over(self, over: Overtime | None, number_of: dict[str, int]) -> None:
        self._over.setVisible(over is not None)
        if over is None:
            return
        self._offers = {offer.kind.value: offer for offer in over.offers}
        self._over.set_text(words_run.over_title(over))
        self._over.set_choices(
            [
                Choice(
                    offer.kind.value,
                    words_run.offer_label(offer, number_of),
                    words_run.offer_result(offer, over, number_of),
                    "quiet" if offer.kind is OfferKind.KEEP_GOING else "plain",
                )
                for offer in over.offers
            ]
        )

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
