"""Every HTTP answer becomes one outcome, by its status first; only a receipt confirms."""

import json
import math
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from email.utils import parsedate_to_datetime

from ogp_desktop.domain.gateway import Parcel
from ogp_desktop.domain.outcome import DETAIL_LIMIT, Outcome, OutcomeKind
from ogp_desktop.domain.receipt import Verify, WhyNot, judge_receipt

BY_STATUS = {
    401: OutcomeKind.AUTH,
    403: OutcomeKind.AUTH,
    407: OutcomeKind.AUTH,
    402: OutcomeKind.CLOSED,
    404: OutcomeKind.CLOSED,
    405: OutcomeKind.CLOSED,
    408: OutcomeKind.SERVER_ERROR,
    409: OutcomeKind.CONFLICT,
    423: OutcomeKind.SERVER_ERROR,
    425: OutcomeKind.SERVER_ERROR,
    429: OutcomeKind.RATE_LIMITED,
    511: OutcomeKind.NOT_A_RECEIPT,  # RFC 6585, 6: a network wants a login
}
"""What a status tells whatever the protocol; other 4xx refuse, other 5xx are faults."""
_WITHDRAWN = "urn:ogp-desktop:problem:withdrawn"
"""The type of the problem by which our endpoint says that it was taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An HTTP answer, read whole or as far as anybody needs; header names in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def outcome_of(answer: Answer, parcel: Parcel, verify: Verify | None) -> Outcome:
    """Return what the answer to this parcel tells."""
    judged = judge_receipt(
        answer.status,
        answer.headers.get("content-type", ""),
        answer.body,
        submission_id=parcel.submission_id,
        sha256=parcel.sha256,
        verify=verify,
    )
    if not isinstance(judged, WhyNot):
        return Outcome(
            kind=OutcomeKind.CONFIRMED,
            bytes_may_have_left=True,
            status=answer.status,
            receipt=judged,
        )
    kind = kind_of(answer.status)
    if answer.status == 410 and problem_type(answer) == _WITHDRAWN:
        kind = OutcomeKind.WITHDRAWN  # any other 410 says nothing of who took what away
    return Outcome(
        kind=kind,
        bytes_may_have_left=True,
        status=answer.status,
        retry_after_s=retry_after_s(answer.headers),
        detail=judged.value if kind is OutcomeKind.NOT_A_RECEIPT else problem_title(answer),
    )


def kind_of(status: int) -> OutcomeKind:
    """Return what an answer without a receipt tells, by its status."""
    if status < 400:
        return OutcomeKind.NOT_A_RECEIPT
    usual = OutcomeKind.REFUSED if status < 500 else OutcomeKind.SERVER_ERROR
    return BY_STATUS.get(status, usual)


def retry_after_s(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that ``Retry-After`` asks for (RFC 9110, 10.2.3), ``None`` if it does not.

    A date is taken relative to the answer's own ``Date``, for our clock may be wrong.
    """
    asked = headers.get("retry-after", "").strip()
    if asked.isascii() and asked.isdigit():
        seconds = float(asked)
        return seconds if math.isfinite(seconds) else None
    until, sent = http_date(asked), http_date(headers.get("date", ""))
    if until is None or sent is None:
        return None
    return max(0.0, (until - sent).total_seconds())


def http_date(text: str) -> datetime | None:
    """Return the time that a header tells, ``None`` when it tells none."""
    try:
        read = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return read if read.tzinfo is not None else None


def is_gzip_in(offer: str) -> bool:
    """Tell whether ``Accept-Encoding`` (RFC 9110, 12.5.3) names gzip and does not rule it out."""
    for member in offer.lower().split(","):
        coding, _, weight = (part.strip() for part in member.partition(";"))
        if coding in {"gzip", "x-gzip"}:
            return not re.fullmatch(r"q\s*=\s*0(\.0*)?", weight)
    return False


def problem_reason(answer: Answer) -> str:
    """Return the reason in a problem of our own endpoint: a name for which there are words."""
    return _said(answer, "reason")


def problem_type(answer: Answer) -> str:
    """Return the type of a problem (RFC 9457), which stays the same whatever it is titled."""
    return _said(answer, "type")


def problem_title(answer: Answer) -> str:
    """Return the title of a problem, as plain text: it is a stranger's."""
    return _said(answer, "title")


def discreet(outcome: Outcome, token: str | None) -> Outcome:
    """Leave the access code out of the server's words, which are kept and shown."""
    if not token or token not in outcome.detail:
        return outcome
    return replace(outcome, detail=outcome.detail.replace(token, "…"))


def _said(answer: Answer, name: str) -> str:
    if "json" not in answer.headers.get("content-type", ""):
        return ""
    try:
        problem = json.loads(answer.body)
    except (ValueError, RecursionError):
        return ""
    said = problem.get(name) if isinstance(problem, dict) else None
    return plain_text(said) if isinstance(said, str) else ""


def plain_text(text: str) -> str:
    """Return a stranger's text on one line, visible characters only, at most 300 of them."""
    kept = (char if unicodedata.category(char)[0] != "C" else " " for char in text)
    return " ".join("".join(kept).split())[:DETAIL_LIMIT]
