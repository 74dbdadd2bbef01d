"""Collects the program's texts into ``i18n/*.ts`` and builds the catalogues that it loads.

``lupdate`` and ``lrelease`` come with Qt's own wheel.
"""

import subprocess
from pathlib import Path

from say import Stop, say

# English is the language of the source; its catalogue holds the plural forms only.
PLURALS_ONLY = "en"


def renew(root: Path, python: Path) -> int:
    """Bring every ``i18n/ogp_*.ts`` up to date and write ``resources/i18n/*.qm``."""
    for catalogue in sorted((root / "i18n").glob("ogp_*.ts")):
        say(f"Collecting texts into i18n/{catalogue.name}")
        collect(root, python, catalogue)
        build(python, catalogue, root / "resources" / "i18n" / f"{catalogue.stem}.qm")
    return 0


def collect(root: Path, python: Path, catalogue: Path) -> None:
    """Add new texts to a catalogue and drop those that the program no longer has."""
    only = ["-pluralonly"] if catalogue.stem.endswith(f"_{PLURALS_ONLY}") else []
    # Places in the source would make every edit of the code an edit of every language.
    settings = ["-no-obsolete", "-locations", "none", "-source-language", "en", *only]
    _run(python, "pyside6-lupdate", *settings, *map(str, sources(root)), "-ts", str(catalogue))


def build(python: Path, catalogue: Path, compiled: Path) -> None:
    """Write the compiled form of a catalogue."""
    compiled.parent.mkdir(parents=True, exist_ok=True)
    _run(python, "pyside6-lrelease", "-silent", str(catalogue), "-qm", str(compiled))


def sources(root: Path) -> list[Path]:
    """Return every file whose texts a person may read, in a steady order."""
    found = sorted((root / "ogp_desktop" / "ui").rglob("*.py"))
    command_line = root / "ogp_desktop" / "cli.py"
    return [*found, command_line] if command_line.exists() else found


def _run(python: Path, tool: str, *arguments: str) -> None:
    command = [str(python.with_name(tool)), *arguments]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode != 0:
        raise Stop(f"{tool} failed:\n{ran.stdout}{ran.stderr}")
