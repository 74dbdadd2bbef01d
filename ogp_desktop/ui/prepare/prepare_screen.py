"""The Prepare screen: the form beside the agenda, which redraws as values change, and the start.

Three columns' width shows both side by side; two columns have a tab for each; one column has one
below the other.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.layout_size import Columns, page_layout
from ogp_desktop.ui.prepare.agenda_pane import AgendaPane
from ogp_desktop.ui.prepare.pack_box import PackBox
from ogp_desktop.ui.prepare.pane import ScrollCard
from ogp_desktop.ui.prepare.prepare_form import PrepareForm
from ogp_desktop.ui.prepare.prepare_model import PrepareModel
from ogp_desktop.ui.prepare.prepare_state import PrepareState
from ogp_desktop.ui.prepare.ready_bar import ReadyBar
from ogp_desktop.ui.prepare.second_screen import SecondScreen
from ogp_desktop.ui.shell.tab_order import bring_into_view
from ogp_desktop.ui.stage import Stage, StageScreen
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.choice_box import ChoiceBox
from ogp_desktop.ui.widgets.choices import Option
from ogp_desktop.ui.widgets.notice import Notice
from ogp_desktop.ui.words_prepare import total_of

FORM_WIDTH = 500
_PLAN, _AGENDA = "plan", "agenda"


class PrepareScreen(StageScreen):
    """Signals besides those of every stage: ``preparation_edited(Preparation)``,
    ``kit_chosen(id)``, ``minutes_edited(item_id, minutes)``, ``fit_requested()``,
    ``question_left_alone(id)``, ``question_taken_back(id)``, ``length_taken(minutes)``,
    ``undo_requested()``, ``start_requested()``, and ``left()`` when another page comes.
    """

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
        self.form = PrepareForm(theme)
        self.agenda = AgendaPane(theme)
        self.bar = ReadyBar(theme)
        self._tabs = ChoiceBox(theme)
        self._started = Notice(theme, "info", "")
        self._left, self._right = ScrollCard(theme), ScrollCard(theme)
        self._both = QWidget()
        self._stack = QVBoxLayout(self._both)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._left.show_content(self._both)
        self._stack.addWidget(self.form)
        self._panes = QHBoxLayout()
        self._panes.addWidget(self._left)
        self._panes.addWidget(self._right)
        self._page = QVBoxLayout()
        self._page.addWidget(self._started)
        self._page.addWidget(self._tabs)
        self._page.addLayout(self._panes, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._page, 1)
        column.addWidget(self.bar)
        self._join()
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_state(self, state: PrepareState) -> None:
        """Show the state, whole."""
        self._state = state
        self.form.show_state(state)
        self.agenda.show_state(state)
        self.agenda.pack.show_state(state.pack)
        self.bar.show_state(state)
        self._started.setVisible(not state.is_editable)
        self._started.set_text(
            self.tr(
                "The conversation has started. Its plan stays as it was; time is given and taken "
                "on Run."
            )
        )
        self._show_tabs(state)

    def first_focus(self) -> QWidget | None:
        """The title, which is empty in a new conversation."""
        return self.form.title if self.form.title.isEnabled() else self.bar.start

    def leave(self) -> None:
        """Keep what is being typed."""
        self.form.settle()
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of the language."""
        if event.type() == QEvent.Type.LanguageChange and self._state is not None:
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
            if size.columns is Columns.ONE:
                self._stack.addWidget(self.agenda)
                self.agenda.show()
            elif self.agenda.parent() is self._both or self.agenda.parent() is None:
                self._right.show_content(self.agenda)
                self.agenda.show()
            self._show_panes()

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
        self._tabs.chosen.connect(self._choose_tab)

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


def open_prepare(desk: Desk, conversation_id: ConversationId) -> PrepareScreen:
    """Return the screen for one conversation, joined to its model and showing its state."""
    screen = PrepareScreen(desk.theme)
    model = PrepareModel(desk, conversation_id, SecondScreen(desk.theme, screen), screen)
    screen.preparation_edited.connect(model.change)
    screen.kit_chosen.connect(model.choose_kit)
    screen.minutes_edited.connect(model.set_minutes)
    screen.question_left_alone.connect(model.move_out)
    screen.question_taken_back.connect(model.take_back)
    screen.length_taken.connect(model.fit_to)
    screen.agenda.offer.usual_taken.connect(model.take_usual)
    screen.agenda.offer.usual_left.connect(model.past.leave)
    screen.fit_requested.connect(model.fit)
    screen.undo_requested.connect(model.undo)
    screen.start_requested.connect(model.start)
    screen.left.connect(model.leave)
    screen.form.turns_chosen.connect(model.count_turns)
    screen.form.screen_test_requested.connect(model.test_screen)
    screen.form.screen_look_requested.connect(model.look_for_screens)
    _join_pack(screen.agenda.pack, model)
    model.state_changed.connect(screen.show_state)
    model.saved.connect(screen.saved)
    model.trouble_met.connect(screen.trouble_met)
    model.started.connect(lambda: screen.stage_requested.emit(Stage.RUN))
    model.tell()
    return screen


def _join_pack(box: PackBox, model: PrepareModel) -> None:
    box.print_requested.connect(model.packs.ask_printer)
    model.packs.printer_wanted.connect(box.ask_printer)
    box.printer_chosen.connect(model.packs.print_on)
    box.file_chosen.connect(model.packs.save)
    box.open_requested.connect(model.packs.open)
