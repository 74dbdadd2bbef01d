"""The sealed bytes: one for each value, small groups protected, and nothing else readable."""

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogp_desktop.domain.canonical import canonical_json, clean, from_plain, sha256_hex, strict_json
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.review import Coverage
from ogp_desktop.domain.sealing import (
    LARGEST_SUBMISSION,
    canonical_bytes,
    seal,
    submission_from_bytes,
)
from ogp_desktop.domain.submission import (
    ChoiceAnswer,
    ChoicesAnswer,
    Few,
    GroupCount,
    Hands,
    Observations,
    Participants,
    Quotation,
    ShownQuestion,
    Submission,
    Tally,
    ViewsTotals,
)
from tests.support.submissions import sample_submission

_aware = st.datetimes(
    min_value=datetime(1970, 1, 2),
    timezones=st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m))),
)
st.register_type_strategy(datetime, _aware)
st.register_type_strategy(int, st.integers(-(2**53) + 1, 2**53 - 1))  # what JSON holds (RFC 7493)
_text = st.text(st.characters(codec=None), max_size=40)


def _refusal(draft: Submission) -> Refusal:
    with pytest.raises(Refusal) as caught:
        seal(draft)
    return caught.value


def _altered(**changes: object) -> bytes:
    plain = json.loads(seal(sample_submission()).data)
    plain.update(changes)
    return canonical_json(plain)


def test_seal_gives_bytes_with_their_digest() -> None:
    sealed = seal(sample_submission())
    assert sealed.sha256 == sha256_hex(sealed.data)
    assert seal(sealed.submission) == sealed
    assert submission_from_bytes(sealed.data) == sealed.submission


def test_canonical_bytes_are_sorted_compact_json() -> None:
    data = seal(sample_submission()).data
    plain = json.loads(data)
    again = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert again.encode() == data


@pytest.mark.slow
@given(st.from_type(Submission))
def test_canonical_bytes_survive_a_round_trip_whatever_the_value(submission: Submission) -> None:
    data = canonical_bytes(submission)
    assert canonical_bytes(from_plain(Submission, strict_json(data))) == data


@given(summary=_text, place=st.none() | _text, quoted=st.lists(_text, max_size=3))
def test_seal_keeps_whatever_was_written(
    summary: str, place: str | None, quoted: list[str]
) -> None:
    draft = sample_submission()
    quotations = tuple(Quotation(text=text) for text in quoted)
    draft = replace(
        draft,
        meeting=replace(draft.meeting, place=place),
        observations=replace(draft.observations, summary=summary, quotations=quotations),
    )
    sealed = seal(draft).submission
    assert sealed.observations.summary == clean(summary)
    assert sealed.meeting.place == (None if place is None else clean(place))
    assert [one.text for one in sealed.observations.quotations] == [clean(text) for text in quoted]


def test_clean_removes_only_what_cannot_travel() -> None:
    assert clean("a\x00b\x1fc\ud800d\ufffe\r\ne\rf\tg") == "abcd\ne\nf\tg"
    assert clean("e\u0301\U0001f4a1") == "é\U0001f4a1"


@given(_text)
def test_clean_changes_nothing_the_second_time(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_seal_turns_counts_below_five_into_fewer_than_five() -> None:
    people = seal(sample_submission()).submission.participants
    assert people.sectors == (
        GroupCount(group_id="civil", count=12),
        GroupCount(group_id="gov", count=Few.FEWER_THAN_5),
    )
    (answer,) = seal(sample_submission()).submission.observations.choices
    few = Few.FEWER_THAN_5
    assert answer.choices[0].hands == Hands(first=9, second=few, undecided=few)


def test_seal_drops_breakdowns_when_fewer_than_ten_came() -> None:
    people = Participants(
        total=9, sectors=(GroupCount(group_id="gov", count=9),), newcomers=9, reached=("youth",)
    )
    draft = sample_submission(participants=people, observations=Observations(), views=None)
    assert seal(draft).submission.participants == Participants(total=9)


def test_seal_holds_views_back_when_fewer_than_five_came_in() -> None:
    views = ViewsTotals(received=4, tallies=(Tally(item_id="q2a", answer="2", count=4),))
    assert seal(sample_submission(views=views)).submission.views == ViewsTotals(
        received=Few.FEWER_THAN_5
    )


@pytest.mark.parametrize(
    ("people", "field"),
    [
        (Participants(total=18, sectors=(GroupCount(group_id="a", count=19),)), "sectors"),
        (Participants(total=18, ages=(GroupCount(group_id="a", count=-1),)), "ages"),
        (
            Participants(total=18, genders=tuple(GroupCount(group_id=g, count=10) for g in "ab")),
            "genders",
        ),
        (Participants(total=18, newcomers=19), "newcomers"),
    ],
)
def test_seal_is_refused_when_counts_exceed_the_people(people: Participants, field: str) -> None:
    refusal = _refusal(sample_submission(participants=people))
    assert refusal.code == "counts_exceed_people"
    assert refusal.data["field"] == f"participants.{field}"


def test_counts_may_reach_the_upper_end_of_a_bracket() -> None:
    people = Participants(total=21, total_up_to=40, newcomers=38)
    assert seal(sample_submission(participants=people)).submission.participants == people


def test_seal_is_refused_when_more_views_than_people_came_in() -> None:
    assert _refusal(sample_submission(views=ViewsTotals(received=19))).data["field"] == (
        "views.received"
    )
    tallies = tuple(Tally(item_id="q2a", answer=a, count=6) for a in ("-2", "2"))
    refusal = _refusal(sample_submission(views=ViewsTotals(received=11, tallies=tallies)))
    assert refusal.code == "counts_exceed_received"
    assert refusal.data == {"field": "q2a", "received": 11}


def test_seal_is_refused_when_hands_or_lean_are_impossible() -> None:
    def with_choice(choice: ChoiceAnswer) -> Submission:
        answer = ChoicesAnswer(question_id="q2", choices=(choice,))
        return sample_submission(observations=Observations(choices=(answer,)))

    hands = Hands(first=10, second=10, undecided=0)
    assert _refusal(with_choice(ChoiceAnswer(choice_id="q2b", hands=hands))).data["field"] == "q2b"
    assert _refusal(with_choice(ChoiceAnswer(choice_id="q2b", lean=3))).code == "out_of_range"


def test_seal_is_refused_when_a_question_was_not_reached_without_a_reason() -> None:
    draft = sample_submission()
    bare = replace(draft.coverage[2], reason=" ")
    refusal = _refusal(replace(draft, coverage=(*draft.coverage[:2], bare)))
    assert (refusal.code, refusal.data["field"]) == ("reason_missing", "coverage.q3")


def test_seal_is_refused_when_questions_do_not_agree() -> None:
    draft = sample_submission()
    assert _refusal(replace(draft, coverage=draft.coverage[:2])).data["field"] == "coverage"
    twice = (*draft.questions, ShownQuestion(question_id="q1", language="fr", text="?"))
    assert _refusal(replace(draft, questions=twice)).data["field"] == "questions"
    only_q3 = replace(
        draft,
        questions=draft.questions[2:],
        coverage=(replace(draft.coverage[2], coverage=Coverage.GROUP),),
    )
    assert _refusal(only_q3).data["field"] == "observations"


@pytest.mark.parametrize("date", ["2022-13", "2022-07-32", "5 July", "2022", "20220705", ""])
def test_seal_is_refused_when_the_date_is_none(date: str) -> None:
    draft = sample_submission()
    refusal = _refusal(replace(draft, meeting=replace(draft.meeting, date=date)))
    assert refusal.data["field"] == "meeting.date"


@pytest.mark.parametrize("country", [None, "FR", "several"])
def test_seal_takes_a_country_several_or_none(country: str | None) -> None:
    draft = sample_submission()
    meeting = replace(draft.meeting, date="2022-07", country=country)
    assert seal(replace(draft, meeting=meeting)).submission.meeting == meeting


def test_seal_is_refused_when_the_country_is_no_code() -> None:
    draft = sample_submission()
    bad = replace(draft.meeting, country="Togo")
    assert _refusal(replace(draft, meeting=bad)).data["field"] == "meeting.country"


def test_a_revision_names_the_one_it_replaces() -> None:
    draft = sample_submission()
    other = SubmissionId("11111111-5b1d-4c55-9a5e-0d7c5e1b2a10")
    assert seal(replace(draft, revision=2, replaces=other)).submission.replaces == other
    for wrong in (
        replace(draft, revision=2),
        replace(draft, replaces=other),
        replace(draft, revision=2, replaces=draft.id),
    ):
        assert _refusal(wrong).code == "revision_unlinked"


def test_seal_is_refused_when_the_id_is_no_canonical_uuid() -> None:
    for wrong in ("x", sample_submission().id.upper()):
        assert _refusal(sample_submission(id=SubmissionId(wrong))).data["field"] == "id"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"sittings": 0}, "sittings"),
        ({"planned_minutes": -1}, "planned_minutes"),
        ({"actual_minutes": -1}, "actual_minutes"),
    ],
)
def test_seal_is_refused_when_the_meeting_is_impossible(
    changes: dict[str, int], field: str
) -> None:
    draft = sample_submission()
    refusal = _refusal(replace(draft, meeting=replace(draft.meeting, **changes)))
    assert (refusal.code, refusal.data["field"]) == ("out_of_range", f"meeting.{field}")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"revision": 0}, "revision"),
        ({"participants": Participants(total=0)}, "participants.total"),
        ({"participants": Participants(total=20, total_up_to=19)}, "participants.total"),
    ],
)
def test_seal_is_refused_when_a_number_is_out_of_range(
    changes: dict[str, object], field: str
) -> None:
    refusal = _refusal(sample_submission(**changes))
    assert (refusal.code, refusal.data["field"]) == ("out_of_range", field)


def test_seal_is_refused_when_it_would_be_too_large() -> None:
    huge = Observations(summary="é" * (LARGEST_SUBMISSION // 2))
    assert _refusal(sample_submission(observations=huge)).code == "too_large"


@pytest.mark.parametrize(
    ("data", "code", "field"),
    [
        (b"", "not_json", None),
        (b"[" * 100_000, "not_json", None),
        (b'{"a":1,"a":1}', "not_json", None),
        (b'{"a":NaN}', "not_json", None),
        (b"[]", "wrong_type", ""),
        (b"\xff", "not_json", None),
        (_altered(schema_version=2, brand_new=1), "newer_schema", "schema_version"),
        (_altered(schema_version=0), "wrong_type", "schema_version"),
        (_altered(host_name="A. Person"), "unknown_field", "host_name"),
        (_altered(revision="1"), "wrong_type", "revision"),
        (_altered(revision=True), "wrong_type", "revision"),
        (_altered(coverage=[{"question_id": "q1"}]), "missing_field", "coverage[0].coverage"),
        (_altered(sealed_at="2022-07-05T15:58:00"), "wrong_type", "sealed_at"),
        (_altered(views=3), "wrong_type", "views"),
        (_altered(views={"received": 9}), "missing_field", "views.methods"),
        (_altered(participants=None), "wrong_type", "participants"),
        (seal(sample_submission()).data + b"\n", "not_canonical", None),
        (json.dumps(json.loads(_altered())).encode(), "not_canonical", None),
    ],
)
def test_reading_is_refused_when_the_bytes_are_not_ours(
    data: bytes, code: str, field: str | None
) -> None:
    with pytest.raises(Refusal) as caught:
        submission_from_bytes(data)
    assert (caught.value.code, caught.value.data.get("field")) == (code, field)


def test_reading_is_refused_when_a_small_count_slipped_through() -> None:
    plain = json.loads(seal(sample_submission()).data)
    plain["participants"]["newcomers"] = 2
    with pytest.raises(Refusal) as caught:
        submission_from_bytes(canonical_json(plain))
    assert caught.value.code == "small_count"
