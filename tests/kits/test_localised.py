"""A kit in one language has every word in its place, and never a link that leads nowhere."""

import pytest

from ogp_desktop.domain.conversation import Attribution
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.format import Format
from ogp_desktop.kits.local_kit import LocalKit
from ogp_desktop.kits.localised import in_language
from ogp_desktop.kits.model import QuestionKind
from ogp_desktop.kits.reading import kit_from_files, read_kit
from ogp_desktop.kits.vocabulary import KindColour, NoteRole
from tests.support.kits import BUILT_IN, changed, kit_files

OGP = read_kit(BUILT_IN / "ogp-strategy-2022")


@pytest.fixture(scope="module")
def french() -> LocalKit:
    return in_language(OGP, "fr")


@pytest.fixture(scope="module")
def english() -> LocalKit:
    return in_language(OGP, "en")


def test_in_language_is_refused_for_a_language_the_kit_lacks() -> None:
    with pytest.raises(Refusal) as caught:
        in_language(OGP, "es")
    assert (caught.value.code, caught.value.data["language"]) == ("unknown_language", "es")


def test_questions_come_numbered_with_their_part(french: LocalKit) -> None:
    assert [(each.number, each.id, each.part_id) for each in french.questions] == [
        (1, "q1", "context"),
        (2, "q2", "focus"),
        (3, "q3", "focus"),
    ]
    assert [each.kind for each in french.questions] == [
        QuestionKind.CARDS,
        QuestionKind.CHOICES,
        QuestionKind.BOXES,
    ]
    assert [each.choose for each in french.questions] == [3, 0, 0]


def test_original_is_given_where_the_words_are_our_translation(
    french: LocalKit, english: LocalKit
) -> None:
    assert [each.is_our_translation for each in french.questions] == [False, False, True]
    assert [each.is_our_translation for each in english.questions] == [True, True, False]
    assert french.question("q3").original == english.question("q3").text
    assert english.question("q1").original == french.question("q1").text
    assert french.question("q1").original is None
    assert (french.is_our_translation, english.is_our_translation) == (False, True)


def test_original_is_none_when_every_language_is_official() -> None:
    kit = kit_from_files(kit_files())
    for language in kit.languages:
        local = in_language(kit, language)
        assert (local.is_our_translation, local.question("ask").original) == (False, None)


def test_kinds_come_with_their_keys_and_prompts(english: LocalKit) -> None:
    kinds = english.question("q1").kinds
    assert [kind.key for kind in kinds] == [1, 2, 3, 4, 5, 6]
    assert [kind.label for kind in kinds[:3]] == ["Challenge", "Opportunity", "It would take"]
    assert [kind.prompt_id for kind in kinds] == [None, None, "take", "we", "ogp", None]
    we = english.note_kind("q1", "we")
    assert (we.short, we.role, we.icon) == ("We could", NoteRole.FOLLOW_UP, "hand-helping")
    assert we.colour is KindColour.WE
    assert english.note_kind("q1", "take").short == "It would take"
    cards = english.question("q1").kinds_of(NoteRole.CARD)
    assert [kind.id for kind in cards] == ["challenge", "opportunity"]


def test_individual_wording_is_the_own_one_where_the_kit_has_it(english: LocalKit) -> None:
    question = english.question("q1")
    assert (
        question.prompt("we").individual_text
        == "What could you, or your organisation, do to make it happen?"
    )
    assert question.prompt("take").individual_text == question.prompt("take").text
    assert question.individual_text != question.text
    assert english.question("q2").individual_text == english.question("q2").text


def test_group_letters_are_one_for_each(french: LocalKit, english: LocalKit) -> None:
    for local in (french, english):
        letters = [group.letter for group in local.groups]
        assert len(set(letters)) == len(letters) == 10
        assert all(letter.isascii() and letter.isupper() for letter in letters)
    assert french.group("media").label == "Médias"


def test_links_without_an_address_are_words(french: LocalKit) -> None:
    body = next(each.body for each in french.guidance if each.id == "who_leads")
    assert "via ce formulaire." in body
    assert {link.url for link in french.links} == {None}


def test_links_with_an_address_lead_to_it() -> None:
    kit = kit_from_files(
        changed("kit.toml", '{ id = "form" }', '{ id = "form", url = "https://example.org/f" }')
    )
    local = in_language(kit, "en")
    assert local.guidance[0].body == "Use the [form](https://example.org/f)."
    assert local.links[0].url == "https://example.org/f"


def test_formats_say_which_is_ours(english: LocalKit) -> None:
    assert english.formats == (Format.IN_PERSON, Format.ONLINE, Format.HYBRID)
    assert english.our_formats == {Format.HYBRID}


def test_consent_has_the_sentence_of_each_rule(english: LocalKit) -> None:
    assert [rule.id for rule in english.consent.attribution] == [
        Attribution.NON_ATTRIBUTION,
        Attribution.CHATHAM_HOUSE,
        Attribution.OPEN,
    ]
    assert "where they belong" in english.consent.rule(Attribution.CHATHAM_HOUSE).spoken
    assert len(english.consent.points) == 6


def test_fields_have_their_words_and_bounds(english: LocalKit) -> None:
    fields = {each.id: each for each in english.fields}
    people = fields["people"]
    assert (people.label, people.low, people.high) == ("Number of people", 2, 500)
    assert fields["age"].small_count == 5
    assert fields["age"].needs_people == 10
    assert [option.label for option in fields["country"].choices] == [
        "Several countries",
        "Not said",
    ]
    assert [each.id for each in english.fields if each.is_apart] == [
        "contact_address",
        "may_contact",
    ]


def test_an_unknown_id_is_a_key_error(english: LocalKit) -> None:
    with pytest.raises(KeyError):
        english.question("q9")
    with pytest.raises(KeyError):
        english.note_kind("q1", "lost")
