"""The reference feedback endpoint: stores exactly what was sent, once, and signs a receipt for it.

``PUT /feedback/{uuid}`` answers 201 the first time, 200 with the same receipt for the same bytes,
409 for others, and 410 for good once it was withdrawn. ``GET /feedback`` tells who answers, so that
a connection can be tested; what organisers read is in ``reading``. ``PUT /bundles/{sha256}`` takes
an encrypted bundle from a courier who cannot read it.
"""

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ogp_desktop.domain.bundle import AGE_MEDIA_TYPE, LARGEST_BUNDLE
from ogp_desktop.domain.canonical import canonical_json, sha256_hex
from ogp_desktop.domain.connection import Service
from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.domain.sealing import is_uuid
from ogp_desktop.endpoint import reading
from ogp_desktop.endpoint.bodies import OFFERED, check_type, read_body, submission_body
from ogp_desktop.endpoint.bundles import REFUSED, carried_answer
from ogp_desktop.endpoint.guard import Busy, Endpoint, admit
from ogp_desktop.endpoint.problems import MEDIA_TYPE as PROBLEM_TYPE
from ogp_desktop.endpoint.problems import ProblemError, on_problem
from ogp_desktop.endpoint.storing import stored_answer
from ogp_desktop.endpoint.tokens import Scope
from ogp_desktop.endpoint.withdrawing import withdraw

__all__ = ["Busy", "Endpoint", "create_app"]

_CLOSED = {"conflict": 409, "withdrawn": 410}


def create_app(endpoint: Endpoint) -> Starlette:
    """Return the ASGI application."""

    async def put(request: Request) -> Response:
        return await _put(endpoint, request)

    async def take_back(request: Request) -> Response:
        return await _delete(endpoint, request)

    async def tell(request: Request) -> Response:
        return await _tell(endpoint, request)

    async def carry(request: Request) -> Response:
        return await _carry(endpoint, request)

    every, one = "/feedback", "/feedback/{id}"
    errors = (ProblemError, HTTPException, Refusal, Trouble, Exception)
    app = Starlette(
        routes=[
            Route(every, tell, methods=["GET"]),
            Route(one, put, methods=["PUT"]),
            Route(one, take_back, methods=["DELETE"]),
            *reading.routes(endpoint),
            Route("/bundles/{sha256}", carry, methods=["PUT"]),
        ],
        exception_handlers=dict.fromkeys(errors, on_problem),
    )
    app.router.redirect_slashes = False  # no client follows one, and it would repeat the Host
    return app


async def _put(endpoint: Endpoint, request: Request) -> Response:
    await admit(endpoint, request, Scope.SUBMIT)
    submission_id = _named(request)
    data = await submission_body(request, endpoint.patience)
    try:
        return await run_in_threadpool(_stored, endpoint, submission_id, data)
    except Refusal as refusal:
        raise _problem(refusal) from refusal


async def _carry(endpoint: Endpoint, request: Request) -> Response:
    """Take a bundle; its name is its own digest, for who carries it can read no other."""
    await admit(endpoint, request, Scope.SUBMIT)
    check_type(request, AGE_MEDIA_TYPE)
    data = await read_body(request, endpoint.patience, LARGEST_BUNDLE)
    if request.path_params["sha256"] != sha256_hex(data):
        raise ProblemError(400, "bad_digest")
    store, signer, opener = endpoint.store, endpoint.signer, endpoint.opener
    answer, status = await run_in_threadpool(
        carried_answer, store, signer, opener, data, now=endpoint.now()
    )
    kind = PROBLEM_TYPE if status == REFUSED else "application/json"
    return Response(answer, status, None, kind)


def _problem(refusal: Refusal) -> ProblemError:
    status = _CLOSED.get(refusal.code)
    if status is not None:
        return ProblemError(status, refusal.code)
    field = str(refusal.data.get("field", ""))
    return ProblemError(422, "invalid", reason=refusal.code, field=field)


def _stored(endpoint: Endpoint, submission_id: str, data: bytes) -> Response:
    answer, is_new = stored_answer(
        endpoint.store, endpoint.signer, data, now=endpoint.now(), named=submission_id
    )
    return Response(answer, 201 if is_new else 200, OFFERED, "application/json")


async def _delete(endpoint: Endpoint, request: Request) -> Response:
    await admit(endpoint, request, Scope.SUBMIT)
    proof = request.headers.get("withdrawal-proof", "")
    submission_id = _named(request)
    answer = await run_in_threadpool(
        withdraw, endpoint.store, endpoint.signer, submission_id, proof, now=endpoint.now()
    )
    return Response(answer, 200, None, "application/json")


async def _tell(endpoint: Endpoint, request: Request) -> Response:
    """Say who answers, to whoever may hand over here; show an organiser a page of what is there."""
    scope = await admit(endpoint, request, Scope.SUBMIT, Scope.READ)
    if scope is Scope.READ:
        return await run_in_threadpool(reading.page, endpoint, request)
    signer = endpoint.signer
    service = Service(endpoint=signer.endpoint_id, receipt_key=signer.public_key)
    return Response(canonical_json({"service": service}), 200, OFFERED, "application/json")


def _named(request: Request) -> str:
    submission_id: str = request.path_params["id"]
    if not is_uuid(submission_id):
        raise ProblemError(400, "bad_id")
    return submission_id
