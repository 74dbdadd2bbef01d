"""The language of the interface changes while windows are open."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ogp_desktop.paths import data_root
from ogp_desktop.ui import translation

CATALOGUE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{language}" sourcelanguage="en">
<context>
    <name>Greeting</name>
    <message><source>Welcome</source><translation>{welcome}</translation></message>
    <message numerus="yes"><source>%n note(s)</source><translation>
        {forms}
    </translation></message>
</context>
</TS>
"""


def _form(text: str) -> str:
    return f"<numerusform>{text}</numerusform>"


@pytest.fixture(scope="module")
def resources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Small catalogues of our own, so that these tests do not hang on the program's texts."""
    folder = tmp_path_factory.mktemp("resources")
    (folder / "i18n").mkdir()
    arabic = "".join(_form(f"{form} %n") for form in "abcdef")
    for language, welcome, forms in (
        ("en", "Welcome", _form("%n note") + _form("%n notes")),
        ("fr", "Bienvenue", _form("%n note") + _form("%n notes")),
        ("ar", "أهلا", arabic),
    ):
        source = folder / f"ogp_{language}.ts"
        text = CATALOGUE.format(language=language, welcome=welcome, forms=forms)
        source.write_text(text, encoding="utf-8")
        tool = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent))
        assert tool is not None
        compiled = folder / "i18n" / f"ogp_{language}.qm"
        subprocess.run([tool, "-silent", str(source), "-qm", str(compiled)], check=True)
    return folder


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication, resources: Path) -> Iterator[None]:
    yield
    translation.install(qapp, "en", resources)
    QLocale.setDefault(QLocale.c())


class _Greeting(QWidget):
    """Counts how often it is told that the language changed."""

    def __init__(self) -> None:
        super().__init__()
        self.heard = 0
        self.label = QLabel(self)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.heard += 1
            self.label.setText(QCoreApplication.translate("Greeting", "Welcome"))
        super().changeEvent(event)


def _notes(count: int) -> str:
    return QCoreApplication.translate("Greeting", "%n note(s)", "", count)


def test_open_window_changes_language_when_another_is_installed(
    qtbot: QtBot, qapp: QApplication, resources: Path
) -> None:
    window = _Greeting()
    qtbot.addWidget(window)
    window.show()
    for language, word in (("fr", "Bienvenue"), ("en", "Welcome"), ("fr", "Bienvenue")):
        heard = window.heard
        translation.install(qapp, language, resources)
        qtbot.waitUntil(lambda heard=heard: window.heard > heard)
        assert window.label.text() == word
    qapp.processEvents()


def test_plural_follows_the_language_when_counts_are_shown(
    qapp: QApplication, resources: Path
) -> None:
    translation.install(qapp, "en", resources)
    assert [_notes(count) for count in (0, 1, 2)] == ["0 notes", "1 note", "2 notes"]
    translation.install(qapp, "fr", resources)
    assert [_notes(count) for count in (0, 1, 2)] == ["0 note", "1 note", "2 notes"]


def test_own_texts_of_qt_follow_when_french_is_installed(
    qapp: QApplication, resources: Path
) -> None:
    translation.install(qapp, "fr", resources)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuler"
    translation.install(qapp, "en", resources)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_layout_is_mirrored_when_the_script_runs_right_to_left(
    qapp: QApplication, resources: Path
) -> None:
    translation.install(qapp, "ar", resources)
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    translation.install(qapp, "fr", resources)
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_nearest_is_english_when_no_catalogue_fits(resources: Path) -> None:
    assert translation.languages(resources) == ["ar", "en", "fr"]
    assert translation.nearest("fr_CA", resources) == "fr"
    assert translation.nearest("sw", resources) == "en"


def test_texts_stay_when_their_file_is_replaced_in_place(
    qapp: QApplication, resources: Path, tmp_path: Path
) -> None:
    copied = tmp_path / "resources"
    shutil.copytree(resources, copied)
    translation.install(qapp, "fr", copied)
    beside = translation.speaker("ar", copied)
    for file in (copied / "i18n").glob("*.qm"):
        file.write_bytes(b"")

    assert QCoreApplication.translate("Greeting", "Welcome") == "Bienvenue"
    assert beside.translate("Greeting", "Welcome") == "أهلا"


@pytest.mark.parametrize(
    ("language", "joined"), [("fr", "un, deux et trois"), ("ar", "un, deux, and trois")]
)
def test_words_are_joined_as_in_the_language_they_are_said_in(
    qapp: QApplication, language: str, joined: str
) -> None:
    translation.install(qapp, language, data_root())
    assert translation.listed(["un", "deux", "trois"]) == joined
