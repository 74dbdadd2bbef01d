"""Reads an instance back into the submission that it was written from."""

import types
import typing
from dataclasses import is_dataclass
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from ogp_desktop.domain.canonical import from_plain
from ogp_desktop.domain.form_tree import FORM, LINE, Node, NodeKind
from ogp_desktop.domain.submission import Submission

META = "{http://openrosa.org/xforms}"


def read_instance(xml: bytes) -> Submission:
    """Return the submission; nothing but the instance and the tree of the form is used."""
    return from_plain(Submission, _record(Submission, FORM, fromstring(xml)))


def instance_id_of(xml: bytes) -> str | None:
    """Return the ``instanceID`` of an instance or of a manifest."""
    return fromstring(xml).findtext(f"{META}meta/{META}instanceID")


def _record(wanted: Any, nodes: tuple[Node, ...], at: Element) -> dict[str, Any]:
    hints = typing.get_type_hints(wanted)
    return {node.name: _value(hints[node.name], node, at) for node in nodes}


def _value(hint: Any, node: Node, at: Element) -> Any:
    parts = _parts(hint)
    is_optional = types.NoneType in parts
    wanted = next(part for part in parts if part is not types.NoneType)
    found = at.findall(node.tag)
    if node.kind is NodeKind.REPEAT:
        each = typing.get_args(wanted)[0]
        if node.children[0].name == LINE:
            return [one.findtext(LINE) or "" for one in found]
        return [_record(each, node.children, one) for one in found]
    if node.kind is NodeKind.GROUP:
        assert is_dataclass(wanted)
        if is_optional and not any("".join(found[0].itertext()).split()):
            return None
        return _record(wanted, node.children, found[0])
    return _field(parts, wanted, found[0].text or "", is_optional=is_optional)


def _field(parts: tuple[Any, ...], wanted: Any, text: str, *, is_optional: bool) -> Any:
    if typing.get_origin(wanted) is tuple:
        return text.split()
    if not text and is_optional:
        return None
    if wanted is bool:
        return {"yes": True, "no": False}[text]
    if int in parts and text.lstrip("-").isdigit():
        return int(text)
    return text


def _parts(hint: Any) -> tuple[Any, ...]:
    is_union = typing.get_origin(hint) in {types.UnionType, typing.Union}
    return typing.get_args(hint) if is_union else (hint,)
