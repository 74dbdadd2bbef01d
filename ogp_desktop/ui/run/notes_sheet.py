"""Lays a row of the notes list out, from the top down.

Painting, height and pressing share the pieces, so that nothing is drawn where it cannot be hit.
"""

from dataclasses import replace

from PySide6.QtCore import QRect

from ogp_desktop.domain.notes import TOP, Note
from ogp_desktop.kits.vocabulary import NoteRole
from ogp_desktop.ui import words_cards
from ogp_desktop.ui import words_notes as words
from ogp_desktop.ui.punctuation import no_break
from ogp_desktop.ui.run.notes_pieces import DOTS, RANK, BoxPiece, Hot, Laid
from ogp_desktop.ui.run.notes_state import Row, RowKind
from ogp_desktop.ui.run.sheet_parts import SheetParts
from ogp_desktop.ui.widgets.box import Face, Look
from ogp_desktop.ui.widgets.pill import pill_look

_BUTTON = Look(
    ink="ink",
    fill="surface",
    edge="line_strong",
    font="chip",
    pad=10,
    height=28,
    icon_size=14,
    gap=6,
)


class Sheet(SheetParts):
    """One row being laid out, from the top down."""

    def of(self, row: Row) -> Laid:
        """Return the pieces of the row and its height; asked once of each sheet."""
        match row.kind:
            case RowKind.CARD | RowKind.CANDIDATE:
                self._card(row)
            case RowKind.FOLLOW_UP:
                self._follow_up(row)
            case RowKind.LINE:
                self._line(row)
            case RowKind.GAP:
                self._gap(row)
            case RowKind.HEADING:
                self._heading(row)
            case RowKind.BOX:
                self._box(row)
            case RowKind.CHOICE:
                self._choice(row)
        return Laid(self._y, tuple(self._pieces), tuple(self._hots), self._text_rect)

    def _card(self, row: Row) -> None:
        px, note = self._px, row.note
        if note is None or row.local is None:
            return
        line = max(px(24), self._fonts.metrics("chip").height() + px(6))
        self._disc(row.number, line, is_filled=note.rank is not None)
        self._hots.append(Hot(QRect(0, 0, px(30), line + px(4)), RANK))
        right = self._menu(line, is_quiet=False)
        tag = Face(row.local.short, row.local.icon)
        tag_look = pill_look(row.local.colour.value, 22)
        size = self._size(tag_look, tag)
        self._pieces.append(BoxPiece(self._middle(self._indent, line, size), tag_look, tag))
        x = self._indent + size.width() + px(9)
        if note.heard > 1:
            x, right = self._heard(note, x, right, line)
        self._captions(row, x, right, line)
        self._y += line + px(9)
        self._words(note.text, "strong", self._indent)
        if row.kind is RowKind.CANDIDATE:
            self._ranks(note)

    def _follow_up(self, row: Row) -> None:
        px, note = self._px, row.note
        if note is None or row.local is None:
            return
        self._y += px(7)
        metrics = self._fonts.metrics("caption_b")
        line = max(px(17), metrics.height() + px(1))
        self._icon(row.local.icon, self._ink(row), self._indent, line, 16)
        x = self._indent + px(24)
        right = self._menu(line, is_quiet=True)
        label = row.local.short
        wide = min(metrics.horizontalAdvance(label) + 2, right - x)
        self._text(QRect(x, self._y, wide, line), label, "caption_b", self._ink(row))
        self._captions(row, x + wide + px(9), right, line, start=x)
        self._y += line
        self._words(note.text, "body", x)

    def _line(self, row: Row) -> None:
        px, note = self._px, row.note
        if note is None or row.local is None:
            return
        self._y += px(8)
        line = self._fonts.metrics("body").height()
        if row.local.role is NoteRole.BOX:
            self._icon("star" if note.is_key else "minus", "accent" if note.is_key else "ink3",
                       self._indent, line, 14)  # fmt: skip
        else:
            self._icon(row.local.icon, self._ink(row), self._indent, line, 14)
        self._menu(line, is_quiet=True)
        self._words(note.text, "body", self._indent + px(21))
        if row.group or note.heard > 1 or self._flags_of(row):
            start = self._indent + px(21)
            tall = self._fonts.metrics("caption").height()
            self._captions(row, start, self._width, tall, start=start)
            self._y += tall

    def _gap(self, row: Row) -> None:
        px = self._px
        self._y += px(8)
        x = self._indent
        line = self._fonts.metrics("body").height()
        if row.choice_id is not None:
            self._icon("circle", "ink3", x, line, 14)
            x += px(20)
        elif row.card_id is not None and row.local is not None:
            self._icon(row.local.icon, "ink3", x, line, 16)
            x += px(24)
        self._words(no_break(words.gap(row)), "body", x, color="ink3")

    def _heading(self, row: Row) -> None:
        tall = self._fonts.metrics("caption_b").height()
        text = words.heading(row.heading) if row.heading else ""
        self._text(QRect(self._indent, self._y, self._width, tall), text, "caption_b", "ink2")
        self._y += tall

    def _box(self, row: Row) -> None:
        if row.local is None:
            return
        line = max(self._px(24), self._fonts.metrics("chip").height() + self._px(6))
        look = pill_look(row.local.colour.value, 22)
        face = Face(row.local.label, row.local.icon)
        self._pieces.append(BoxPiece(self._middle(0, line, self._size(look, face)), look, face))
        count = Face(words.number(row.count or 0))
        plain = pill_look("neutral", 22)
        size = self._size(plain, count)
        spot = self._middle(self._width - size.width(), line, size)
        self._pieces.append(BoxPiece(spot, plain, count))
        self._y += line

    def _choice(self, row: Row) -> None:
        """Leave room for the disc; the scale beside it is a widget of its own."""
        self._disc(row.number, self._px(24), is_filled=True)
        self._y += self._px(24)

    def _ranks(self, note: Note) -> None:
        """Put the buttons of a card to choose from: its three places, then its dots."""
        self._y += self._px(10)
        x = self._indent
        for rank in range(1, TOP + 1):
            is_mine = note.rank == rank
            look = _BUTTON
            if is_mine:
                look = replace(look, ink="accent_on_soft", fill="accent_soft", edge="accent",
                               edge_width=2)  # fmt: skip
            face = Face(words_cards.rank_name(rank), "check" if is_mine else None)
            x = self._button(x, look, face, f"{RANK}:{0 if is_mine else rank}")
        if note.dots is None:
            self._button(x, _BUTTON, Face(words_cards.count_dots(), "circle-dot"), f"{DOTS}:1")
        else:
            self._dots(x, note.dots)
        self._y += max(self._px(28), self._fonts.metrics("chip").height() + self._px(4))

    def _dots(self, x: int, dots: int) -> None:
        """Put the count between fewer and more, on one line."""
        count = Face(words_cards.dots(dots), "circle-dot")
        plain = replace(_BUTTON, edge=None)
        less, more = Face("", "minus"), Face("", "plus")
        wide = sum(self._size(look, face).width() for look, face in (
            (_BUTTON, less), (plain, count), (_BUTTON, more)))  # fmt: skip
        if x > self._indent and x + wide > self._width:
            x, self._y = self._indent, self._y + self._size(_BUTTON, count).height() + self._px(6)
        x = self._button(x, _BUTTON, less, f"{DOTS}:-1") - self._px(8)
        x = self._button(x, plain, count, "") - self._px(8)
        self._button(x, _BUTTON, more, f"{DOTS}:1")

    def _captions(
        self, row: Row, x: int, right: int, line: int, *, start: int | None = None
    ) -> None:
        """Put group, place and flags one after the other; what does not fit begins a new line."""
        start = self._indent if start is None else start
        metrics, px = self._fonts.metrics("caption"), self._px
        parts: list[tuple[str | None, str]] = [(None, row.place), (None, row.group)]
        heard = row.note.heard if row.note and row.kind is not RowKind.CARD else 1
        if heard > 1 and row.kind is not RowKind.CANDIDATE:
            parts.append(("repeat-2", words_cards.heard(heard)))
        if row.kind is RowKind.CARD and row.note is not None and row.note.dots is not None:
            parts.append(("circle-dot", words_cards.dots(row.note.dots)))
        for icon, text in (*parts, *self._flags_of(row)):
            if not text:
                continue
            sign = px(18) if icon else 0
            wide = sign + metrics.horizontalAdvance(text) + 2
            if x + wide > right and x > start:
                x, self._y = start, self._y + line
            if icon:
                self._icon(icon, "ink2", x, line, 14)
            self._text(QRect(x + sign, self._y, wide - sign, line), text, "caption", "ink2")
            x += wide + px(9)

    def _flags_of(self, row: Row) -> tuple[tuple[str, str], ...]:
        """Return the flags to write out; in a box the star before the line says "key point"."""
        in_box = row.kind is RowKind.LINE and row.local and row.local.role is NoteRole.BOX
        return tuple(flag for flag in words.flags(row) if not (in_box and flag[0] == "star"))

    def _heard(self, note: Note, x: int, right: int, line: int) -> tuple[int, int]:
        """Put the count at the far end, or first on the next line; return what is left of it."""
        look, face = pill_look("neutral", 22), Face(words_cards.heard(note.heard), "repeat-2")
        size = self._size(look, face)
        if x + size.width() > right:
            self._y += line + self._px(4)
            spot = self._middle(self._indent, line, size)
            self._pieces.append(BoxPiece(spot, look, face))
            return self._indent + size.width() + self._px(9), self._width
        spot = self._middle(right - size.width(), line, size)
        self._pieces.append(BoxPiece(spot, look, face))
        return x, right - size.width() - self._px(8)
