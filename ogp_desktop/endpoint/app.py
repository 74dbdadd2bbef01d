"""The reference feedback endpoint: stores exactly what was sent, once, and signs a receipt for it.

``PUT /feedback/{uuid}`` answers 201 the first time, 200 with the same receipt for the same bytes,
and 409 for others. ``GET /feedback`` tells who answers, so that a connection can be tested.
``PUT /bundles/{sha256}`` takes an encrypted bundle from a courier who cannot read it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.message import Message
from typing import Literal

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from ogp_desktop.domain.bundle import AGE_MEDIA_TYPE, LARGEST_BUNDLE
from ogp_desktop.domain.canonical import canonical_json, sha256_hex
from ogp_desktop.domain.connection import Service
from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.domain.sealing import LARGEST_SUBMISSION, is_uuid
from ogp_desktop.domain.submission import MEDIA_TYPE
from ogp_desktop.endpoint.bundles import Opener, carried_answer
from ogp_desktop.endpoint.digests import sha256_of
from ogp_desktop.endpoint.problems import ProblemError, on_problem
from ogp_desktop.endpoint.signing import Signer
from ogp_desktop.endpoint.store import Store
from ogp_desktop.endpoint.storing import stored_answer
from ogp_desktop.endpoint.tokens import Scope, check_token


@dataclass(frozen=True, slots=True, kw_only=True)
class Busy:
    """The endpoint takes nothing for ``retry_after_s`` seconds: 429 (too many) or 503 (closed)."""

    status: Literal[429, 503]
    retry_after_s: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """What the endpoint works with; ``busy`` is asked before each request is looked at.

    Without an ``opener`` bundles are kept as they come, to be opened where the key is.
    """

    store: Store
    signer: Signer
    now: Callable[[], datetime]
    busy: Callable[[Request], Busy | None] = lambda _request: None
    opener: Opener | None = None


def create_app(endpoint: Endpoint) -> Starlette:
    """Return the ASGI application."""

    async def put(request: Request) -> Response:
        return await _put(endpoint, request)

    async def get(request: Request) -> Response:
        return await _get(endpoint, request)

    async def tell(request: Request) -> Response:
        return await _tell(endpoint, request)

    async def carry(request: Request) -> Response:
        return await _carry(endpoint, request)

    every, one = "/feedback", "/feedback/{id}"
    errors = (ProblemError, HTTPException, Trouble, Exception)
    return Starlette(
        routes=[
            Route(every, tell, methods=["GET"]),
            Route(one, put, methods=["PUT"]),
            Route(one, get, methods=["GET"]),
            Route("/bundles/{sha256}", carry, methods=["PUT"]),
        ],
        exception_handlers=dict.fromkeys(errors, on_problem),
    )


async def _put(endpoint: Endpoint, request: Request) -> Response:
    _check_busy(endpoint, request)
    await _check_allowed(endpoint, request, Scope.SUBMIT)
    submission_id = request.path_params["id"]
    if not is_uuid(submission_id):
        raise ProblemError(400, "bad_id")
    _check_type(request, MEDIA_TYPE)
    data = await _body(request, LARGEST_SUBMISSION)
    _check_digest(request, data)
    try:
        return await run_in_threadpool(_stored, endpoint, submission_id, data)
    except Refusal as refusal:
        raise _problem(refusal) from refusal


async def _carry(endpoint: Endpoint, request: Request) -> Response:
    """Take a bundle; its name is its own digest, for who carries it can read no other."""
    _check_busy(endpoint, request)
    await _check_allowed(endpoint, request, Scope.SUBMIT)
    _check_type(request, AGE_MEDIA_TYPE)
    data = await _body(request, LARGEST_BUNDLE)
    if request.path_params["sha256"] != sha256_hex(data):
        raise ProblemError(400, "bad_digest")
    store, signer, opener = endpoint.store, endpoint.signer, endpoint.opener
    try:
        answer, status = await run_in_threadpool(
            carried_answer, store, signer, opener, data, now=endpoint.now()
        )
    except Refusal as refusal:
        raise _problem(refusal) from refusal
    return Response(answer, status, None, "application/json")


def _problem(refusal: Refusal) -> ProblemError:
    if refusal.code == "conflict":
        return ProblemError(409, "conflict")
    field = str(refusal.data.get("field", ""))
    return ProblemError(422, "invalid", reason=refusal.code, field=field)


def _stored(endpoint: Endpoint, submission_id: str, data: bytes) -> Response:
    answer, is_new = stored_answer(
        endpoint.store, endpoint.signer, data, now=endpoint.now(), named=submission_id
    )
    return Response(answer, 201 if is_new else 200, None, "application/json")


async def _get(endpoint: Endpoint, request: Request) -> Response:
    _check_busy(endpoint, request)
    await _check_allowed(endpoint, request, Scope.READ)
    body = await run_in_threadpool(endpoint.store.body, request.path_params["id"])
    if body is None:
        raise ProblemError(404, "not_found")
    return Response(body, headers={"Content-Type": MEDIA_TYPE})


async def _tell(endpoint: Endpoint, request: Request) -> Response:
    """Say who answers, to whoever may hand over here."""
    _check_busy(endpoint, request)
    await _check_allowed(endpoint, request, Scope.SUBMIT)
    signer = endpoint.signer
    service = Service(endpoint=signer.endpoint_id, receipt_key=signer.public_key)
    return Response(canonical_json({"service": service}), 200, None, "application/json")


def _check_busy(endpoint: Endpoint, request: Request) -> None:
    busy = endpoint.busy(request)
    if busy is not None:
        raise ProblemError(busy.status, "busy", {"Retry-After": str(busy.retry_after_s)})


async def _check_allowed(endpoint: Endpoint, request: Request, scope: Scope) -> None:
    authorization = request.headers.get("authorization", "")
    await run_in_threadpool(check_token, endpoint.store, authorization, scope)


def _check_type(request: Request, wanted: str) -> None:
    sent, ours = Message(), Message()
    sent["Content-Type"] = request.headers.get("content-type", "")
    ours["Content-Type"] = wanted
    encoding = request.headers.get("content-encoding", "identity").lower()
    if sent.get_params() != ours.get_params() or encoding != "identity":
        headers = {"Accept": wanted, "Accept-Encoding": "identity"}
        raise ProblemError(415, "unsupported_type", headers)


async def _body(request: Request, largest: int) -> bytes:
    said = request.headers.get("content-length", "0")
    if said.isdigit() and int(said) > largest:
        raise ProblemError(413, "too_large", limit=largest)
    data = bytearray()
    try:
        async for part in request.stream():
            data += part
            if len(data) > largest:
                raise ProblemError(413, "too_large", limit=largest)
    except ClientDisconnect as gone:  # half a body is nothing; nobody reads this answer
        raise ProblemError(400, "bad_digest") from gone
    return bytes(data)


def _check_digest(request: Request, data: bytes) -> None:
    digest = sha256_of(request.headers.get("content-digest", ""))
    if digest is None:
        raise ProblemError(400, "missing_digest")
    if digest != sha256_hex(data):
        raise ProblemError(400, "bad_digest")
