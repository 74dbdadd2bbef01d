"""The Run screen: the time above, then agenda, question and notes side by side, or one at a time.

It renders states and emits intentions. Nothing on it is modal, and nothing takes the cursor away
from the note that is being written.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ogp_desktop.ui import words_run
from ogp_desktop.ui.audience.audience_state import ScreenState
from ogp_desktop.ui.layout_size import Columns, LayoutSize, page_layout
from ogp_desktop.ui.run.agenda_pane import AgendaPane
from ogp_desktop.ui.run.audience_foot import AudienceFoot
from ogp_desktop.ui.run.fit_pane import FitPane
from ogp_desktop.ui.run.key_sheet import KeySheet
from ogp_desktop.ui.run.notes_pane import NotesPane
from ogp_desktop.ui.run.pane_tabs import PaneTabs
from ogp_desktop.ui.run.plan_state import FitState
from ogp_desktop.ui.run.question_column import QuestionColumn
from ogp_desktop.ui.run.run_columns import RunColumns
from ogp_desktop.ui.run.run_keys import RunKeys
from ogp_desktop.ui.run.run_messages import RunMessages
from ogp_desktop.ui.run.run_state import RunState, StripState
from ogp_desktop.ui.run.time_strip import TimeStrip
from ogp_desktop.ui.run.turns_bar import TurnsBar
from ogp_desktop.ui.run.turns_state import TurnsState
from ogp_desktop.ui.screen_in_turns import ScreenInTurns
from ogp_desktop.ui.stage import Stage
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.notice import announce


class RunScreen(ScreenInTurns):
    """Parts with intentions of their own: ``strip``, ``agenda``, ``question``, ``fit``, ``foot``,
    ``messages``, ``turns``, ``notes``, ``keys``. ``key_pressed(id)`` tells keys that are not the
    page's own; ``fit_made(FitPane)`` when somebody first fits the rest to time.

    It begins with the time. ``make_middle``, ``take_notes`` and ``reveal`` make it whole, in that
    order; until then it has the cursor itself, and what is typed waits for the entry box.
    """

    key_pressed = Signal(str)

    agenda: AgendaPane
    foot: AudienceFoot
    question: QuestionColumn
    notes: NotesPane
    keys: RunKeys

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state: RunState | None = None
        self._size: LayoutSize | None = None
        self._pane = "notes"
        self.strip = TimeStrip(theme)
        self.messages = RunMessages(theme)
        self.turns = TurnsBar(theme)
        self._sheet: KeySheet | None = None  # made when somebody first asks
        self._is_fitting = False
        self._has_places = False
        self._tabs = PaneTabs(theme)
        self._tabs.hide()
        self._tabs.chosen.connect(self.show_pane)
        self._columns = RunColumns(theme)
        self.fit_made = self._columns.fit_made
        self._lay_out()
        self.turns.left.connect(lambda: self.show_pane("notes"))
        self.strip.review_requested.connect(lambda: self.stage_requested.emit(Stage.REVIEW))
        theme.changed.connect(self._fit)

    # Making it

    def make_middle(self) -> None:
        """Make the agenda and the question."""
        columns = self._columns
        columns.make_middle()
        self.agenda, self.foot, self.question = columns.agenda, columns.foot, columns.question
        self.agenda.item_chosen.connect(lambda _: self.show_pane("notes"))
        self.agenda.left.connect(lambda: self.show_pane("notes"))
        self.agenda.parked_requested.connect(self._show_parked)
        self.question.agenda_requested.connect(lambda: self.show_pane("agenda"))
        self.question.views_requested.connect(lambda: self.stage_requested.emit(Stage.VIEWS))

    def take_notes(self, notes: NotesPane) -> None:
        """Put the notes beside them, and listen to the keys."""
        self.notes = notes
        self._columns.take_notes(notes)
        notes.saved.connect(self.saved)
        notes.unsaved.connect(self.unsaved)
        notes.trouble_met.connect(self.trouble_met)
        self.keys = RunKeys(self)
        self.keys.pressed.connect(self._on_key)

    def reveal(self) -> Iterator[None]:
        """Show agenda, question and notes, all in their places at once; paint one at a time."""
        self._has_places = True
        self._fit()
        yield from self._columns.reveal()

    # What is shown

    def show_strip(self, strip: StripState, *, is_whole: bool = False) -> None:
        """Show the second."""
        self.strip.show_state(strip, is_whole=is_whole)

    def show_state(self, state: RunState, screen: ScreenState, *, is_bright: bool) -> None:
        """Show everything else."""
        was, self._state = self._state, state
        self.agenda.show_state(state)
        self.question.show_state(state)
        self.foot.show_state(state, screen, is_bright=is_bright)
        self.messages.show_state(state)
        if was is None or was.question.id != state.question.id:
            self.notes.show_question(state.question.id)
        if was is not None and was.is_before_start and not state.is_before_start:
            self._begin()

    def show_fit(self, fit: FitState | None) -> None:
        """Show a fit in the place of the question, or the question again; notes stay beside it."""
        was_fitting, self._is_fitting = self._is_fitting, fit is not None
        self._columns.set_is_fitting(is_fitting=self._is_fitting)
        if fit is not None:
            self.fit.show_state(fit)
        elif was_fitting:
            self.fit.forget()
            self.show_pane("notes")

    @property
    def fit(self) -> FitPane:
        """What fits the rest of the conversation to time, in the place of the question."""
        return self._columns.fit

    def show_turns(self, state: TurnsState) -> None:
        """Show the counters of turns, or none."""
        was_counting = self.turns.is_counting
        self.turns.show_state(state)
        if self.turns.is_counting is not was_counting:
            self._pane = "notes"
            self._tabs.set_key("notes")
            self._tabs.set_has_turns(has_turns=self.turns.is_counting)
            self._arrange()

    def announce_clock(self, strip: StripState) -> None:
        """Tell screen readers that time is short or up."""
        announce(self, words_run.clock_news(strip))

    # What the shell asks

    def cursor_place(self) -> QWidget | None:
        """Return where typing begins, or Start while nothing has begun."""
        if self._state is not None and self._state.is_before_start:
            return self.strip.primary
        return self.notes.focusProxy() or self.notes

    def leave(self) -> None:
        """Keep what is being typed."""
        super().leave()
        if self.is_whole:
            self.notes.leave()

    # Where the cursor is

    def show_pane(self, name: str) -> None:
        """Bring a part of the page to the front and put the cursor in it."""
        self._pane = name
        self._tabs.set_key(name)
        self._arrange()
        if name == "agenda":
            self.agenda.focus()
        elif name == "question" and self._is_fitting:
            self.fit.focus()
        elif name == "turns":
            self.turns.focus()
        elif name == "question":
            self.question.prompts.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.notes.focus_entry()

    def step_pane(self, step: int) -> None:
        """Go to the next part of the page, or the one before."""
        order = ["agenda", "question", "notes"]
        self.show_pane(order[(order.index(self._columns.focused()) + step) % len(order)])

    def minimumSizeHint(self) -> QSize:
        """Ask for what one column needs; any wider layout is chosen by the width there is."""
        return QSize(self._theme.px(440), self._theme.px(240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the layout by the room of the page and the size of the text."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """The room is known now."""
        super().showEvent(event)
        self._fit()

    # Inside

    def _begin(self) -> None:
        """Once the clock goes, the keys belong to the note; on Next a space would skip an item."""
        if self.strip.primary.hasFocus():
            self.notes.focus_entry()

    def _on_key(self, key_id: str) -> None:
        own: dict[str, Callable[[], None]] = {
            "all_keys": self._toggle_keys,
            "agenda": lambda: self.show_pane("agenda"),
            "next_pane": lambda: self.step_pane(1),
            "previous_pane": lambda: self.step_pane(-1),
            "entry": lambda: self.show_pane("notes"),
            "next_stage": lambda: self.stage_requested.emit(Stage.VIEWS),
            "previous_stage": lambda: self.stage_requested.emit(Stage.PREPARE),
        }
        if key_id in own:
            own[key_id]()
        else:
            self.key_pressed.emit(key_id)

    def _toggle_keys(self) -> None:
        if self._sheet is None:
            self._sheet = KeySheet(self._theme, self)
            self._sheet.hide()
            self._sheet.closed.connect(self._close_keys)
        if self._sheet.isVisible():
            self._close_keys()
        else:
            self._sheet.place(self, self.strip.height())
            self._sheet.open()

    def _close_keys(self) -> None:
        if self._sheet is not None:
            self._sheet.hide()
        self.show_pane(self._pane)

    def _show_parked(self) -> None:
        self.show_pane("notes")
        self.notes.show_parked()

    def _fit(self) -> None:
        room = self.parentWidget() or self  # its size is right even before the page has been shown
        scale, need = self._theme.text_scale, self._columns.need() if self._has_places else 0
        size = page_layout(room.width(), room.height(), scale, need)  # without what a notice takes
        self.strip.set_size(size)
        if not self._has_places:
            return
        if size != self._size:
            self._size = size
            self.messages.set_size(size)
            self._columns.set_size(size)
        self._lengths(size)
        self._arrange()
        if self._sheet is not None and self._sheet.isVisible():
            self._sheet.place(self, self.strip.height())

    def _arrange(self) -> None:
        """Show the parts that the layout has room for."""
        columns = self._size.columns if self._size else Columns.THREE
        self._columns.arrange(columns, self._pane)
        self._tabs.setVisible(columns is Columns.ONE)
        is_open = columns is not Columns.ONE or self._pane == "turns"
        self.turns.setVisible(self.turns.is_counting and is_open)

    def _lengths(self, size: LayoutSize) -> None:
        px = self._theme.px
        margin, gap = px(10 if size.is_compact else 14), px(10 if size.is_compact else 12)
        is_single = size.columns is Columns.ONE
        margin = px(8) if is_single else margin
        above = px(2 if size.is_tiny else 6)
        self._tabs.set_margins(margin, above if is_single else 0)
        self._columns.set_lengths(side=margin, above=above if is_single else margin, gap=gap)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.messages)
        column.addWidget(self._tabs)
        column.addWidget(self.turns)
        column.addWidget(self._columns, 1)
