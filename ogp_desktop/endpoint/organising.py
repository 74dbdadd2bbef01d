"""What the operator of an endpoint does on its computer: lists, exports, tokens, upkeep.

None of it makes a database: a mistyped path must not look like an endpoint without submissions.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from ogp_desktop.domain.canonical import canonical_json
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.endpoint.database import check_there
from ogp_desktop.endpoint.exporting import EXPORTS
from ogp_desktop.endpoint.search import Wanted
from ogp_desktop.endpoint.store import ALL, Page, Store, StoredSubmission, StoredToken
from ogp_desktop.paths import whole_file, write_whole

FILES = "files"


def list_submissions(database_url: str, wanted: Wanted = ALL) -> tuple[StoredSubmission, ...]:
    """Return what the endpoint holds of what is wanted, oldest first."""
    check_there(database_url)
    with closing(Store(database_url)) as store:
        return store.listed(wanted)


def export_submissions(database_url: str, to: Path, form: str = FILES, wanted: Wanted = ALL) -> int:
    """Write what is wanted, and return how many submissions that were.

    As ``files``, each one's bytes go to ``to/<id>.json`` beside ``index.json``; as ``csv`` or
    ``jsonl`` all go to the one file ``to``.
    """
    check_there(database_url)
    with closing(Store(database_url)) as store:
        return _files(store, to, wanted) if form == FILES else _one_file(store, to, form, wanted)


def _files(store: Store, to: Path, wanted: Wanted) -> int:
    to.mkdir(parents=True, exist_ok=True)
    listed: list[StoredSubmission] = []
    for page in store.pages(wanted):
        for stored, data in page:
            write_whole(to / f"{stored.id}.json", data)
            listed.append(stored)
    write_whole(to / "index.json", canonical_json(listed))
    return len(listed)


def _one_file(store: Store, to: Path, form: str, wanted: Wanted) -> int:
    to.parent.mkdir(parents=True, exist_ok=True)
    count = 0

    def counted() -> Iterator[Page]:
        nonlocal count
        for page in store.pages(wanted):
            count += len(page)
            yield page

    with whole_file(to) as file:
        file.writelines(EXPORTS[form].parts(counted()))
    return count


def list_tokens(database_url: str) -> tuple[StoredToken, ...]:
    """Return every access code as it is kept."""
    check_there(database_url)
    with closing(Store(database_url)) as store:
        return store.tokens()


def revoke_token(database_url: str, start: str) -> None:
    """Let the code whose hash begins with ``start`` allow nothing any more.

    Raises ``Refusal("unclear_token")`` unless it is exactly one, and something was named.
    """
    check_there(database_url)
    with closing(Store(database_url)) as store:
        found = [one.sha256 for one in store.tokens() if one.sha256.startswith(start)]
        if not start or len(found) != 1:
            raise Refusal("unclear_token", field="revoke", start=start)
        store.remove_token(found[0])


def compact(database_url: str) -> None:
    """Rewrite what holds submissions, so that nothing withdrawn is left in free space."""
    check_there(database_url)
    with closing(Store(database_url)) as store:
        store.compact()
