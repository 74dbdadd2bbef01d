"""Lays the draft out as rows, section by section, in the order in which it will be read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ogp_desktop.domain.agenda import QuestionKind
from ogp_desktop.domain.completeness import Gap, GapKind
from ogp_desktop.domain.notes import Note
from ogp_desktop.domain.review import CardItem, ChoiceItem, Coverage, Line, QuestionReview, Review
from ogp_desktop.domain.review_lines import reason_part
from ogp_desktop.kits.local_kit import LocalKind, LocalKit, LocalQuestion
from ogp_desktop.kits.vocabulary import NoteRole
from ogp_desktop.ui.review.rows import (
    AddRow,
    CoverRow,
    Heading,
    HeadRow,
    LeanRow,
    LineRow,
    Mark,
    NoteRow,
    Row,
    Say,
    SayRow,
    Spot,
    SpotKind,
)

_REASONS = (NoteRole.FIRST, NoteRole.SECOND, NoteRole.DEPENDS, NoteRole.EXAMPLE)
_LINE_GAPS = {GapKind.PERSONAL_DATA, GapKind.QUOTATION_NOT_AGREED}


def mark_of(kind: LocalKind | None) -> Mark:
    """Return how a kind looks; a kind the kit does not have looks like any other note."""
    if kind is None:
        return Mark()
    return Mark(label=kind.label, icon=kind.icon, tone=kind.colour.value)


def kind_of(question: LocalQuestion, kind_id: str) -> LocalKind | None:
    """Return a kind of the question, if it has it."""
    return next((kind for kind in question.kinds if kind.id == kind_id), None)


def flagged(gaps: Iterable[Gap]) -> frozenset[str]:
    """Return the ids of lines and texts with something to settle."""
    return frozenset(gap.part for gap in gaps if gap.kind in _LINE_GAPS and gap.part)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the rows of one question."""

    kit: LocalKit
    local: LocalQuestion
    flags: frozenset[str]
    people: int
    names: Mapping[str, str]

    def line(
        self,
        line: Line,
        spot: Spot,
        mark: Mark,
        *,
        rank: int | None = None,
        last_rank: int = 0,
        item: CardItem | None = None,
    ) -> LineRow:
        return LineRow(
            key=line.id,
            level=0 if item else 1,
            line=line,
            spot=spot,
            mark=mark,
            groups=_named(self.names, line.group_ids),
            rank=rank,
            last_rank=last_rank,
            agreement=item.agreement if item else None,
            is_flagged=line.id in self.flags,
        )

    def prompt_mark(self, prompt_id: str) -> Mark:
        kind = next((kind for kind in self.local.kinds if kind.prompt_id == prompt_id), None)
        return mark_of(kind)

    def under(
        self, lists: Mapping[str, tuple[Line, ...]], kind: SpotKind, card: str = ""
    ) -> Iterator[LineRow]:
        for prompt_id, lines in lists.items():
            spot = Spot(kind=kind, question_id=self.local.id, part=prompt_id, card=card)
            for line in lines:
                yield self.line(line, spot, self.prompt_mark(prompt_id))

    def others(self, lines: tuple[Line, ...]) -> Iterator[Row]:
        other = self.local.kinds_of(NoteRole.OTHER)
        mark = mark_of(other[0] if other else None)
        spot = Spot(kind=SpotKind.OTHER, question_id=self.local.id)
        if lines:
            yield HeadRow(key="head:other", heading=Heading.OTHER, count=len(lines))
        for line in lines:
            yield self.line(line, spot, mark)


def question_rows(
    review: QuestionReview,
    kit: LocalKit,
    flags: frozenset[str],
    *,
    people: int,
    is_open: bool,
) -> tuple[Row, ...]:
    """Return the rows of one question; where nothing may be edited nothing is offered to add."""
    local = kit.question(review.question_id)
    maker = _Maker(kit, local, flags, people, _group_names(kit))
    rows: list[Row] = [
        CoverRow(
            key="cover",
            question_id=review.question_id,
            coverage=review.coverage,
            reason=review.reason,
            is_flagged=reason_part(review.question_id) in flags,
        )
    ]
    lines = {
        QuestionKind.CARDS: _card_rows,
        QuestionKind.CHOICES: _choice_rows,
        QuestionKind.BOXES: _box_rows,
    }[local.kind](review, maker)
    rows += [*lines, *maker.others(review.other)]
    if review.coverage is not Coverage.GROUP:
        rows = [row for row in rows if not isinstance(row, AddRow | SayRow)]
    return tuple(row for row in rows if is_open or not isinstance(row, AddRow))


def _card_rows(review: QuestionReview, maker: _Maker) -> Iterator[Row]:
    local = maker.local
    count = len(review.items)
    yield HeadRow(key="head:top", heading=Heading.TOP, count=count, of=local.choose)
    if not review.items:
        yield SayRow(key="say:top", say=Say.NOTHING_CHOSEN_YET)
    for rank, item in enumerate(review.items, start=1):
        yield from _card(item, maker, rank=rank, last_rank=count)
    if review.for_all:
        yield HeadRow(key="head:all", heading=Heading.FOR_ALL)
        yield from maker.under(review.for_all, SpotKind.FOR_ALL)
    yield HeadRow(key="head:also", heading=Heading.ALSO_RAISED, count=len(review.also_raised))
    for item in review.also_raised:
        yield from _card(item, maker)
    cards = local.kinds_of(NoteRole.CARD)
    spot = Spot(kind=SpotKind.CARD, question_id=local.id)
    yield AddRow(key="add:card", spot=spot, kinds=cards)


def _card(
    item: CardItem, maker: _Maker, *, rank: int | None = None, last_rank: int = 0
) -> Iterator[Row]:
    mark = mark_of(kind_of(maker.local, item.kind_id))
    spot = Spot(kind=SpotKind.CARD, question_id=maker.local.id)
    yield maker.line(item.line, spot, mark, rank=rank, last_rank=last_rank, item=item)
    if rank is None:
        yield from maker.under(item.follow_ups, SpotKind.FOLLOW_UP, item.line.id)
        return
    for prompt in maker.local.prompts:
        said = {prompt.id: item.follow_ups.get(prompt.id, ())}
        yield from maker.under(said, SpotKind.FOLLOW_UP, item.line.id)
        if not said[prompt.id]:
            spot = Spot(
                kind=SpotKind.FOLLOW_UP,
                question_id=maker.local.id,
                part=prompt.id,
                card=item.line.id,
            )
            yield AddRow(
                key=f"add:{item.line.id}:{prompt.id}",
                level=1,
                spot=spot,
                mark=maker.prompt_mark(prompt.id),
                hint=prompt.not_asked,
            )


def _choice_rows(review: QuestionReview, maker: _Maker) -> Iterator[Row]:
    local = maker.local
    kinds = local.kinds_of(*_REASONS)
    for number, item in enumerate(review.choices, start=1):
        choice_id = item.lean.choice_id
        yield LeanRow(
            key=f"lean:{choice_id}",
            question_id=local.id,
            people=maker.people,
            number=number,
            choice=local.choice(choice_id),
            lean=item.lean,
        )
        yield from _reasons(item, kinds, maker)
        spot = Spot(kind=SpotKind.REASON, question_id=local.id, part=choice_id)
        yield AddRow(key=f"add:{choice_id}", level=1, spot=spot, kinds=kinds)


def _reasons(item: ChoiceItem, kinds: tuple[LocalKind, ...], maker: _Maker) -> Iterator[Row]:
    order = {kind.id: place for place, kind in enumerate(kinds)}
    spot = Spot(kind=SpotKind.REASON, question_id=maker.local.id, part=item.lean.choice_id)
    for kind_id in sorted(item.reasons, key=lambda one: order.get(one, len(order))):
        for line in item.reasons[kind_id]:
            yield maker.line(line, spot, mark_of(kind_of(maker.local, kind_id)))


def _box_rows(review: QuestionReview, maker: _Maker) -> Iterator[Row]:
    for prompt in maker.local.prompts:
        lines = review.boxes.get(prompt.id, ())
        mark = maker.prompt_mark(prompt.id)
        yield HeadRow(key=f"head:{prompt.id}", text=mark.label or prompt.short, count=len(lines))
        yield from maker.under({prompt.id: lines}, SpotKind.BOX)
        spot = Spot(kind=SpotKind.BOX, question_id=maker.local.id, part=prompt.id)
        yield AddRow(
            key=f"add:{prompt.id}",
            level=1,
            spot=spot,
            mark=mark,
            hint="" if lines else prompt.not_asked or prompt.text,
        )


def disagreement_rows(
    review: Review, kit: LocalKit, flags: frozenset[str], *, is_open: bool
) -> tuple[Row, ...]:
    """Return the rows of what people disagreed about."""
    spot = Spot(kind=SpotKind.DISAGREEMENT)
    mark = Mark(icon="split", tone="k_take")
    rows: list[Row] = [
        HeadRow(
            key="head:disagreements",
            heading=Heading.DISAGREEMENTS,
            count=len(review.disagreements),
        )
    ]
    rows += [
        LineRow(
            key=line.id,
            level=1,
            line=line,
            spot=spot,
            mark=mark,
            groups=_named(_group_names(kit), line.group_ids),
            is_flagged=line.id in flags,
        )
        for line in review.disagreements
    ]
    if is_open:
        rows.append(AddRow(key="add:disagreement", level=1, spot=spot, mark=mark))
    return tuple(rows)


def note_rows(
    line: Line | None, notes: Iterable[Note], unused: Iterable[Note], kit: LocalKit
) -> tuple[Row, ...]:
    """Return the notes a line came from, then the notes that nothing came from."""
    by_id: dict[str, Note] = {note.id: note for note in notes}
    sources = [by_id[one] for one in (line.note_ids if line else ()) if one in by_id]
    spare = tuple(unused)
    rows: list[Row] = []
    if line is not None:
        rows.append(HeadRow(key="head:sources", heading=Heading.SOURCES))
        rows += [_note_row(note, kit, is_used=True, can_merge=False) for note in sources]
        if not sources:
            rows.append(SayRow(key="say:sources", say=Say.NO_SOURCE))
    rows.append(HeadRow(key="head:unused", heading=Heading.UNUSED, count=len(spare)))
    rows += [_note_row(note, kit, is_used=False, can_merge=line is not None) for note in spare]
    if not spare:
        rows.append(SayRow(key="say:unused", say=Say.ALL_USED))
    return tuple(rows)


def _note_row(note: Note, kit: LocalKit, *, is_used: bool, can_merge: bool) -> NoteRow:
    question = kit.question(note.question_id)
    group = next((one.label for one in kit.groups if one.id == note.group_id), "")
    return NoteRow(
        key=f"note:{note.id}",
        note=note,
        mark=mark_of(kind_of(question, note.kind_id)),
        number=question.number,
        group=group,
        is_used=is_used,
        can_merge=can_merge,
    )


def _group_names(kit: LocalKit) -> Mapping[str, str]:
    return {group.id: group.label for group in kit.groups}


def _named(names: Mapping[str, str], ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(names[one] for one in ids if one in names)
