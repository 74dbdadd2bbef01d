"""What an answer to ``GET {base}/feedback``, or the lack of one, says of the connection."""

import errno
import socket
from collections.abc import Mapping
from datetime import datetime, timedelta

import httpx2

from ogp_desktop.delivery.answers import Answer, http_date
from ogp_desktop.delivery.exchange import Lost
from ogp_desktop.delivery.tls import distrust
from ogp_desktop.domain.canonical import from_plain, strict_json
from ogp_desktop.domain.connection import SERVICE_VERSION, Finding, Probed, Service
from ogp_desktop.domain.errors import Refusal

_BY_STATUS = {
    401: Finding.ACCESS_CODE,
    402: Finding.CLOSED,
    403: Finding.ACCESS_CODE,
    404: Finding.ADDRESS,
    407: Finding.LOGIN_PAGE,
    410: Finding.CLOSED,
    429: Finding.BUSY,
    503: Finding.BUSY,
    511: Finding.LOGIN_PAGE,  # RFC 6585, 6
}
_NO_WAY = {errno.ENETUNREACH, errno.ENETDOWN}
_OUT_OF_DATE = {
    "not yet valid": Finding.NOT_YET_VALID,
    "expired": Finding.EXPIRED,
    "validity period": Finding.CLOCK,
}
"""How the systems say that a certificate is not valid today."""


def probed(told: Answer | Lost, receipt_key: str | None, now: datetime) -> Probed:
    """Return what was found; ``now`` is our clock when the answer came."""
    if isinstance(told, Lost):
        return Probed(finding=silence(told))
    finding = _answered(told, receipt_key)
    return Probed(finding=finding, clock_off=clock_off(finding, told, now))


def clock_off(finding: Finding, told: Answer, now: datetime) -> timedelta | None:
    """Return how far our clock is ahead of theirs; the clock of a login page is nobody's."""
    theirs = http_date(told.headers.get("date", ""))
    is_theirs = finding is not Finding.LOGIN_PAGE
    return now - theirs if theirs is not None and is_theirs else None


def _answered(answer: Answer, receipt_key: str | None) -> Finding:
    if answer.status == 200 and "json" in answer.headers.get("content-type", ""):
        told = _told(answer.body)
        service = _service(told)
        if service is None:
            # A list is what organisers get: this code reads, and does not hand over.
            return Finding.ACCESS_CODE if "feedback" in told else Finding.ADDRESS
        is_theirs = receipt_key is None or receipt_key == service.receipt_key
        return Finding.OK if is_theirs else Finding.RECEIPT_KEY
    if answer.status < 400:
        return Finding.LOGIN_PAGE
    return finding_by_status(answer.status)


def finding_by_status(status: int) -> Finding:
    """Return what a status of 400 or more says, whatever the protocol."""
    usual = Finding.UNTOLD if status < 500 else Finding.FAULT
    return _BY_STATUS.get(status, usual)


def _told(body: bytes) -> Mapping[str, object]:
    try:
        answer = strict_json(body)
    except Refusal:
        return {}
    return answer if isinstance(answer, dict) else {}


def _service(told: Mapping[str, object]) -> Service | None:
    try:
        service = from_plain(Service, told.get("service"))
    except Refusal:
        return None
    return service if service.v == SERVICE_VERSION else None


def silence(lost: Lost) -> Finding:
    """Return what the lack of an answer says, whatever the protocol."""
    why = distrust(lost.error)
    if why is not None:
        dated = (finding for sign, finding in _OUT_OF_DATE.items() if sign in why.lower())
        return next(dated, Finding.CERTIFICATE)
    if isinstance(lost.error, httpx2.ProxyError) and str(lost.error).startswith("407"):
        return Finding.LOGIN_PAGE
    cause: BaseException | None = lost.error
    while cause is not None:
        if isinstance(cause, socket.gaierror):
            is_passing = cause.errno == socket.EAI_AGAIN
            return Finding.NO_NETWORK if is_passing else Finding.NO_SUCH_NAME
        if isinstance(cause, OSError) and cause.errno in _NO_WAY:
            return Finding.NO_NETWORK
        cause = cause.__cause__ or cause.__context__
    return Finding.NO_ANSWER
