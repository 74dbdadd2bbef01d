"""What the answers of OpenRosa servers tell: status, header and envelope together, or no receipt.

The servers put the same envelope around an error, and many a proxy answers 200 to anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from xml.etree.ElementTree import Element, ParseError

from ogp_desktop.delivery.answers import BY_STATUS, Answer, http_date, plain_text, retry_after_s
from ogp_desktop.domain.gateway import Parcel
from ogp_desktop.domain.instance import instance_id
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.domain.receipt import LONGEST_ANSWER, Receipt, SignedReceipt

VERSION = "x-openrosa-version"
MOST_TAKEN = "x-openrosa-accept-content-length"

_RESPONSE = "{http://openrosa.org/http/response}"
_SUBMISSION = "{http://www.opendatakit.org/xforms}submissionMetadata"
_STORED = {201, 202}
_CLOSED_WORDS = "not currently accepting"
"""What ODK Central says, with the status of a conflict, of a form that was closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Envelope:
    nature: str
    message: str
    instance_id: str | None
    stored_at: str | None


def is_openrosa(headers: Mapping[str, str]) -> bool:
    """Tell whether an OpenRosa server answered, as far as its header says."""
    return bool(headers.get(VERSION, "").strip())


def preflight_trouble(answer: Answer) -> Outcome | None:
    """Return why nothing is sent after this answer to ``HEAD``; nothing when all is well."""
    if answer.status == 204 and is_openrosa(answer.headers):
        return None
    return Outcome(
        kind=_kind(answer.status, ""),
        bytes_may_have_left=False,
        status=answer.status,
        retry_after_s=retry_after_s(answer.headers),
    )


def outcome_of(answer: Answer, parcel: Parcel, *, endpoint: str, now: datetime) -> Outcome:
    """Return what the answer to this parcel tells; ``endpoint`` is how its receipt names it."""
    envelope = _envelope(answer.body)
    receipt = _receipt(answer, envelope, parcel, endpoint, now)
    message = "" if envelope is None else envelope.message
    kind = OutcomeKind.CONFIRMED if receipt is not None else _kind(answer.status, message)
    is_told = kind not in {OutcomeKind.CONFIRMED, OutcomeKind.NOT_A_RECEIPT}
    return Outcome(
        kind=kind,
        bytes_may_have_left=True,
        status=answer.status,
        retry_after_s=None if receipt is not None else retry_after_s(answer.headers),
        receipt=receipt,
        detail=plain_text(message) if is_told else "",
    )


def _kind(status: int, message: str) -> OutcomeKind:
    if status < 400:
        return OutcomeKind.NOT_A_RECEIPT
    if status == 409 and _CLOSED_WORDS in message.lower():
        return OutcomeKind.CLOSED
    usual = OutcomeKind.REFUSED if status < 500 else OutcomeKind.SERVER_ERROR
    return BY_STATUS.get(status, usual)


def _receipt(
    answer: Answer, envelope: _Envelope | None, parcel: Parcel, endpoint: str, now: datetime
) -> SignedReceipt | None:
    """Return the proof that our bytes are stored, if this is one; nobody signs it."""
    if answer.status not in _STORED or not is_openrosa(answer.headers) or envelope is None:
        return None
    ours = instance_id(parcel.submission_id)
    if envelope.nature == "error" or envelope.instance_id not in {None, ours}:
        return None
    theirs = http_date(answer.headers.get("date", ""))
    return SignedReceipt(
        receipt=Receipt(
            id=parcel.submission_id,
            sha256=parcel.sha256,
            endpoint=endpoint,
            stored_at=envelope.stored_at or (theirs or now).isoformat(),
        )
    )


def _envelope(body: bytes) -> _Envelope | None:
    """Read an envelope; nothing when it is none, too long, cut off, or sets a trap."""
    if len(body) > LONGEST_ANSWER:
        return None
    root = parsed(body)
    if root is None or root.tag != f"{_RESPONSE}OpenRosaResponse":
        return None
    messages = root.findall(f"{_RESPONSE}message")
    stored = root.find(_SUBMISSION)
    told: Mapping[str, str] = {} if stored is None else stored.attrib
    is_error = any(one.get("nature", "").strip().lower() == "error" for one in messages)
    return _Envelope(
        nature="error" if is_error else "",
        message=" ".join("".join(one.itertext()) for one in messages),
        instance_id=None if stored is None else told.get("instanceID", ""),
        stored_at=_aware(told.get("submissionDate", "")),
    )


def parsed(body: bytes) -> Element | None:
    """Return the root of a document; nothing when it is no XML, cut off, or sets a trap."""
    from defusedxml import DefusedXmlException  # type: ignore[import-untyped]
    from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

    try:
        root: Element = fromstring(body, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError):
        return None
    return root


def _aware(text: str) -> str | None:
    """Return a time that a server tells, if it is one with an offset."""
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return None
    return None if read.tzinfo is None else read.isoformat()
