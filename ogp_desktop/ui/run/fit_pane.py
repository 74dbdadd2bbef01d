"""Fitting the rest of a conversation to time, in the place of the question: what stays fixed, what
that would change, and two buttons. Nothing changes before one of them is pressed.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ogp_desktop.domain.refit_goal import FitTo
from ogp_desktop.ui import words_plan
from ogp_desktop.ui.run.fit_rows import FitList
from ogp_desktop.ui.run.plan_state import FitState
from ogp_desktop.ui.run.question_column import ScrolledBody, Scroller
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.card import Line
from ogp_desktop.ui.widgets.choice import Choice
from ogp_desktop.ui.widgets.choice_box import ChoiceBox
from ogp_desktop.ui.widgets.choices import Option
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.label import Label, WrapLabel
from ogp_desktop.ui.widgets.notice import Notice
from ogp_desktop.ui.widgets.number import CountField
from ogp_desktop.ui.widgets.spoken_card import SpokenCard
from ogp_desktop.ui.widgets.time_field import TimeField

_FEWEST, _MOST = -999, 9999
"""What the field of minutes takes: what is no length is refused in words, not by a dead key."""


class FitPane(SpokenCard):
    """Renders a ``FitState``; every signal is an intention, ``closed()`` leaves all as it is."""

    to_chosen = Signal(object)
    end_chosen = Signal(int, int)
    minutes_chosen = Signal(object)
    nearest_chosen = Signal()
    taken = Signal()
    closed = Signal()
    start_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=0, spacing=0, parent=parent)
        self._state: FitState | None = None
        self._title = Label(theme, role="h3")
        self._to = ChoiceBox(theme)
        self._end = TimeField(theme)
        self._minutes = CountField(theme, "", 0, _FEWEST, _MOST)
        self._result = WrapLabel(theme, role="strong")
        self._problem = Notice(theme, "warn", "")
        self._list = FitList(theme)
        self._take = Button(theme, kind="tinted", icon="check")
        self._keep = Button(theme, kind="quiet")
        self._late = WrapLabel(theme, role="caption_b", color="ink2")
        self._begun = CountField(theme, "", 0)
        self._set = Button(theme, icon="clock")
        self._lay_out()
        self._to.chosen.connect(lambda key: self.to_chosen.emit(FitTo(key)))
        self._end.time_changed.connect(self.end_chosen)
        self._minutes.value_changed.connect(self.minutes_chosen)
        self._problem.action_chosen.connect(self._choose_nearest)
        self._take.clicked.connect(self.taken)
        self._keep.clicked.connect(self.closed)
        self._set.clicked.connect(lambda: self.start_chosen.emit(self._begun.value()))
        theme.changed.connect(self._lengths)
        self._lengths()
        self.retranslate()

    def show_state(self, state: FitState) -> None:
        """Show a goal and what comes of it."""
        was, self._state = self._state, state
        options = tuple(
            Option(to.value, words_plan.fit_option(to), hint=words_plan.fit_hint(to, state.length))
            for to in FitTo
        )
        self._to.show_state(options, state.goal.to.value)
        self._end.setVisible(state.goal.to is FitTo.END_AT)
        self._end.set_clock(state.end_at.hour, state.end_at.minute)
        self._minutes.setVisible(state.goal.to is FitTo.MINUTES)
        if self._minutes.value() != state.minutes:
            self._minutes.set_count(state.minutes)
        if was is None or was.begun is None:
            self._begun.set_count(state.begun or 0)
        fits = state.ends_at is not None
        result = words_plan.fit_result(state)
        self._result.setText(result if fits else "")
        self._result.setVisible(fits)
        self._problem.setVisible(not fits)
        if state.nearest is not None:
            self._problem.set_text(result)
            self._problem.set_choices([Choice("nearest", words_plan.nearest(state.nearest))])
        self._list.setVisible(fits)
        self._list.show_rows(state.rows)
        self._take.setEnabled(fits)
        self._take.setAccessibleDescription(result)

    def forget(self) -> None:
        """Begin anew next time."""
        self._state = None

    def focus(self) -> None:
        """Put the cursor where the goal is given."""
        to = self._state.goal.to if self._state is not None else FitTo.END_AT
        field = {FitTo.END_AT: self._end, FitTo.MINUTES: self._minutes}.get(to, self._take)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def escape(self) -> None:
        """Keep all as it is."""
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the distances on the right sides."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lengths()

    def _choose_nearest(self) -> None:
        """The button that was pressed goes, so that the cursor goes to what comes next."""
        self.nearest_chosen.emit()
        if self._take.isEnabled():
            self._take.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._title.setText(self.tr("Fit to time"))
        self._to.setAccessibleName(self.tr("What stays fixed"))
        self._end.setAccessibleName(self.tr("Must end at"))
        self._minutes.setAccessibleName(self.tr("Minutes left"))
        self._take.setText(self.tr("Take this plan"))
        self._keep.setText(self.tr("Keep as it is"))
        self._late.setText(self.tr("The talk began this many minutes ago:"))
        self._begun.setAccessibleName(self.tr("Minutes since the talk began"))
        self._set.setText(self.tr("Set the start"))
        self._list.retranslate()
        if self._state is not None:
            self.show_state(self._state)

    def _lay_out(self) -> None:
        inside = ScrolledBody()
        self._column = QVBoxLayout(inside)
        for part in (self._title, self._to):
            self._column.addWidget(part)
        fields = QHBoxLayout()
        fields.addWidget(self._end)
        fields.addWidget(self._minutes)
        fields.addStretch(1)
        self._column.addLayout(fields)
        for below in (self._result, self._problem, self._list):
            self._column.addWidget(below)
        self._column.addWidget(Line())
        self._column.addWidget(self._late)
        self._begins = QHBoxLayout()
        self._begins.addWidget(self._begun)
        self._begins.addWidget(self._set)
        self._begins.addStretch(1)
        self._column.addLayout(self._begins)
        self._column.addStretch(1)
        self._foot = FlowBox(self._theme, 8)
        self._foot.add(self._take)
        self._foot.add(self._keep)
        self._below = QVBoxLayout()
        self._below.addWidget(Line())
        self._below.addWidget(self._foot)
        self.body.addWidget(Scroller(inside), 1)
        self.body.addLayout(self._below)

    def _lengths(self) -> None:
        px = self._theme.px
        sides = (px(4), px(14)) if self.isRightToLeft() else (px(14), px(4))
        self._column.setContentsMargins(sides[0], px(10), sides[1], px(10))
        self._column.setSpacing(px(8))
        self._begins.setSpacing(px(8))
        self._below.setContentsMargins(px(14), 0, px(14), px(8))
        self._below.setSpacing(px(8))
        self.body.setContentsMargins(1, 1, 1, 1)
