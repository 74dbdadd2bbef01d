"""The Individual views screen: how people will answer, what came in, and results once closed."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ogp_desktop.domain.individual_views import IndividualViews, Method
from ogp_desktop.ui.screen_in_turns import ScreenInTurns
from ogp_desktop.ui.stage import Stage
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.views.received_card import ReceivedCard
from ogp_desktop.ui.views.tally_card import TallyCard
from ogp_desktop.ui.views.views_state import ViewsState, with_received, with_tally
from ogp_desktop.ui.views.way_cards import WayCards
from ogp_desktop.ui.widgets.ask_pdf import ask_pdf
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.card import Line
from ogp_desktop.ui.widgets.choice import Choice
from ogp_desktop.ui.widgets.cursor import keeping_cursor
from ogp_desktop.ui.widgets.in_turns import shown_in_turns
from ogp_desktop.ui.widgets.label import Label, WrapLabel
from ogp_desktop.ui.widgets.notice import Notice
from ogp_desktop.ui.widgets.scroll import ScrollPane
from ogp_desktop.ui.words_views import not_added_up, received


class ViewsScreen(ScreenInTurns):
    """Begins empty; ``make_parts`` makes it for the state of the moment, out of sight. Signals
    besides those of every stage: ``views_edited(IndividualViews)``, ``close_requested()``,
    ``go_on_requested()``, ``reopen_requested()``, ``sheet_wanted(Path)``.
    """

    ways: WayCards
    received: ReceivedCard
    tally: TallyCard
    go: Button
    reopen: Button

    views_edited = Signal(object)
    close_requested = Signal()
    go_on_requested = Signal()
    reopen_requested = Signal()
    sheet_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state: ViewsState | None = None
        self._is_made = False
        self._body = QWidget()
        self._body.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._body)

    def make_parts(self) -> Iterator[None]:
        """Make every part and fill it, out of sight; then show all of it."""
        theme = self._theme
        self._title = Label(theme, "", "h3")
        self._facts = Label(theme, "", "body", "ink2")
        self.ways = WayCards(theme)
        self.received = ReceivedCard(theme)
        self.tally = TallyCard(theme)
        yield
        self._question = Notice(theme, "warn", "")
        self._done = Notice(theme, "ok", "")
        self._foot_text = WrapLabel(theme, "", "strong")
        self.reopen = Button(theme, "", "plain", "undo-2")
        self.go = Button(theme, "", "primary")
        self._lay_out()
        self._join()
        theme.changed.connect(self._restyle)
        self._restyle()
        yield
        if self._state is not None:
            yield from self.ways.make(self._state)
            yield from self.tally.make(self._state)
        self._is_made = True
        if self._state is not None:
            self._render(self._state)
        yield
        yield from shown_in_turns(self._body)

    def show_state(self, state: ViewsState) -> None:
        """Show the state, whole; the cursor goes to the next step if its place is gone."""
        self._state = state
        if self._is_made:
            with keeping_cursor(self, lambda: self.go):
                self._render(state)

    def _render(self, state: ViewsState) -> None:
        asked, done = self.tr("How will people answer?"), self.tr("Individual views")
        self._title.setText(done if state.is_closed else asked)
        facts = self.tr("{people} people, {minutes} min planned")
        self._facts.setText(
            facts.format(
                people=self.locale().toString(state.people),
                minutes=self.locale().toString(state.minutes),
            )
        )
        self.ways.show_state(state)
        self.ways.setVisible(not state.is_closed)
        self.received.show_state(state)
        self.tally.show_state(state)
        self._show_messages(state)
        self._show_foot(state)

    def cursor_place(self) -> QWidget | None:
        """The first count."""
        return self.received.first_field()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of the language."""
        if event.type() == QEvent.Type.LanguageChange and self._state is not None:
            self.show_state(self._state)
        super().changeEvent(event)

    def _show_messages(self, state: ViewsState) -> None:
        self._question.setVisible(state.asks_to_close)
        if state.asks_to_close:
            self._question.set_text(not_added_up(state))
            self._question.set_choices(
                (
                    Choice("count", self.tr("Go on counting"), kind="tinted"),
                    Choice("right", self.tr("It is right, show results")),
                )
            )
        self._done.setVisible(state.printed_to is not None)
        self._done.set_text(
            self.tr("The sheet is saved. Print it {people} times: {file}").format(
                people=self.locale().toString(state.people), file=state.printed_to or ""
            )
        )

    def _show_foot(self, state: ViewsState) -> None:
        hidden = self.tr("{received}. Results stay hidden until you close.")
        shown = self.tr("{received}. Closed, results are shown.")
        foot = shown if state.is_closed else hidden
        self._foot_text.setText(foot.format(received=received(state)))
        self.go.setText(
            self.tr("Go to Review") if state.is_closed else self.tr("Close and show results")
        )
        self.reopen.setText(self.tr("Count again"))
        self.reopen.setVisible(state.is_closed and not state.is_sealed)

    def _join(self) -> None:
        self.ways.print_requested.connect(self._ask_where)
        self.received.received_edited.connect(self._receive)
        self.received.passed_edited.connect(self._pass)
        self.tally.count_edited.connect(self._count)
        self._question.action_chosen.connect(self._answer)
        self.go.clicked.connect(self._go_on)
        self.reopen.clicked.connect(self.reopen_requested)

    def _receive(self, method: Method, count: int | None) -> None:
        self._edit(lambda views: with_received(views, method, count))

    def _pass(self, count: int) -> None:
        self._edit(lambda views: replace(views, passed=count))

    def _count(self, choice_id: str, answer: str, count: int | None) -> None:
        self._edit(lambda views: with_tally(views, choice_id, answer, count))

    def _edit(self, change: Callable[[IndividualViews], IndividualViews]) -> None:
        if self._state is not None:
            self.views_edited.emit(change(self._state.views))

    def _answer(self, key: str) -> None:
        (self.go_on_requested if key == "count" else self.close_requested).emit()

    def _go_on(self) -> None:
        if self._state is not None and self._state.is_closed:
            self.stage_requested.emit(Stage.REVIEW)
        else:
            self.close_requested.emit()

    def _ask_where(self) -> None:
        title, kind = self.tr("Save the sheet for printing"), self.tr("PDF document (*.pdf)")
        ask_pdf(self, title, kind, self.sheet_wanted.emit)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._facts)
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.addLayout(head)
        for widget in (self.ways, self._done, self.received, self.tally):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        pane = ScrollPane()
        pane.show_content(page)
        foot = QFrame()
        foot.setProperty("look", "foot")
        self._foot = QHBoxLayout(foot)
        self._foot.addWidget(self._foot_text, 1)
        self._foot.addWidget(self.reopen)
        self._foot.addWidget(self.go)
        self._asking = QVBoxLayout()
        self._asking.addWidget(self._question)
        whole = QVBoxLayout(self._body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(pane, 1)
        whole.addLayout(self._asking)
        whole.addWidget(Line())
        whole.addWidget(foot)

    def _restyle(self) -> None:
        px = self._theme.px
        margin = px(14)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(px(12))
        self._foot.setContentsMargins(margin, px(8), margin, px(8))
        self._foot.setSpacing(px(12))
        self._asking.setContentsMargins(margin, 0, margin, px(10))
