"""A submission as the XML that OpenRosa servers take: every field of it, and the same bytes always.

The bytes are made once, when the submission gets leave to go there, and never made again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from ogp_desktop.domain.canonical import clean, strict_json
from ogp_desktop.domain.conversation import KitPin
from ogp_desktop.domain.destination import FormThere
from ogp_desktop.domain.form_tree import FORM, LINE, NO, YES, Node, NodeKind
from ogp_desktop.domain.sealing import canonical_bytes
from ogp_desktop.domain.submission import SCHEMA_VERSION, Submission

META = "http://openrosa.org/xforms"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True, slots=True, kw_only=True)
class FormName:
    """The form that an instance is for, as its server knows it."""

    id: str
    version: str


def form_name(kit_id: str, kit_version: str) -> FormName:
    """Return how the form of a kit is called: a new structure is a new version of the form."""
    return FormName(id=kit_id, version=f"{kit_version}-{SCHEMA_VERSION}")


def form_name_there(kit: KitPin, there: FormThere) -> FormName:
    """Return how a server calls the form of a kit."""
    ours = form_name(kit.id, kit.version)
    return FormName(id=there.id or ours.id, version=there.version or ours.version)


def instance_id(submission_id: str) -> str:
    """Return the name under which a server stores a submission once."""
    return f"uuid:{submission_id}"


def instance_xml(submission: Submission, form: FormName) -> bytes:
    """Return the instance; characters that XML 1.0 cannot hold are left out."""
    plain = strict_json(canonical_bytes(submission))
    return "".join(
        [
            _HEAD,
            f"<data id={_quoted(form.id)} version={_quoted(form.version)}>",
            *_written(FORM, plain),
            f'<meta xmlns="{META}"><instanceID>',
            f"{instance_id(submission.id)}</instanceID></meta></data>",
        ]
    ).encode()


def _written(nodes: Sequence[Node], value: Any) -> Iterator[str]:
    held: Mapping[str, Any] = value if isinstance(value, dict) else {}
    for node in nodes:
        yield from _node(node, held.get(node.name))


def _node(node: Node, value: Any) -> Iterator[str]:
    if node.kind is NodeKind.REPEAT:
        for item in value or ():
            yield f"<{node.tag}>"
            yield from _written(node.children, item if isinstance(item, dict) else {LINE: item})
            yield f"</{node.tag}>"
    elif node.kind is NodeKind.GROUP:
        yield f"<{node.tag}>"
        yield from _written(node.children, value)
        yield f"</{node.tag}>"
    else:
        text = _text(value)
        yield f"<{node.tag}>{escape(clean(text))}</{node.tag}>" if text else f"<{node.tag}/>"


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, list):
        return " ".join(map(str, value))
    return str(value)


def _quoted(text: str) -> str:
    return quoteattr(clean(text))
