"""Follows the lines that are read back to the room, one question at a time.

It moves the place of Review along and follows it: the line chosen there is the one that is read.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from ogp_desktop.domain.review import ReadBack
from ogp_desktop.domain.review_lines import lines_of
from ogp_desktop.paths import data_root
from ogp_desktop.ui.audience.audience_state import AudienceState
from ogp_desktop.ui.review.read_back import Passage, passages
from ogp_desktop.ui.review.review_state import Mode, ReviewState
from ogp_desktop.ui.translation import speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBackState:
    """What the host is told: ``place`` of ``total`` lines in a question, 0 when none can be read.

    ``number`` is that of the question, ``None`` for the disagreements; ``mark`` is ``None`` for
    what cannot be marked, such as a lean; ``held_back`` counts the lines the room must not see yet.
    """

    audience: AudienceState
    number: int | None = None
    place: int = 0
    total: int = 0
    mark: ReadBack | None = None
    can_mark: bool = False
    is_blank: bool = False
    has_groups: bool = False
    may_show_groups: bool = False
    held_back: int = 0
    is_last_line: bool = False
    next_number: int | None = None
    has_next_line: bool = False
    has_previous_line: bool = False
    has_next_question: bool = False
    has_previous_question: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """One line of a passage; ``row`` is its section and row in Review, ``piece`` of a long one."""

    passage: int
    line: int
    row: tuple[str, str]
    piece: int
    line_id: str | None

    @property
    def section(self) -> str:
        return self.row[0]


class ReadBackModel(QObject):
    """Signals: ``state_changed(ReadBackState | None)``, ``None`` when nothing is read any more;
    ``place_wanted(section, row)`` asks Review to go along; ``mark_chosen(line_id, ReadBack)``.
    """

    state_changed = Signal(object)
    place_wanted = Signal(str, str)
    mark_chosen = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review: ReviewState | None = None
        self._is_on = False
        self._is_blank = False
        self._has_groups = False
        self._passages: tuple[Passage, ...] = ()
        self._places: tuple[_Place, ...] = ()
        self._here = 0
        self._made_of: object = None
        self._marks: Mapping[str, ReadBack] = {}
        self._held_back = 0

    @property
    def is_on(self) -> bool:
        """Tell whether lines are being read back."""
        return self._is_on

    def show_review(self, state: ReviewState) -> None:
        """Follow the draft and the line that is chosen in it."""
        self._review = state
        if self._is_on:
            self._lay_out()
            self._tell()

    def start(self) -> None:
        """Begin with the line that is chosen in Review, else with the first of its section."""
        if self._review is None or self._is_on:
            return
        self._is_on, self._is_blank, self._here = True, False, 0
        self._lay_out()
        section = self._review.shown.section
        if self._place is not None and self._place.section != section:
            first = next((at for at, one in enumerate(self._places) if one.section == section), 0)
            self._here = first
        self._go(self._here)

    def stop(self) -> None:
        """Read nothing any more."""
        if self._is_on:
            self._is_on = False
            self._tell()

    def step(self, by: int) -> None:
        """Read the next line, or the one before, across questions."""
        self._go(self._here + by)

    def step_question(self, by: int) -> None:
        """Read the next question from its first line, or the one before."""
        if self._place is not None:
            wanted = self._place.passage + by
            firsts = (at for at, one in enumerate(self._places) if one.passage == wanted)
            self._go(next(firsts, -1))

    def mark(self, mark: ReadBack) -> None:
        """Note what the group said of the line that is read."""
        line_id = self._place.line_id if self._place else None
        if line_id is not None:
            self.mark_chosen.emit(line_id, mark)

    def toggle_blank(self) -> None:
        """Take the lines off the screen for a moment, or put them back."""
        self._is_blank = not self._is_blank
        self._tell()

    def show_groups(self, has_groups: bool) -> None:
        """Show the broad groups that lines came from, or leave them out."""
        self._has_groups = has_groups
        self._lay_out()
        self._tell()

    # Inside

    @property
    def _place(self) -> _Place | None:
        return self._places[self._here] if self._here < len(self._places) else None

    def _lay_out(self) -> None:
        state, was = self._review, self._place
        if state is None:
            return
        made_of = (state.review, state.unsettled, self._has_groups)
        if made_of != self._made_of:
            self._made_of = made_of
            self._read_passages(state)
        shown = (state.shown.section, state.shown.row)
        place = self._find(was) if was is not None and was.row == shown else None
        place = place if place is not None else self._find_row(shown)
        place = place if place is not None or was is None else self._find(was)
        self._here = place if place is not None else max(0, min(self._here, len(self._places) - 1))

    def _read_passages(self, state: ReviewState) -> None:
        self._passages = passages(
            state.review,
            state.kit,
            speaker(state.kit.language, data_root()),
            held_back=state.unsettled,
            has_groups=self._has_groups and state.may_show_groups,
        )
        self._places = tuple(_places(self._passages))
        lines = tuple(lines_of(state.review))
        self._marks = {line.id: line.read_back for line in lines}
        self._held_back = sum(line.id in state.unsettled for line in lines)

    def _find(self, was: _Place) -> int | None:
        """Return where a place is now, or the beginning of its line."""
        for at, one in enumerate(self._places):
            if (one.row, one.piece) == (was.row, was.piece):
                return at
        return self._find_row(was.row)

    def _find_row(self, row: tuple[str, str]) -> int | None:
        return next((at for at, one in enumerate(self._places) if one.row == row), None)

    def _go(self, at: int) -> None:
        if not 0 <= at < len(self._places):
            self._tell()
            return
        self._here = at
        section, row = self._places[at].row
        shown = self._review.shown if self._review else None
        if shown and (shown.section, shown.row) == (section, row):
            self._tell()
        else:
            self.place_wanted.emit(section, row)

    def _tell(self) -> None:
        self.state_changed.emit(self._state() if self._is_on else None)

    def _state(self) -> ReadBackState:
        state, place = self._review, self._place
        blank = AudienceState(language=state.kit.language if state else "en")
        shared = ReadBackState(
            audience=blank,
            is_blank=self._is_blank,
            has_groups=self._has_groups,
            may_show_groups=bool(state and state.may_show_groups),
            held_back=self._held_back,
        )
        if state is None or place is None:
            return shared
        passage = self._passages[place.passage]
        after = self._passages[place.passage + 1 : place.passage + 2]
        mark = self._marks.get(place.line_id or "")
        return replace(
            shared,
            audience=blank if self._is_blank else passage.picture(place.line, state.kit.language),
            number=passage.number,
            place=place.line + 1,
            total=len(passage.said),
            mark=mark,
            can_mark=mark is not None and state.mode is not Mode.SEALED,
            is_last_line=place.line + 1 == len(passage.said),
            next_number=after[0].number if after else None,
            has_next_line=self._here + 1 < len(self._places),
            has_previous_line=self._here > 0,
            has_next_question=bool(after),
            has_previous_question=place.passage > 0,
        )


def _places(found: tuple[Passage, ...]) -> Iterator[_Place]:
    for number, passage in enumerate(found):
        piece, before = 0, ""
        for at, said in enumerate(passage.said):
            piece = piece + 1 if said.key == before else 0
            before = said.key
            yield _Place(number, at, (passage.section, said.key), piece, said.line_id)
