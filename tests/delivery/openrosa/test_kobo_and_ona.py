"""Proof 7: what KoboToolbox and Ona answer, from a script of their answers."""

import pytest

from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from tests.delivery.openrosa.test_gateway import HEAD, SUBMISSION, metadata, posted, send_to
from tests.support.central import envelope
from tests.support.stub_server import http, stub_server

OURS = metadata(f"uuid:{SUBMISSION.id}")
DATE = "Wed, 06 Jul 2022 09:00:00 GMT"


def answered(answer: bytes) -> Outcome:
    with stub_server(HEAD, answer) as stub:
        return send_to(stub)


def test_first_storing_confirms_with_its_metadata() -> None:
    stored = posted(201, envelope("Successful submission.", "", OURS))
    assert answered(stored).kind is OutcomeKind.CONFIRMED


@pytest.mark.parametrize("words", ["Duplicate Instance", "Duplicate submission"])
def test_duplicate_confirms_because_an_id_is_never_used_for_other_bytes(words: str) -> None:
    assert answered(posted(202, envelope(words))).kind is OutcomeKind.CONFIRMED


def test_duplicate_of_another_id_does_not_confirm() -> None:
    other = envelope("Duplicate Instance", "", metadata("uuid:another"))
    assert answered(posted(202, other)).kind is OutcomeKind.NOT_A_RECEIPT


@pytest.mark.parametrize(
    ("status", "words", "kind"),
    [
        (400, "Received empty submission. No instanceID found", OutcomeKind.REFUSED),
        (402, "The owner of this survey has exceeded their submission limit.", OutcomeKind.CLOSED),
        (405, "Form is not active", OutcomeKind.CLOSED),
        (409, "Submission with this instance ID already exists.", OutcomeKind.CONFLICT),
        (410, "DeprecatedID is an old version", OutcomeKind.REFUSED),
        (423, "Submission is being processed", OutcomeKind.SERVER_ERROR),
    ],
)
def test_other_answers_have_their_verdicts(status: int, words: str, kind: OutcomeKind) -> None:
    outcome = answered(posted(status, envelope(words)))
    assert (outcome.kind, outcome.detail) == (kind, words)


@pytest.mark.parametrize("status", [423, 429, 503])
@pytest.mark.parametrize("asked", ["120", "Wed, 06 Jul 2022 09:02:00 GMT"])
def test_retry_after_is_read_in_both_forms(status: int, asked: str) -> None:
    outcome = answered(http(status, Retry_After=asked, Date=DATE))
    assert outcome.retry_after_s == 120


def test_wait_asked_for_before_anything_is_sent_is_heard() -> None:
    with stub_server(http(503, Retry_After="300")) as stub:
        outcome = send_to(stub)
    assert (outcome.retry_after_s, outcome.bytes_may_have_left) == (300, False)
