"""Turns a reviewed conversation into the value that is sealed; it adds nothing that nobody said.

Form fields that every conversation has find their place by these ids, whatever the kit; what only
one kit asks travels as a field of that kit. Fields that are "apart" (contact) never travel.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from ogp_desktop.domain.conversation import Conversation
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.individual_views import IndividualViews
from ogp_desktop.domain.review import Review
from ogp_desktop.domain.submission import (
    Consent,
    GroupCount,
    Host,
    HowHeld,
    KitField,
    Meeting,
    Participants,
    QuestionCoverage,
    ShownQuestion,
    Submission,
    Tally,
    ViewsTotals,
)
from ogp_desktop.domain.timing_log import TimingEvent, TimingKind
from ogp_desktop.kits.localised import in_language
from ogp_desktop.kits.model import Kit
from ogp_desktop.services.submission_observations import observations_of

_PLACED = frozenset(
    {
        "date",
        "country",
        "place",
        "occasion",
        "sittings",
        "member_place",
        "wording_changed",
        "organiser_type",
        "organisation",
        "may_name_organisation",
        "gender",
        "age",
        "new_to_ogp",
        "reached",
    }
)
_SEVERAL = {"regional": "several", "withheld": None}
_YES_NO = {"yes": True, "no": False}


def submission_draft(
    *,
    submission_id: SubmissionId,
    conversation: Conversation,
    kit: Kit,
    log: Iterable[TimingEvent],
    review: Review,
    views: IndividualViews | None,
    actual_minutes: int | None,
    app_version: str,
    revision: int,
    replaces: SubmissionId | None,
    edited_at: datetime,
    sealed_at: datetime,
) -> Submission:
    """Return the submission as it would be sealed now; ``seal`` protects and checks it.

    Raises ``Refusal`` when the consent was not recorded or nothing tells the day.
    """
    consent = review.consent
    if consent.participants_told is None or consent.publication is None:
        raise Refusal("consent_missing", field="consent")
    preparation = conversation.preparation
    local = in_language(kit, kit.best_language(preparation.language))
    return Submission(
        id=submission_id,
        revision=revision,
        replaces=replaces,
        kit=conversation.kit,
        app_version=app_version,
        created_at=conversation.created_at,
        edited_at=edited_at,
        sealed_at=sealed_at,
        questions=tuple(
            ShownQuestion(
                question_id=question.id,
                language=local.language,
                text=question.text,
                official_text=question.original,
            )
            for question in local.questions
        ),
        coverage=tuple(
            QuestionCoverage(question_id=one.question_id, coverage=one.coverage, reason=one.reason)
            for one in review.questions
        ),
        meeting=_meeting(conversation, review.answers, log, actual_minutes),
        host=_host(review.answers),
        participants=_participants(conversation, review.answers),
        observations=observations_of(review, kit),
        views=_views(views) if views is not None and _holds_answers(views) else None,
        consent=Consent(
            participants_told=consent.participants_told,
            attribution=preparation.attribution,
            recordings_made=consent.recordings_made,
            notes_read_back=bool(consent.notes_read_back),
            publication=consent.publication,
        ),
        kit_fields=tuple(
            KitField(field_id=field.id, value=_as_text(review.answers[field.id]))
            for field in kit.fields
            if field.id in review.answers and field.id not in _PLACED and not field.is_apart
        ),
    )


def _as_text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {count}" for name, count in sorted(value.items()))
    return str(value)


def _meeting(
    conversation: Conversation,
    answers: Mapping[str, Any],
    log: Iterable[TimingEvent],
    actual_minutes: int | None,
) -> Meeting:
    preparation = conversation.preparation
    started = next((event.at for event in log if event.kind is TimingKind.STARTED), None)
    day = answers.get("date") or (started and started.date().isoformat())
    if not day:
        raise Refusal("not_a_date", field="date")
    country = answers.get("country")
    return Meeting(
        date=str(day),
        country=_SEVERAL.get(str(country), country) if country is not None else None,
        place=preparation.place or None,
        format=preparation.format,
        planned_minutes=preparation.minutes,
        actual_minutes=actual_minutes,
        how_held=HowHeld(answers["occasion"]) if "occasion" in answers else None,
        sittings=int(answers.get("sittings", 1)),
        spoken_languages=(preparation.language,),
        notes_language=preparation.notes_language,
        is_member_place=_YES_NO.get(str(answers.get("member_place"))),
        has_changed_wording=bool(answers.get("wording_changed", False)),
    )


def _host(answers: Mapping[str, Any]) -> Host:
    return Host(
        organiser_type=answers.get("organiser_type"),
        organisation=answers.get("organisation"),
        may_name_organisation=bool(answers.get("may_name_organisation", False)),
    )


def _participants(conversation: Conversation, answers: Mapping[str, Any]) -> Participants:
    preparation = conversation.preparation
    newcomers = answers.get("new_to_ogp")
    return Participants(
        total=preparation.people,
        sectors=_counts(preparation.group_counts),
        genders=_counts(answers.get("gender", {})),
        ages=_counts(answers.get("age", {})),
        newcomers=None if newcomers is None else int(newcomers),
        reached=tuple(answers.get("reached", ())),
    )


def _counts(counts: Mapping[str, int]) -> tuple[GroupCount, ...]:
    return tuple(
        GroupCount(group_id=name, count=int(count)) for name, count in counts.items() if count
    )


def _holds_answers(views: IndividualViews) -> bool:
    return bool(views.total_received) or any(any(one.values()) for one in views.tallies.values())


def _views(views: IndividualViews) -> ViewsTotals:
    return ViewsTotals(
        received=views.total_received,
        methods=tuple(method for method, count in views.received.items() if count),
        tallies=tuple(
            Tally(item_id=choice_id, answer=step, count=count)
            for choice_id, tally in views.tallies.items()
            for step, count in tally.items()
            if count
        ),
    )
