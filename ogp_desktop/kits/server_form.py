"""A kit as a form that OpenRosa servers take: the tree of a submission with the words of the kit.

``xform`` and ``xlsform`` write the same form in two notations; neither decides anything.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ogp_desktop.domain.form_tree import FORM, Node, NodeKind
from ogp_desktop.domain.instance import FormName, form_name
from ogp_desktop.kits import form_words
from ogp_desktop.kits.local_kit import LocalField, LocalKit
from ogp_desktop.kits.localised import in_language
from ogp_desktop.kits.model import Kit
from ogp_desktop.kits.vocabulary import Language, NoteRole

Texts = Mapping[Language, str]

_UNSEEN = {
    *("schema_version", "id", "revision", "replaces", "app_version"),
    *("created_at", "edited_at", "sealed_at"),
}
"""What the program writes and no person answers: in the instance, and on no page of the form."""
_ROLES = {NoteRole.FIRST, NoteRole.SECOND, NoteRole.DEPENDS, NoteRole.EXAMPLE, NoteRole.OTHER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer with its label."""

    value: str
    label: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One node of the form at its ``path``; ``choices`` names a list that is not empty."""

    path: str
    name: str
    kind: NodeKind
    label: Texts
    is_hidden: bool = False
    choices: str = ""
    children: tuple["Item", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerForm:
    """The whole form; texts are by language, the first language is the usual one."""

    form: FormName
    title: str
    languages: tuple[Language, ...]
    items: tuple[Item, ...]
    lists: Mapping[str, tuple[Choice, ...]]

    def walk(self) -> Iterator[Item]:
        """Yield every node, owners before what they hold."""
        yield from _walk(self.items)


def _walk(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _walk(item.children)


def server_form(kit: Kit) -> ServerForm:
    """Return the form of a kit in all its languages."""
    local = {language: in_language(kit, language) for language in kit.languages}
    lists = {
        name: found
        for name, values in _own_lists(FORM).items()
        if (found := _choices(name, values, local))
    }
    return ServerForm(
        form=form_name(kit.id, kit.version),
        title=local[kit.languages[0]].title,
        languages=kit.languages,
        items=tuple(_item(node, "/data", local, lists, is_hidden=False) for node in FORM),
        lists=lists,
    )


def _own_lists(nodes: Iterable[Node]) -> dict[str, tuple[str, ...]]:
    """Return the names of all lists, each with the values that are the program's own."""
    found: dict[str, tuple[str, ...]] = {}
    for node in nodes:
        if node.choices:
            found[node.choices] = node.values
        found |= _own_lists(node.children)
    return found


def _item(
    node: Node,
    owner: str,
    local: Mapping[Language, LocalKit],
    lists: Mapping[str, tuple[Choice, ...]],
    *,
    is_hidden: bool,
) -> Item:
    path = f"{owner}/{node.tag}"
    is_hidden = is_hidden or (owner == "/data" and node.name in _UNSEEN)
    has_list = node.choices in lists and not is_hidden
    return Item(
        path=path,
        name=node.tag,
        kind=node.kind if has_list or not node.is_field else _plain(node, is_hidden=is_hidden),
        label={} if is_hidden else {one: _label(node.name, kit) for one, kit in local.items()},
        is_hidden=is_hidden,
        choices=node.choices if has_list else "",
        children=tuple(
            _item(child, path, local, lists, is_hidden=is_hidden) for child in node.children
        ),
    )


def _plain(node: Node, *, is_hidden: bool) -> NodeKind:
    is_number = node.kind is NodeKind.WHOLE_NUMBER and not is_hidden
    return NodeKind.WHOLE_NUMBER if is_number else NodeKind.TEXT


def _label(name: str, kit: LocalKit) -> str:
    field = _field(kit, form_words.KIT_FIELDS.get(name))
    if field is not None:
        return field.label
    section = form_words.KIT_SECTIONS.get(name)
    title = next((one.title for one in kit.sections if one.id == section), None)
    return title or form_words.own_words(form_words.NODES[name], kit.language)


def _field(kit: LocalKit, field_id: str | None) -> LocalField | None:
    return next((one for one in kit.fields if one.id == field_id), None)


def _choices(
    name: str, values: tuple[str, ...], local: Mapping[Language, LocalKit]
) -> tuple[Choice, ...]:
    labels = {language: dict(_labels(name, kit)) for language, kit in local.items()}
    known = values or tuple(next(iter(labels.values())))
    return tuple(
        Choice(
            value=value,
            label={
                language: found.get(value) or _own_answer(name, value, language)
                for language, found in labels.items()
            },
        )
        for value in known
    )


def _own_answer(name: str, value: str, language: str) -> str:
    return form_words.own_words(form_words.ANSWERS[name][value], language)


def _labels(name: str, kit: LocalKit) -> Iterator[tuple[str, str]]:
    """Yield what the kit has for a list: values with their labels, each value once."""
    match name:
        case "questions":
            yield from ((one.id, f"{one.number}. {one.theme}") for one in kit.questions)
        case "prompts":
            yield from _joined((p.id, p.short) for q in kit.questions for p in q.prompts)
        case "choices":
            yield from _joined((c.id, c.text) for q in kit.questions for c in q.choices)
        case "kinds":
            yield from _joined(_kinds(kit))
        case "groups":
            yield from ((one.id, one.label) for one in kit.groups)
        case "fields":
            yield from ((one.id, one.label) for one in kit.fields if not one.is_apart)
        case _:
            field = _field(kit, form_words.KIT_CHOICES.get(name))
            yield from ((one.id, one.label) for one in (field.choices if field else ()))


def _kinds(kit: LocalKit) -> Iterator[tuple[str, str]]:
    """Yield the kinds of notes; reasons and others travel by the role of their kind."""
    for question in kit.questions:
        for kind in question.kinds:
            yield kind.id, kind.label
            if kind.role in _ROLES:
                yield kind.role.value, kind.label


def _joined(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield each value once; where questions use it for different things, with all its labels."""
    labels: dict[str, list[str]] = {}
    for value, label in pairs:
        known = labels.setdefault(value, [])
        if label not in known:
            known.append(label)
    yield from ((value, " / ".join(known)) for value, known in labels.items())
