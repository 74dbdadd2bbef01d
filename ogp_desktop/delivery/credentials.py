"""What an OpenRosa server wants to be shown: a name and a password when it asks, as Digest or
Basic, or a token with every request.

Each request shows a password at most once more than the server calls its challenge stale, so that a
wrong one is one attempt and no knocking.
"""

from collections.abc import Generator
from contextlib import suppress

import httpx2

_Flow = Generator[httpx2.Request, httpx2.Response, None]
_STRANGE = (ValueError, KeyError, NotImplementedError, httpx2.ProtocolError)
"""What a challenge that nobody can answer raises."""


class Credentials(httpx2.Auth):
    """Knows after the first answer how the server asks, and then answers before it does."""

    def __init__(self, name: str, password: str) -> None:
        self._basic = httpx2.BasicAuth(name, password)
        self._digest = httpx2.DigestAuth(name, password)
        self._way: httpx2.Auth | None = None

    def auth_flow(self, request: httpx2.Request) -> _Flow:
        """Send the request; answer a challenge once, and once more when it was merely stale."""
        if self._way is None:
            response = yield request
            yield from self._challenged(request, response)
            return
        flow = self._way.auth_flow(request)
        response = yield next(flow)
        if response.status_code == 401 and _is_stale(response):
            with suppress(StopIteration, *_STRANGE):
                yield flow.send(response)

    def _challenged(self, request: httpx2.Request, response: httpx2.Response) -> _Flow:
        if response.status_code != 401:
            return
        asked = [one.lower() for one in response.headers.get_list("www-authenticate")]
        if any(one.startswith("digest ") for one in asked):
            flow = self._digest.auth_flow(request)
            with suppress(StopIteration, *_STRANGE):
                next(flow)
                answered = flow.send(response)
                self._way = self._digest
                yield answered
        elif any(one.startswith("basic") for one in asked):
            self._way = self._basic
            yield next(self._basic.auth_flow(request))


class ApiToken(httpx2.Auth):
    """A token of KoboToolbox or Ona: no challenge names it, so it is shown unasked."""

    def __init__(self, token: str) -> None:
        self._shown = f"Token {token}"

    def auth_flow(self, request: httpx2.Request) -> _Flow:
        """Send the request with it, once."""
        request.headers["Authorization"] = self._shown
        yield request


def _is_stale(response: httpx2.Response) -> bool:
    """Tell whether only the nonce is too old (RFC 7616, 3.3), which is nobody's mistake."""
    asked = " ".join(response.headers.get_list("www-authenticate")).lower()
    return "stale=true" in asked.replace('"', "").replace(" ", "")
