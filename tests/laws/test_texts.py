"""Every text that a person reads can be translated, and is, in every language of the interface."""

import ast
import re
import string
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

import texts
import translations

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = sorted((ROOT / "i18n").glob("ogp_*.ts"))

# Calls that put a text before a person; what they are given comes from tr() or from data.
SHOWING = {
    *("QAction", "QCheckBox", "QGroupBox", "QLabel", "QPushButton", "QRadioButton", "QToolButton"),
    *(
        "addAction",
        "addItem",
        "addItems",
        "addMenu",
        "addRow",
        "addTab",
        "setAccessibleDescription",
    ),
    *("setAccessibleName", "setInformativeText", "setLabelText", "setPlaceholderText", "setPrefix"),
    *("setStatusTip", "setSuffix", "setText", "setTitle", "setToolTip", "setWhatsThis"),
    *("setWindowTitle",),
}

NAMES = {"OGP Desktop"}  # the same in every language


def _shown_bare(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        if name not in SHOWING:
            continue
        for argument in call.args:
            parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
            for part in parts:
                text = part.value if isinstance(part, ast.Constant) else None
                if not isinstance(text, str) or text in NAMES:
                    continue
                if re.search(r"[^\W\d_]{2}", text):
                    yield argument.lineno, text


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _messages(catalogue: Path) -> Iterator[tuple[texts.Text, ET.Element]]:
    for context in ET.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            found = texts.Text(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
                message.get("numerus") == "yes",
            )
            yield found, message


def _forms(message: ET.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    if message.get("numerus") == "yes":
        return [form.text or "" for form in translation.iter("numerusform")]
    return [translation.text or ""]


def test_every_text_is_a_plain_literal() -> None:
    _, faults = texts.read(ROOT)
    assert faults == []


def test_no_text_is_shown_without_translation() -> None:
    bare = [
        f"{file.relative_to(ROOT)}:{line}: {text!r}"
        for file in texts.sources(ROOT)
        if file.exists()
        for line, text in _shown_bare(ast.parse(file.read_text(encoding="utf-8")))
    ]
    assert bare == []


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda file: file.stem)
def test_catalogue_holds_every_text_and_no_other(catalogue: Path) -> None:
    wanted, _ = texts.read(ROOT)
    if catalogue.stem == translations.PLURALS_ONLY:
        wanted = {text for text in wanted if text.is_plural}
    held = {text for text, _ in _messages(catalogue)}
    renew = "python3 packaging/dev.py translate"
    assert (sorted(wanted - held), sorted(held - wanted)) == ([], []), f"run: {renew}"


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda file: file.stem)
def test_every_text_is_translated_in_every_plural_form(catalogue: Path) -> None:
    waiting = [
        text.source
        for text, message in _messages(catalogue)
        if message.find("translation[@type]") is not None
        or not all(map(str.strip, _forms(message)))
    ]
    assert waiting == []


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda file: file.stem)
def test_translation_keeps_the_places_for_data(catalogue: Path) -> None:
    changed = [
        (text.source, form)
        for text, message in _messages(catalogue)
        for form in _forms(message)
        if form and _fields(form) != _fields(text.source)
    ]
    assert changed == []


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda file: file.stem)
def test_compiled_catalogue_is_made_of_its_source(catalogue: Path, tmp_path: Path) -> None:
    built = tmp_path / "built.qm"
    translations.build(Path(sys.executable), catalogue, built)
    shipped = ROOT / "resources" / "i18n" / f"{catalogue.stem}.qm"
    assert shipped.read_bytes() == built.read_bytes(), "run: python3 packaging/dev.py translate"


def test_reading_finds_plurals_and_names_what_cannot_be_translated(tmp_path: Path) -> None:
    screen = tmp_path / "ogp_desktop" / "ui" / "screen.py"
    screen.parent.mkdir(parents=True)
    screen.write_text(
        "class Screen:\n"
        "    def draw(self, count, name):\n"
        "        self.tr('Saved {time}').format(time=self.tr('now', 'in a sentence'))\n"
        "        QCoreApplication.translate('Words', '%n note(s)', '', int(count))\n"
        "        self.tr('Question(s) {numbers}', '', count)\n"
        "        self.tr(f'Welcome {name}')\n"
        "        self.tr('Wel' + 'come')\n"
        "        self.tr('%n note(s)')\n"
        "        name.translate(table)\n"
        "        speaker.translate('Room', 'Time is up')\n"
        "        translate('Menu', 'Delete')\n",
        encoding="utf-8",
    )
    found, faults = texts.read(tmp_path)
    assert found == {
        texts.Text("Screen", "Saved {time}", "", is_plural=False),
        texts.Text("Screen", "now", "in a sentence", is_plural=False),
        texts.Text("Words", "%n note(s)", "", is_plural=True),
        texts.Text("Screen", "Question(s) {numbers}", "", is_plural=True),
        texts.Text("Room", "Time is up", "", is_plural=False),
        texts.Text("Menu", "Delete", "", is_plural=False),
    }
    assert [fault.split(":")[1] for fault in faults] == ["6", "7", "8"]


def test_collecting_keeps_translations_and_drops_texts_that_are_gone(tmp_path: Path) -> None:
    catalogue = tmp_path / "ogp_fr.ts"
    catalogue.write_text(
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
        '<TS version="2.1" language="fr" sourcelanguage="en">\n<context><name>Screen</name>\n'
        "<message><source>Save</source><translation>Enregistrer</translation></message>\n"
        "<message><source>Gone</source><translation>Disparu</translation></message>\n"
        "</context>\n</TS>\n",
        encoding="utf-8",
    )
    wanted = {
        texts.Text("Screen", "Save", "", is_plural=False),
        texts.Text("Words", "%n note(s)", "", is_plural=True),
    }
    translations.collect(Path(sys.executable), wanted, catalogue)
    kept = {text: _forms(message) for text, message in _messages(catalogue)}
    assert kept == {
        texts.Text("Screen", "Save", "", is_plural=False): ["Enregistrer"],
        texts.Text("Words", "%n note(s)", "", is_plural=True): ["", ""],
    }
