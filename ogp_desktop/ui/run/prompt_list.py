"""The quick prompts under a question: asked, asking or not yet, and how many notes answer each.

Enter or a click makes a prompt the one being asked; the screen icon of its row shows it to all.
"""

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ogp_desktop.ui import words_run
from ogp_desktop.ui.punctuation import no_break
from ogp_desktop.ui.row_text import draw_wrapped, wrapped_height
from ogp_desktop.ui.run.run_state import PromptMark, PromptState
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.theme.tokens import ColorName
from ogp_desktop.ui.widgets.box import Look, paint_frame, paint_icon

Index = QModelIndex | QPersistentModelIndex
_PROMPT = Qt.ItemDataRole.UserRole
_ICONS: dict[PromptMark, tuple[str, ColorName]] = {
    PromptMark.ASKED: ("circle-check", "ok"),
    PromptMark.ASKING: ("circle-dot", "accent_on_soft"),
    PromptMark.NOT_ASKED: ("circle", "ink2"),
}


class Prompts(QAbstractListModel):
    """The prompts as Qt's list sees them; the accessible text says the mark and the count."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._prompts: tuple[PromptState, ...] = ()

    def show(self, prompts: tuple[PromptState, ...]) -> bool:
        """Replace the prompts; tell whether anything is different."""
        if prompts == self._prompts:
            return False
        is_same_list = [one.id for one in prompts] == [one.id for one in self._prompts]
        if not is_same_list:
            self.beginResetModel()
        self._prompts = prompts
        if not is_same_list:
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0), self.index(len(prompts) - 1))
        return True

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many prompts there are."""
        return 0 if parent.isValid() else len(self._prompts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a prompt, or the prompt itself."""
        if not index.isValid():
            return None
        prompt = self._prompts[index.row()]
        if role == _PROMPT:
            return prompt
        if role == Qt.ItemDataRole.DisplayRole:
            return prompt.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words_run.prompt_aloud(prompt)
        return None

    def row_asking(self) -> int:
        """Return the row being asked, or -1."""
        rows = (n for n, one in enumerate(self._prompts) if one.mark is PromptMark.ASKING)
        return next(rows, -1)


class PromptRow(QStyledItemDelegate):
    """Draws a prompt; ``show_chosen(prompt_id)`` when its screen icon is pressed."""

    show_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for every line at the width of the list."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        prompt: PromptState = index.data(_PROMPT)
        room = self._text_width(width)
        tall = wrapped_height(self._font(prompt), no_break(prompt.text), room)
        if prompt.examples:
            tall += wrapped_height(self._theme.font("caption"), no_break(prompt.examples), room)
        return QSize(self._theme.px(160), tall + self._theme.px(18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the prompt."""
        prompt: PromptState = index.data(_PROMPT)
        theme, px = self._theme, self._theme.px
        rect: QRect = option.rect
        is_asking = prompt.mark is PromptMark.ASKING
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        look = Look(ink="ink", fill="accent_soft" if is_asking else None, radius=8)
        paint_frame(painter, theme, rect, look, has_focus=has_focus)
        icon, color = _ICONS[prompt.mark]
        spot = QRect(rect.left() + px(9), rect.top() + px(8), px(20), px(20))
        paint_icon(painter, theme, self._mirrored(painter, rect, spot), icon, color, 18)
        self._paint_words(painter, rect, prompt)
        self._paint_count(painter, rect, prompt.notes)
        screen: ColorName = "accent" if prompt.is_on_screen else "ink2"
        paint_icon(
            painter,
            theme,
            self._mirrored(painter, rect, self._screen_spot(rect)),
            "presentation",
            screen,
            16,
        )
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A press on the screen icon shows the prompt to the room."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            spot = QStyle.visualRect(option.direction, option.rect, self._screen_spot(option.rect))
            if spot.contains(event.position().toPoint()):
                self.show_chosen.emit(index.data(_PROMPT).id)
                return True
        return super().editorEvent(event, model, option, index)

    def _paint_words(self, painter: QPainter, rect: QRect, prompt: PromptState) -> None:
        px, theme = self._theme.px, self._theme
        width = self._text_width(rect.width())
        font = self._font(prompt)
        place = QRect(
            rect.left() + px(36),
            rect.top() + px(9),
            width,
            wrapped_height(font, no_break(prompt.text), width),
        )
        painter.setFont(font)
        painter.setPen(theme.color("ink"))
        draw_wrapped(painter, self._mirrored(painter, rect, place), no_break(prompt.text))
        if prompt.examples:
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color("ink2"))
            rest = QRect(place.left(), place.bottom() + 1, width, rect.bottom() - place.bottom())
            shown = self._mirrored(painter, rect, rest)
            draw_wrapped(painter, shown, no_break(prompt.examples))

    def _paint_count(self, painter: QPainter, rect: QRect, notes: int) -> None:
        if not notes:
            return
        px, theme = self._theme.px, self._theme
        chip = QRect(rect.right() - px(68), rect.top() + px(8), px(22), px(21))
        shown = self._mirrored(painter, rect, chip)
        paint_frame(painter, theme, shown, Look(ink="ink", fill="chip", radius=6))
        painter.setFont(theme.font("chip"))
        painter.setPen(theme.color("ink"))
        painter.drawText(shown, Qt.AlignmentFlag.AlignCenter, words_run.number(notes))

    def _screen_spot(self, rect: QRect) -> QRect:
        side = self._theme.px(32)
        return QRect(rect.right() - side - self._theme.px(6), rect.top() + 4, side, side)

    def _font(self, prompt: PromptState) -> QFont:
        return self._theme.font("strong" if prompt.mark is PromptMark.ASKING else "body_m")

    def _text_width(self, width: int) -> int:
        return width - self._theme.px(36 + 78)

    @staticmethod
    def _mirrored(painter: QPainter, rect: QRect, place: QRect) -> QRect:
        return QStyle.visualRect(painter.layoutDirection(), rect, place)


class PromptList(QListView):
    """The list, as high as its rows: ``prompt_chosen(id)`` and ``show_chosen(id)``."""

    prompt_chosen = Signal(str)
    show_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompts = Prompts(self)
        row = PromptRow(theme, self)
        row.show_chosen.connect(self.show_chosen)
        self.setModel(self._prompts)
        self.setItemDelegate(row)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        self._was_shown = False
        row.show_chosen.connect(self._note_shown)
        theme.changed.connect(self._measure)

    def show_prompts(self, prompts: tuple[PromptState, ...], name: str) -> None:
        """Show these; the cursor of the list follows the prompt being asked."""
        self.setAccessibleName(name)
        if self._prompts.show(prompts):
            asking = self._prompts.row_asking()
            if asking >= 0:
                self.setCurrentIndex(self._prompts.index(asking))
            self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks the prompt; letters stay free for the page's single keys."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.prompt_chosen.emit(self.currentIndex().data(_PROMPT).id)
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need more lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure()

    def _measure(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        rows = range(self._prompts.rowCount())
        self.setFixedHeight(sum(self.sizeHintForRow(row) for row in rows))

    def _note_shown(self) -> None:
        self._was_shown = True

    def _on_clicked(self, index: QModelIndex) -> None:
        if not self._was_shown:
            self.prompt_chosen.emit(index.data(_PROMPT).id)
        self._was_shown = False
