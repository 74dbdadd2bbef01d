"""A submission as a small group would hand it over, in French, with invented words."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from ogp_desktop.domain.conversation import Attribution, KitPin
from ogp_desktop.domain.format import Format
from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.individual_views import Method
from ogp_desktop.domain.review import Agreement, Coverage, Publication
from ogp_desktop.domain.submission import (
    BoxesAnswer,
    Card,
    CardsAnswer,
    ChoiceAnswer,
    ChoicesAnswer,
    Consent,
    FollowUp,
    GroupCount,
    Hands,
    Host,
    HowHeld,
    KitField,
    Meeting,
    Observations,
    Participants,
    Point,
    QuestionCoverage,
    Quotation,
    ShownQuestion,
    Submission,
    Tally,
    ViewsTotals,
)

SAMPLE_ID = SubmissionId("7f3e92c4-5b1d-4c55-9a5e-0d7c5e1b2a10")
LOME = timezone(timedelta(0))
SEALED_AT = datetime(2022, 7, 5, 15, 58, tzinfo=LOME)
NOW = datetime(2022, 7, 6, 9, 0, tzinfo=UTC)


def sample_submission(**changes: Any) -> Submission:
    """Return a draft with every kind of answer in it, changed as asked."""
    return replace(_SAMPLE, **changes)


_OBSERVATIONS = Observations(
    cards=(
        CardsAnswer(
            question_id="q1",
            chosen=(
                Card(
                    kind_id="challenge",
                    text="Le budget communal n'est publié qu'après le vote",
                    follow_ups=(
                        FollowUp(prompt_id="q1a", texts=("Un arrêté du maire",)),
                        FollowUp(prompt_id="q1c", texts=("Montrer des exemples",)),
                    ),
                    agreement=Agreement.BROAD,
                    theme_ids=("participation",),
                ),
            ),
            also_raised=(Point(kind_id="opportunity", text="La radio du marché"),),
        ),
    ),
    choices=(
        ChoicesAnswer(
            question_id="q2",
            choices=(
                ChoiceAnswer(
                    choice_id="q2a",
                    lean=-1,
                    reasons=(Point(kind_id="first", text="Chaque ville a son souci"),),
                    hands=Hands(first=9, second=2, undecided=1),
                ),
            ),
        ),
    ),
    boxes=(BoxesAnswer(question_id="q3", boxes=(FollowUp(prompt_id="continue", texts=("Ça",)),)),),
    disagreements=("Le rythme des réunions",),
    summary="Publier avant de voter.",
    quotations=(Quotation(text="On lit le budget quand il est mort.", question_id="q1"),),
)

_SAMPLE = Submission(
    id=SAMPLE_ID,
    kit=KitPin(id="ogp-strategy-2022", version="1.0.0", digest="0" * 64),
    app_version="0.1.0",
    created_at=SEALED_AT - timedelta(days=3),
    edited_at=SEALED_AT - timedelta(minutes=5),
    sealed_at=SEALED_AT,
    questions=(
        ShownQuestion(question_id="q1", language="fr", text="Quels défis ?"),
        ShownQuestion(question_id="q2", language="fr", text="Où concentrer l'énergie ?"),
        ShownQuestion(question_id="q3", language="fr", text="Comment aider ?"),
    ),
    coverage=(
        QuestionCoverage(question_id="q1", coverage=Coverage.GROUP),
        QuestionCoverage(question_id="q2", coverage=Coverage.GROUP),
        QuestionCoverage(question_id="q3", coverage=Coverage.NOT_REACHED, reason="La nuit tombait"),
    ),
    meeting=Meeting(
        date="2022-07-05",
        country="TG",
        place="Kpalimé",
        format=Format.IN_PERSON,
        planned_minutes=90,
        actual_minutes=97,
        how_held=HowHeld.DEDICATED,
        spoken_languages=("fr", "ee"),
        notes_language="fr",
    ),
    host=Host(organiser_type="civil_society", may_contact=True),
    participants=Participants(
        total=18,
        sectors=(GroupCount(group_id="civil", count=12), GroupCount(group_id="gov", count=3)),
        newcomers=7,
        reached=("youth",),
    ),
    observations=_OBSERVATIONS,
    views=ViewsTotals(
        received=11,
        methods=(Method.PAPER,),
        tallies=(Tally(item_id="q2a", answer="-2", count=4),),
    ),
    consent=Consent(
        participants_told=True,
        attribution=Attribution.NON_ATTRIBUTION,
        notes_read_back=True,
        publication=Publication.QUOTE_WITHOUT_NAMES,
    ),
    kit_fields=(KitField(field_id="forum", value="Forum ouvert"),),
)
