"""What the repository keeps is what it looks like, and knows nothing of any one computer."""

import re
import subprocess
import unicodedata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# No-break spaces belong to French typography, so catalogues, kits and documents may hold them.
TYPOGRAPHY = {"\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"}
PROSE = {".ts", ".toml", ".md", ".json"}
ALPHABETS = re.compile(r"\b(LATIN|CYRILLIC|GREEK|ARMENIAN)\b")
HOME = re.compile(r"(?<![\w.])/(?:work|farm|root)/|(?<![\w.])/home/\w+/|[A-Z]:\\Users\\\w")
INDEX = re.compile(r"https?://[^/\s\"]+/simple\b|^--(?:extra-)?index-url", re.MULTILINE)


def _tracked() -> dict[str, str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    texts = {}
    for name in filter(None, listed.stdout.split("\0")):
        try:
            texts[name] = (ROOT / name).read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue  # a picture, a font, a catalogue; or removed and not committed yet
    return texts


@pytest.fixture(scope="module")
def tracked() -> dict[str, str]:
    """The text of every tracked text file by its path."""
    return _tracked()


def _invisible(name: str, text: str) -> set[str]:
    allowed = TYPOGRAPHY if Path(name).suffix in PROSE else set()
    return {
        f"U+{ord(letter):04X}"
        for letter in set(text) - allowed - set(" \n\t\r\f")
        if unicodedata.category(letter) in ("Cc", "Cf", "Zs", "Zl", "Zp", "Co")
    }


def _mixed_words(text: str) -> set[str]:
    """Return words that take letters from two alphabets that look alike."""
    if text.isascii():
        return set()
    found = set()
    for word in set(re.findall(r"[^\W\d_]{2,}", text)):
        if not word.isascii():
            named = {match[1] for c in word if (match := ALPHABETS.search(unicodedata.name(c, "")))}
            if len(named) > 1:
                found.add(word)
    return found


def test_no_character_is_invisible(tracked: dict[str, str]) -> None:
    found = {name: letters for name, text in tracked.items() if (letters := _invisible(name, text))}
    assert found == {}


def test_no_word_mixes_alphabets(tracked: dict[str, str]) -> None:
    found = {name: words for name, text in tracked.items() if (words := _mixed_words(text))}
    assert found == {}


def test_no_path_of_a_computer_is_kept(tracked: dict[str, str]) -> None:
    here = Path(__file__).relative_to(ROOT).as_posix()
    found = {
        name: match[0]
        for name, text in tracked.items()
        if name != here and (match := HOME.search(text))
    }
    assert found == {}


def test_no_package_index_is_named(tracked: dict[str, str]) -> None:
    here = Path(__file__).relative_to(ROOT).as_posix()
    found = {
        name: match[0]
        for name, text in tracked.items()
        if name != here and (match := INDEX.search(text))
    }
    assert found == {}


def test_faults_are_found_when_a_file_hides_something() -> None:
    assert _invisible("a.py", "x = 1\N{ZERO WIDTH SPACE}") == {"U+200B"}
    assert _invisible("a.ts", "Quoi\N{NARROW NO-BREAK SPACE}?") == set()
    assert _mixed_words("p\N{CYRILLIC SMALL LETTER A}y \N{GREEK SMALL LETTER ALPHA}") == {
        "p\N{CYRILLIC SMALL LETTER A}y"
    }
    assert HOME.search("see /" + "home/ama/notes")
    assert INDEX.search("https://example.org/" + "simple")
