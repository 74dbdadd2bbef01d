"""What each status means, how long a server may ask us to wait, and how its words are tamed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogp_desktop.delivery.answers import Answer, outcome_of, plain_text, retry_after_s
from ogp_desktop.domain.outcome import DETAIL_LIMIT, OutcomeKind
from tests.support.delivering import parcel

_KINDS = {
    OutcomeKind.NOT_A_RECEIPT: {200, 201, 202, 203, 204, 206, 226, 300, 301, 302, 303, 304, 307}
    | {308, 511},
    OutcomeKind.REFUSED: {400, 406, 410, 411, 413, 414, 415, 418, 421, 422, 428, 431, 451},
    OutcomeKind.AUTH: {401, 403, 407},
    OutcomeKind.CLOSED: {402, 404, 405},
    OutcomeKind.CONFLICT: {409},
    OutcomeKind.SERVER_ERROR: {408, 423, 425, 500, 501, 502, 503, 504, 507, 599},
    OutcomeKind.RATE_LIMITED: {429},
}


def _answer(status: int = 200, body: bytes = b"", **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status=status, headers=named, body=body)


@pytest.mark.parametrize(
    ("status", "kind"), [(status, kind) for kind, many in _KINDS.items() for status in many]
)
def test_outcome_follows_the_status(status: int, kind: OutcomeKind) -> None:
    outcome = outcome_of(_answer(status), parcel(), None)
    assert (outcome.kind, outcome.status, outcome.bytes_may_have_left) == (kind, status, True)


def test_outcome_says_why_an_answer_is_no_receipt() -> None:
    body = b'{"status":"ok"}'
    outcome = outcome_of(_answer(200, body, content_type="application/json"), parcel(), None)
    assert outcome.detail == "malformed"


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, None),
        ({"retry_after": "120"}, 120),
        ({"retry_after": " 7 "}, 7),
        ({"retry_after": "-7"}, None),
        ({"retry_after": "1.5"}, None),
        ({"retry_after": "9" * 400}, None),
        ({"retry_after": "soon"}, None),
        ({"retry_after": "Wed, 06 Jul 2022 09:00:00 GMT"}, None),
        (
            {
                "retry_after": "Wed, 06 Jul 2022 09:00:00 GMT",
                "date": "Wed, 06 Jul 2022 08:58:00 GMT",
            },
            120,
        ),
        (
            {
                "retry_after": "Wed, 06 Jul 2022 09:00:00 GMT",
                "date": "Wed, 06 Jul 2033 08:58:00 GMT",
            },
            0,
        ),
    ],
)
def test_retry_after_is_read_in_both_forms_and_by_the_servers_own_clock(
    headers: dict[str, str], expected: float | None
) -> None:
    assert retry_after_s(_answer(503, **headers).headers) == expected


@given(st.text(max_size=60), st.text(max_size=60))
def test_retry_after_survives_any_text(asked: str, sent: str) -> None:
    seconds = retry_after_s({"retry-after": asked, "date": sent})
    assert seconds is None or seconds >= 0


def _detail(body: bytes, content_type: str = "application/problem+json") -> str:
    return outcome_of(_answer(422, body, content_type=content_type), parcel(), None).detail


def test_title_of_a_problem_is_kept() -> None:
    assert _detail(b'{"title":"The date is missing","status":422}') == "The date is missing"


@pytest.mark.parametrize("body", [b"", b"[]", b'{"title":3}', b"\xff", b"[" * 60_000, b"{}"])
def test_title_is_empty_when_there_is_none(body: bytes) -> None:
    assert _detail(body) == ""


def test_title_is_empty_when_the_answer_is_a_page() -> None:
    assert _detail(b'{"title":"x"}', "text/html") == ""


@given(st.text())
def test_strangers_text_is_one_short_visible_line(text: str) -> None:
    plain = plain_text(text)
    assert len(plain) <= DETAIL_LIMIT
    assert plain == "" or plain.isprintable()


def test_strangers_text_cannot_turn_the_line_round() -> None:
    assert plain_text("a\u202eb\nc\x1b[31m\u2066d") == "a b c [31m d"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b'{"type":"urn:ogp-desktop:problem:withdrawn"}', OutcomeKind.WITHDRAWN),
        (b'{"type":"urn:ogp-desktop:problem:gone"}', OutcomeKind.REFUSED),
        (b'{"title":"Withdrawn"}', OutcomeKind.REFUSED),
        (b"gone", OutcomeKind.REFUSED),
    ],
)
def test_withdrawn_is_what_the_endpoint_says_and_no_other_gone(
    body: bytes, kind: OutcomeKind
) -> None:
    answer = _answer(410, body, content_type="application/problem+json")
    assert outcome_of(answer, parcel(), None).kind is kind
    usual = _answer(404, body, content_type="application/problem+json")
    assert outcome_of(usual, parcel(), None).kind is OutcomeKind.CLOSED
