"""The middle column: what is asked, or said, right now; the quick prompts; and the audience screen.

In an item without a question it says what to do and what to read aloud; the question that notes go
to stays beneath.
"""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from ogp_desktop.ui import words_run
from ogp_desktop.ui.layout_size import Columns, LayoutSize
from ogp_desktop.ui.punctuation import no_break
from ogp_desktop.ui.run.audience_foot import AudienceFoot
from ogp_desktop.ui.run.keymap import shown_keys
from ogp_desktop.ui.run.prompt_list import PromptList
from ogp_desktop.ui.run.run_state import QuestionState, RunState
from ogp_desktop.ui.run.stretch_panel import StretchPanel
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.bidi import in_own_direction
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.card import Card, Line
from ogp_desktop.ui.widgets.label import Label, WrapLabel
from ogp_desktop.ui.widgets.pill import Pill


class QuietBar(QScrollBar):
    """A scroll bar that shows nothing while there is nothing to scroll."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw only what can be moved."""
        if self.maximum() > self.minimum():
            super().paintEvent(event)


class ScrolledBody(QWidget):
    """What is scrolled: asks for its height anew when wrapped texts got another width.

    ``asked_anew()`` when something in it may need another width.
    """

    asked_anew = Signal()

    def event(self, event: QEvent) -> bool:
        """Tell what no layout tells: a scroll area keeps it to itself."""
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.asked_anew.emit()
        return is_done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Texts have the height of their old width until somebody asks again."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            for text in self.findChildren(WrapLabel):
                text.updateGeometry()


class Scroller(QScrollArea):
    """Scrolls one column up and down; never sideways, and never asks for the column's height.

    The room for the bar is always kept: a bar that came and went would change the width, hence the
    height, hence the need for the bar, without end.
    """

    def __init__(self, body: ScrolledBody, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = 0
        self.setWidget(body)
        body.asked_anew.connect(self._ask_anew)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(QuietBar(Qt.Orientation.Vertical))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body.setProperty("look", "pane")

    def minimumSizeHint(self) -> QSize:
        """As wide as its widest word; a few lines high."""
        body = self.widget()
        width = body.minimumSizeHint().width() if body is not None else 0
        return QSize(width, self.fontMetrics().height() * 4)

    def _ask_anew(self) -> None:
        before, self._width = self._width, self.minimumSizeHint().width()
        if before != self._width:
            self.updateGeometry()


class QuestionColumn(Card):
    """Renders the question part of a ``RunState``; every signal is an intention."""

    question_show_requested = Signal()
    prompt_chosen = Signal(str)
    prompt_show_requested = Signal(str)
    agenda_requested = Signal()
    views_requested = Signal()

    def __init__(self, theme: Theme, foot: AudienceFoot, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=0, spacing=0, parent=parent)
        self._state: RunState | None = None
        self._size: LayoutSize | None = None
        self._foot = foot
        self._line = Line()
        self._stretch = StretchPanel(theme)
        self._rule = Line()
        self._label = Label(theme, role="caption_b", color="accent")
        self._pill = Pill(theme, icon="list-checks", tone="accent", has_menu=True)
        self._show = Button(theme, kind="quiet", icon="presentation")
        self._text = WrapLabel(theme, role="question")
        self._original = WrapLabel(theme, role="caption", color="ink2")
        self._title = Label(theme, role="h3")
        self._prompts = PromptList(theme)
        self._fill()
        self._show.clicked.connect(self.question_show_requested)
        self._pill.clicked.connect(self.agenda_requested)
        self._prompts.row_chosen.connect(self.prompt_chosen)
        self._prompts.show_chosen.connect(self.prompt_show_requested)
        self._stretch.views_requested.connect(self.views_requested)
        theme.changed.connect(self._lengths)
        self._lengths()

    @property
    def prompts(self) -> PromptList:
        """The list of prompts, which takes the cursor of this pane."""
        return self._prompts

    def show_state(self, state: RunState) -> None:
        """Show the question and what is around it."""
        self._state = state
        self._stretch.setVisible(state.stretch is not None)
        self._rule.setVisible(state.stretch is not None)
        if state.stretch is not None:
            self._stretch.show_state(state.stretch)
        self._render_question(state.question)

    def set_size(self, size: LayoutSize) -> None:
        """Two columns open the agenda from here; without height the foot scrolls with the rest."""
        if size == self._size:
            return
        self._size = size
        self._label.setVisible(size.columns is not Columns.TWO)
        self._pill.setVisible(size.columns is Columns.TWO)
        home = self._column if size.is_compact else self.body
        for widget in (self._line, self._foot):
            self.body.removeWidget(widget)
            self._column.removeWidget(widget)
            home.addWidget(widget)
        self._lengths()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._state is not None:
            self.show_state(self._state)

    def _render_question(self, question: QuestionState) -> None:
        heading = words_run.question_of(question)
        self._label.setText(heading)
        self._pill.setText(heading)
        self._pill.setAccessibleDescription(self.tr("Open the agenda"))
        self._text.setText(in_own_direction(no_break(question.text), is_rtl=self.isRightToLeft()))
        self._original.setVisible(question.is_our_translation)
        if question.original is not None:
            original = self.tr("Our translation. Original: {text}")
            self._original.setText(original.format(text=question.original))
        else:
            self._original.setText(self.tr("Our translation of the official text"))
        name = self.tr("Show the question on the audience screen")
        if question.is_on_screen:
            name = self.tr("The question is on the audience screen")
        self._show.set_name(name)
        title = self.tr("Choices") if question.has_choices else self.tr("Quick prompts")
        self._title.setText(title)
        self._title.setVisible(bool(question.prompts))
        hint = self.tr("{list}. {key} shows the one being asked.").format(
            list=title, key=shown_keys("show_prompt")
        )
        self._prompts.show_prompts(question.prompts, hint)

    def _fill(self) -> None:
        inside = ScrolledBody()
        self._column = QVBoxLayout(inside)
        self._top = QVBoxLayout()
        self._top.addWidget(self._stretch)
        self._top.addWidget(self._rule)
        head = QHBoxLayout()
        head.addWidget(self._label)
        head.addWidget(self._pill)
        head.addStretch(1)
        head.addWidget(self._show)
        self._top.addLayout(head)
        self._top.addWidget(self._text)
        self._top.addWidget(self._original)
        self._space = QSpacerItem(0, 0)
        self._top.addItem(self._space)
        self._top.addWidget(self._title)
        self._column.addLayout(self._top)
        self._list = QVBoxLayout()
        self._list.addWidget(self._prompts)
        self._column.addLayout(self._list)
        self._column.addStretch(1)
        self._scroller = Scroller(inside)
        self.body.addWidget(self._scroller, 1)
        self.body.addWidget(self._line)
        self.body.addWidget(self._foot)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def _sides(self, start: int, top: int, end: int, bottom: int) -> tuple[int, int, int, int]:
        """Turn start and end into left and right: margins are not mirrored by Qt."""
        if self.isRightToLeft():
            return end, top, start, bottom
        return start, top, end, bottom

    def _lengths(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        bar = px(10)
        self._top.setContentsMargins(*self._sides(px(16), px(8), px(16) - bar, px(6)))
        self._top.setSpacing(px(6))
        self._space.changeSize(0, px(6))
        self._list.setContentsMargins(*self._sides(px(6), 0, 0, px(6)))
        self.body.setContentsMargins(1, 1, 1, 1)
