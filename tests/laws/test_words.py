"""Every member of every enumeration that the interface names has words, in every language."""

import inspect
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from PySide6.QtWidgets import QApplication

from ogp_desktop.ui import translation

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"
SAMPLES: dict[object, Any] = {
    int: 2,
    str: "x",
    bool: True,
    float: 1.5,
    datetime: datetime(2022, 8, 31, 15, 28, tzinfo=UTC),
    timedelta: timedelta(minutes=3),
}


def _word_functions() -> Iterator[tuple[str, Callable[..., object], type[Enum], list[object]]]:
    """Yield each public function of ``ui/words*.py`` that words an enumeration's members."""
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
            first = needed[0] if needed else None
            if isinstance(first, type) and issubclass(first, Enum):
                yield f"{file.stem}.{name}", function, first, needed[1:]


FUNCTIONS = list(_word_functions())


@pytest.mark.parametrize("language", translation.languages(RESOURCES))
@pytest.mark.parametrize(
    ("function", "members", "further"),
    [entry[1:] for entry in FUNCTIONS],
    ids=[entry[0] for entry in FUNCTIONS],
)
def test_every_member_has_words(
    qapp: QApplication,
    function: Callable[..., object],
    members: type[Enum],
    further: list[object],
    language: str,
) -> None:
    translation.install(qapp, language, RESOURCES)
    try:
        samples = [SAMPLES[kind] for kind in further]
        said = {member.name: function(member, *samples) for member in members}
    finally:
        translation.install(qapp, "en", RESOURCES)
    assert [name for name, words in said.items() if not words] == []
