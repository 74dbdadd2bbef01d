"""Every key on one panel inside the page: searchable, closed with Escape, and never modal."""

from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStyle, QStyleOptionViewItem, QWidget

from ogp_desktop.ui import words_keys
from ogp_desktop.ui.row_text import wrapped_height
from ogp_desktop.ui.run.keymap import KeyContext, in_context, shown_keys
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.box import Look, paint_frame
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.label import Label
from ogp_desktop.ui.widgets.row_list import ROW, Index, RowList, RowPainter, Rows
from ogp_desktop.ui.widgets.spoken_card import SpokenCard
from ogp_desktop.ui.widgets.text_line import TextLine

_KEYS_WIDE = 170


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One line of the sheet: a heading when ``keys`` is empty."""

    words: str
    keys: str = ""


def key_lines(search: str) -> list[KeyLine]:
    """Return the lines whose words or keys hold the search; a heading only with lines beneath."""
    wanted = search.casefold().strip()
    found: list[KeyLine] = []
    for context in KeyContext:
        lines = [
            KeyLine(words_keys.key_words(one.id), shown_keys(one.id)) for one in in_context(context)
        ]
        kept = [line for line in lines if wanted in f"{line.words} {line.keys}".casefold()]
        if kept:
            found += [KeyLine(words_keys.context_title(context)), *kept]
    return found


def _aloud(line: KeyLine) -> str:
    return f"{line.keys}: {line.words}" if line.keys else line.words


class KeyRow(RowPainter):
    """Draws a heading, or a key cap with what it does."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for every line at the width of the list."""
        px = self._theme.px
        width = self._width(option)
        line: KeyLine = index.data(ROW)
        if not line.keys:
            return QSize(width, self._metrics("strong").height() + px(16))
        room = width - px(_KEYS_WIDE)
        tall = wrapped_height(self._theme.font("body"), line.words, room)
        return QSize(px(_KEYS_WIDE + 120), max(tall, px(20)) + px(8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line."""
        line: KeyLine = index.data(ROW)
        theme, px, rect = self._theme, self._theme.px, option.rect
        painter.save()
        if not line.keys:
            painter.setPen(theme.color("ink"))
            painter.setFont(theme.font("strong"))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            painter.drawText(rect.adjusted(0, 0, 0, -px(4)), flags, line.words)
            painter.restore()
            return
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        paint_frame(painter, theme, rect, Look(ink="ink", radius=6), has_focus=has_focus)
        metrics = self._metrics("key")
        cap = QRect(rect.left() + px(6), 0, metrics.horizontalAdvance(line.keys) + px(12), px(20))
        cap.moveTop(rect.center().y() - px(10))
        cap = self._mirrored(painter, rect, cap)
        paint_frame(painter, theme, cap, Look(ink="ink2", fill="chip", edge="line", radius=5))
        painter.setPen(theme.color("ink2"))
        painter.setFont(theme.font("key"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, line.keys)
        painter.setPen(theme.color("ink"))
        painter.setFont(theme.font("body"))
        words = rect.adjusted(px(_KEYS_WIDE), 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        shown = self._mirrored(painter, rect, words)
        painter.drawText(shown, flags | Qt.TextFlag.TextWordWrap, line.words)
        painter.restore()


class KeySheet(SpokenCard):
    """The panel; ``closed()`` when the person is done with it."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._title = Label(theme, role="h3")
        self._close = Button(theme, kind="quiet", icon="x")
        self._search = TextLine()
        self._search.setClearButtonEnabled(True)
        rows = Rows[KeyLine](key=_aloud, words=attrgetter("words"), aloud=_aloud)
        self._list = RowList[KeyLine](theme, rows, KeyRow(theme))
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._close)
        self.body.addLayout(head)
        self.body.addWidget(self._search)
        self.body.addWidget(self._list, 1)
        self._search.textChanged.connect(self._find)
        self._close.clicked.connect(self.closed)
        self.retranslate()

    def open(self) -> None:
        """Show every key, ready to search."""
        self._search.clear()
        self.show()
        self.raise_()
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place(self, page: QWidget, top: int) -> None:
        """Take the middle of a page, below what must stay in sight at its top."""
        px = self._theme.px
        width = min(page.width() - px(16), px(620))
        left = (page.width() - width) // 2
        self.setGeometry(left, top + px(8), width, page.height() - top - px(16))

    def escape(self) -> None:
        """Close."""
        self.closed.emit()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._title.setText(self.tr("Keys"))
        self._close.set_name(self.tr("Close"))
        self._search.setPlaceholderText(self.tr("Search"))
        self._search.setAccessibleName(self.tr("Search the keys"))
        self._list.setAccessibleName(self.tr("Keys"))
        self._find(self._search.text())

    def _find(self, search: str) -> None:
        self._list.rows.show(key_lines(search))
