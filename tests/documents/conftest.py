"""Pages are laid out with fonts, which are there only once there is an application."""

import pytest
from PySide6.QtGui import QGuiApplication


@pytest.fixture(autouse=True)
def _fonts(qapp: QGuiApplication) -> None:
    """Have an application, whichever test comes first."""
