"""Takes a submission back by ``DELETE {base}/feedback/{uuid}``, proving that we hold its bytes.

A repeat is told that it is done, with the same proof; so a lost answer costs nothing but a request.
"""

import ssl
from dataclasses import dataclass, field

from ogp_desktop.delivery.answers import (
    Answer,
    discreet,
    kind_of,
    problem_title,
    problem_type,
    retry_after_s,
)
from ogp_desktop.delivery.exchange import Asked, Exchange, Lost
from ogp_desktop.delivery.json_put import checked_base, checked_token, exchange_with
from ogp_desktop.delivery.losses import lost_outcome
from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.domain.receipt import Verify, WhyNot
from ogp_desktop.domain.withdrawal import WithdrawalAnswer
from ogp_desktop.domain.withdrawn import judge_withdrawn

_OURS = "urn:ogp-desktop:problem:"
_BY_TYPE = {
    (404, f"{_OURS}not_stored"): OutcomeKind.NOT_STORED,
    (403, f"{_OURS}wrong_proof"): OutcomeKind.REFUSED,
}
"""What our endpoint says of this submission; its usual 404 and 403 are about address and code."""
_NOT_KNOWN = {405, 501}
"""It cannot be asked there, which says nothing of what it takes."""


@dataclass(slots=True, eq=False)
class JsonDelete:
    """The way to take back from one destination; ``verify`` checks its answer, if a key is set.

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

    def withdraw(
        self, submission_id: SubmissionId, proof: str, *, deadline_s: float
    ) -> WithdrawalAnswer:
        """Ask once; whatever the network or the server does is told."""
        headers = {
            "Withdrawal-Proof": proof,
            "Accept": "application/json, application/problem+json",
            "Accept-Encoding": "identity",
            "User-Agent": "ogp-desktop",
        }
        if self.token is not None:
            headers["Authorization"] = f"Bearer {self.token}"
        url = f"{self.base_url}/feedback/{submission_id}"
        asked = Asked(method="DELETE", url=url, headers=headers)
        told = self._exchange.ask(asked, deadline_s=deadline_s)
        if isinstance(told, Lost):
            return WithdrawalAnswer(outcome=lost_outcome(told))
        return self._answered(told, submission_id)

    def _answered(self, answer: Answer, submission_id: SubmissionId) -> WithdrawalAnswer:
        judged = judge_withdrawn(
            answer.status,
            answer.headers.get("content-type", ""),
            answer.body,
            submission_id=submission_id,
            verify=self.verify,
        )
        if not isinstance(judged, WhyNot):
            done = Outcome(
                kind=OutcomeKind.WITHDRAWN, bytes_may_have_left=True, status=answer.status
            )
            return WithdrawalAnswer(outcome=done, proof=judged)
        kind = _kind_of(answer)
        is_unproved = kind is OutcomeKind.NOT_A_RECEIPT
        outcome = Outcome(
            kind=kind,
            bytes_may_have_left=True,
            status=answer.status,
            retry_after_s=retry_after_s(answer.headers),
            detail=judged.value if is_unproved else problem_title(answer),
        )
        return WithdrawalAnswer(outcome=discreet(outcome, self.token))

    def cancel(self) -> None:
        """End the request that is under way, and begin no other."""
        self._exchange.cancel()

    def close(self) -> None:
        """Let go of the connection."""
        self._exchange.close()


def _kind_of(answer: Answer) -> OutcomeKind:
    told = _BY_TYPE.get((answer.status, problem_type(answer)))
    if told is not None:
        return told
    if answer.status == 410:  # gone, says somebody whose word is not signed as it should be
        return OutcomeKind.NOT_A_RECEIPT
    return OutcomeKind.REFUSED if answer.status in _NOT_KNOWN else kind_of(answer.status)
