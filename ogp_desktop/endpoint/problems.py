"""Every refusal of the endpoint is a problem+json (RFC 9457) with a type that stays the same."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ogp_desktop.domain.canonical import canonical_json
from ogp_desktop.domain.errors import Refusal, Trouble

TYPE_PREFIX = "urn:ogp-desktop:problem:"
MEDIA_TYPE = "application/problem+json"

# For developers of other clients; a program tells people its own words by the type.
_TITLES = {
    "bad_digest": "The body is not what Content-Digest says",
    "bad_encoding": "The body is not whole in the encoding it names",
    "bad_id": "The id is not a UUID in its canonical spelling",
    "bad_query": "This cannot be asked for",
    "bundle_refused": "The bundle is refused, and nothing of it is taken",
    "busy": "The endpoint cannot take this now",
    "conflict": "This id is stored with other content",
    "forbidden": "The token does not allow this",
    "internal": "The endpoint failed",
    "invalid": "The body is not a valid submission",
    "method_not_allowed": "The method is not allowed here",
    "missing_digest": "Content-Digest with sha-256 is missing",
    "not_found": "There is nothing here",
    "not_stored": "Nothing is stored under this id",
    "proof_needed": "Withdrawal-Proof is missing",
    "too_large": "The body is too large",
    "too_slow": "The body did not come in time",
    "unauthorised": "A valid bearer token is needed",
    "unsupported_type": "The media type or encoding is not supported",
    "withdrawn": "This was withdrawn here",
    "wrong_proof": "Withdrawal-Proof is not of what is stored here",
}
_CODES = {404: "not_found", 405: "method_not_allowed"}
_TROUBLE_S = 60


class ProblemError(Exception):
    """A request is refused with this status and code; ``facts`` go into the answer."""

    def __init__(
        self, status: int, code: str, headers: dict[str, str] | None = None, **facts: object
    ) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.headers = headers
        self.facts = facts

    def plain(self) -> dict[str, object]:
        """Return the refusal as plain values."""
        return {
            "type": f"{TYPE_PREFIX}{self.code}",
            "title": _TITLES.get(self.code, _TITLES["invalid"]),
            "status": self.status,
            **self.facts,
        }

    def answer(self) -> Response:
        """Return the refusal as a response."""
        return Response(canonical_json(self.plain()), self.status, self.headers, MEDIA_TYPE)


async def on_problem(_request: Request, error: Exception) -> Response:
    """Answer a refusal, one of Starlette's own, a database that says no, or a fault."""
    if isinstance(error, ProblemError):
        return error.answer()
    if isinstance(error, HTTPException):
        code = _CODES.get(error.status_code, "invalid")
        return ProblemError(error.status_code, code, dict(error.headers or {})).answer()
    if isinstance(error, Refusal):
        return ProblemError(400, error.code, field=str(error.data.get("field", ""))).answer()
    if isinstance(error, Trouble):
        return ProblemError(503, "busy", {"Retry-After": str(_TROUBLE_S)}).answer()
    return ProblemError(500, "internal").answer()
