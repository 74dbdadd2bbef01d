"""The rules of a kit that its schema cannot say: ids that are unique and lead somewhere, note kinds
that fit their question, every text in every language, and nothing that reaches out of the kit.
"""

import re
from collections.abc import Container, Iterable, Mapping

from ogp_desktop.domain.hand_form import ANSWER_IDS, FIELD, QUESTION
from ogp_desktop.kits.errors import KitFault, KitRefused
from ogp_desktop.kits.model import FormField, KitStructure, Question, QuestionKind, WebForm, Window
from ogp_desktop.kits.texts import SLOT_LINK, text_keys
from ogp_desktop.kits.vocabulary import FieldType, NoteRole, Source
from ogp_desktop.kits.web_form import is_web_address

STRUCTURE_FILE = "kit.toml"


def text_file(language: str) -> str:
    """Return the name of a language's text file."""
    return f"text.{language}.toml"


_ROLES: Mapping[QuestionKind, frozenset[NoteRole]] = {
    QuestionKind.CARDS: frozenset({NoteRole.CARD, NoteRole.FOLLOW_UP, NoteRole.OTHER}),
    QuestionKind.CHOICES: frozenset(
        {NoteRole.FIRST, NoteRole.SECOND, NoteRole.DEPENDS, NoteRole.EXAMPLE, NoteRole.OTHER}
    ),
    QuestionKind.BOXES: frozenset({NoteRole.BOX, NoteRole.OTHER}),
}
_NEEDED: Mapping[QuestionKind, tuple[NoteRole, ...]] = {
    QuestionKind.CARDS: (NoteRole.CARD,),
    QuestionKind.CHOICES: (NoteRole.FIRST, NoteRole.SECOND),
    QuestionKind.BOXES: (NoteRole.BOX,),
}
_MANY = frozenset({NoteRole.CARD, NoteRole.FOLLOW_UP, NoteRole.BOX})
_BOUND = frozenset({NoteRole.FOLLOW_UP, NoteRole.BOX})


def check_structure(kit: KitStructure) -> None:
    """Refuse a structure whose ids clash or lead nowhere, or whose kinds do not fit."""
    _check_ids(kit)
    _known("official", kit.official, kit.languages)
    for p, part in enumerate(kit.parts):
        for q, question in enumerate(part.questions):
            _check_question(f"parts[{p}].questions[{q}]", question, kit)
    for s, section in enumerate(kit.sections):
        for f, form_field in enumerate(section.fields):
            _check_field(f"sections[{s}].fields[{f}]", form_field)
    for w, form in enumerate(kit.web_forms):
        _check_web_form(f"web_forms[{w}]", form, kit)
    if kit.window is not None:
        _check_window(kit.window)


def _check_ids(kit: KitStructure) -> None:
    _unique("languages", kit.languages)
    _unique("parts", (part.id for part in kit.parts))
    _unique("parts.questions", (question.id for question in kit.questions))
    # A lean and a tally are kept by the id of their choice alone.
    _unique(
        "parts.questions.choices", (each for question in kit.questions for each in question.choices)
    )
    _unique("formats", (offer.id for offer in kit.formats))
    _unique("presets", map(str, kit.presets))
    _unique("groups", kit.groups)
    _unique("consent.points", kit.consent.points)
    _unique("consent.attribution", kit.consent.attribution)
    _unique("guidance", (section.id for section in kit.guidance))
    _unique("definitions", kit.definitions)
    _unique("facts", (fact.id for fact in kit.facts))
    _unique("links", (link.id for link in kit.links))
    _unique("sections", (section.id for section in kit.sections))
    _unique("sections.fields", (form_field.id for form_field in kit.fields))
    _unique("destinations", (destination.id for destination in kit.destinations))
    _unique("web_forms", (form.id for form in kit.web_forms))


def _check_question(at: str, question: Question, kit: KitStructure) -> None:
    _unique(f"{at}.prompts", question.prompts)
    _unique(f"{at}.kinds", (kind.id for kind in question.kinds))
    _known(f"{at}.official", question.official, kit.languages)
    if (question.choose is not None) != (question.kind is QuestionKind.CARDS):
        raise _refused(KitFault.WRONG_VALUE, f"{at}.choose", question.kind)
    if bool(question.choices) != (question.kind is QuestionKind.CHOICES):
        raise _refused(KitFault.WRONG_VALUE, f"{at}.choices", question.kind)
    roles = [kind.role for kind in question.kinds]
    for role in _NEEDED[question.kind]:
        if role not in roles:
            raise _refused(KitFault.WRONG_KINDS, f"{at}.kinds", role)
    for k, kind in enumerate(question.kinds):
        here = f"{at}.kinds[{k}]"
        is_alone = kind.role in _MANY or roles.count(kind.role) == 1
        if kind.role not in _ROLES[question.kind] or not is_alone:
            raise _refused(KitFault.WRONG_KINDS, f"{here}.role", kind.role)
        if (kind.prompt is not None) != (kind.role in _BOUND):
            raise _refused(KitFault.WRONG_KINDS, f"{here}.prompt", kind.role)
        _known(f"{here}.prompt", [kind.prompt] if kind.prompt else [], question.prompts)
    _unique(f"{at}.kinds.prompt", (kind.prompt for kind in question.kinds if kind.prompt))


def _check_field(at: str, form_field: FormField) -> None:
    _unique(f"{at}.choices", form_field.choices)
    needs_choices = form_field.type in {FieldType.CHOICE, FieldType.CHOICES} or (
        form_field.type is FieldType.COUNTS and form_field.taken_from is not Source.GROUP_COUNTS
    )
    if needs_choices and not form_field.choices:
        raise _refused(KitFault.MISSING_FIELD, f"{at}.choices")
    if (
        form_field.low is not None
        and form_field.high is not None
        and form_field.low > form_field.high
    ):
        raise _refused(KitFault.WRONG_VALUE, f"{at}.high", str(form_field.high))


def _check_web_form(at: str, form: WebForm, kit: KitStructure) -> None:
    if not is_web_address(form.url):
        raise _refused(KitFault.WRONG_VALUE, f"{at}.url", form.url)
    _unique(f"{at}.entries.name", (entry.name for entry in form.entries))
    _unique(f"{at}.entries.answer", (entry.answer for entry in form.entries))
    known = {
        *ANSWER_IDS,
        *(QUESTION + question.id for question in kit.questions),
        *(FIELD + form_field.id for form_field in kit.fields),
    }
    for e, entry in enumerate(form.entries):
        _known(f"{at}.entries[{e}].answer", [entry.answer], known)


def _check_window(window: Window) -> None:
    for name, first, last in (
        ("closes", window.opens, window.closes),
        ("review_closes", window.review_opens, window.review_closes),
    ):
        if first is not None and last is not None and first > last:
            raise _refused(KitFault.WRONG_VALUE, f"window.{name}", last.isoformat())


def check_texts(
    structure: KitStructure, texts: Mapping[str, Mapping[str, object]], images: Iterable[str]
) -> None:
    """Refuse texts that are missing, unknown, no text at all, or that reach out of the kit.

    ``texts`` maps each language to its texts by key. A text that may be left out must be there in
    every language or in none.
    """
    places = text_keys(structure)
    used = {key for words in texts.values() for key in words}
    slots = {link.id for link in structure.links}
    pictures = frozenset(images)
    for language, words in texts.items():
        file = text_file(language)
        for key, text in words.items():
            if key not in places:
                raise KitRefused(KitFault.UNKNOWN_FIELD, file=file, field=key)
            if not isinstance(text, str):
                found = type(text).__name__
                raise KitRefused(KitFault.WRONG_VALUE, file=file, field=key, detail=found)
            _check_markup(file, key, text, slots, pictures)
        for key, is_required in places.items():
            if (is_required or key in used) and not words.get(key):
                raise KitRefused(KitFault.MISSING_TEXT, file=file, field=key)


_TARGET = re.compile(
    r"(?<!!)\[[^\[\]]*\]\(\s*(?P<link>[^\s)]*)"
    r"|\]\(\s*(?P<image>[^\s)]*)"
    r"|^ {0,3}\[[^\]]+\]:\s*(?P<named>\S*)",
    re.MULTILINE,
)
_TAG = re.compile(r"<[A-Za-z/!?][^>]*>?")


def _check_markup(
    file: str, key: str, text: str, slots: Container[str], images: Container[str]
) -> None:
    """Let Markdown point at link slots and at the kit's own images, and at nothing else."""

    def refused(fault: KitFault, detail: str) -> KitRefused:
        return KitRefused(fault, file=file, field=key, detail=detail)

    for tag in _TAG.findall(text):
        is_image = tag.lower().startswith("<img")
        raise refused(KitFault.REMOTE_IMAGE if is_image else KitFault.MARKUP, tag)
    unchecked = SLOT_LINK.sub(lambda found: "" if found["slot"] in slots else found[0], text)
    for found in _TARGET.finditer(unchecked):
        if found["link"] is not None:
            raise refused(KitFault.UNKNOWN_LINK, found["link"])
        target = found["image"] if found["named"] is None else found["named"]
        if target not in images:
            is_remote = ":" in target or target.startswith("//")
            raise refused(KitFault.REMOTE_IMAGE if is_remote else KitFault.UNKNOWN_IMAGE, target)


def _unique(field: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            raise _refused(KitFault.DUPLICATE_ID, field, each)
        seen.add(each)


def _known(field: str, ids: Iterable[str], known: Container[str]) -> None:
    for each in ids:
        if each not in known:
            raise _refused(KitFault.UNKNOWN_ID, field, each)


def _refused(fault: KitFault, field: str, detail: str = "") -> KitRefused:
    return KitRefused(fault, file=STRUCTURE_FILE, field=field, detail=detail)
