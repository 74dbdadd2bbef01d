"""The strip that says how much time is left, whether the session is on plan, and what comes next.

It alone repaints each second. Its one filled button is the likely next step.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ogp_desktop.domain.schedule import TimerState
from ogp_desktop.ui import words_run
from ogp_desktop.ui.layout_size import Columns, LayoutSize
from ogp_desktop.ui.run.keymap import shown_keys
from ogp_desktop.ui.run.run_state import StripState
from ogp_desktop.ui.run.strip_looks import LINE_TONES, SHAPES, is_resting, tone_of
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.clock import Timeline, TimelineSegment, TimerDigits
from ogp_desktop.ui.widgets.label import Label
from ogp_desktop.ui.widgets.pill import StatePill


class TimeStrip(QFrame):
    """Renders a ``StripState``. Every signal is an intention; ``minutes_requested`` is +1 or -1."""

    start_requested = Signal()
    pause_requested = Signal()
    next_requested = Signal()
    end_requested = Signal()
    review_requested = Signal()
    minutes_requested = Signal(int)
    options_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state: StripState | None = None
        self._size: LayoutSize | None = None
        self._is_whole = False
        self.setProperty("look", "bar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._digits = TimerDigits(theme)
        self._pill = StatePill(theme)
        self._left = Label(theme, role="caption", color="ink2")
        self._timeline = Timeline(theme)
        self._clock = QLabel()
        self._pace = Label(theme, role="caption_b")
        self._ends = Label(theme, role="caption", color="ink2")
        self._now = Label(theme, role="caption", color="ink2")
        self._less = Button(theme, "", "step")
        self._more = Button(theme, "", "step")
        self._pause = Button(theme, "", icon="pause")
        self._next = Button(theme, "", "primary")
        self.options = Button(theme, "", "quiet", "ellipsis")
        self._lay_out()
        self._less.clicked.connect(lambda: self.minutes_requested.emit(-1))
        self._more.clicked.connect(lambda: self.minutes_requested.emit(1))
        self._pause.clicked.connect(self.pause_requested)
        self._next.clicked.connect(self._on_primary)
        self.options.clicked.connect(self.options_requested)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def primary(self) -> Button:
        """The one filled button: start, next item, end, or review."""
        return self._next

    def show_state(self, state: StripState, *, is_whole: bool = False) -> None:
        """Show this moment; ``is_whole`` shows whole minutes until five are left."""
        self._state, self._is_whole = state, is_whole
        item = words_run.item_name(state.item_id, state.item_number)
        self._digits.set_time(
            words_run.digits(state.left_s, is_whole=is_whole),
            tone_of(state.state),
        )
        self._pill.set_state(SHAPES.get(state.state, "paused"), words_run.state_word(state.state))
        self._left.setText(
            words_run.left_of(state.state, state.left_s, state.planned_minutes, item)
        )
        self._render_session(state)
        self._render_buttons(state)

    def set_size(self, size: LayoutSize) -> None:
        """Fold what there is no room for: names when compact, the line when in one column."""
        if size == self._size:
            return
        self._size = size
        has_line = size.columns is not Columns.ONE
        self._digits.set_is_small(size.is_compact)
        self._timeline.set_has_labels(not size.is_compact)
        for widget in (self._timeline, self._clock, self._pace, self._ends):
            widget.setVisible(has_line)
        self._left.setVisible(has_line)
        self._now.setVisible(has_line and not size.is_compact)
        self._restyle()
        if self._state is not None:
            self._render_buttons(self._state)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._state is not None:
            self.show_state(self._state, is_whole=self._is_whole)

    def _render_session(self, state: StripState) -> None:
        pace = words_run.pace(state.behind_s, is_on_plan=state.is_on_plan)
        is_going = not is_resting(state.state)
        self._pace.setText(pace if is_going else "")
        self._pace.setVisible(is_going and not self._is_single)
        self._ends.setText(
            words_run.ends(
                state.ends_at, state.planned_end_at, is_over=state.state is TimerState.ENDED
            )
        )
        self._now.setText(words_run.now_is(state.now))
        item = words_run.item_name(state.item_id, state.item_number)
        self._timeline.set_segments(
            tuple(
                TimelineSegment(
                    names=words_run.item_names(segment.item_id, segment.number),
                    minutes=segment.minutes,
                    done=segment.done,
                    is_current=segment.is_current,
                )
                for segment in state.segments
            ),
            LINE_TONES.get(state.state, "idle"),
            self.tr("{item} now. {pace}.").format(item=item, pace=pace),
        )

    def _render_buttons(self, state: StripState) -> None:
        is_live = not is_resting(state.state)
        for widget in (self._less, self._more, self._pause):
            widget.setVisible(is_live)
        self.options.set_name(self.tr("More for this conversation"))
        self._less.setText("\u22121")
        self._less.set_name(self._with_key(self.tr("One minute less"), "minute_less"))
        self._more.setText("+1")
        self._more.set_name(self._with_key(self.tr("One minute more"), "minute_more"))
        is_paused = state.state is TimerState.PAUSED
        words = self.tr("Resume") if is_paused else self.tr("Pause")
        self._pause.set_icon("play" if is_paused else "pause")
        self._pause.setText("" if self._is_single else words)
        self._pause.set_name(self._with_key(words, "start_pause"))
        text, icon, key = self._primary_words(state)
        is_arrow = icon == "arrow-right"
        self._next.set_icon(None if is_arrow and not self._is_single else icon)
        self._next.set_icon_after(icon if is_arrow and not self._is_single else None)
        self._next.setText("" if self._is_single and is_live else text)
        self._next.set_name(self._with_key(text, key) if key else text)

    def _primary_words(self, state: StripState) -> tuple[str, str, str]:
        if state.state is TimerState.NOT_STARTED:
            return self.tr("Start"), "play", "start_pause"
        if state.state is TimerState.ENDED:
            return self.tr("Review"), "arrow-right", ""
        if state.next_item_id is None:
            return self.tr("End the conversation"), "flag", ""
        item = words_run.item_name(state.next_item_id, state.next_number)
        if self._size is not None and self._size.is_compact and not self._is_single:
            return item, "arrow-right", "next_item"
        return self.tr("Next: {item}").format(item=item), "arrow-right", "next_item"

    def _with_key(self, words: str, key: str) -> str:
        return self.tr("{action} ({key})").format(action=words, key=shown_keys(key))

    @property
    def _is_single(self) -> bool:
        return self._size is not None and self._size.columns is Columns.ONE

    def _on_primary(self) -> None:
        state = self._state
        if state is None:
            return
        if state.state is TimerState.NOT_STARTED:
            self.start_requested.emit()
        elif state.state is TimerState.ENDED:
            self.review_requested.emit()
        elif state.next_item_id is None:
            self.end_requested.emit()
        else:
            self.next_requested.emit()

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._digits)
        self._beside = QVBoxLayout()
        self._beside.addStretch(1)
        self._beside.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignLeading)
        self._beside.addWidget(self._left)
        self._beside.addStretch(1)
        self._row.addLayout(self._beside)
        self._session = QVBoxLayout()
        self._session.addStretch(1)
        self._session.addWidget(self._timeline)
        self._sentence = QHBoxLayout()
        for widget in (self._clock, self._pace, self._ends):
            self._sentence.addWidget(widget)
        self._sentence.addStretch(1)
        self._sentence.addWidget(self._now)
        self._session.addLayout(self._sentence)
        self._session.addStretch(1)
        self._row.addLayout(self._session, 1)
        self._buttons = QHBoxLayout()
        for button in (self._less, self._more, self._pause, self._next, self.options):
            self._buttons.addWidget(button)
        self._row.addLayout(self._buttons)

    def _restyle(self) -> None:
        px = self._theme.px
        is_compact = self._size is not None and self._size.is_compact
        self.setFixedHeight(px(52 if is_compact else 83))
        self._row.setContentsMargins(px(16), 0, px(16), 0)
        self._row.setSpacing(px(14))
        self._beside.setSpacing(px(2 if is_compact else 4))
        self._session.setSpacing(px(2 if is_compact else 5))
        self._sentence.setSpacing(px(6))
        self._buttons.setSpacing(px(6))
        self._clock.setPixmap(self._theme.pixmap("clock", "ink2", 16))
