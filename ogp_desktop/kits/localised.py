"""Gives a kit in one language.

A link to a slot that has no address comes out as plain words, so that no dead link is ever shown.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from re import Match
from unicodedata import normalize

from ogp_desktop.domain.errors import Refusal
from ogp_desktop.kits.local_kit import (
    LocalChoice,
    LocalConsent,
    LocalDefinition,
    LocalDestination,
    LocalFact,
    LocalField,
    LocalFormSection,
    LocalGroup,
    LocalKind,
    LocalKit,
    LocalLink,
    LocalOption,
    LocalPart,
    LocalPrompt,
    LocalQuestion,
    LocalRule,
    LocalSection,
    LocalWebForm,
)
from ogp_desktop.kits.model import FormField, Kit, Question
from ogp_desktop.kits.texts import SLOT_LINK


def in_language(kit: Kit, language: str) -> LocalKit:
    """Return the kit in one of its languages (``kit.best_language`` finds the nearest one).

    Raises ``Refusal("unknown_language")`` for any other.
    """
    if language not in kit.languages:
        raise Refusal("unknown_language", field="language", language=language)
    words = _words(kit, language)
    return LocalKit(
        id=kit.id,
        version=kit.version,
        language=language,
        is_our_translation=bool(kit.official) and language not in kit.official,
        title=words("title"),
        subtitle=words("subtitle"),
        purpose=words("purpose"),
        window=kit.window,
        closed_note=words("closed_note"),
        formats=tuple(offer.id for offer in kit.formats),
        our_formats=frozenset(offer.id for offer in kit.formats if offer.is_ours),
        presets=kit.presets,
        parts=tuple(_parts(kit, words)),
        questions=tuple(_questions(kit, language)),
        groups=tuple(_groups(kit, words)),
        guidance=tuple(_guidance(kit, words)),
        definitions=tuple(_definitions(kit, words)),
        facts=tuple(_facts(kit, words)),
        links=tuple(_links(kit, words)),
        consent=_consent(kit, words.at("consent")),
        sections=tuple(_sections(kit, words)),
        destinations=tuple(_destinations(kit, words)),
        web_forms=tuple(_web_forms(kit, words)),
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """The texts of one language under a prefix; an optional text that is not there is empty."""

    texts: Mapping[str, str]
    addresses: Mapping[str, str | None]
    prefix: str = ""

    def __call__(self, key: str) -> str:
        return SLOT_LINK.sub(self._link, self.texts.get(self.prefix + key, ""))

    def at(self, *path: str) -> "_Words":
        return _Words(
            self.texts, self.addresses, self.prefix + "".join(f"{step}." for step in path)
        )

    def _link(self, found: Match[str]) -> str:
        address = self.addresses.get(found["slot"])
        return f"[{found['label']}]({address})" if address else found["label"]


def _words(kit: Kit, language: str) -> _Words:
    return _Words(kit.texts[language], {link.id: link.url for link in kit.links})


def _parts(kit: Kit, words: _Words) -> Iterator[LocalPart]:
    for part in kit.parts:
        own = words.at("parts", part.id)
        yield LocalPart(id=part.id, title=own("title"), intro=own("intro"))


def _questions(kit: Kit, language: str) -> Iterator[LocalQuestion]:
    words = _words(kit, language)
    number = 0
    for part in kit.parts:
        for question in part.questions:
            number += 1
            own = words.at("questions", question.id)
            official = question.official or kit.official or kit.languages
            is_ours = language not in official
            text = own("text")
            yield LocalQuestion(
                id=question.id,
                number=number,
                kind=question.kind,
                part_id=part.id,
                theme=own("theme"),
                text=text,
                original=_words(kit, official[0])(f"questions.{question.id}.text")
                if is_ours
                else None,
                prompts=tuple(_prompts(question, own)),
                choices=tuple(_choices(question, own)),
                kinds=tuple(_kinds(question, own)),
                choose=question.choose or 0,
                individual_text=own("individual") or text,
            )


def _prompts(question: Question, words: _Words) -> Iterator[LocalPrompt]:
    for prompt_id in question.prompts:
        own = words.at("prompts", prompt_id)
        yield LocalPrompt(
            id=prompt_id,
            text=own("text"),
            short=own("short"),
            not_asked=own("not_asked"),
            examples=own("examples"),
            individual_text=own("individual") or own("text"),
        )


def _choices(question: Question, words: _Words) -> Iterator[LocalChoice]:
    for choice_id in question.choices:
        own = words.at("choices", choice_id)
        yield LocalChoice(
            id=choice_id,
            text=own("text"),
            first=own("first"),
            second=own("second"),
            first_short=own("first_short"),
            second_short=own("second_short"),
        )


def _kinds(question: Question, words: _Words) -> Iterator[LocalKind]:
    for key, kind in enumerate(question.kinds, start=1):
        own = words.at("kinds", kind.id)
        yield LocalKind(
            id=kind.id,
            key=key,
            role=kind.role,
            icon=kind.icon,
            colour=kind.colour,
            label=own("label"),
            short=own("short") or own("label"),
            prompt_id=kind.prompt,
        )


def _groups(kit: Kit, words: _Words) -> Iterator[LocalGroup]:
    taken: set[str] = set()
    for group_id in kit.groups:
        label = words(f"groups.{group_id}")
        letter = next((letter for letter in _letters(label) if letter not in taken), "")
        taken.add(letter)
        yield LocalGroup(id=group_id, label=label, letter=letter)


def _letters(label: str) -> Iterator[str]:
    """Yield what a key may be: the label's own letters without accents, then any other letter."""
    for letter in normalize("NFKD", label).upper():
        if letter.isalpha():
            yield letter
    yield from "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _guidance(kit: Kit, words: _Words) -> Iterator[LocalSection]:
    for section in kit.guidance:
        own = words.at("guidance", section.id)
        yield LocalSection(
            id=section.id, title=own("title"), body=own("body"), is_ours=section.is_ours
        )


def _definitions(kit: Kit, words: _Words) -> Iterator[LocalDefinition]:
    for definition_id in kit.definitions:
        own = words.at("definitions", definition_id)
        yield LocalDefinition(id=definition_id, term=own("term"), text=own("text"))


def _facts(kit: Kit, words: _Words) -> Iterator[LocalFact]:
    for fact in kit.facts:
        own = words.at("facts", fact.id)
        yield LocalFact(
            id=fact.id,
            figure=own("figure"),
            label=own("label"),
            as_of=fact.as_of,
            source=fact.source,
            source_name=fact.source_name,
        )


def _links(kit: Kit, words: _Words) -> Iterator[LocalLink]:
    for link in kit.links:
        own = words.at("links", link.id)
        yield LocalLink(id=link.id, label=own("label"), note=own("note"), url=link.url)


def _consent(kit: Kit, words: _Words) -> LocalConsent:
    return LocalConsent(
        title=words("title"),
        spoken=words("spoken"),
        points=tuple(words(f"points.{point}") for point in kit.consent.points),
        attribution=tuple(
            LocalRule(
                id=rule,
                title=words(f"attribution.{rule}.title"),
                spoken=words(f"attribution.{rule}.spoken"),
            )
            for rule in kit.consent.attribution
        ),
    )


def _sections(kit: Kit, words: _Words) -> Iterator[LocalFormSection]:
    for section in kit.sections:
        own = words.at("sections", section.id)
        yield LocalFormSection(
            id=section.id,
            title=own("title"),
            note=own("note"),
            fields=tuple(_field(each, own.at("fields", each.id)) for each in section.fields),
        )


def _field(form_field: FormField, words: _Words) -> LocalField:
    return LocalField(
        id=form_field.id,
        type=form_field.type,
        label=words("label"),
        help=words("help"),
        choices=tuple(
            LocalOption(id=choice, label=words(f"choices.{choice}"))
            for choice in form_field.choices
        ),
        is_required=form_field.is_required,
        max_length=form_field.max_length,
        low=form_field.low,
        high=form_field.high,
        small_count=form_field.small_count,
        needs_people=form_field.needs_people,
        taken_from=form_field.taken_from,
        is_apart=form_field.is_apart,
    )


def _destinations(kit: Kit, words: _Words) -> Iterator[LocalDestination]:
    for destination in kit.destinations:
        own = words.at("destinations", destination.id)
        yield LocalDestination(
            id=destination.id,
            name=own("name"),
            note=own("note"),
            protocol=destination.protocol,
            url=destination.url,
            receipt_key=destination.receipt_key,
        )


def _web_forms(kit: Kit, words: _Words) -> Iterator[LocalWebForm]:
    for form in kit.web_forms:
        own = words.at("web_forms", form.id)
        yield LocalWebForm(id=form.id, name=own("name"), note=own("note"), form=form)
