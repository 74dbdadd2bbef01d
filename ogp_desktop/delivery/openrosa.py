"""Delivery to OpenRosa servers (ODK Central, KoboToolbox, Ona): ask first, then send frozen bytes.

``HEAD`` finds login pages and negotiates access before a word leaves. One request at a time; a key
in the address and a password are in no message, log line or representation. No device is named.
"""

import ssl
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import format_datetime
from time import monotonic
from urllib.parse import quote, urljoin, urlsplit

from ogp_desktop.delivery.answers import Answer
from ogp_desktop.delivery.credentials import ApiToken, Credentials
from ogp_desktop.delivery.exchange import Asked, Exchange, Lost
from ogp_desktop.delivery.json_put import checked_base, exchange_with
from ogp_desktop.delivery.losses import lost_outcome
from ogp_desktop.delivery.openrosa_answers import (
    MOST_TAKEN,
    outcome_of,
    preflight_trouble,
)
from ogp_desktop.delivery.openrosa_probe import form_check, probed
from ogp_desktop.domain.connection import Finding, Probed
from ogp_desktop.domain.destination import api_token, form_list_url, has_key_place, submission_url
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.gateway import Parcel
from ogp_desktop.domain.instance import FormName
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.domain.receipt import LONGEST_ANSWER

_SAME_REQUEST = {307, 308}
"""Redirects after which a request may be made again as it is (RFC 9110, 15.4.8 and 15.4.9)."""
_KEY_SIGNS = "$!-._~"
_REDACTED = "…"


@dataclass(slots=True, eq=False)
class OpenRosa:
    """The gateway for one OpenRosa server.

    ``base_url`` is the address as it is stored. ``code`` is the key that belongs into it, else
    ``name:password`` or an API token, else nothing. ``now`` tells the time for what must carry one.
    """

    base_url: str
    code: str | None = field(default=None, repr=False)
    tls: ssl.SSLContext | None = field(default=None, repr=False)
    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC), repr=False)
    _url: str = field(init=False, repr=False)
    _list_url: str = field(init=False, repr=False)
    _login: Credentials | ApiToken | None = field(init=False, repr=False, default=None)
    _most_taken: int | None = field(init=False, repr=False, default=None)
    _is_welcome: bool = field(init=False, repr=False, default=False)
    _exchange: Exchange = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.base_url = checked_base(self.base_url)
        key = None
        if has_key_place(self.base_url):
            key = self._key()
        elif self.code is not None:
            self._login = _login(self.code)
        self._url = submission_url(self.base_url, key)
        self._list_url = form_list_url(self.base_url, key)
        self._exchange = exchange_with(self.base_url, self.tls)

    def deliver(
        self,
        parcel: Parcel,
        *,
        deadline_s: float,
        on_sent: Callable[[], object] = lambda: None,
    ) -> Outcome:
        """Ask whether the server is there, then send the parcel once."""
        until = monotonic() + deadline_s
        if not self._is_welcome:
            trouble = self._ask_first(until)
            if trouble is not None:
                return self._redacted(trouble)
        if self._most_taken is not None and len(parcel.data) > self._most_taken:
            return Outcome(kind=OutcomeKind.REFUSED, bytes_may_have_left=False, status=413)
        answer = self._ask("POST", self._url, until, parcel, on_sent=on_sent)
        if isinstance(answer, Lost):
            return lost_outcome(answer)
        host = urlsplit(self.base_url).netloc
        return self._redacted(outcome_of(answer, parcel, endpoint=host, now=self.now()))

    def probe(
        self, *, now: Callable[[], datetime], deadline_s: float, form: FormName | None = None
    ) -> Probed:
        """Ask as before a delivery, and then for the form; send nothing."""
        until = monotonic() + deadline_s
        found = probed(self._ask("HEAD", self._url, until), now())
        if form is None or found.finding is not Finding.REACHED:
            return found

        def get(url: str, longest: int) -> Answer | Lost:
            return self._ask("GET", url, until, longest=longest)

        told = form_check(get, self._list_url, form, self._same_place)
        if isinstance(told, Finding):
            return replace(found, finding=told)
        return replace(found, form=told)

    def cancel(self) -> None:
        """End the request that is under way by shutting its connection, and begin no other."""
        self._exchange.cancel()

    def close(self) -> None:
        """Let go of the connection."""
        self._exchange.close()

    def _ask_first(self, until: float) -> Outcome | None:
        """Return why nothing may be sent; learn where to, and how much, when all is well."""
        answer = self._ask("HEAD", self._url, until)
        if isinstance(answer, Lost):
            return replace(lost_outcome(answer), bytes_may_have_left=False)
        trouble = preflight_trouble(answer)
        if trouble is not None:
            return trouble
        most = answer.headers.get(MOST_TAKEN, "").strip()
        self._most_taken = int(most) if most.isascii() and most.isdigit() else None
        self._url = self._same_place(answer.headers.get("location")) or self._url
        self._is_welcome = True
        return None

    def _ask(
        self,
        method: str,
        url: str,
        until: float,
        parcel: Parcel | None = None,
        longest: int = LONGEST_ANSWER,
        on_sent: Callable[[], object] = lambda: None,
    ) -> Answer | Lost:
        """Make the request; make it again where the very same server says that it moved."""
        asked = replace(self._asked(method, url, parcel, longest), on_sent=on_sent)
        answer = self._exchange.ask(asked, deadline_s=_left(until))
        if isinstance(answer, Lost) or answer.status not in _SAME_REQUEST:
            return answer
        elsewhere = self._same_place(answer.headers.get("location"))
        if elsewhere is None:
            return answer
        again = self._exchange.ask(replace(asked, url=elsewhere), deadline_s=_left(until))
        if isinstance(again, Lost) and parcel is not None:
            return replace(again, body_may_have_left=True)
        return again

    def _asked(self, method: str, url: str, parcel: Parcel | None, longest: int) -> Asked:
        headers = {
            "X-OpenRosa-Version": "1.0",
            "Date": format_datetime(self.now().astimezone(UTC), usegmt=True),
            "Accept": "text/xml, application/xml",
            "Accept-Encoding": "identity",
            "User-Agent": "ogp-desktop",
        }
        if parcel is not None:
            headers["Content-Type"] = parcel.media_type
        return Asked(
            method=method,
            url=url,
            headers=headers,
            body=b"" if parcel is None else parcel.data,
            auth=self._login,
            longest=longest,
        )

    def _same_place(self, location: str | None) -> str | None:
        """Return where the server says to go, if that is the server itself and nobody listens."""
        if not location:
            return None
        try:
            there = urljoin(self._url, location)
            ours, theirs = urlsplit(self._url), urlsplit(there)
            is_ours = (ours.scheme, ours.hostname, ours.port) == (
                theirs.scheme,
                theirs.hostname,
                theirs.port,
            )
        except ValueError:
            return None
        return there if is_ours and there.isprintable() and "@" not in theirs.netloc else None

    def _key(self) -> str:
        if not self.code or not self.code.isascii() or not self.code.isprintable():
            raise Refusal("bad_token", field="access_code")
        return quote(self.code, safe=_KEY_SIGNS)

    def _redacted(self, outcome: Outcome) -> Outcome:
        """Return the outcome without a secret that the server repeats in its words."""
        detail = outcome.detail
        secrets = [self.code, quote(self.code or "", safe=_KEY_SIGNS)] if self.code else []
        if self.code and self._login is not None:
            secrets.append(self.code.partition(":")[2])
        for secret in filter(None, secrets):
            detail = detail.replace(secret, _REDACTED)
        return replace(outcome, detail=detail)


def _login(code: str) -> Credentials | ApiToken:
    token = api_token(code)
    if token is not None:
        return ApiToken(token)
    name, colon, password = code.partition(":")
    if not (name and colon):
        raise Refusal("bad_token", field="access_code")
    return Credentials(name, password)


def _left(until: float) -> float:
    return max(0.0, until - monotonic())
