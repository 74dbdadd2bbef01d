"""Reads the body of a request: its type, within size and time, whole, and unpacked.

Three things are kept apart. ``Content-Digest`` (RFC 9530) is over the bytes on the wire, that is,
after gzip. What is stored, and what the receipt's SHA-256 is over, are the frozen bytes before it.
So a client may send the same submission packed once and plain the next time, and gets one receipt.
"""

import asyncio
import zlib
from email.message import Message

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request

from ogp_desktop.domain.canonical import sha256_hex
from ogp_desktop.domain.sealing import LARGEST_SUBMISSION
from ogp_desktop.domain.submission import MEDIA_TYPE
from ogp_desktop.endpoint.digests import sha256_of
from ogp_desktop.endpoint.guard import Patience
from ogp_desktop.endpoint.problems import ProblemError

OFFERED = {"Accept-Encoding": "gzip"}
"""What our answers offer for the next request (RFC 7694)."""

_GZIP = 16 + zlib.MAX_WBITS
_LEAVE = {"Connection": "close"}


async def submission_body(request: Request, patience: Patience) -> bytes:
    """Return the frozen bytes that were sent, or raise a problem.

    At most ``LARGEST_SUBMISSION`` bytes, packed and unpacked alike: no more is ever unpacked.
    """
    check_type(request)
    coding = request.headers.get("content-encoding", "identity").strip().lower()
    if coding not in {"identity", "gzip", "x-gzip"}:
        raise _unsupported()
    data = await read_body(request, patience, LARGEST_SUBMISSION)
    check_digest(request, data)
    return data if coding == "identity" else await run_in_threadpool(_unpacked, data)


def check_type(request: Request, wanted: str = MEDIA_TYPE) -> None:
    """Raise a problem unless the body calls itself what is wanted, in the version we know."""
    sent, ours = Message(), Message()
    sent["Content-Type"] = " ".join(request.headers.get("content-type", "").split())
    ours["Content-Type"] = wanted
    is_coded = wanted != MEDIA_TYPE and "content-encoding" in request.headers
    if sent.get_params() != ours.get_params() or is_coded:
        raise _unsupported(wanted)


async def read_body(request: Request, patience: Patience, limit: int) -> bytes:
    """Return the bytes on the wire, whole; raise a problem when they are too many or too slow."""
    said = request.headers.get("content-length", "0")
    if said.isascii() and said.isdigit() and int(said[:12]) > limit:
        raise ProblemError(413, "too_large", limit=limit)
    data, loop = bytearray(), asyncio.get_running_loop()
    end = loop.time() + patience.whole_s
    try:
        async with asyncio.timeout(patience.quiet_s) as clock:
            async for part in request.stream():
                data += part
                if len(data) > limit:
                    raise ProblemError(413, "too_large", limit=limit)
                clock.reschedule(min(end, loop.time() + patience.quiet_s))
        return bytes(data)
    except TimeoutError as late:
        raise ProblemError(408, "too_slow", _LEAVE) from late
    except ClientDisconnect as gone:  # half a body is nothing; nobody reads this answer
        raise ProblemError(400, "bad_digest") from gone


def check_digest(request: Request, data: bytes) -> None:
    """Raise a problem unless the bytes are those that ``Content-Digest`` names."""
    digest = sha256_of(request.headers.get("content-digest", ""))
    if digest is None:
        raise ProblemError(400, "missing_digest")
    if digest != sha256_hex(data):
        raise ProblemError(400, "bad_digest")


def _unpacked(data: bytes) -> bytes:
    unpacking = zlib.decompressobj(_GZIP)
    try:
        plain = unpacking.decompress(data, LARGEST_SUBMISSION + 1)
    except zlib.error as error:
        raise ProblemError(400, "bad_encoding") from error
    if len(plain) > LARGEST_SUBMISSION:
        raise ProblemError(413, "too_large", limit=LARGEST_SUBMISSION)
    if not unpacking.eof or unpacking.unused_data:  # cut off, or something hangs on to it
        raise ProblemError(400, "bad_encoding")
    return plain


def _unsupported(wanted: str = MEDIA_TYPE) -> ProblemError:
    return ProblemError(415, "unsupported_type", {"Accept": wanted, **OFFERED})
