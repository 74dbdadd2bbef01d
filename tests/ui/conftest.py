"""The theme and the language as the program installs them, the same for every test."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ogp_desktop.paths import data_root
from ogp_desktop.ui import translation
from ogp_desktop.ui.theme.theme import Theme


@pytest.fixture(autouse=True)
def _english(request: pytest.FixtureRequest) -> None:
    """Begin in English, whatever language the test before spoke."""
    if "qapp" in request.fixturenames:
        translation.install(request.getfixturevalue("qapp"), "en", data_root())


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Light, 100 %, left to right; the direction is put back at the end."""
    theme = Theme(data_root())
    theme.apply(qapp, "light")
    yield theme
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme.deleteLater()
