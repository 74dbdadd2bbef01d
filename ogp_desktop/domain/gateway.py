"""What leaves, and what can carry it: one gateway for each protocol, each answer an outcome."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from ogp_desktop.domain.canonical import sha256_hex
from ogp_desktop.domain.connection import Probed
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.instance import FormName
from ogp_desktop.domain.outcome import Outcome
from ogp_desktop.domain.submission import MEDIA_TYPE


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """The frozen bytes of one submission for one request; ``attempt`` counts from 1.

    Raises ``Trouble("bytes_damaged")`` when the bytes are no longer those that were sealed.
    """

    submission_id: SubmissionId
    data: bytes = field(repr=False)
    sha256: str
    attempt: int = 1
    media_type: str = MEDIA_TYPE

    def __post_init__(self) -> None:
        if sha256_hex(self.data) != self.sha256:
            raise Trouble("bytes_damaged", submission_id=self.submission_id)


class Gateway(Protocol):
    """A way to one destination. One request at a time; ``cancel`` may come from another thread."""

    def deliver(
        self,
        parcel: Parcel,
        *,
        deadline_s: float,
        on_sent: Callable[[], object] = lambda: None,
    ) -> Outcome:
        """Send the parcel once and tell what came of it, after ``deadline_s`` seconds at most.

        ``on_sent`` may be told, in any thread, that the parcel is out and its answer is waited for.
        Never raises for what the network or the server does.
        """
        ...

    def probe(
        self, *, now: Callable[[], datetime], deadline_s: float, form: FormName | None = None
    ) -> Probed:
        """Ask what is at the other end, with nothing in the request that anybody wrote.

        Where there are forms, ask for the one that submissions would be sent as. Never raises for
        what the network or the server does.
        """
        ...

    def cancel(self) -> None:
        """End the request that is under way at once, and begin no other: ``INTERRUPTED``."""
        ...

    def close(self) -> None:
        """Let go of the connection."""
        ...
