"""The people who open what is encrypted for them."""

from pathlib import Path

import pytest

from tests.support.bundles import Office, office_in


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Give the people there."""
    return office_in(tmp_path / "office")
