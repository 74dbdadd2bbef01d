"""An endpoint on SQLite, or on a real PostgreSQL server where one can be started, and both ends of
a bundle.
"""

from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from ogp_desktop.endpoint.serve import RunningEndpoint, running_endpoint
from ogp_desktop.services.workplace import Workplace
from tests.support.bundles import Office, office_in
from tests.support.clock import FixedClock
from tests.support.postgres import fresh_database, postgres, why_not
from tests.support.submissions import NOW
from tests.support.workplaces import workplace_at


@pytest.fixture(scope="session")
def postgres_socket() -> Iterator[Path]:
    """Give the socket of a server that runs for all tests, or skip and say why there is none."""
    reason = why_not()
    if reason is not None:
        pytest.skip(reason)
    with postgres() as folder:
        yield folder


@pytest.fixture
def postgres_url(postgres_socket: Path) -> Iterator[str]:
    """Give an empty database on a PostgreSQL server."""
    with fresh_database(postgres_socket) as url:
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.slow)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give an empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/endpoint.db"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def database_files(request: pytest.FixtureRequest, database_url: str, tmp_path: Path) -> Path:
    """Give the folder where the database keeps its tables (on PostgreSQL all tests' tables)."""
    if database_url.startswith("sqlite"):
        return tmp_path
    socket_folder: Path = request.getfixturevalue("postgres_socket")
    return socket_folder / "data" / "base"


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """Give the place of the key for receipts, which every worker on one database shares."""
    return tmp_path / "endpoint.key"


@pytest.fixture
def endpoint(database_url: str, key: Path) -> Iterator[RunningEndpoint]:
    """Run an endpoint whose clock goes one second on with each look at it."""
    seconds = count()
    with running_endpoint(
        database_url, key=key, now=lambda: NOW + timedelta(seconds=next(seconds))
    ) as running:
        yield running


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Workplace]:
    """Give an open data file, of those who seal and send."""
    with workplace_at(tmp_path / "data", FixedClock()) as workplace:
        yield workplace


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Give the people of an endpoint, who open what is encrypted for them."""
    return office_in(tmp_path / "office")
