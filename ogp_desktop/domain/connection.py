"""What a test of a connection found: told by the network and the server, without anybody's words.

An endpoint answers ``GET {base}/feedback`` with a ``Service``; whatever else answers is told apart
as far as it can be, and no further.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from ogp_desktop.domain.server_forms import FormCheck

SERVICE_VERSION = 1
CLOCK_SLACK = timedelta(minutes=10)
"""Two clocks that are less apart than this agree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What an endpoint says of itself to whoever holds an access code for it.

    ``receipt_key`` is the Ed25519 public key, in base64, that its receipts are checked with.
    """

    v: int = SERVICE_VERSION
    endpoint: str
    receipt_key: str


class Finding(StrEnum):
    """What the test of a connection came to.

    ``NOT_YET_VALID`` and ``EXPIRED`` are of the certificate; ``CLOCK`` where a system tells only
    that it is one of the two.
    """

    OK = "ok"
    NO_NETWORK = "no_network"
    NO_SUCH_NAME = "no_such_name"
    NO_ANSWER = "no_answer"
    LOGIN_PAGE = "login_page"
    CERTIFICATE = "certificate"
    CLOCK = "clock"
    NOT_YET_VALID = "not_yet_valid"
    EXPIRED = "expired"
    ADDRESS = "address"
    ACCESS_CODE = "access_code"
    RECEIPT_KEY = "receipt_key"
    CLOSED = "closed"
    BUSY = "busy"
    FAULT = "fault"
    UNTOLD = "untold"
    REACHED = "reached"
    """All is well as far as can be asked without handing something over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Probed:
    """The finding; ``clock_off`` is how far our clock is ahead of theirs, where they told it.

    ``form`` is what a server of forms says of the one that submissions would be sent as.
    """

    finding: Finding
    clock_off: timedelta | None = None
    form: FormCheck | None = None

    @property
    def is_clock_wrong(self) -> bool:
        """Tell whether the two clocks disagree; which of them is wrong, nobody can say."""
        return self.clock_off is not None and abs(self.clock_off) > CLOCK_SLACK

    @property
    def is_well(self) -> bool:
        """Tell whether nothing is to be done."""
        is_taken = self.form is None or not self.form.differences
        return (
            self.finding in {Finding.OK, Finding.REACHED} and is_taken and not self.is_clock_wrong
        )
