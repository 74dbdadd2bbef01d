"""The agenda pane: the bar, one row per item with its steps and minutes, and what to know of it."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from ogp_desktop.domain.agenda import AgendaFlag
from ogp_desktop.ui.prepare.agenda_bar import AgendaBar, BarPart
from ogp_desktop.ui.prepare.agenda_row import AgendaRow
from ogp_desktop.ui.prepare.agenda_view import (
    AgendaView,
    QuestionAlone,
    QuestionMoved,
)
from ogp_desktop.ui.prepare.offer_box import OfferBox
from ogp_desktop.ui.prepare.pack_box import PackBox
from ogp_desktop.ui.prepare.prepare_state import PrepareState
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.card import Line
from ogp_desktop.ui.widgets.choice import Choice
from ogp_desktop.ui.widgets.cursor import keeping_cursor
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.label import Label, WrapLabel
from ogp_desktop.ui.widgets.notice import Notice, announce
from ogp_desktop.ui.words_prepare import (
    fit_sentence,
    flag_sentence,
    individual_sentence,
    moved_sentence,
    total_of,
)
from ogp_desktop.ui.words_run import item_name, item_names
from ogp_desktop.ui.words_time_offer import plan_label


class AgendaPane(QWidget):
    """``show_state(view, ...)``; edits come out as signals, nothing is changed here.

    ``left_alone(question_id)`` takes a question out of the group, ``taken_back(question_id)`` puts
    it there again; ``nearest_requested(minutes)`` wants the nearest plan that fits.
    """

    minutes_edited = Signal(str, int)
    left_alone = Signal(str)
    taken_back = Signal(str)
    nearest_requested = Signal(int)
    fit_requested = Signal()
    undo_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: dict[str, AgendaRow] = {}
        self._shape: tuple[tuple[str, int | None], ...] = ()
        self._enough = 0
        self._column = QVBoxLayout(self)
        self._backs: tuple[QuestionAlone, ...] | None = None

    def make(self) -> Iterator[None]:
        """Make everything but the rows, from top to bottom, some at a time."""
        self._make_head()
        yield
        self._make_mending()
        yield
        self._make_rest()
        self._theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def _make_head(self) -> None:
        theme, column = self._theme, self._column
        self._title = Label(theme, "", "h3")
        self._total = Label(theme, "", "body_m", "ink2")
        self._bar = AgendaBar(theme)
        self._fits = WrapLabel(theme, "", "body", "ink2")
        self._fact = Notice(theme, "warn", "")
        self._fact.action_chosen.connect(lambda _key: self.nearest_requested.emit(self._enough))
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._total)
        column.addLayout(head)
        for part in (self._bar, self._fits, self._fact):
            column.addWidget(part)

    def _make_mending(self) -> None:
        theme, column = self._theme, self._column
        self.offer = OfferBox(theme)
        self._moved = Notice(theme, "info", "")
        self._fit = Button(theme, "", "tinted", icon="shuffle")
        self._fit.clicked.connect(self.fit_requested)
        self._undo = Button(theme, "", "plain", icon="undo-2")
        self._undo.clicked.connect(self.undo_requested)
        self._buttons = FlowBox(theme, 8)
        self._buttons.add(self._fit)
        self._buttons.add(self._undo)
        self._flags = [Notice(theme, "warn", "") for _ in range(3)]
        for part in (self.offer, self._moved, self._buttons, *self._flags):
            column.addWidget(part)

    def _make_rest(self) -> None:
        theme, column = self._theme, self._column
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        self._individual = WrapLabel(theme, "", "caption", "ink2")
        self._back = FlowBox(theme, 8)
        self.pack = PackBox(theme)
        for part in (self._individual, self._back, Line(), self.pack):
            column.addWidget(part)
        column.addStretch(1)

    def show_state(self, state: PrepareState) -> None:
        """Show the agenda of the moment; rows stay while the items are the same.

        The cursor of a button that goes with its question is left on Undo.
        """
        with keeping_cursor(self, lambda: self._undo):
            self.offer.show_offer(state.offer)
            self.pack.show_state(state.pack)
            self._show(state.agenda, can_undo=state.can_undo, is_editable=state.is_editable)

    def make_rows(self, state: PrepareState) -> Iterator[None]:
        """Make the rows of an agenda, one at a time; ``show_state`` then finds them."""
        self._shape = _shape(state.agenda)
        yield from self._make_rows(state.agenda)

    def _show(self, agenda: AgendaView, *, can_undo: bool, is_editable: bool) -> None:
        self._total.setText(total_of(agenda))
        self._draw_bar(agenda)
        self._draw_rows(agenda, is_editable=is_editable)
        self._show_fit(agenda, is_editable=is_editable)
        said_already = {AgendaFlag.MINIMUMS_EXCEED_TIME}
        shown = [flag_sentence(flag) for flag in agenda.flags if flag not in said_already]
        for index, notice in enumerate(self._flags):
            notice.set_text(shown[index] if index < len(shown) else "")
            notice.setVisible(index < len(shown))
        self._show_moved(agenda.moved)
        self._draw_backs(agenda, is_editable=is_editable)
        individual = individual_sentence(agenda)
        self._individual.setText(individual)
        self._individual.setVisible(bool(individual))
        can_fit = is_editable and bool(agenda.fitted)
        self._fit.setVisible(can_fit)
        self._undo.setVisible(is_editable and can_undo)
        self._buttons.setVisible(can_fit or (is_editable and can_undo))

    def _show_fit(self, agenda: AgendaView, *, is_editable: bool) -> None:
        self._enough = agenda.enough
        has_nearest = is_editable and agenda.enough > agenda.minutes
        nearest = Choice("nearest", plan_label(agenda.enough), icon="shuffle")
        words = fit_sentence(agenda, is_editable=is_editable)
        self._fits.setText(words)
        self._fact.set_choices((nearest,) if has_nearest else ())
        self._fact.set_text(words)
        self._fact.set_kind("over" if agenda.shortfall else "warn")
        self._fits.setVisible(agenda.fits)
        self._fact.setVisible(not agenda.fits)

    def offers(self) -> list[QAbstractButton]:
        """Return the buttons that mend what the agenda lacks, as far as there are any."""
        return [
            button
            for notice in (self._fact, self.offer)
            for button in notice.findChildren(QAbstractButton)
            if button.isVisibleTo(self)
        ]

    def retranslate(self) -> None:
        """Say everything in the language of the moment; rows are made anew with the next state."""
        self._title.setText(self.tr("Agenda"))
        self._fit.setText(self.tr("Fit to time"))
        self._undo.setText(self.tr("Undo"))
        self._shape = ()
        self._backs = None

    def _draw_bar(self, agenda: AgendaView) -> None:
        parts = tuple(
            BarPart(item_names(item.id, item.number), item.minutes, is_question=bool(item.number))
            for item in agenda.items
        )
        self._bar.set_parts(parts, agenda.minutes, total_of(agenda))

    def _draw_rows(self, agenda: AgendaView, *, is_editable: bool) -> None:
        if _shape(agenda) != self._shape:
            self._shape = _shape(agenda)
            for _ in self._make_rows(agenda):
                pass
        for item in agenda.items:
            self._rows[item.id].show_state(item, is_editable=is_editable)

    def _show_moved(self, moved: QuestionMoved | None) -> None:
        if moved is not None:
            words = moved_sentence(moved)
            is_news = self._moved.isHidden() or self._moved.words.text() != words
            self._moved.set_text(words)
            if is_news:
                announce(self, words)
        self._moved.setVisible(moved is not None)

    def _draw_backs(self, agenda: AgendaView, *, is_editable: bool) -> None:
        self._back.setVisible(is_editable and bool(agenda.alone))
        if agenda.alone == self._backs:
            return
        self._backs = agenda.alone
        self._back.clear()
        for question in agenda.alone:
            words = self.tr("{question} back to the group")
            name = item_name(question.id, question.number)
            button = Button(self._theme, words.format(question=name), "plain", icon="users")
            button.clicked.connect(lambda _=False, id_=question.id: self.taken_back.emit(id_))
            self._back.add(button)

    def _make_rows(self, agenda: AgendaView) -> Iterator[None]:
        while (old := self._list.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = {}
        for item in agenda.items:
            row = AgendaRow(self._theme, item)
            row.minutes_edited.connect(self.minutes_edited)
            row.left_alone.connect(self.left_alone)
            if self._rows:
                self._list.addWidget(Line())
            self._rows[item.id] = row
            self._list.addWidget(row)
            yield

    def _restyle(self) -> None:
        pad = self._theme.px(14)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(self._theme.px(8))


def _shape(agenda: AgendaView) -> tuple[tuple[str, int | None], ...]:
    return tuple((item.id, item.number) for item in agenda.items)
