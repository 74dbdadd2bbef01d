"""The foot of Review while lines are read back: what the room sees, which line is read, what the
group said of it, and the way on.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ogp_desktop.domain.review import ReadBack
from ogp_desktop.ui import words_audience, words_read_back
from ogp_desktop.ui import words_review as words
from ogp_desktop.ui.audience.audience_state import ScreenState
from ogp_desktop.ui.audience.audience_window import RoomCopy, ink_of
from ogp_desktop.ui.layout_size import Columns, LayoutSize
from ogp_desktop.ui.review.read_back_model import ReadBackState
from ogp_desktop.ui.run.keymap import shown_keys
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.card import Card
from ogp_desktop.ui.widgets.choices import Option, SegmentedChoice
from ogp_desktop.ui.widgets.label import Label, WrapLabel
from ogp_desktop.ui.widgets.pill import Pill

MARK_ICONS = {
    ReadBack.CONFIRMED: "check",
    ReadBack.CHANGED: "pencil",
    ReadBack.DISPUTED: "split",
}
MARK_KEYS = {
    ReadBack.CONFIRMED: "read_confirmed",
    ReadBack.CHANGED: "read_changed",
    ReadBack.DISPUTED: "read_disputed",
}


class ReadBackBar(Card):
    """Signals: ``mark_chosen(ReadBack)``; ``key_pressed(key_id)`` for what has a key as well;
    ``show_again_requested``; ``bright_requested(bool)``; ``groups_requested(bool)``.
    """

    mark_chosen = Signal(object)
    key_pressed = Signal(str)
    show_again_requested = Signal()
    bright_requested = Signal(bool)
    groups_requested = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 10, 6, parent)
        self._state: ReadBackState | None = None
        self._screen = ScreenState.OFF
        self._is_bright = False
        self._is_narrow = False
        self.picture = RoomCopy(theme)
        self._where = Label(theme, "", "strong")
        self._screen_words = WrapLabel(theme, "", "caption_b")
        self._held_back = WrapLabel(theme, "", "caption", "warn", self)
        self._options = Pill(theme, icon="ellipsis")
        self.back_question = Button(theme, "", "step", "chevron-left")
        self.next_question = Button(theme, "", "step", "chevron-right")
        self.back = Button(theme, "", "plain", "arrow-up")
        self.again = Button(theme, "", "tinted", "presentation")
        self.stop = Button(theme, "", "quiet", "x")
        self.go = Button(theme, "", "primary")
        self.marks: SegmentedChoice | None = None
        self._lay_out()
        self._join()
        theme.changed.connect(self._lengths)
        self._lengths()

    def show_state(
        self,
        state: ReadBackState,
        screen: ScreenState,
        size: LayoutSize,
        *,
        is_bright: bool,
    ) -> None:
        """Show which line is read, and how it stands with the room's screen."""
        is_narrow = size.columns is Columns.ONE
        self._state, self._screen, self._is_bright = state, screen, is_bright
        if self.marks is None or is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._make_marks()
        self.picture.show_state(state.audience, is_bright=is_bright)
        self.picture.setVisible(not size.is_compact and not is_narrow)
        self._where.setText(words_read_back.place(state.number, state.place, state.total))
        self._screen_words.setText(self._screen_sentence(state))
        self._screen_words.set_color(ink_of(screen))
        self._held_back.setText(words_read_back.held_back(state.held_back))
        self._held_back.setVisible(state.held_back > 0)
        self._show_marks(state)
        self._show_ways(state)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language; the page shows its state anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._state is not None:
            self._make_marks()

    @property
    def said(self) -> str:
        """What is said about the room's screen."""
        return self._screen_words.text()

    def _screen_sentence(self, state: ReadBackState) -> str:
        if state.is_blank and self._screen.is_open:
            return self.tr("The room sees a blank screen")
        return words_audience.screen(self._screen)

    def _show_marks(self, state: ReadBackState) -> None:
        if self.marks is not None:
            is_marked = state.mark not in (None, ReadBack.NOT_READ)
            self.marks.set_key(state.mark.value if is_marked and state.mark else None)
            self.marks.setEnabled(state.can_mark)

    def _show_ways(self, state: ReadBackState) -> None:
        self._put(self.back, "", self.tr("Previous line"), "read_previous")
        self.back.setEnabled(state.has_previous_line)
        self._put(self.back_question, "", self.tr("Previous question"), "read_previous_question")
        self.back_question.setEnabled(state.has_previous_question)
        self._put(self.next_question, "", self.tr("Next question"), "read_next_question")
        self.next_question.setEnabled(state.has_next_question)
        stop = self.tr("Stop")
        self._put(
            self.stop, "" if self._is_narrow else stop, self.tr("Stop reading"), "read_screen"
        )
        self.again.setVisible(self._screen is ScreenState.LOST)
        self.again.setText(self.tr("Show again"))
        self._options.setAccessibleName(self.tr("Audience screen options"))
        self._options.setToolTip(self.tr("Audience screen options"))
        self.go.set_icon_after("arrow-right" if state.is_last_line else "arrow-down")
        if not state.has_next_line:
            self.go.set_icon_after(None)
            self._put(self.go, self.tr("Finish reading"), self.tr("Finish reading"), "read_screen")
            return
        way = words_read_back.next_step(state.next_number, is_last_line=state.is_last_line)
        self._put(self.go, self.tr("Next") if self._is_narrow else way, way, "read_next")

    def _put(self, button: Button, text: str, name: str, key_id: str) -> None:
        button.setText(text)
        words_and_key = self.tr("{action} ({key})").format(action=name, key=shown_keys(key_id))
        button.set_name(words_and_key)

    def _make_marks(self) -> None:
        if self.marks is not None:
            self.marks.hide()
            self.marks.deleteLater()
        options = tuple(
            Option(
                mark.value,
                words.read_back(mark),
                icon,
                hint=self.tr("{action} ({key})").format(
                    action=words.read_back(mark), key=shown_keys(MARK_KEYS[mark])
                ),
            )
            for mark, icon in MARK_ICONS.items()
        )
        self.marks = SegmentedChoice(self._theme, options, self.tr("What the group said"))
        for radio in self.marks.radios():
            radio.is_icon_only, radio.keeps_name = self._is_narrow, False
            radio.restyle()
        self.marks.chosen.connect(lambda key: self.mark_chosen.emit(ReadBack(key)))
        self._marks_row.addWidget(self.marks)

    def _on_go(self) -> None:
        is_more = self._state is not None and self._state.has_next_line
        self.key_pressed.emit("read_next" if is_more else "read_screen")

    def _open_options(self) -> None:
        state = self._state
        if state is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        blank = menu.addAction(self.tr("Show the lines") if state.is_blank else self.tr("Blank"))
        blank.triggered.connect(lambda: self.key_pressed.emit("read_blank"))
        for text, is_on, asked, is_possible in (
            (
                self.tr("Bright room: dark words on white"),
                self._is_bright,
                self.bright_requested,
                True,
            ),
            (
                self.tr("Show groups to the room"),
                state.has_groups,
                self.groups_requested,
                state.may_show_groups,
            ),
        ):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(is_on)
            action.setEnabled(is_possible)
            action.toggled.connect(asked)
        menu.popup(self._options.mapToGlobal(self._options.rect().bottomLeft()))

    def _join(self) -> None:
        for button, key_id in (
            (self.back, "read_previous"),
            (self.back_question, "read_previous_question"),
            (self.next_question, "read_next_question"),
            (self.stop, "read_screen"),
        ):
            button.clicked.connect(lambda _=False, key_id=key_id: self.key_pressed.emit(key_id))
        self.go.clicked.connect(self._on_go)
        self.again.clicked.connect(self.show_again_requested)
        self._options.clicked.connect(self._open_options)

    def _lay_out(self) -> None:
        self._row = QHBoxLayout()
        self._row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        self._side = QVBoxLayout()
        self._head = QHBoxLayout()
        self._head.addWidget(self._where)
        self._head.addWidget(self._screen_words, 1)
        for button in (self.again, self.stop, self._options):
            self._head.addWidget(button)
        self._side.addLayout(self._head)
        self._side.addWidget(self._held_back)
        marks = QWidget()
        self._marks_row = QHBoxLayout(marks)
        self._marks_row.setContentsMargins(0, 0, 0, 0)
        self._foot = QHBoxLayout()
        self._foot.addWidget(marks)
        self._foot.addStretch(1)
        for button in (self.back_question, self.next_question, self.back, self.go):
            self._foot.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self._side.addLayout(self._foot)
        self._row.addLayout(self._side, 1)
        self.body.addLayout(self._row)

    def _lengths(self) -> None:
        px = self._theme.px
        self._row.setSpacing(px(12))
        self._head.setSpacing(px(12))
        self._side.setSpacing(px(6))
        self._foot.setSpacing(px(8))
        self.picture.setFixedSize(px(128), px(72))
