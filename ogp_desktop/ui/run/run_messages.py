"""What needs a choice, inside the page above the columns: overtime, time nobody can vouch for, and
the way back from a change of the plan.

None takes the cursor, and nothing changes until somebody chooses.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from ogp_desktop.domain.offers import Offer, OfferKind
from ogp_desktop.ui import words_offers, words_plan, words_run
from ogp_desktop.ui.layout_size import LayoutSize
from ogp_desktop.ui.run.plan_state import Deed, PlanNews
from ogp_desktop.ui.run.run_state import Gap, Overtime, RunState
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.choice import Choice
from ogp_desktop.ui.widgets.notice import Banner, announce

_WENT_ON, _STOPPED, _MENU = "went_on", "stopped", "menu"
_GIVERS, _FIT, _UNDO, _CLOSE = "givers", "fit", "undo", "close"


class RunMessages(QWidget):
    """Signals: ``offer_chosen(Offer)``; ``gap_answered(went_on)``; ``fit_requested()``;
    ``undo_requested()`` and ``news_closed()`` for the sentence about a change.
    """

    offer_chosen = Signal(object)
    gap_answered = Signal(bool)
    fit_requested = Signal()
    undo_requested = Signal()
    news_closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: RunState | None = None
        self._said: PlanNews | None = None
        self._offers: dict[str, Offer] = {}
        self._choices: list[Choice] = []
        self._size: LayoutSize | None = None
        self._over = Banner(theme, "", kind="over")
        self._gap = Banner(theme, "", kind="warn")
        self._news = Banner(theme, "", kind="ok")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for banner in (self._gap, self._over, self._news):
            banner.hide()
            column.addWidget(banner)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._over.action_chosen.connect(self._choose)
        self._gap.action_chosen.connect(lambda key: self.gap_answered.emit(key == _WENT_ON))
        self._news.action_chosen.connect(self._answer_news)

    def show_state(self, state: RunState) -> None:
        """Show what needs a choice, or nothing."""
        was, self._state = self._state, state
        if was is None or was.gap != state.gap:
            self._render_gap(state.gap)
        if was is None or was.overtime != state.overtime:
            self._render_over(state)

    def show_news(self, said: PlanNews | None) -> None:
        """Say what became of the plan, once aloud, with the way back; ``None`` takes it away."""
        is_new, self._said = said != self._said, said
        self._news.setVisible(said is not None)
        if said is None:
            return
        self._news.set_kind("warn" if said.deed is Deed.REFUSED else "ok")
        self._news.set_text(words_plan.news(said))
        again = self.tr("Redo") if said.deed is Deed.UNDONE else self.tr("Undo")
        undo = [Choice(_UNDO, again, icon="undo-2")] if said.changed is not None else []
        close = Choice(_CLOSE, "", kind="quiet", icon="x", name=self.tr("Close"))
        self._news.set_choices([*undo, close])
        if is_new:
            announce(self, words_plan.news(said))

    def set_size(self, size: LayoutSize) -> None:
        """With hardly any height, keep to one line and put the ways on in a menu; with little room,
        leave the rarest way to its sign.
        """
        if size == self._size:
            return
        self._size = size
        for banner in (self._gap, self._over, self._news):
            banner.set_is_thin(size.is_tiny)
        if self._state is not None:
            self._render_over(self._state)

    @property
    def _is_tiny(self) -> bool:
        return self._size is not None and self._size.is_tiny

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            if self._state is not None:
                state, self._state = self._state, None
                self.show_state(state)
            self.show_news(self._said)

    def _render_over(self, state: RunState) -> None:
        over = state.overtime
        self._over.setVisible(over is not None)
        if over is None:
            return
        self._offers = {offer.kind.value: offer for offer in over.offers}
        self._choices = self._ways_on(over)
        title = words_offers.over_short(over) if self._is_tiny else words_offers.over_title(over)
        self._over.set_text(title)
        menu = Choice(_MENU, self.tr("Choose"), icon="chevron-down")
        self._over.set_choices([menu] if self._is_tiny else self._choices)

    def _ways_on(self, over: Overtime) -> list[Choice]:
        numbers = self._numbers()
        ways: list[Choice] = []
        for offer in over.offers:
            is_quiet = offer.kind is OfferKind.KEEP_GOING
            if is_quiet:
                ways.append(self._fit_way())
            label = words_offers.offer_label(offer, numbers)
            result = words_offers.offer_result(offer, over, numbers)
            ways.append(Choice(offer.kind.value, label, result, "quiet" if is_quiet else "plain"))
            if offer.kind is OfferKind.TAKE_FROM and len(over.givers) > 1:
                name = self.tr("Take from another item")
                ways.append(Choice(_GIVERS, "", icon="chevron-down", name=name))
        return ways

    def _fit_way(self) -> Choice:
        words = self.tr("Fit to time")
        is_folded = self._size is not None and self._size.is_compact and not self._size.is_tiny
        return Choice(_FIT, "" if is_folded else words, kind="quiet", icon="timer", name=words)

    def _numbers(self) -> dict[str, int]:
        items = self._state.items if self._state is not None else ()
        return {item.id: item.number for item in items if item.number is not None}

    def _choose(self, key: str) -> None:
        if key == _MENU:
            self._open_menu()
        elif key == _GIVERS:
            self._open_givers()
        elif key == _FIT:
            self.fit_requested.emit()
        else:
            self.offer_chosen.emit(self._offers[key])

    def _open_givers(self) -> None:
        menu = self._new_menu()
        self._fill_givers(menu)
        self._pop_up(menu)

    def _open_menu(self) -> None:
        menu = self._new_menu()
        for choice in self._choices:
            if choice.key == _GIVERS:
                self._fill_givers(menu.addMenu(choice.name))
                continue
            words = self.tr("{choice}: {result}").format(choice=choice.label, result=choice.second)
            action = menu.addAction(words if choice.second else choice.label)
            action.triggered.connect(lambda _=False, key=choice.key: self._choose(key))
        self._pop_up(menu)

    def _new_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _pop_up(self, menu: QMenu) -> None:
        menu.popup(self._over.mapToGlobal(self._over.rect().bottomLeft()))

    def _fill_givers(self, menu: QMenu) -> None:
        over = self._state.overtime if self._state is not None else None
        if over is None:
            return
        for offer in over.givers:
            number = self._numbers().get(offer.block_id or "")
            action = menu.addAction(words_offers.giver(offer, over, number))
            action.triggered.connect(lambda _=False, offer=offer: self.offer_chosen.emit(offer))

    def _answer_news(self, key: str) -> None:
        (self.undo_requested if key == _UNDO else self.news_closed).emit()

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
