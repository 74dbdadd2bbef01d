"""What organisers read, with a token for reading: pages, single submissions, whole exports.

What was withdrawn is in none of them.
"""

from typing import cast

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from ogp_desktop.domain.canonical import canonical_json
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.sealing import is_uuid
from ogp_desktop.domain.submission import MEDIA_TYPE
from ogp_desktop.endpoint.exporting import EXPORTS
from ogp_desktop.endpoint.guard import Endpoint, admit
from ogp_desktop.endpoint.problems import ProblemError
from ogp_desktop.endpoint.search import USUAL_PAGE, Place, page_length, place_of, wanted_from
from ogp_desktop.endpoint.tokens import Scope
from ogp_desktop.endpoint.withdrawing import gone

_PRIVATE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


def routes(endpoint: Endpoint) -> list[Route]:
    """Return the addresses that only organisers may ask."""

    async def one(request: Request) -> Response:
        await admit(endpoint, request, Scope.READ)
        return await run_in_threadpool(_one, endpoint, request)

    async def export(request: Request) -> Response:
        await admit(endpoint, request, Scope.READ)
        return _export(endpoint, request)

    return [
        Route("/feedback/{id}", one, methods=["GET"]),
        Route("/export/feedback.{ending}", export, methods=["GET"]),
    ]


def page(endpoint: Endpoint, request: Request) -> Response:
    """Return one page, the first stored first, and the cursor of the next one if there is one."""
    asked = _asked(request)
    cursor, limit = asked.pop("cursor", None), page_length(asked.pop("limit", str(USUAL_PAGE)))
    after = None if cursor is None else place_of(cursor)
    rows = endpoint.store.listed(wanted_from(asked), after=after, limit=limit + 1)
    shown, last = rows[:limit], rows[limit - 1 : limit]
    following = None
    if len(rows) > limit:
        following = Place(stored_at=last[0].stored_at, id=last[0].id).cursor()
    answer = canonical_json({"feedback": shown, "next": following})
    return Response(answer, 200, _PRIVATE, "application/json")


def _one(endpoint: Endpoint, request: Request) -> Response:
    submission_id = request.path_params["id"]
    if not is_uuid(submission_id):
        raise ProblemError(404, "not_found")
    body = endpoint.store.body(submission_id)
    if body is None:
        raise gone(endpoint.store, submission_id)
    return Response(body, headers={"Content-Type": MEDIA_TYPE, **_PRIVATE})


def _export(endpoint: Endpoint, request: Request) -> Response:
    ending = request.path_params["ending"]
    if ending not in EXPORTS:
        raise ProblemError(404, "not_found")
    export = EXPORTS[ending]
    wanted = wanted_from(_asked(request))
    headers = {"Content-Disposition": f'attachment; filename="feedback.{ending}"', **_PRIVATE}
    return StreamingResponse(
        export.parts(endpoint.store.pages(wanted)),
        headers=headers | {"Content-Type": export.media_type},
    )


def _asked(request: Request) -> dict[str, str]:
    """Return what stands in the query, each name once."""
    asked = request.query_params.multi_items()
    if len(dict(asked)) != len(asked):
        raise Refusal("bad_query", field="doubled")
    return cast("dict[str, str]", dict(asked))
