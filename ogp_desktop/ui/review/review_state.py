"""What Review shows, computed from the read model alone: sections, rows, what is left to settle."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from ogp_desktop.domain.completeness import Gap, GapKind
from ogp_desktop.domain.conversation import Attribution
from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.domain.notes import Note
from ogp_desktop.domain.observations import unused
from ogp_desktop.domain.personal_data import findings
from ogp_desktop.domain.review import ConsentRecord, Line, Review
from ogp_desktop.domain.review_lines import (
    lines_of,
    texts_of,
)
from ogp_desktop.kits.local_kit import LocalKit, LocalRule
from ogp_desktop.services.reviewing import Reviewed, gaps_of
from ogp_desktop.ui.review.form_state import FormSection, TimeShown, form_sections, time_shown
from ogp_desktop.ui.review.review_rows import (
    note_rows,
)
from ogp_desktop.ui.review.rows import (
    GapRow,
    HeadRow,
    LineRow,
    Row,
    SayRow,
    Section,
    SectionRow,
)
from ogp_desktop.ui.review.section_rows import SectionRows
from ogp_desktop.ui.review.sections import sections_of


class Mode(StrEnum):
    """Whether the draft may be edited, and why not."""

    PREVIEW = "preview"
    OPEN = "open"
    SEALED = "sealed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentState:
    """What was told and agreed, and the rule that was announced."""

    record: ConsentRecord
    rule: LocalRule | None
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the person did that no file holds: where the cursor is, and what was refused."""

    section: str = ""
    row: str = ""
    is_correcting: bool = False
    can_undo: bool = False
    refusal: Refusal | None = None
    refused_part: str = ""
    trouble: Trouble | None = None
    is_unsaved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewState:
    """Everything on the screen; ``gaps`` is what is left to settle, ``spare`` the unused notes."""

    mode: Mode
    shown: Shown
    review: Review
    kit: LocalKit
    sections: tuple[SectionRow, ...]
    section: Section
    rows: tuple[Row, ...]
    notes: tuple[Row, ...]
    gaps: tuple[GapRow, ...]
    spare: tuple[Note, ...]
    form: tuple[FormSection, ...]
    consent: ConsentState
    views_received: int | None
    people: int
    may_show_groups: bool
    revision: int
    sealed_at: datetime | None
    time: TimeShown | None = None

    @property
    def unused_count(self) -> int:
        """Return how many notes no line came from."""
        return len(self.spare)

    @property
    def blocking(self) -> tuple[GapRow, ...]:
        """Return what must be settled before sealing."""
        return tuple(row for row in self.gaps if row.gap.is_blocking)

    @property
    def unsettled(self) -> frozenset[str]:
        """Return lines and texts in which something may lead to a person, not settled yet."""
        gaps = (row.gap for row in self.gaps if row.gap.kind is GapKind.PERSONAL_DATA)
        return frozenset(gap.part for gap in gaps if gap.part)


def mode_of(facts: Reviewed, *, is_correcting: bool) -> Mode:
    """Tell whether the draft may be edited.

    After a seal it may not, until a correction was begun, in this sitting or an earlier one.
    """
    if facts.is_preview:
        return Mode.PREVIEW
    if not facts.sealed or is_correcting:
        return Mode.OPEN
    edited_at = facts.edited_at
    is_newer = edited_at is not None and edited_at > facts.sealed[0].sealed_at
    return Mode.OPEN if is_newer else Mode.SEALED


def review_state(
    facts: Reviewed,
    review: Review,
    kit: LocalKit,
    shown: Shown,
    rows: SectionRows | None = None,
) -> ReviewState:
    """Return what is shown of a review: the facts as read, with the newest edits in ``review``.

    With the same ``rows`` each time, a question in which nothing changed is not laid out anew.
    """
    people = facts.conversation.preparation.people
    found = gaps_of(review, facts.kit, people)
    spare = unused(review, facts.notes)
    mode = mode_of(facts, is_correcting=shown.is_correcting)
    names = _Names(review, kit)
    gap_rows = tuple(names.row(gap) for gap in found)
    form = form_sections(facts, review, kit, missing=_missing(found))
    attribution = facts.conversation.preparation.attribution
    sections = tuple(sections_of(facts, review, kit, gap_rows, form))
    return ReviewState(
        mode=mode,
        shown=shown,
        review=review,
        kit=kit,
        sections=tuple(SectionRow(key=one.key, section=one) for one in sections),
        section=next(one for one in sections if one.key == shown.section),
        rows=(rows or SectionRows()).of(
            review, kit, shown.section, gap_rows, people=people, is_open=mode is Mode.OPEN
        ),
        notes=note_rows(_line(review, shown.row), facts.notes, spare, kit),
        gaps=gap_rows,
        spare=spare,
        form=form,
        consent=ConsentState(
            record=review.consent,
            rule=next((one for one in kit.consent.attribution if one.id is attribution), None),
            points=kit.consent.points,
        ),
        views_received=None if facts.views is None else facts.views.total_received,
        people=people,
        may_show_groups=attribution is not Attribution.CHATHAM_HOUSE,
        revision=facts.sealed[0].revision if facts.sealed else 0,
        sealed_at=facts.sealed[0].sealed_at if facts.sealed else None,
        time=time_shown(facts, kit),
    )


def at_row(state: ReviewState, facts: Reviewed, shown: Shown) -> ReviewState:
    """Return the state at another row of the same section: only the notes beside it are others."""
    line = _line(state.review, shown.row)
    return replace(state, shown=shown, notes=note_rows(line, facts.notes, state.spare, state.kit))


def at_first_line(state: ReviewState, facts: Reviewed) -> ReviewState:
    """Return the state at the first line of its section, or at the first row that can be chosen."""
    lines = [row for row in state.rows if isinstance(row, LineRow)]
    others = [row for row in state.rows if not isinstance(row, HeadRow | SayRow)]
    first = next(iter([*lines, *others]), None)
    return at_row(state, facts, replace(state.shown, row=first.key if first else ""))


def at_section(state: ReviewState, facts: Reviewed, shown: Shown, rows: SectionRows) -> ReviewState:
    """Return the state at the first line of another section: what is left to settle is the same."""
    inside = rows.of(
        state.review,
        state.kit,
        shown.section,
        state.gaps,
        people=state.people,
        is_open=state.mode is Mode.OPEN,
    )
    section = next(row.section for row in state.sections if row.key == shown.section)
    return at_first_line(replace(state, shown=shown, section=section, rows=inside), facts)


def _missing(found: Iterable[Gap]) -> frozenset[str]:
    return frozenset(gap.part for gap in found if gap.kind is GapKind.FIELD_MISSING and gap.part)


def _line(review: Review, line_id: str) -> Line | None:
    return next((line for line in lines_of(review) if line.id == line_id), None)


class _Names:
    """Gives each gap the words that name its place."""

    def __init__(self, review: Review, kit: LocalKit) -> None:
        self._kit = kit
        self._review = review
        self._texts: Mapping[str, str] | None = None

    def row(self, gap: Gap) -> GapRow:
        question_id = gap.question_id
        number = None if question_id is None else self._kit.question(question_id).number
        text = self._text(gap)
        pieces: tuple[str, ...] = ()
        if gap.kind is GapKind.PERSONAL_DATA:
            pieces = tuple(text[one.start : one.end] for one in findings(text))
        key = f"gap:{gap.kind}:{gap.question_id}:{gap.part}"
        return GapRow(key=key, gap=gap, number=number, detail=text, pieces=pieces)

    def _text(self, gap: Gap) -> str:
        part = gap.part or ""
        match gap.kind:
            case GapKind.NO_LEAN:
                choice = self._kit.question(gap.question_id or "").choice(part)
                return choice.first
            case GapKind.EMPTY_BOX:
                return self._kit.question(gap.question_id or "").prompt(part).short
            case GapKind.FIELD_MISSING:
                return next((one.label for one in self._kit.fields if one.id == part), part)
            case GapKind.QUOTATION_NOT_AGREED | GapKind.PERSONAL_DATA:
                if self._texts is None:
                    lines = {line.id: line.text for line in lines_of(self._review)}
                    self._texts = {**lines, **dict(texts_of(self._review))}
                return self._texts.get(part, "")
        return ""


def siblings(rows: Iterable[Row], line_id: str) -> tuple[LineRow, ...]:
    """Return the other lines that stand in the same kind of place as a line."""
    lines = [row for row in rows if isinstance(row, LineRow)]
    mine = next((row for row in lines if row.key == line_id), None)
    if mine is None:
        return ()
    return tuple(row for row in lines if row.spot == mine.spot and row is not mine)


def notes_of(notes: Iterable[Note], note_id: str) -> Note:
    """Return a note by its id; raise ``LookupError`` when it is gone."""
    for note in notes:
        if note.id == note_id:
            return note
    raise LookupError(note_id)
