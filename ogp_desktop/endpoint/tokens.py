"""Bearer tokens: 32 random bytes, of which only the SHA-256 is kept (nobody chose them)."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from ogp_desktop.domain.canonical import sha256_hex
from ogp_desktop.endpoint.problems import ProblemError
from ogp_desktop.endpoint.store import Store

TOKEN_LENGTH = 32


class Scope(StrEnum):
    """What a token allows: handing over, or reading what was handed over."""

    SUBMIT = "submit"
    READ = "read"


def new_token(
    store: Store, scope: Scope, *, now: datetime, random_bytes: Callable[[int], bytes]
) -> str:
    """Make a token, keep its digest, and return it: nobody can read it again."""
    token = random_bytes(TOKEN_LENGTH).hex()
    store.add_token(sha256_hex(token.encode()), scope.value, now=now)
    return token


def check_token(store: Store, authorization: str, *scopes: Scope) -> Scope:
    """Return which of the scopes the header's bearer token has; raise a problem, 401 or 403.

    The look-up goes by digest, so its timing tells nothing about a token.
    """
    scheme, _, token = authorization.partition(" ")
    allowed = store.scope(sha256_hex(token.strip().encode()))
    if scheme.lower() != "bearer" or allowed is None:
        raise ProblemError(401, "unauthorised", {"WWW-Authenticate": "Bearer"})
    if allowed not in scopes:
        raise ProblemError(403, "forbidden")
    return Scope(allowed)
