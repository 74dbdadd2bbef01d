"""A clock that stands, an open data file by it, and a submission that was handed over from it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ogp_desktop.services.workplace import Workplace
from tests.support.clock import FixedClock
from tests.support.withdrawals import Stored, stored_submission
from tests.support.workplaces import workplace_at


@pytest.fixture
def clock() -> FixedClock:
    """Give a clock that stands."""
    return FixedClock()


@pytest.fixture
def at(tmp_path: Path, clock: FixedClock) -> Iterator[Workplace]:
    """Give an open data file."""
    with workplace_at(tmp_path / "data", clock) as workplace:
        yield workplace


@pytest.fixture
def stored(at: Workplace, clock: FixedClock, tmp_path: Path) -> Iterator[Stored]:
    """Give a confirmed submission with its endpoint."""
    with stored_submission(at, clock, tmp_path) as one:
        yield one
