"""Carries somebody else's encrypted bundle by ``PUT {base}/bundles/{sha256}``, never opened here.

A bundle is named by its own digest: file names change on the way, and nobody can take the name of
another. The same bytes again are the question whether it was opened.
"""

import ssl
from base64 import b64encode
from dataclasses import dataclass, field

from ogp_desktop.delivery.answers import Answer, kind_of, problem_reason
from ogp_desktop.delivery.exchange import Asked, Exchange, Lost
from ogp_desktop.delivery.json_put import checked_base, checked_token, exchange_with
from ogp_desktop.delivery.losses import lost_outcome
from ogp_desktop.domain.bundle import AGE_MEDIA_TYPE
from ogp_desktop.domain.canonical import sha256_hex
from ogp_desktop.domain.carrying import Carried, CarriedState, are_receipts
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.domain.receipt import LONGEST_RETURN, Verify
from ogp_desktop.domain.refused_bundle import check_refusal, refusal_in

_KEPT, _REFUSED = 202, 422


@dataclass(slots=True, eq=False)
class BundlePut:
    """The way for bundles to one destination; ``verify`` checks what comes back, if a key is set.

    Raises ``Refusal`` as ``JsonPut`` when the address or the access code can be carried by no
    request.
    """

    base_url: str
    token: str | None = field(default=None, repr=False)
    verify: Verify | None = None
    tls: ssl.SSLContext | None = field(default=None, repr=False)
    _exchange: Exchange = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.base_url = checked_base(self.base_url)
        checked_token(self.token)
        self._exchange = exchange_with(self.base_url, self.tls)

    def carry(self, data: bytes, *, deadline_s: float) -> Carried:
        """Send the bundle once; whatever the network or the server does is told."""
        digest = sha256_hex(data)
        headers = {
            "Content-Type": AGE_MEDIA_TYPE,
            "Content-Digest": f"sha-256=:{b64encode(bytes.fromhex(digest)).decode()}:",
            "Accept": "application/json, application/problem+json",
            "Accept-Encoding": "identity",
            "User-Agent": "ogp-desktop",
        }
        if self.token is not None:
            headers["Authorization"] = f"Bearer {self.token}"
        asked = Asked(
            method="PUT",
            url=f"{self.base_url}/bundles/{digest}",
            headers=headers,
            body=data,
            longest=LONGEST_RETURN,
        )
        told = self._exchange.ask(asked, deadline_s=deadline_s)
        if isinstance(told, Lost):
            return Carried(state=CarriedState.NOT_TAKEN, kind=lost_outcome(told).kind)
        return _carried(told, digest, self.verify)

    def cancel(self) -> None:
        """End the request that is under way, and begin no other."""
        self._exchange.cancel()

    def close(self) -> None:
        """Let go of the connection."""
        self._exchange.close()


def _carried(answer: Answer, digest: str, verify: Verify | None) -> Carried:
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    is_json = kind == "application/json"
    if is_json and answer.status in {200, 201} and are_receipts(answer.body, verify):
        return Carried(state=CarriedState.RECEIPTS, receipts=answer.body)
    if is_json and answer.status == _KEPT and f'"sha256":"{digest}"'.encode() in answer.body:
        return Carried(state=CarriedState.KEPT)
    if answer.status < 300:  # a login page, or receipts with another key than the one that is set
        return Carried(state=CarriedState.NOT_TAKEN, kind=OutcomeKind.NOT_A_RECEIPT)
    outcome, reason = kind_of(answer.status), problem_reason(answer)
    if answer.status == _REFUSED and _is_refusal(answer.body, verify):
        told = answer.body
        return Carried(state=CarriedState.REFUSED, receipts=told, kind=outcome, reason=reason)
    return Carried(state=CarriedState.NOT_TAKEN, kind=outcome, reason=reason)


def _is_refusal(body: bytes, verify: Verify | None) -> bool:
    """Tell whether it is for the owner, signed with the key that is set if there is one."""
    try:
        told = refusal_in(body)
        if told is not None and verify is not None:
            check_refusal(told, verify)
    except Refusal:
        return False
    return told is not None
