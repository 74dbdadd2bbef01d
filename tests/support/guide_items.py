"""Everything the guide specifies, item by item, with where a kit holds it.

The guide is OGP's French guide to hosting a community conversation (2022). Its content comes to 27
items; each stands below with the keys of its texts and the pieces that tell it from the others.
"""

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
