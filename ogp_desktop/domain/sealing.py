"""A draft becomes bytes that never change: small groups protected, all checked, one digest.

The same rules read the bytes back, here and at the endpoint: what this module would not have
written is refused.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from ogp_desktop.domain.canonical import canonical_json, from_plain, sha256_hex, strict_json
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.review import Coverage
from ogp_desktop.domain.submission import (
    SCHEMA_VERSION,
    ChoiceAnswer,
    ChoicesAnswer,
    Count,
    Few,
    GroupCount,
    Hands,
    Meeting,
    Participants,
    Submission,
    ViewsTotals,
)

FEWEST_TOLD = 5
"""A count below this would point at somebody; it travels as "fewer than 5"."""
SMALLEST_BREAKDOWN = 10
"""In a smaller room no breakdown travels at all."""
LARGEST_SUBMISSION = 1_000_000
"""Bytes; the endpoint takes no more."""

_DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?", re.ASCII)
_COUNTRY = re.compile("[A-Z]{2}|several", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedSubmission:
    """What is stored and sent: the value as it travels, its bytes and their SHA-256 in hex."""

    submission: Submission
    data: bytes
    sha256: str


def seal(draft: Submission) -> SealedSubmission:
    """Protect small groups, check everything and freeze the bytes.

    Raises ``Refusal`` with the ``field`` that is wrong, among them ``counts_exceed_people``,
    ``counts_exceed_received``, ``reason_missing`` and ``too_large``.
    """
    check_counts(draft)
    data = canonical_bytes(protected(draft))
    return SealedSubmission(
        submission=submission_from_bytes(data), data=data, sha256=sha256_hex(data)
    )


def canonical_bytes(submission: Submission) -> bytes:
    """Return the one sequence of bytes for this value: JSON, sorted keys, no spaces, NFC, UTF-8."""
    return canonical_json(submission)


def submission_from_bytes(data: bytes) -> Submission:
    """Read a sealed submission back.

    Raises ``Refusal``: ``too_large``, ``not_json``, ``newer_schema``, ``unknown_field``,
    ``missing_field``, ``wrong_type``, whatever ``check_submission`` finds, or ``not_canonical``
    when the same value would be written with other bytes.
    """
    if len(data) > LARGEST_SUBMISSION:
        raise Refusal("too_large", limit=LARGEST_SUBMISSION)
    plain = strict_json(data)
    if isinstance(plain, dict):
        version = plain.get("schema_version")
        if type(version) is int and version > SCHEMA_VERSION:
            raise Refusal("newer_schema", field="schema_version", version=version)
    submission = from_plain(Submission, plain)
    check_submission(submission)
    if canonical_bytes(submission) != data:
        raise Refusal("not_canonical")
    return submission


def protected(submission: Submission) -> Submission:
    """Return the submission without the counts that could point at a person."""
    people = submission.participants
    if people.total < SMALLEST_BREAKDOWN:
        people = Participants(total=people.total, total_up_to=people.total_up_to)
    else:
        people = replace(
            people,
            sectors=_few_of(people.sectors),
            genders=_few_of(people.genders),
            ages=_few_of(people.ages),
            newcomers=None if people.newcomers is None else _few(people.newcomers),
        )
    observations = submission.observations
    return replace(
        submission,
        participants=people,
        observations=replace(
            observations, choices=tuple(_hands_few(answer) for answer in observations.choices)
        ),
        views=submission.views and _views_few(submission.views),
    )


def _few(count: Count) -> Count:
    return Few.FEWER_THAN_5 if isinstance(count, int) and count < FEWEST_TOLD else count


def _few_of(counts: Iterable[GroupCount]) -> tuple[GroupCount, ...]:
    return tuple(replace(one, count=_few(one.count)) for one in counts)


def _hands_few(answer: ChoicesAnswer) -> ChoicesAnswer:
    def of(choice: ChoiceAnswer) -> ChoiceAnswer:
        if choice.hands is None:
            return choice
        shown = (None if count is None else _few(count) for count in _hands(choice.hands))
        first, second, undecided = shown
        return replace(choice, hands=Hands(first=first, second=second, undecided=undecided))

    return replace(answer, choices=tuple(of(choice) for choice in answer.choices))


def _views_few(views: ViewsTotals) -> ViewsTotals:
    received = _few(views.received)
    return views if received == views.received else replace(views, received=received, tallies=())


def _hands(hands: Hands) -> tuple[Count | None, Count | None, Count | None]:
    return hands.first, hands.second, hands.undecided


def check_submission(submission: Submission) -> None:
    """Refuse a submission that breaks a rule; the refusal names the field."""
    if submission.schema_version != SCHEMA_VERSION:
        raise Refusal("wrong_type", field="schema_version")
    _check_identity(submission)
    _check_meeting(submission.meeting)
    _check_questions(submission)
    check_counts(submission)
    if protected(submission) != submission:
        raise Refusal("small_count", field="participants")


def _check_identity(submission: Submission) -> None:
    for field, value in (("id", submission.id), ("replaces", submission.replaces)):
        if value is not None and not is_uuid(value):
            raise Refusal("not_a_uuid", field=field)
    if submission.revision < 1:
        raise Refusal("out_of_range", field="revision", low=1)
    if (submission.replaces is None) is not (submission.revision == 1):
        raise Refusal("revision_unlinked", field="replaces")
    if submission.replaces == submission.id:
        raise Refusal("revision_unlinked", field="replaces")


def is_uuid(text: str) -> bool:
    """Tell whether the text is a UUID in its one canonical spelling."""
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(f"{text}-01"[: len("2022-07-05")])
    except ValueError:
        return False
    return _DATE.fullmatch(text) is not None


def _check_meeting(meeting: Meeting) -> None:
    if not _is_date(meeting.date):
        raise Refusal("not_a_date", field="meeting.date")
    if meeting.country is not None and not _COUNTRY.fullmatch(meeting.country):
        raise Refusal("not_a_country", field="meeting.country")
    if meeting.sittings < 1:
        raise Refusal("out_of_range", field="meeting.sittings", low=1)
    for name, minutes in (
        ("planned_minutes", meeting.planned_minutes),
        ("actual_minutes", meeting.actual_minutes),
    ):
        if minutes is not None and minutes < 0:
            raise Refusal("out_of_range", field=f"meeting.{name}", low=0)


def _check_questions(submission: Submission) -> None:
    shown = [question.question_id for question in submission.questions]
    if not shown or len(set(shown)) != len(shown):
        raise Refusal("questions_unclear", field="questions")
    if [one.question_id for one in submission.coverage] != shown:
        raise Refusal("questions_unclear", field="coverage")
    for covered in submission.coverage:
        if covered.coverage is Coverage.NOT_REACHED and not covered.reason.strip():
            raise Refusal("reason_missing", field=f"coverage.{covered.question_id}")
    said = submission.observations
    answered = [
        *(answer.question_id for answer in said.cards),
        *(answer.question_id for answer in said.choices),
        *(answer.question_id for answer in said.boxes),
    ]
    quoted = {one.question_id for one in said.quotations if one.question_id is not None}
    if len(set(answered)) != len(answered) or not {*answered, *quoted} <= set(shown):
        raise Refusal("questions_unclear", field="observations")
    for answer in said.choices:
        for choice in answer.choices:
            if isinstance(choice.lean, int) and not -2 <= choice.lean <= 2:
                raise Refusal("out_of_range", field=choice.choice_id, low=-2, high=2)


def check_counts(submission: Submission) -> None:
    """Refuse counts that do not fit into the room; sub-counts need not reach the total."""
    people = submission.participants
    most = people.total if people.total_up_to is None else people.total_up_to
    if people.total < 1 or most < people.total:
        raise Refusal("out_of_range", field="participants.total", low=1)
    for name, counts in (
        ("sectors", people.sectors),
        ("genders", people.genders),
        ("ages", people.ages),
    ):
        _within(f"participants.{name}", [one.count for one in counts], most)
    if people.newcomers is not None:
        _within("participants.newcomers", [people.newcomers], most)
    for answer in submission.observations.choices:
        for choice in answer.choices:
            counted = () if choice.hands is None else _hands(choice.hands)
            _within(choice.choice_id, (one for one in counted if one is not None), most)
    if submission.views is not None:
        _check_views(submission.views, most)


def _check_views(views: ViewsTotals, most: int) -> None:
    _within("views.received", [views.received], most)
    received = views.received if isinstance(views.received, int) else FEWEST_TOLD - 1
    by_item: dict[str, list[Count]] = {}
    for tally in views.tallies:
        by_item.setdefault(tally.item_id, []).append(tally.count)
    for item_id, counts in by_item.items():
        if _exceed(counts, received):
            raise Refusal("counts_exceed_received", field=item_id, received=received)


def _within(field: str, counts: Iterable[Count], most: int) -> None:
    if _exceed(counts, most):
        raise Refusal("counts_exceed_people", field=field, people=most)


def _exceed(counts: Iterable[Count], most: int) -> bool:
    known = [count for count in counts if isinstance(count, int)]
    return any(count < 0 for count in known) or sum(known) > most
