"""Writes the form of a kit as an XForm (ODK XForms specification), the same bytes every time."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from ogp_desktop.domain.form_tree import NodeKind
from ogp_desktop.domain.instance import META
from ogp_desktop.kits.server_form import Choice, Item, ServerForm, Texts

XFORMS = "http://www.w3.org/2002/xforms"
XHTML = "http://www.w3.org/1999/xhtml"
JAVAROSA = "http://openrosa.org/javarosa"

for _prefix, _namespace in (("", XFORMS), ("h", XHTML), ("jr", JAVAROSA), ("orx", META)):
    register_namespace(_prefix, _namespace)

_LISTED = "root/item"
_TYPES = {NodeKind.WHOLE_NUMBER: "int"}
_CONTROLS = {NodeKind.ONE_OF: "select1", NodeKind.SOME_OF: "select"}


def xform(form: ServerForm) -> bytes:
    """Return the form as XML."""
    html = Element(f"{{{XHTML}}}html")
    head = SubElement(html, f"{{{XHTML}}}head")
    SubElement(head, f"{{{XHTML}}}title").text = form.title
    model = _add(head, "model")
    _write_texts(_add(model, "itext"), form)
    _write_instances(model, form)
    for item in form.walk():
        if item.kind not in {NodeKind.GROUP, NodeKind.REPEAT}:
            _add(model, "bind", nodeset=item.path, type=_TYPES.get(item.kind, "string"))
    identity = _add(model, "bind", nodeset="/data/meta/instanceID", type="string")
    identity.attrib |= {"readonly": "true()", f"{{{JAVAROSA}}}preload": "uid"}
    _write_body(SubElement(html, f"{{{XHTML}}}body"), form.items)
    indent(html)
    written: bytes = tostring(html, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _add(owner: Element, name: str, **attributes: str) -> Element:
    return SubElement(owner, f"{{{XFORMS}}}{name}", attributes)


def _write_texts(itext: Element, form: ServerForm) -> None:
    for language in form.languages:
        translation = _add(itext, "translation", lang=language)
        if language == form.languages[0]:
            translation.set("default", "true()")
        for item in form.walk():
            if item.label:
                _write_text(translation, f"{item.path}:label", item.label[language])
        for name, choices in form.lists.items():
            for place, choice in enumerate(choices):
                _write_text(translation, f"{name}-{place}", choice.label[language])


def _write_text(translation: Element, name: str, words: str) -> None:
    _add(_add(translation, "text", id=name), "value").text = words


def _write_instances(model: Element, form: ServerForm) -> None:
    data = _add(_add(model, "instance"), "data", id=form.form.id, version=form.form.version)
    _write_nodes(data, form.items)
    meta = SubElement(data, f"{{{META}}}meta")
    SubElement(meta, f"{{{META}}}instanceID")
    for name, choices in form.lists.items():
        _write_list(_add(_add(model, "instance", id=name), "root"), name, choices)


def _write_nodes(owner: Element, items: Iterable[Item]) -> None:
    for item in items:
        node = _add(owner, item.name)
        if item.kind is NodeKind.REPEAT:
            node.set(f"{{{JAVAROSA}}}template", "")
        _write_nodes(node, item.children)


def _write_list(root: Element, name: str, choices: Iterable[Choice]) -> None:
    for place, choice in enumerate(choices):
        item = _add(root, "item")
        _add(item, "itextId").text = f"{name}-{place}"
        _add(item, "name").text = choice.value


def _write_body(owner: Element, items: Iterable[Item]) -> None:
    for item in items:
        if item.is_hidden:
            continue
        if item.kind is NodeKind.GROUP:
            group = _labelled(_add(owner, "group", ref=item.path), item.path, item.label)
            _write_body(group, item.children)
        elif item.kind is NodeKind.REPEAT:
            group = _labelled(_add(owner, "group", ref=item.path), item.path, item.label)
            _write_body(_add(group, "repeat", nodeset=item.path), item.children)
        else:
            _write_field(owner, item)


def _write_field(owner: Element, item: Item) -> None:
    control = _add(owner, _CONTROLS.get(item.kind, "input"), ref=item.path)
    _labelled(control, item.path, item.label)
    if item.choices:
        itemset = _add(control, "itemset", nodeset=f"instance('{item.choices}')/{_LISTED}")
        _add(itemset, "value", ref="name")
        _add(itemset, "label", ref="jr:itext(itextId)")


def _labelled(owner: Element, path: str, label: Texts) -> Element:
    if label:
        _add(owner, "label", ref=f"jr:itext('{path}:label')")
    return owner
