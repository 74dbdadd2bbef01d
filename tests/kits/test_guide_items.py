"""The kit holds every item of the guide (`tests/support/guide_items.py`), in both languages."""

from datetime import date

import pytest

from ogp_desktop.domain.format import Format
from ogp_desktop.kits.localised import in_language
from ogp_desktop.kits.model import QuestionKind
from ogp_desktop.kits.reading import read_kit
from tests.support.guide_items import ITEMS, SECTIONS
from tests.support.kits import BUILT_IN

KIT = read_kit(BUILT_IN / "ogp-strategy-2022")
FRENCH = KIT.texts["fr"]

each_item = pytest.mark.parametrize(
    "item", ITEMS, ids=[f"{n}-{what}" for n, (what, _) in ITEMS.items()]
)


@each_item
def test_kit_holds_the_item(item: int) -> None:
    what, places = ITEMS[item]
    missing = [
        f"{what}: {key}: {piece}"
        for key, pieces in places.items()
        for piece in pieces
        if piece not in FRENCH.get(key, "")
    ]
    assert missing == []


@each_item
def test_english_holds_the_item_too(item: int) -> None:
    _, places = ITEMS[item]
    assert [key for key in places if not KIT.texts["en"].get(key)] == []


def test_no_item_is_left_out() -> None:
    assert list(ITEMS) == list(range(1, 28))


def test_sections_stand_in_the_order_of_the_guide() -> None:
    assert tuple(section.id for section in KIT.guidance if not section.is_ours) == SECTIONS
    # What the kit adds comes after and is marked: the stages (7), the tips that are lost (15).
    assert [section.id for section in KIT.guidance[11:]] == [
        "timeline",
        "shorter_formats",
        "roles",
        "note_taking",
        "send_early",
    ]


def test_window_is_that_of_the_guide() -> None:
    """Items 7 and 17: review in August and September 2022, observations by 31 August."""
    window = KIT.window
    assert window is not None
    assert window.closes == date(2022, 8, 31)
    assert (window.review_opens, window.review_closes) == (date(2022, 8, 1), date(2022, 9, 30))
    assert window.opens is None, "the guide names no first day"


def test_presets_lie_in_the_two_ranges_of_the_guide() -> None:
    """Item 11: 30 to 60 minutes within another meeting, 90 to 120 on its own."""
    assert KIT.presets == (30, 45, 60, 90, 120)


def test_formats_are_those_of_the_guide_and_ours_is_marked() -> None:
    """Item 15: in person or online; mixed is an addition."""
    assert [(offer.id, offer.is_ours) for offer in KIT.formats] == [
        (Format.IN_PERSON, False),
        (Format.ONLINE, False),
        (Format.HYBRID, True),
    ]


def test_links_are_eight_slots_without_an_address() -> None:
    """Item 19."""
    assert len(KIT.links) == 8
    assert {link.url for link in KIT.links} == {None}
    assert {destination.url for destination in KIT.destinations} == {None}


def test_questions_have_the_structure_of_the_guide() -> None:
    """Items 20, 23, 25, 26."""
    assert [[question.id for question in part.questions] for part in KIT.parts] == [
        ["q1"],
        ["q2", "q3"],
    ]
    first, second, third = KIT.questions
    assert (first.kind, first.choose) == (QuestionKind.CARDS, 3)
    assert first.prompts == ("take", "we", "ogp")
    assert (second.kind, second.choices) == (
        QuestionKind.CHOICES,
        ("breadth", "investment", "community"),
    )
    assert (third.kind, third.prompts) == (
        QuestionKind.BOXES,
        ("continue", "stop", "differently", "start"),
    )


def test_question_three_in_french_is_ours_and_keeps_the_original() -> None:
    """Item 26: the French guide leaves it in English."""
    third = in_language(KIT, "fr").question("q3")
    assert third.is_our_translation
    assert third.original == (
        "How can OGP best help you to improve open government in your place or on your issue?"
    )


def test_the_two_surveys_have_two_names() -> None:
    """Items 6 and 14: the community survey is not the poll."""
    assert "Distinct du sondage Mentimeter" in FRENCH["links.survey.note"]


@pytest.mark.parametrize(
    "word", ["hébergement", "héberger", "feuille de route", "domaines politiques"]
)
def test_words_that_mislead_are_not_shown(word: str) -> None:
    assert [key for key, text in FRENCH.items() if word in text] == []
