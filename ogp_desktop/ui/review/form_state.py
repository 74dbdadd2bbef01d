"""The kit's form as it is asked after the meeting: what is known already is taken over."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ogp_desktop.domain.review import Coverage, Review
from ogp_desktop.domain.running_order import running_order
from ogp_desktop.domain.schedule import schedule
from ogp_desktop.domain.time_taken import TimeTaken
from ogp_desktop.domain.timing_log import TimingKind
from ogp_desktop.kits.local_kit import LocalField, LocalKit
from ogp_desktop.kits.vocabulary import FieldType, Source
from ogp_desktop.services.reviewing import Reviewed

_ELSEWHERE = {Source.REVIEW, Source.CONSENT}


class FieldMode(StrEnum):
    """Whether somebody must answer a field here."""

    ASKED = "asked"
    TAKEN = "taken"
    APART = "apart"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldState:
    """A field and its value; ``labels`` name the keys of a value where the kit's groups do."""

    field: LocalField
    mode: FieldMode
    value: Any = None
    labels: Mapping[str, str]
    is_missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSection:
    """A heading of the form with the fields that have a place here."""

    id: str
    title: str
    note: str
    fields: tuple[FieldState, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeShown:
    """What was planned and what it took; ``numbers`` are those of the questions."""

    taken: TimeTaken
    numbers: Mapping[str, int]


def time_shown(facts: Reviewed, kit: LocalKit) -> TimeShown | None:
    """Return the time to show; nothing before the end."""
    if facts.time is None:
        return None
    return TimeShown(taken=facts.time, numbers={one.id: one.number for one in kit.questions})


def form_sections(
    facts: Reviewed, review: Review, kit: LocalKit, *, missing: frozenset[str]
) -> tuple[FormSection, ...]:
    """Return the form; what the review and the consent answer has its own sections."""
    made = []
    for section in kit.sections:
        fields = tuple(
            _field(field, facts, review, kit, is_missing=field.id in missing)
            for field in section.fields
            if field.taken_from not in _ELSEWHERE and field.type is not FieldType.OBSERVATIONS
        )
        if any(one.mode is not FieldMode.TAKEN or one.value is not None for one in fields):
            made.append(
                FormSection(id=section.id, title=section.title, note=section.note, fields=fields)
            )
    return tuple(made)


def answered_count(sections: Iterable[FormSection]) -> tuple[int, int]:
    """Return how many of the asked fields are answered, and how many there are."""
    asked = [one for section in sections for one in section.fields if one.mode is FieldMode.ASKED]
    return sum(one.value is not None for one in asked), len(asked)


def _field(
    field: LocalField, facts: Reviewed, review: Review, kit: LocalKit, *, is_missing: bool
) -> FieldState:
    labels = {option.id: option.label for option in field.choices}
    people = facts.conversation.preparation.people
    if field.is_apart:
        return FieldState(field=field, mode=FieldMode.APART, labels=labels)
    if field.needs_people is not None and people < field.needs_people:
        return FieldState(field=field, mode=FieldMode.TOO_FEW, labels=labels)
    if field.taken_from is not None:
        if field.taken_from is Source.GROUP_COUNTS:
            labels = {group.id: group.label for group in kit.groups}
        value = _taken(field, facts, review)
        return FieldState(field=field, mode=FieldMode.TAKEN, value=value, labels=labels)
    value = review.answers.get(field.id)
    return FieldState(
        field=field, mode=FieldMode.ASKED, value=value, labels=labels, is_missing=is_missing
    )


def _taken(field: LocalField, facts: Reviewed, review: Review) -> Any:
    plan = facts.conversation.preparation
    match field.taken_from:
        case Source.DATE:
            started = next((e.at for e in facts.log if e.kind is TimingKind.STARTED), None)
            return None if started is None else started.date().isoformat()
        case Source.PLACE:
            return plan.place or None
        case Source.FORMAT:
            return plan.format.value
        case Source.MINUTES_PLANNED:
            return plan.minutes
        case Source.MINUTES_HELD:
            return _minutes_held(facts)
        case Source.LANGUAGE:
            return plan.language
        case Source.NOTES_LANGUAGE:
            return plan.notes_language
        case Source.PEOPLE:
            return plan.people
        case Source.GROUP_COUNTS:
            return {name: count for name, count in plan.group_counts.items() if count} or None
        case Source.QUESTIONS_IN_GROUP:
            return _covered(review, Coverage.GROUP)
        case Source.QUESTIONS_INDIVIDUAL:
            return _covered(review, Coverage.INDIVIDUAL)
        case Source.ATTRIBUTION:
            return plan.attribution.value
        case Source.INDIVIDUAL_VIEWS:
            return _views(field, facts)
    return None


def _minutes_held(facts: Reviewed) -> int | None:
    if not facts.log:
        return None
    order = running_order(facts.conversation.agenda)
    return round(schedule(order, facts.log, facts.log[-1].at).elapsed_s / 60)


def _covered(review: Review, coverage: Coverage) -> tuple[str, ...] | None:
    return tuple(q.question_id for q in review.questions if q.coverage is coverage) or None


def _views(field: LocalField, facts: Reviewed) -> Any:
    if facts.views is None:
        return None
    if field.type is FieldType.COUNT:
        return facts.views.total_received
    return tuple(method.value for method, count in facts.views.received.items() if count) or None
