"""A server like ODK Central, with one key that may send to one form."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.central import Central, central_server
from tests.support.openrosa import KEY


@pytest.fixture
def central(tmp_path: Path) -> Central:
    made = Central(tmp_path / "central.sqlite3")
    made.set(keys=KEY, assigned=KEY, form="ogp-strategy-2022", versions="1.0.0-1", state="open")
    return made


@pytest.fixture
def central_port(central: Central) -> Iterator[int]:
    with central_server(central) as port:
        yield port
