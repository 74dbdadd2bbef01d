"""Brings the program's texts into ``i18n/ogp_*.ts`` and builds the catalogues that it loads.

Qt's own tools, which come with its wheel, keep and compile the catalogues.
"""

import json
import subprocess
import tempfile
from itertools import groupby
from pathlib import Path

from say import Stop, say
from texts import Text, read

# English is the language of the source: its catalogue holds nothing but plural forms.
PLURALS_ONLY = "ogp_en"


def renew(root: Path, python: Path) -> int:
    """Bring every catalogue up to date and compile it; return the exit code."""
    texts, faults = read(root)
    if faults:
        raise Stop("These texts cannot be translated:\n" + "\n".join(faults))
    for catalogue in sorted((root / "i18n").glob("ogp_*.ts")):
        collect(python, texts, catalogue)
        left = catalogue.read_text(encoding="utf-8").count('type="unfinished"')
        say(f"i18n/{catalogue.name}: {left} of {len(texts)} texts wait for a translation")
        build(python, catalogue, root / "resources" / "i18n" / f"{catalogue.stem}.qm")
    return 0


def collect(python: Path, texts: set[Text], catalogue: Path) -> None:
    """Add new texts to a catalogue and drop those that the program no longer has."""
    if catalogue.stem == PLURALS_ONLY:
        texts = {text for text in texts if text.is_plural}
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder, "texts.py")
        listing.write_text(_listing(texts), encoding="utf-8")
        # Places in the source would make every edit of the code an edit of every language.
        settings = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", "en"]
        _run(python, "pyside6-lupdate", *settings, str(listing), "-ts", str(catalogue))


def build(python: Path, catalogue: Path, compiled: Path) -> None:
    """Write the compiled form of a catalogue."""
    compiled.parent.mkdir(parents=True, exist_ok=True)
    _run(python, "pyside6-lrelease", "-silent", str(catalogue), "-qm", str(compiled))


def _listing(texts: set[Text]) -> str:
    """Write the texts down in the one form in which lupdate sees all of them, plurals too."""
    lines = ["from PySide6.QtCore import QObject"]
    for context, group in groupby(sorted(texts), key=lambda text: text.context):
        lines += ["", f"class {context}(QObject):", "    def texts(self, n):"]
        for text in group:
            source, note = (
                json.dumps(part, ensure_ascii=False) for part in (text.source, text.note)
            )
            lines.append(f"        self.tr({source}, {note}{', n' if text.is_plural else ''})")
    return "\n".join(lines) + "\n"


def _run(python: Path, tool: str, *arguments: str) -> None:
    command = [str(python.with_name(tool)), *arguments]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode != 0:
        raise Stop(f"{tool} failed:\n{ran.stdout}{ran.stderr}")
