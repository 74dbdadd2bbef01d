"""The kits that come with the program keep the house rules for words, figures and addresses."""

import re

import pytest

from ogp_desktop.kits.model import Kit, QuestionKind
from ogp_desktop.kits.reading import read_kit
from tests.support.kits import BUILT_IN, ROOT

KITS = [read_kit(file.parent) for file in sorted(BUILT_IN.glob("*/kit.toml"))]
TEXTS = [(kit, language) for kit in KITS for language in kit.languages]

each_kit = pytest.mark.parametrize("kit", KITS, ids=[kit.id for kit in KITS])
each_text = pytest.mark.parametrize(
    ("kit", "language"), TEXTS, ids=[f"{kit.id}-{language}" for kit, language in TEXTS]
)


@each_kit
def test_kits_speak_french_and_english(kit: Kit) -> None:
    assert set(kit.languages) >= {"fr", "en"}


@each_kit
def test_icons_are_in_the_program(kit: Kit) -> None:
    icons = {kind.icon for question in kit.questions for kind in question.kinds}
    here = {file.stem for file in (ROOT / "resources" / "icons").glob("*.svg")}
    assert icons - here == set()


@each_text
def test_texts_hold_plain_spaces_only(kit: Kit, language: str) -> None:
    """The no-break spaces of French are made on display."""
    odd = re.compile(r"[\u00a0\u202f\u2007\u2009\u200b-\u200f\u2028\u2029\u2060\ufeff\t\r]|  ")
    assert {key for key, text in kit.texts[language].items() if odd.search(text)} == set()


@each_kit
def test_french_has_a_space_before_double_signs(kit: Kit) -> None:
    signs = re.compile(r"[^\s][?!;]|[^\s\d]:(?=\s)")
    words = {key: re.sub(r"\*\*", "", text) for key, text in kit.texts["fr"].items()}
    assert {key: found[0] for key, text in words.items() if (found := signs.search(text))} == {}


@each_kit
def test_form_has_no_field_for_the_name_of_a_person(kit: Kit) -> None:
    named = {field.id for field in kit.fields if "name" in field.id.split("_")}
    assert named <= {"may_name_organisation"}


@each_kit
def test_facts_have_a_date_and_a_source(kit: Kit) -> None:
    for fact in kit.facts:
        assert re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", fact.as_of)
        assert fact.source.startswith("https://www.opengovpartnership.org/")


def test_the_second_kit_has_no_deadline_and_other_questions() -> None:
    ogp, village = KITS
    assert village.window is None
    assert village.destinations == ()
    assert [question.kind for question in village.questions] == [
        QuestionKind.BOXES,
        QuestionKind.CARDS,
    ]
    shared = {each.id for each in ogp.questions} & {each.id for each in village.questions}
    assert shared == set()
