"""The quick prompts under a question: asked, asking or not yet, and how many notes answer each.

Enter or a click makes a prompt the one being asked; the screen icon of its row shows it to all.
"""

from operator import attrgetter

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from ogp_desktop.ui import words_run
from ogp_desktop.ui.punctuation import no_break
from ogp_desktop.ui.row_text import draw_wrapped, wrapped_height
from ogp_desktop.ui.run.run_state import PromptMark, PromptState
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.theme.tokens import ColorName
from ogp_desktop.ui.widgets.box import Look, paint_frame, paint_icon
from ogp_desktop.ui.widgets.row_list import ROW, Index, RowPainter, Rows, WholeList

_ICONS: dict[PromptMark, tuple[str, ColorName]] = {
    PromptMark.ASKED: ("circle-check", "ok"),
    PromptMark.ASKING: ("circle-dot", "accent_on_soft"),
    PromptMark.NOT_ASKED: ("circle", "ink2"),
}


class PromptRow(RowPainter):
    """Draws a prompt; ``show_chosen(prompt_id)`` when its screen icon is pressed."""

    show_chosen = Signal(str)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for every line at the width of the list."""
        prompt: PromptState = index.data(ROW)
        room = self._text_width(self._width(option))
        tall = wrapped_height(self._font(prompt), no_break(prompt.text), room)
        if prompt.examples:
            tall += wrapped_height(self._theme.font("caption"), no_break(prompt.examples), room)
        return QSize(self._theme.px(160), tall + self._theme.px(18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the prompt."""
        prompt: PromptState = index.data(ROW)
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
                self.show_chosen.emit(index.data(ROW).id)
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


class PromptList(WholeList[PromptState]):
    """The list: ``row_chosen(prompt_id)`` and ``show_chosen(prompt_id)``."""

    show_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        rows = Rows[PromptState](
            key=attrgetter("id"), words=attrgetter("text"), aloud=words_run.prompt_aloud
        )
        row = PromptRow(theme)
        super().__init__(theme, rows, row, parent)
        self._was_shown = False
        row.show_chosen.connect(self.show_chosen)
        row.show_chosen.connect(self._note_shown)

    def show_prompts(self, prompts: tuple[PromptState, ...], name: str) -> None:
        """Show these; the cursor of the list follows the prompt being asked."""
        self.setAccessibleName(name)
        if self.rows.show(prompts):
            asking = next((one.id for one in prompts if one.mark is PromptMark.ASKING), None)
            if asking is not None:
                self.setCurrentIndex(self.rows.at(asking))
            self._measure()

    def _note_shown(self) -> None:
        self._was_shown = True

    def _choose(self, index: QModelIndex) -> None:
        """Leave a click alone that hit the screen icon."""
        if not self._was_shown:
            super()._choose(index)
        self._was_shown = False
