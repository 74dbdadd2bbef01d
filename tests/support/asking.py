"""Requests to a running endpoint, as any client could make them, and what a refusal says."""

from base64 import b64encode
from hashlib import sha256

import httpx2

from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.sealing import SealedSubmission, seal
from ogp_desktop.domain.submission import MEDIA_TYPE
from ogp_desktop.endpoint.problems import TYPE_PREFIX
from ogp_desktop.endpoint.serve import RunningEndpoint
from tests.support.delivering import SEALED
from tests.support.submissions import sample_submission


def digest(data: bytes) -> str:
    """Return the ``Content-Digest`` of the bytes."""
    return f"sha-256=:{b64encode(sha256(data).digest()).decode()}:"


def numbered(number: int, **changes: object) -> SealedSubmission:
    """Return one submission of many."""
    name = SubmissionId(f"00000000-0000-4000-8000-{number:012d}")
    return seal(sample_submission(id=name, **changes))


def put(
    endpoint: RunningEndpoint,
    data: bytes = SEALED.data,
    submission_id: str = SEALED.submission.id,
    **changes: str | None,
) -> httpx2.Response:
    """Hand bytes over with the headers they need, changed as asked; ``None`` leaves one out."""
    headers: dict[str, str | None] = {
        "Authorization": f"Bearer {endpoint.token}",
        "Content-Type": MEDIA_TYPE,
        "Content-Digest": digest(data),
    }
    headers |= {name.replace("_", "-"): value for name, value in changes.items()}
    sent = {name: value for name, value in headers.items() if value is not None}
    url = f"{endpoint.url}/feedback/{submission_id}"
    return httpx2.put(url, content=data, headers=sent, trust_env=False)


def hand_over(endpoint: RunningEndpoint, *sealed: SealedSubmission) -> None:
    """Hand over what is new, in this order."""
    for one in sealed:
        assert put(endpoint, one.data, one.submission.id).status_code == 201


def problem(response: httpx2.Response) -> tuple[int, str]:
    """Return the status and the short type of a refusal, which is a problem as RFC 9457 has it."""
    assert response.headers["content-type"] == "application/problem+json"
    told = response.json()
    assert told["status"] == response.status_code
    assert told["title"]
    return response.status_code, told["type"].removeprefix(TYPE_PREFIX)
