"""The one structure of a submission as a form: read off ``Submission``, so that nothing is missing.

The form that a server is given, its spreadsheet and the instances sent to it are all written from
this tree.
"""

import types
import typing
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from enum import Enum, StrEnum
from typing import Any, cast

from ogp_desktop.domain.submission import NoPosition, Submission


class NodeKind(StrEnum):
    """What a node of the form is: a group, a repeated group, or a field with one text."""

    GROUP = "group"
    REPEAT = "repeat"
    TEXT = "text"
    WHOLE_NUMBER = "whole_number"
    ONE_OF = "one_of"
    SOME_OF = "some_of"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One node for the member ``name`` of its record, written as ``tag``.

    ``choices`` names the list of what can be answered; ``values`` are the answers where the program
    has them, none where a kit has. A ``REPEAT`` of plain texts holds one field, ``LINE``. No two
    repeats have one tag, because tools for forms ask for that.
    """

    name: str
    tag: str
    kind: NodeKind
    choices: str = ""
    values: tuple[str, ...] = ()
    children: tuple["Node", ...] = ()

    @property
    def is_field(self) -> bool:
        """Tell whether the node holds a text and no further nodes."""
        return self.kind not in {NodeKind.GROUP, NodeKind.REPEAT}


LINE = "line"
"""The field inside a repeat that stands for a list of texts."""
YES, NO = "yes", "no"
LEANS = ("-2", "-1", "0", "1", "2", NoPosition.DEPENDS.value)

_LISTS_OF_IDS = {
    "question_id": "questions",
    "prompt_id": "prompts",
    "choice_id": "choices",
    "kind_id": "kinds",
    "organiser_type": "organiser_type",
    "theme_ids": "themes",
    "reached": "reached",
    "field_id": "fields",
}
"""Ids that a kit gives words to, and the list of them."""
_GROUPS = {"sectors": "groups", "genders": "gender", "ages": "age"}
"""Which list the ids of groups are from, by what is counted."""
_TAGS = {"spoken_languages"}


def _nodes(record: type, owner: str) -> tuple[Node, ...]:
    hints = typing.get_type_hints(record)
    return tuple(_node(field.name, hints[field.name], owner) for field in fields(record))


def _node(name: str, hint: Any, owner: str) -> Node:
    parts = [part for part in _alternatives(hint) if part is not types.NoneType]
    if len(parts) > 1:
        return _mixed(name, parts)
    wanted = parts[0]
    if typing.get_origin(wanted) is tuple:
        return _several(name, typing.get_args(wanted)[0], owner)
    wanted = getattr(wanted, "__supertype__", wanted)
    if is_dataclass(wanted):
        return Node(
            name=name, tag=name, kind=NodeKind.GROUP, children=_nodes(cast("type", wanted), "")
        )
    if name in _LISTS_OF_IDS or name == "group_id":
        choices = _LISTS_OF_IDS.get(name) or _GROUPS[owner]
        return Node(name=name, tag=name, kind=NodeKind.ONE_OF, choices=choices)
    if wanted is bool:
        return Node(name=name, tag=name, kind=NodeKind.ONE_OF, choices="yes_no", values=(YES, NO))
    if wanted is int:
        return Node(name=name, tag=name, kind=NodeKind.WHOLE_NUMBER)
    if wanted is str or wanted is datetime:
        return Node(name=name, tag=name, kind=NodeKind.TEXT)
    return _own(name, NodeKind.ONE_OF, wanted)


def _mixed(name: str, parts: list[Any]) -> Node:
    """Return a field that takes a number or a word: a lean, or a count that may be held back."""
    if NoPosition in parts:
        return Node(name=name, tag=name, kind=NodeKind.ONE_OF, choices="leans", values=LEANS)
    return Node(name=name, tag=name, kind=NodeKind.TEXT)


def _several(name: str, each: Any, owner: str) -> Node:
    if is_dataclass(each):
        return _repeat(name, owner, _nodes(cast("type", each), name))
    if name in _LISTS_OF_IDS:
        return Node(name=name, tag=name, kind=NodeKind.SOME_OF, choices=_LISTS_OF_IDS[name])
    if name in _TAGS:
        return Node(name=name, tag=name, kind=NodeKind.TEXT)
    if each is str:
        return _repeat(name, owner, (Node(name=LINE, tag=LINE, kind=NodeKind.TEXT),))
    return _own(name, NodeKind.SOME_OF, each)


def _alternatives(hint: Any) -> tuple[Any, ...]:
    is_union = typing.get_origin(hint) in {types.UnionType, typing.Union}
    return typing.get_args(hint) if is_union else (hint,)


def _repeat(name: str, owner: str, children: tuple[Node, ...]) -> Node:
    """Return a repeated group; inside another one it bears that one's name as well."""
    tag = f"{owner}_{name}" if owner else name
    return Node(name=name, tag=tag, kind=NodeKind.REPEAT, children=children)


def _own(name: str, kind: NodeKind, wanted: type[Enum]) -> Node:
    """Return a field that is answered from one of the program's own lists."""
    choices = "".join(f"_{char.lower()}" if char.isupper() else char for char in wanted.__name__)
    values = tuple(str(one.value) for one in wanted)
    return Node(name=name, tag=name, kind=kind, choices=choices.lstrip("_"), values=values)


FORM: tuple[Node, ...] = _nodes(Submission, "")
