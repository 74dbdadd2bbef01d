"""Everything the guide specifies, item by item, and where the kit holds it.

The guide is OGP's French guide to hosting a community conversation (2022). Its content comes to 27
items; each stands below with the keys of its texts and the pieces that tell it from the others.
"""

from datetime import date

import pytest

from ogp_desktop.domain.format import Format
from ogp_desktop.kits.localised import in_language
from ogp_desktop.kits.model import QuestionKind
from ogp_desktop.kits.reading import read_kit
from tests.support.kits import BUILT_IN

KIT = read_kit(BUILT_IN / "ogp-strategy-2022")
FRENCH = KIT.texts["fr"]
SECTIONS = (
    "why",
    "how_made",
    "contribution",
    "who_leads",
    "who_takes_part",
    "how_to_hold",
    "about_what",
    "material",
    "questions",
    "short_of_time",
    "feedback",
)

# Item of the guide: what it is, then key and piece of every text that holds it.
ITEMS: dict[int, tuple[str, dict[str, tuple[str, ...]]]] = {
    1: (
        "title and subtitle",
        {
            "title": ("Créer l'avenir du PGO ensemble",),
            "subtitle": ("animer une conversation communautaire",),
        },
    ),
    2: (
        "purpose and invitation",
        {
            "purpose": (
                "co-création",
                "2023 à 2028",
                "l'avenir du gouvernement ouvert et du PGO",
                "ce que vous devez savoir",
            )
        },
    ),
    3: (
        "eleven sections, each a question",
        {f"guidance.{section}.title": (" ?",) for section in SECTIONS},
    ),
    4: (
        "why a strategy",
        {
            "guidance.why.body": (
                "deuxième décennie",
                "dépassé nos attentes",
                "populisme et de l'autoritarisme",
                "ouverts, inclusifs, responsables et redevables",
                "dix dernières années",
                "tendances, opportunités et défis",
            )
        },
    ),
    5: (
        "how it is made",
        {
            "guidance.how_made.body": (
                "sa communauté de réformateurs",
                "investissons notre énergie",
                "Nous vous invitons tous",
                "jusqu'en 2023",
                "Au cœur de notre approche",
            )
        },
    ),
    6: (
        "three other ways to contribute",
        {
            "guidance.how_made.body": (
                "(link:discussions)",
                "(link:event)",
                "sondage communautaire](link:survey)",
            ),
            "links.survey.label": ("Sondage communautaire",),
        },
    ),
    7: (
        "what happens to it",
        {
            "guidance.contribution.body": (
                "phase 1",
                "le PGO et la communauté",
                "août et septembre 2022",
                "problèmes clés",
                "projet de stratégie",
            )
        },
    ),
    8: ("anyone may lead", {"guidance.who_leads.body": ("N'importe qui peut mener",)}),
    9: (
        "three duties of the host",
        {
            "guidance.who_leads.body": (
                "lire ce guide",
                "tenir votre conversation",
                "envoyer vos commentaires via ce [formulaire](link:form)",
            )
        },
    ),
    10: (
        "participants are the host's choice",
        {
            "guidance.who_takes_part.body": (
                "Cela dépend de vous",
                "imposant et diversifié",
                "gouvernement ou de la société civile",
                "forum multipartite",
                "les mêmes problèmes que vous",
                "toute autre personne",
            )
        },
    ),
    11: (
        "two ways to hold it",
        {"guidance.how_to_hold.body": ("quelques façons", "30 à 60 minutes", "90 à 120 minutes")},
    ),
    12: (
        "two aims",
        {
            "guidance.about_what.body": (
                "contribuer au changement dans votre contexte",
                "devrait investir son énergie",
                "dans votre contexte et dans le monde",
            )
        },
    ),
    13: (
        "the questions stand in the guide and in the slides",
        {"guidance.about_what.body": ("dans ce guide et également dans [Google Slides]",)},
    ),
    14: (
        "slides, with the poll",
        {
            "guidance.material.body": (
                "Nous vous recommandons",
                "étape par étape",
                "faits et des chiffres utiles",
                "sondage Mentimeter",
            ),
            "links.slides.note": ("Mentimeter",),
        },
    ),
    15: (
        "tips for time, format and size",
        {
            "guidance.material.body": (
                "conseils d'animation](link:tips)",
                "projet de déroulé",
                "temps dont vous disposez",
                "en personne ou en ligne",
                "taille de votre groupe",
            )
        },
    ),
    16: ("fact sheet", {"guidance.material.body": ("une fiche d'information](link:fact_sheet)",)}),
    17: (
        "group observations by the form",
        {
            "guidance.feedback.body": (
                "**Observations du groupe**",
                "[ce formulaire](link:form)",
                "31 août 2022",
                "dès que possible",
            )
        },
    ),
    18: (
        "individual observations during the conversation",
        {
            "guidance.feedback.body": (
                "**Observations individuelles**",
                "pendant votre conversation",
            ),
            "sections.individual.note": ("Mentimeter", "canal à part"),
        },
    ),
    19: (
        "eight links, none supplied",
        {
            f"links.{slot}.label": (label,)
            for slot, label in (
                ("strategy", "stratégie"),
                ("discussions", "Discussions en ligne"),
                ("event", "Événements"),
                ("survey", "Sondage"),
                ("form", "Formulaire"),
                ("slides", "Diapositives"),
                ("tips", "Conseils"),
                ("fact_sheet", "Fiche"),
            )
        },
    ),
    20: (
        "two parts; bold questions matter most",
        {"guidance.questions.body": ("deux parties", "en gras", "questions rapides")},
    ),
    21: (
        "what the word PGO covers",
        {
            "definitions.ogp.text": (
                "le dialogue national, les plans d'action et la plate-forme mondiale",
                "comité directeur",
                "Secrétariat permanent",
                "(MEI)",
            )
        },
    ),
    22: (
        "part 1",
        {
            "parts.context.title": ("dans votre contexte",),
            "parts.context.intro": (
                "dans votre milieu ou sur vos enjeux",
                "cinq prochaines années",
            ),
            "definitions.context.text": ("Votre milieu ou vos enjeux",),
        },
    ),
    23: (
        "question 1 with three prompts",
        {
            "questions.q1.text": ("trois défis ou opportunités", "cinq prochaines années"),
            "questions.q1.prompts.take.text": ("Que faudrait-il",),
            "questions.q1.prompts.take.examples": (
                "nouvelle politique",
                "engagement politique",
                "ressources",
            ),
            "questions.q1.prompts.we.text": ("(ce groupe)",),
            "questions.q1.prompts.we.examples": (
                "partager l'expertise",
                "recherches comparatives",
                "plans du gouvernement",
                "pression sur les politiciens",
            ),
            "questions.q1.prompts.we.individual": ("vous ou votre organisation",),
            "questions.q1.prompts.ogp.text": ("contribution la plus importante",),
            "questions.q1.prompts.ogp.examples": (
                "fournir des exemples",
                "avec des pairs",
                "soutien politique",
                "mise en œuvre",
                "exposition internationale",
            ),
        },
    ),
    24: (
        "part 2",
        {
            "parts.focus.title": ("Domaines d'intérêt et d'amélioration",),
            "parts.focus.intro": ("investir son énergie", "et dans le monde"),
        },
    ),
    25: (
        "question 2 with three choices whose poles stand alone",
        {
            "questions.q2.text": ("Dans l'ensemble", "concentrer davantage son énergie"),
            "questions.q2.choices.breadth.first": (
                "Un large éventail de domaines de politique publique",
            ),
            "questions.q2.choices.breadth.second": ("Une focalisation plus étroite",),
            "questions.q2.choices.investment.first": ("coalitions de réformateurs",),
            "questions.q2.choices.investment.second": ("réformes inspirantes", "mise en œuvre"),
            "questions.q2.choices.community.first": ("Élargir la communauté et les membres",),
            "questions.q2.choices.community.second": ("Renforcer", "existants"),
        },
    ),
    26: (
        "question 3 with four prompts",
        {
            "questions.q3.text": ("vous aider au mieux", "dans votre milieu ou sur votre enjeu"),
            "questions.q3.prompts.continue.text": ("continuer à faire",),
            "questions.q3.prompts.stop.text": ("arrêter de faire",),
            "questions.q3.prompts.differently.text": ("faire différemment",),
            "questions.q3.prompts.start.text": ("commencer à faire",),
        },
    ),
    27: (
        "what to do when time is short",
        {
            "guidance.short_of_time.body": (
                "1. Concentrer votre discussion sur la première question",
                "2. Examiner les options",
                "formats de discussion plus courts",
                "3. Si vous n'avez pas le temps",
                "quelques minutes à la fin",
                "individuellement",
            )
        },
    ),
}

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
