"""Where words are typed. Nothing typed is thrown away here: the box says when a draft should be
kept (0.8 s after the last key, at most every 2 s), and clears only when it is told to.
"""

from math import ceil

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.theme.tokens import ColorName
from ogp_desktop.ui.widgets.bidi import is_right_to_left
from ogp_desktop.ui.widgets.box import Look, paint_frame
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.quiet_marks import QuietMarks, mark_words
from ogp_desktop.ui.widgets.settling import Settling

MAX_LINES = 3
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GrowingText(QPlainTextEdit):
    """Plain text that grows with its lines up to `max_lines` and then scrolls.

    Enter asks to submit, Shift+Enter is a new line, Ctrl+Enter submits as a key point, Escape and
    Up on an empty line are told to the screen, and Tab goes on to the next control.
    """

    submitted = Signal(str)
    key_point_submitted = Signal(str)
    escaped = Signal()
    edit_last_requested = Signal()
    text_settled = Signal(str)
    focus_changed = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        name: str,
        placeholder: str = "",
        max_lines: int = MAX_LINES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._max_lines = max_lines
        self.setProperty("look", "bare")
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self._settling = Settling(self)
        self._settling.settled.connect(lambda: self.text_settled.emit(self.toPlainText()))
        self._is_filled_by_program = False
        self._marks = QuietMarks(theme, self.document())
        self.textChanged.connect(self._on_text)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_text(self, text: str) -> None:
        """Put text in without telling that a person typed it; the cursor goes to its end."""
        self._is_filled_by_program = True
        self.setPlainText(text)
        self._is_filled_by_program = False
        self._settling.drop()
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.setTextCursor(cursor)

    def settle(self) -> None:
        """Tell at once what is typed, if it was not told yet; call it before leaving."""
        self._settling.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys named above; everything else is ordinary typing."""
        has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _ENTER and not has_shift:
            signal = self.key_point_submitted if has_control else self.submitted
            signal.emit(self.toPlainText())
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() == Qt.Key.Key_Up and not self.toPlainText():
            self.edit_last_requested.emit()
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the frame."""
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the frame, and what is typed."""
        super().focusOutEvent(event)
        self.settle()
        self.focus_changed.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The number of lines is final only now."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """An empty line begins where the language does."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._turn()

    def sizeHint(self) -> QSize:
        """A comfortable line."""
        return QSize(self._theme.px(240), self._line_height())

    def minimumSizeHint(self) -> QSize:
        """A short line."""
        return QSize(self._theme.px(80), self._line_height())

    def _on_text(self) -> None:
        self._turn()
        said = mark_words() if self._marks.has_marks() else ""
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
        if not self._is_filled_by_program:
            self._settling.touch()

    def _turn(self) -> None:
        is_rtl = is_right_to_left(self.toPlainText(), otherwise=self.isRightToLeft())
        option = QTextOption(Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
        )
        if option.textDirection() != self.document().defaultTextOption().textDirection():
            self.document().setDefaultTextOption(option)

    def _line_height(self) -> int:
        return self.fontMetrics().lineSpacing() + 2

    def _fit(self) -> None:
        heights = self._line_heights()
        tall = max(self._line_height(), ceil(sum(heights[: self._max_lines])) + 2)
        if tall != self.height():
            self.setFixedHeight(tall)
        is_long = len(heights) > self._max_lines
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if is_long else policy.ScrollBarAlwaysOff
        )

    def _line_heights(self) -> list[float]:
        """Measured, because Arabic lines are taller than the font says."""
        heights: list[float] = []
        block = self.document().begin()
        while block.isValid():
            self.blockBoundingRect(block)  # lays the block out
            lines = block.layout()
            heights += [lines.lineAt(at).height() for at in range(lines.lineCount())]
            block = block.next()
        return heights

    def _restyle(self) -> None:
        self.setFont(self._theme.font("body"))
        self.setCursorWidth(max(1, self._theme.px(1)))
        self._turn()
        self._fit()


class EntryBox(QFrame):
    """The whole box: icon, growing text, and below it chips and actions.

    `EntryBox(theme, name="Note", placeholder="...")`; `set_icon("mountain", "k_chal")`,
    `add_chip(pill)`, `add_action(button)`. Signals: `submitted(str)`, `key_point_submitted(str)`,
    `escaped()`, `edit_last_requested()`, `text_settled(str)`, `text_edited()`.
    It is cleared only by `clear()`: first save, then clear.
    """

    submitted = Signal(str)
    key_point_submitted = Signal(str)
    escaped = Signal()
    edit_last_requested = Signal()
    text_settled = Signal(str)
    text_edited = Signal()

    def __init__(
        self, theme: Theme, name: str, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon: tuple[str, ColorName] | None = None
        self._sign = QLabel(self)
        self._sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.edit = GrowingText(theme, name, placeholder, parent=self)
        self._chips = FlowBox(theme, 8, self)
        self._chips.hide()
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._chips, 1)
        self._top = QHBoxLayout()
        self._top.addWidget(self._sign)
        self._top.addWidget(self.edit, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        self._column.addLayout(self._foot)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setFocusProxy(self.edit)
        self._join()
        theme.changed.connect(self._restyle)
        self._restyle()

    def text(self) -> str:
        """What is typed, as typed."""
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Put text in (a draft, a note to edit); not reported as typed."""
        self.edit.set_text(text)

    def clear(self) -> None:
        """Empty the box, after its words are safe elsewhere."""
        self.edit.set_text("")

    def settle(self) -> None:
        """Report a pending draft at once."""
        self.edit.settle()

    def set_icon(self, icon: str | None, color: ColorName = "ink2") -> None:
        """The kind of the line, at its beginning."""
        self._icon = (icon, color) if icon else None
        self._restyle()

    def add_chip(self, widget: QWidget) -> None:
        """One more chip at the foot."""
        self._chips.show()
        self._chips.add(widget)

    def add_action(self, widget: QWidget) -> None:
        """One more thing at the far end of the foot, such as Save."""
        self._chips.show()
        self._foot.addWidget(widget)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A click beside the text goes into the text."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self.edit.setFocus(Qt.FocusReason.MouseFocusReason)
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame; blue while typing goes here."""
        look = Look(ink="ink", fill="surface", edge="line_strong", radius=10)
        has_focus = self.edit.hasFocus()
        paint_frame(QPainter(self), self._theme, self.rect(), look, has_focus=has_focus)

    def _join(self) -> None:
        self.edit.submitted.connect(self.submitted)
        self.edit.key_point_submitted.connect(self.key_point_submitted)
        self.edit.escaped.connect(self.escaped)
        self.edit.edit_last_requested.connect(self.edit_last_requested)
        self.edit.text_settled.connect(self.text_settled)
        self.edit.textChanged.connect(self.text_edited)
        self.edit.focus_changed.connect(self.update)
        self.installEventFilter(self)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(14), px(11), px(12), px(11))
        self._column.setSpacing(px(10))
        self._top.setSpacing(px(9))
        self._foot.setSpacing(px(8))
        self._sign.setVisible(self._icon is not None)
        if self._icon is not None:
            self._sign.setPixmap(self._theme.pixmap(self._icon[0], self._icon[1], 18))
        self.update()
