"""The HTTP of the endpoint: uvicorn's, which here also tires of slow and endless heads.

``bodies`` has the limits of a body; this has those of whatever comes before one.
"""

from asyncio import TimerHandle, Transport
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from ogp_desktop.domain.canonical import canonical_json
from ogp_desktop.endpoint.problems import TYPE_PREFIX

HEAD_S = 20.0
LONGEST_HEAD = 32 * 1024

_REASONS = {400: "Bad Request", 431: "Request Header Fields Too Large"}


class PatientProtocol(HttpToolsProtocol):
    """Closes a connection whose request line and headers take too long or are too large.

    What is no HTTP at all is told so with a problem, as everything else.
    """

    head_s = HEAD_S

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._limit: TimerHandle | None = None
        self._in_head = True
        self._head_size = 0

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        """Wait for the first head."""
        super().connection_made(transport)
        self._start_limit()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing any more."""
        self._stop_limit()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read on, as long as the head does not grow too large."""
        is_answering = bool(self.cycle) and not self.cycle.response_complete
        if not is_answering and self._limit is None:
            self._start_limit()
        if self._in_head:
            self._head_size += len(data)
        super().data_received(data)
        if self._in_head and self._head_size > LONGEST_HEAD and not self.transport.is_closing():
            self._refuse(431, "bad_request")

    def on_message_begin(self) -> None:
        """Begin a head."""
        self._in_head = True
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """End a head."""
        self._in_head, self._head_size = False, 0
        self._stop_limit()
        super().on_headers_complete()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002  what it says is no problem+json
        """Answer what is no HTTP."""
        self._refuse(400, "bad_request")

    def _start_limit(self) -> None:
        self._limit = self.loop.call_later(self.head_s, self._give_up)

    def _stop_limit(self) -> None:
        if self._limit is not None:
            self._limit.cancel()
            self._limit = None

    def _give_up(self) -> None:
        if not self.transport.is_closing():
            self.transport.close()

    def _refuse(self, status: int, code: str) -> None:
        title = "This is no HTTP request that is taken here"
        problem = {"type": f"{TYPE_PREFIX}{code}", "title": title, "status": status}
        body = canonical_json(problem)
        head = (
            f"HTTP/1.1 {status} {_REASONS[status]}\r\ncontent-type: application/problem+json\r\n"
            f"content-length: {len(body)}\r\nconnection: close\r\n\r\n"
        )
        self.transport.write(head.encode() + body)
        self.transport.close()
