"""Every member of every enumeration that the interface names has words, in every language."""

import ast
import inspect
from collections.abc import Callable, Iterator
from enum import Enum
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import get_args, get_type_hints

import pytest
from PySide6.QtWidgets import QApplication

from ogp_desktop import domain
from ogp_desktop.ui import translation

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"

# Enumerations of the rules that no person meets: each reaches the screen through another one.
SILENT = {
    "NodeKind",  # how a form for a server is built; its fields have words of their own
    "AddedKind",  # the beginning of a block id, which is worded
    "Act",  # what was done to a waiting item; the state it led to has words
    "Attribution",  # the kit says each rule in its own words
    "CarriedState",  # a bundle that was carried is worded whole, with why it was not taken
    "ConversationState",  # the list of conversations words it together with the outbox
    "Difference",  # a form on a server is worded whole, with its version and its key
    "Few",  # a suppressed count, written out in the document
    "HowHeld",  # the kit's form names its choices
    "KeyPlace",  # told where it is a file; a keyring needs no word
    "NoPosition",  # a value in the sealed bytes
    "OfferKind",  # an offer is worded whole, with its minutes
    "OutcomeKind",  # what a gateway heard; the state it led to has words
    "PersonalData",  # marked where it stands, whatever it looks like
    "Pause",  # why nobody asks for a withdrawal any more; the state it led to has words
    "PackWay",  # worded through how far the pack is, which knows more
    "QuestionKind",  # which rule plans a question
    "Size",  # which rule plans a group
    "TimingKind",  # what the timing log holds
    "Turn",  # what the network or the clock did to a withdrawal; the state has words
    "WithdrawalState",  # worded whole, with whom is asked and what may still be there
}


def _enumerations(kind: object) -> Iterator[type[Enum]]:
    """Yield the enumerations that a type hint speaks of."""
    if isinstance(kind, type) and issubclass(kind, Enum):
        yield kind
    for part in get_args(kind):
        yield from _enumerations(part)


def _functions() -> Iterator[tuple[str, Callable[..., object]]]:
    """Yield each public function of ``ui/words*.py``."""
    for file in sorted((ROOT / "ogp_desktop" / "ui").glob("words*.py")):
        module = import_module(f"ogp_desktop.ui.{file.stem}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if not name.startswith("_") and function.__module__ == module.__name__:
                yield f"{file.stem}.{name}", function


def _hints(function: Callable[..., object]) -> dict[str, object]:
    """Return the type hints, those too whose module imports a name for the checker alone."""
    tree = ast.parse(Path(inspect.getfile(function)).read_text(encoding="utf-8"))
    named = {
        alias.name: getattr(import_module(node.module), alias.name, None)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }
    return get_type_hints(function, localns=named)


def _word_functions() -> Iterator[tuple[str, Callable[[Enum], object], type[Enum]]]:
    """Yield each function that words a member and needs nothing else."""
    for name, function in _functions():
        hints = _hints(function)
        needed = [
            hints.get(parameter.name)
            for parameter in inspect.signature(function).parameters.values()
            if parameter.default is parameter.empty
        ]
        if len(needed) == 1 and isinstance(needed[0], type) and issubclass(needed[0], Enum):
            yield name, function, needed[0]


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


def test_every_enumeration_of_the_rules_is_worded_or_silent() -> None:
    rules = {
        member
        for found in iter_modules(domain.__path__)
        for _, member in inspect.getmembers(
            import_module(f"{domain.__name__}.{found.name}"), inspect.isclass
        )
        if issubclass(member, Enum) and member.__module__.startswith(domain.__name__)
    }
    worded = {
        kind
        for _, function in _functions()
        for hint in _hints(function).values()
        for kind in _enumerations(hint)
    }
    assert sorted({kind.__name__ for kind in rules - worded} - SILENT) == []
