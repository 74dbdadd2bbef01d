"""The offer about time above the agenda: what is so, what would change, and to take it or not."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ogp_desktop.ui.prepare.time_offer import LateOffer, TimeOffer
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.choice import Choice
from ogp_desktop.ui.widgets.notice import Notice, announce
from ogp_desktop.ui.words_time_offer import leave_label, offer_sentence, take_label

_TAKE, _LEAVE = "take", "leave"


class OfferBox(Notice):
    """``minutes_taken(int)`` plans so many minutes, ``usual_taken()`` the usual lengths;
    ``usual_left()`` puts that offer away.
    """

    minutes_taken = Signal(int)
    usual_taken = Signal()
    usual_left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "info", "", (), parent)
        self._offer: TimeOffer | None = None
        self.action_chosen.connect(self._on_chosen)
        self.hide()

    def show_offer(self, offer: TimeOffer | None) -> None:
        """Show it, or nothing. A new kind of offer is announced once, not at every minute."""
        is_news = offer is not None and type(offer) is not type(self._offer)
        self._offer = offer
        self.setVisible(offer is not None)
        if offer is None:
            return
        is_late = isinstance(offer, LateOffer)
        self.set_kind("warn" if is_late else "info")
        take = Choice(_TAKE, take_label(offer), icon="shuffle")
        self.set_choices((take,) if is_late else (take, Choice(_LEAVE, leave_label())))
        self.set_text(offer_sentence(offer))
        if is_news:
            announce(self, self.words.text())

    def _on_chosen(self, key: str) -> None:
        if isinstance(self._offer, LateOffer):
            self.minutes_taken.emit(self._offer.offered)
        elif key == _TAKE:
            self.usual_taken.emit()
        else:
            self.usual_left.emit()
