"""The Run screen: the time above, then agenda, question and notes side by side, or one at a time.

It renders states and emits intentions. Nothing on it is modal, and nothing takes the cursor away
from the note that is being written.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ogp_desktop.ui import words_run
from ogp_desktop.ui.audience.audience_state import ScreenState
from ogp_desktop.ui.layout_size import Columns, LayoutSize, page_layout
from ogp_desktop.ui.run.agenda_pane import AgendaPane
from ogp_desktop.ui.run.audience_foot import AudienceFoot
from ogp_desktop.ui.run.fit_pane import FitPane
from ogp_desktop.ui.run.key_sheet import KeySheet
from ogp_desktop.ui.run.notes_pane import NotesPane
from ogp_desktop.ui.run.pane_tabs import pane_tabs
from ogp_desktop.ui.run.plan_state import FitState
from ogp_desktop.ui.run.question_column import QuestionColumn
from ogp_desktop.ui.run.run_keys import RunKeys
from ogp_desktop.ui.run.run_messages import RunMessages
from ogp_desktop.ui.run.run_state import RunState, StripState
from ogp_desktop.ui.run.time_strip import TimeStrip
from ogp_desktop.ui.run.turns_bar import TurnsBar
from ogp_desktop.ui.run.turns_state import TurnsState
from ogp_desktop.ui.stage import Stage, StageScreen
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.choices import StageSwitcher
from ogp_desktop.ui.widgets.notice import announce

AGENDA_WIDTH = 226


class RunScreen(StageScreen):
    """Parts with intentions of their own: ``strip``, ``agenda``, ``question``, ``fit``, ``foot``,
    ``messages``, ``turns``, ``notes``, ``keys``. ``key_pressed(id)`` tells keys that are not the
    page's own.
    """

    key_pressed = Signal(str)

    def __init__(self, theme: Theme, notes: NotesPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state: RunState | None = None
        self._size: LayoutSize | None = None
        self._pane = "notes"
        self.strip = TimeStrip(theme)
        self.messages = RunMessages(theme)
        self.turns = TurnsBar(theme)
        self.agenda = AgendaPane(theme)
        self.foot = AudienceFoot(theme)
        self.question = QuestionColumn(theme, self.foot)
        self.notes = notes
        self.fit = FitPane(theme)
        self._is_fitting = False
        self._tabs = self._make_tabs()
        self._lay_out()
        self._sheet: KeySheet | None = None  # made when somebody first asks
        self.keys = RunKeys(self)
        self.keys.pressed.connect(self._on_key)
        self.question.agenda_requested.connect(lambda: self.show_pane("agenda"))
        self.question.views_requested.connect(lambda: self.stage_requested.emit(Stage.VIEWS))
        self.strip.review_requested.connect(lambda: self.stage_requested.emit(Stage.REVIEW))
        for left in (self.agenda.item_chosen, self.agenda.left, self.turns.left):
            left.connect(lambda *_: self.show_pane("notes"))
        self.agenda.parked_requested.connect(self._show_parked)
        notes.saved.connect(self.saved)
        notes.trouble_met.connect(self.trouble_met)
        theme.changed.connect(self._fit)

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
        if fit is not None:
            self.fit.show_state(fit)
        elif was_fitting:
            self.fit.forget()
            self.show_pane("notes")

    def show_turns(self, state: TurnsState) -> None:
        """Show the counters of turns, or none."""
        was_counting = self.turns.is_counting
        self.turns.show_state(state)
        if self.turns.is_counting is not was_counting:
            self._pane = "notes"
            self._renew_tabs()

    def announce_clock(self, strip: StripState) -> None:
        """Tell screen readers that time is short or up."""
        announce(self, words_run.clock_news(strip))

    # What the shell asks

    def first_focus(self) -> QWidget | None:
        """Return where typing begins, or Start while nothing has begun."""
        if self._state is not None and self._state.is_before_start:
            return self.strip.primary
        return self.notes.focusProxy() or self.notes

    def leave(self) -> None:
        """Keep what is being typed."""
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
        self.show_pane(order[(order.index(self._focused_pane()) + step) % len(order)])

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

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._renew_tabs()

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

    def _focused_pane(self) -> str:
        focus = QApplication.focusWidget()
        for name, part in (
            ("agenda", self.agenda),
            ("question", self.question),
            ("question", self.fit),
        ):
            if focus is not None and part.isAncestorOf(focus):
                return name
        return "notes"

    def _fit(self) -> None:
        room = self.parentWidget() or self  # its size is right even before the page has been shown
        scale, need = self._theme.text_scale, self._three_columns_need()
        size = page_layout(room.width(), room.height(), scale, need)  # without what a notice takes
        if size != self._size:
            self._size = size
            self.strip.set_size(size)
            self.question.set_size(size)
            self.messages.set_size(size)
            self.agenda.set_is_tiny(size.is_tiny)
            self.notes.set_room(is_compact=size.is_compact, is_tiny=size.is_tiny)
        self._lengths(size)
        self._arrange()
        if self._sheet is not None and self._sheet.isVisible():
            self._sheet.place(self, self.strip.height())

    def _three_columns_need(self) -> int:
        px = self._theme.px
        columns = (self.question.minimumSizeHint(), self.notes.minimumSizeHint())
        return sum(hint.width() for hint in columns) + px(AGENDA_WIDTH + 2 * 12 + 2 * 14)

    def _arrange(self) -> None:
        """Show the parts that the layout has room for."""
        columns = self._size.columns if self._size else Columns.THREE
        is_agenda = self._pane == "agenda"
        shown = {
            Columns.THREE: (True, True, True),
            Columns.TWO: (is_agenda, not is_agenda, True),
            Columns.ONE: (is_agenda, self._pane == "question", self._pane == "notes"),
        }[columns]
        middle, other = (self.fit, self.question)[:: 1 if self._is_fitting else -1]
        other.hide()
        for part, is_shown in zip((self.agenda, middle, self.notes), shown, strict=True):
            part.setVisible(is_shown)
        self._tabs.setVisible(columns is Columns.ONE)
        is_open = columns is not Columns.ONE or self._pane == "turns"
        self.turns.setVisible(self.turns.is_counting and is_open)
        is_fixed, width = columns is Columns.THREE, self._theme.px(AGENDA_WIDTH)
        self.agenda.setMaximumWidth(width if is_fixed else 16_777_215)
        self.agenda.setMinimumWidth(width if is_fixed else 0)
        self._columns.setStretch(0, 0 if is_fixed else 2)

    def _lengths(self, size: LayoutSize) -> None:
        px = self._theme.px
        margin, gap = px(10 if size.is_compact else 14), px(10 if size.is_compact else 12)
        is_single = size.columns is Columns.ONE
        margin = px(8) if is_single else margin
        above = px(2 if size.is_tiny else 6)
        self._tabs_row.setContentsMargins(margin, above if is_single else 0, margin, 0)
        self._columns.setContentsMargins(margin, above if is_single else margin, margin, margin)
        self._columns.setSpacing(gap)

    def _renew_tabs(self) -> None:
        old, self._tabs = self._tabs, self._make_tabs()
        self._tabs_row.replaceWidget(old, self._tabs)
        old.hide()
        old.deleteLater()
        self._arrange()

    def _make_tabs(self) -> StageSwitcher:
        tabs = pane_tabs(self._theme, has_turns=self.turns.is_counting)
        tabs.set_key(self._pane)
        tabs.chosen.connect(self.show_pane)
        return tabs

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.messages)
        self._tabs_row = QVBoxLayout()
        self._tabs_row.addWidget(self._tabs)
        column.addLayout(self._tabs_row)
        column.addWidget(self.turns)
        self._columns = QHBoxLayout()
        self._columns.addWidget(self.agenda)
        self._columns.addWidget(self.question, 2)
        self._columns.addWidget(self.fit, 2)
        self._columns.addWidget(self.notes, 3)
        column.addLayout(self._columns, 1)
