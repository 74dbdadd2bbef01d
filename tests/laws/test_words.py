"""Every member of every enumeration that the interface names has words, in every language."""

import inspect
from collections.abc import Callable, Iterator
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import get_type_hints

import pytest
from PySide6.QtWidgets import QApplication

from ogp_desktop.ui import translation

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"


def _word_functions() -> Iterator[tuple[str, Callable[[Enum], object], type[Enum]]]:
    """Yield each public function of ``ui/words*.py`` that needs a member and nothing else."""
    for file in sorted((ROOT / "ogp_desktop" / "ui").glob("words*.py")):
        module = import_module(f"ogp_desktop.ui.{file.stem}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if name.startswith("_") or function.__module__ != module.__name__:
                continue
            hints = get_type_hints(function)
            needed = [
                hints.get(parameter.name)
                for parameter in inspect.signature(function).parameters.values()
                if parameter.default is parameter.empty
            ]
            if len(needed) == 1 and isinstance(needed[0], type) and issubclass(needed[0], Enum):
                yield f"{file.stem}.{name}", function, needed[0]


FUNCTIONS = list(_word_functions())


@pytest.mark.parametrize("language", translation.languages(RESOURCES))
@pytest.mark.parametrize(
    ("function", "members"),
    [entry[1:] for entry in FUNCTIONS],
    ids=[entry[0] for entry in FUNCTIONS],
)
def test_every_member_has_words(
    qapp: QApplication,
    function: Callable[[Enum], object],
    members: type[Enum],
    language: str,
) -> None:
    translation.install(qapp, language, RESOURCES)
    try:
        said = {member.name: function(member) for member in members}
    finally:
        translation.install(qapp, "en", RESOURCES)
    assert [name for name, words in said.items() if not words] == []
