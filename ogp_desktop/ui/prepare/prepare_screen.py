"""The Prepare screen: the form beside the agenda, which redraws as values change, and the start.

Three columns' width shows both side by side; two columns have a tab for each; one column has one
below the other.
"""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ogp_desktop.ui.layout_size import Columns, page_layout
from ogp_desktop.ui.prepare.agenda_pane import AgendaPane
from ogp_desktop.ui.prepare.pane import ScrollCard
from ogp_desktop.ui.prepare.prepare_form import PrepareForm
from ogp_desktop.ui.prepare.prepare_state import PrepareState
from ogp_desktop.ui.prepare.ready_bar import ReadyBar
from ogp_desktop.ui.screen_in_turns import ScreenInTurns
from ogp_desktop.ui.shell.tab_order import bring_into_view
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.choice_box import ChoiceBox
from ogp_desktop.ui.widgets.choices import Option
from ogp_desktop.ui.widgets.in_turns import shown_in_turns
from ogp_desktop.ui.widgets.notice import Notice
from ogp_desktop.ui.words_prepare import total_of

FORM_WIDTH = 500
_PLAN, _AGENDA = "plan", "agenda"


class PrepareScreen(ScreenInTurns):
    """Signals besides those of every stage: ``preparation_edited(Preparation)``,
    ``kit_chosen(id)``, ``minutes_edited(item_id, minutes)``, ``fit_requested()``,
    ``question_left_alone(id)``, ``question_taken_back(id)``, ``length_taken(minutes)``,
    ``undo_requested()``, ``start_requested()``, and ``left()`` when another page comes.

    It begins as two empty cards. Once it has a state, ``make_parts`` fills them out of sight and
    ``reveal`` shows them, each in the place that was kept for it.
    """

    form: PrepareForm
    agenda: AgendaPane

    preparation_edited = Signal(object)
    kit_chosen = Signal(str)
    minutes_edited = Signal(str, int)
    question_left_alone = Signal(str)
    question_taken_back = Signal(str)
    length_taken = Signal(int)
    fit_requested = Signal()
    undo_requested = Signal()
    start_requested = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state: PrepareState | None = None
        self._columns: Columns | None = None
        self._tab = _PLAN
        self._has_places = self._is_made = False
        self.bar = ReadyBar(theme)
        self._tabs = ChoiceBox(theme)
        self._started = Notice(theme, "info", "")
        self._left, self._right = ScrollCard(theme), ScrollCard(theme)
        self._body = QWidget()
        self._lay_out()
        self._tabs.chosen.connect(self._choose_tab)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _lay_out(self) -> None:
        self._panes = QHBoxLayout()
        self._panes.addWidget(self._left)
        self._panes.addWidget(self._right)
        self._page = QVBoxLayout(self._body)
        self._page.addWidget(self._started)
        self._page.addWidget(self._tabs)
        self._page.addLayout(self._panes, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._body, 1)
        column.addWidget(self.bar)
        policy = self.bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(policy)
        self._body.hide()
        self.bar.hide()

    def make_parts(self) -> Iterator[None]:
        """Make the form and the agenda and fill them with the state, out of sight."""
        self._both = QWidget()
        self._stack = QVBoxLayout(self._both)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._left.show_content(self._both)
        self.form, self.agenda = PrepareForm(self._theme), AgendaPane(self._theme)
        self.form.hide()
        self._stack.addWidget(self.form)
        self._has_places = True
        self._place_agenda()
        yield
        yield from self.form.make()
        yield from self.agenda.make()
        if self._state is not None:
            yield from self.agenda.make_rows(self._state)
            self.form.show_state(self._state)
            yield
            self.agenda.show_state(self._state)
            yield
        self._is_made = True
        self._join()

    def reveal(self) -> Iterator[None]:
        """Show what was made, one part at a time."""
        for part in (self.form, self.agenda, self.bar):
            yield from shown_in_turns(part)

    def show_state(self, state: PrepareState) -> None:
        """Show the state, whole, or as much of it as there are parts for."""
        self._state = state
        if self._is_made:
            self.form.show_state(state)
            self.agenda.show_state(state)
        self.bar.show_state(state)
        self._started.setVisible(not state.is_editable)
        self._started.set_text(
            self.tr(
                "The conversation has started. Its plan stays as it was; time is given and taken "
                "on Run."
            )
        )
        self._show_tabs(state)
        self._body.show()

    def cursor_place(self) -> QWidget | None:
        """The title, which is empty in a new conversation."""
        return self.form.title if self.form.title.isEnabled() else self.bar.start

    def leave(self) -> None:
        """Keep what is being typed."""
        super().leave()
        if self._is_made:
            self.form.settle()
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of the language."""
        if event.type() == QEvent.Type.LanguageChange and self._state is not None:
            if self._is_made:
                self.agenda.retranslate()
            self.show_state(self._state)
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size rule."""
        super().resizeEvent(event)
        self._arrange()

    def _show_tabs(self, state: PrepareState) -> None:
        self._tabs.setAccessibleName(self.tr("Parts of the preparation"))
        agenda = self.tr("Agenda: {total}").format(total=total_of(state.agenda))
        options = (
            Option(_PLAN, self.tr("The plan"), "clipboard-list"),
            Option(_AGENDA, agenda, "list-checks"),
        )
        self._tabs.show_state(options, self._tab)

    def _choose_tab(self, tab: str) -> None:
        self._tab = tab
        self._show_panes()

    def _arrange(self) -> None:
        # Both need their width at this text size.
        size = page_layout(self.width(), self.height(), self._theme.text_scale)
        self.bar.set_is_short(size.is_compact)
        if size.columns is not self._columns:
            self._columns = size.columns
            if self._has_places:
                self._place_agenda()
            self._show_panes()

    def _place_agenda(self) -> None:
        """Put it below the form where there is one column, else into its own card."""
        if self._columns is Columns.ONE:
            self._right.give_up_content()
            self._stack.addWidget(self.agenda)
        elif self.agenda.parent() is self._both or self.agenda.parent() is None:
            self._right.show_content(self.agenda)
        self.agenda.setVisible(self._is_made)

    def _show_panes(self) -> None:
        has_tabs = self._columns is Columns.TWO
        self._tabs.setVisible(has_tabs)
        self._left.setVisible(not has_tabs or self._tab == _PLAN)
        has_right = self._columns is not Columns.ONE
        self._right.setVisible(has_right and (not has_tabs or self._tab == _AGENDA))
        is_wide = self._columns is Columns.THREE
        width = self._theme.px(FORM_WIDTH) if is_wide else 16_777_215
        self._left.setMaximumWidth(width)
        self._left.setMinimumWidth(width if is_wide else 0)

    def _join(self) -> None:
        self.form.edited.connect(self.preparation_edited)
        self.form.kit_chosen.connect(self.kit_chosen)
        self.form.end_read.connect(self._show_again)
        self.form.kits_wanted.connect(self.home_requested)
        self.agenda.minutes_edited.connect(self.minutes_edited)
        self.agenda.left_alone.connect(self.question_left_alone)
        self.agenda.taken_back.connect(self.question_taken_back)
        self.agenda.nearest_requested.connect(self.length_taken)
        self.agenda.offer.minutes_taken.connect(self.length_taken)
        self.agenda.fit_requested.connect(self.fit_requested)
        self.agenda.undo_requested.connect(self.undo_requested)
        self.bar.start_requested.connect(self._ask_to_start)
        self.bar.rehearsal_requested.connect(self._ask_to_rehearse)
        self.bar.agenda_requested.connect(self._show_offers)

    def _show_offers(self) -> None:
        """Bring the agenda to the front, with the cursor on what mends it."""
        self._choose_tab(_AGENDA)
        if self._state is not None:
            self._show_tabs(self._state)
        offers = self.agenda.offers()
        if offers:
            offers[0].setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(offers[0])

    def _show_again(self) -> None:
        if self._state is not None:
            self.form.show_state(self._state)

    def _ask_to_start(self) -> None:
        self.form.settle()
        self.start_requested.emit()

    def _ask_to_rehearse(self, speed: int) -> None:
        self.leave()  # what is rehearsed is what was typed
        self.rehearsal_requested.emit(speed)

    def _restyle(self) -> None:
        margin, gap = self._theme.px(14), self._theme.px(12)
        self._page.setContentsMargins(margin, margin, margin, margin)
        self._page.setSpacing(gap)
        self._panes.setSpacing(gap)
        self._columns = None
        self._arrange()
