"""The report's own words, in each language that it speaks; what was said comes from the kit.

A report is written in the language of the conversation, which need not be that of the interface.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ogp_desktop.domain.conversation import Attribution
from ogp_desktop.domain.format import Format
from ogp_desktop.domain.individual_views import Method
from ogp_desktop.domain.review import Agreement, Coverage, Publication
from ogp_desktop.domain.submission import HowHeld


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWords:
    """Every word that is neither in the kit nor in the submission; places for data are named."""

    kind_of_document: str
    withdrawn: str
    withdrawn_more: str
    no_receipt: str
    no_receipt_more: str
    confirmed: str
    confirmed_more: str
    signed: str
    unsigned: str
    reference: str
    revision: str
    sha256: str
    names: str
    no_names: str
    date: str
    place: str
    country: str
    how: str
    occasion: str
    minutes_planned: str
    minutes_held: str
    length: str
    length_value: str
    length_planned: str
    people: str
    range: str
    groups: str
    genders: str
    ages: str
    newcomers: str
    reached: str
    languages: str
    sittings: str
    wording: str
    wording_changed: str
    member_place: str
    host: str
    organisation: str
    may_be_named: str
    contact: str
    yes: str
    no: str
    fewer_than_5: str
    summary: str
    question: str
    official: str
    labelled: str
    for_all: str
    also_raised: str
    other: str
    nothing: str
    disagreements: str
    quotations: str
    follow_up: str
    views: str
    views_received: str
    views_ways: str
    views_typed: str
    views_written: str
    depends: str
    balanced: str
    rather: str
    clearly: str
    no_lean: str
    hands: str
    consent: str
    publishing: str
    told: str
    not_told: str
    read_back: str
    not_read_back: str
    recorded: str
    not_recorded: str
    more_answers: str
    made_with: str
    replaces: str
    formats: Mapping[Format, str]
    held: Mapping[HowHeld, str]
    coverage: Mapping[Coverage, str]
    agreement: Mapping[Agreement, str]
    methods: Mapping[Method, str]
    publication: Mapping[Publication, str]
    attribution: Mapping[Attribution, str]


ENGLISH = ReportWords(
    kind_of_document="Report of a community conversation",
    withdrawn="Withdrawn {date}",
    withdrawn_more="It had been handed over; the other side says that it keeps it no longer.",
    no_receipt="No receipt yet",
    no_receipt_more="Saved on this computer. Nothing proves so far that it arrived anywhere.",
    confirmed="Confirmed {date}",
    confirmed_more="Endpoint {endpoint} stored exactly these bytes on {stored}.",
    signed="Its signature was checked.",
    unsigned="Accepted; the receipt is not signed, or no key was set to check it with.",
    reference="Reference",
    revision="Revision",
    sha256="SHA-256",
    names="Names",
    no_names="none",
    date="Date",
    place="Place",
    country="Country",
    how="How",
    occasion="Occasion",
    minutes_planned="Minutes planned",
    minutes_held="Minutes held",
    length="Length",
    length_value="{minutes} min",
    length_planned="{minutes} min ({planned} planned)",
    people="People",
    range="{low} to {high}",
    groups="Groups",
    genders="Gender",
    ages="Age",
    newcomers="New to the topic",
    reached="Also reached",
    languages="Languages",
    sittings="Sittings",
    wording="Wording",
    wording_changed="The host changed the wording of a question.",
    member_place="OGP member",
    host="Host",
    organisation="Organisation",
    may_be_named="may be named",
    contact="May be contacted",
    yes="yes",
    no="no",
    fewer_than_5="fewer than 5",
    summary="In short",
    question="Question {number}",
    official="Official wording: {text}",
    labelled="{label}: {text}",
    for_all="For all of them",
    also_raised="Also raised, not chosen",
    other="Also said",
    nothing="Nothing was written down here.",
    disagreements="Where people disagreed",
    quotations="In their own words",
    follow_up="What comes next",
    views="Individual views",
    views_received="{count} answers",
    views_ways="by: {ways}",
    views_typed="Typed in by the host, as totals only.",
    views_written="Written by individuals",
    depends="It depends",
    balanced="Balanced",
    rather="Rather: {pole}",
    clearly="Clearly: {pole}",
    no_lean="No reading of the room",
    hands="Hands: {first} for the first, {second} for the second, {undecided} undecided",
    consent="What people were told",
    publishing="What may be published",
    told="The group was told what happens with its words.",
    not_told="The group was not told what happens with its words.",
    read_back="The notes were read back to the group.",
    not_read_back="The notes were not read back to the group.",
    recorded="A recording was made.",
    not_recorded="No recording was made.",
    more_answers="More about this conversation",
    made_with="Kit {kit}, version {version}. Program version {program}. Submission {id}.",
    replaces="It replaces submission {id}.",
    formats={
        Format.IN_PERSON: "In person",
        Format.ONLINE: "Online",
        Format.HYBRID: "Partly online",
    },
    held={
        HowHeld.EMBEDDED: "within another event",
        HowHeld.DEDICATED: "a meeting of its own",
    },
    coverage={
        Coverage.GROUP: "",
        Coverage.INDIVIDUAL: "Answered by individuals, not by the group.",
        Coverage.NOT_REACHED: "Not reached.",
    },
    agreement={
        Agreement.BROAD: "broad agreement",
        Agreement.MIXED: "mixed",
        Agreement.CONTESTED: "contested",
    },
    methods={
        Method.PAPER: "paper",
        Method.HANDS: "show of hands",
        Method.SHARED_DEVICE: "shared laptop",
        Method.PHONES: "phones",
    },
    publication={
        Publication.QUOTE_WITHOUT_NAMES: "It may be quoted, without names.",
        Publication.SUMMARISE_ONLY: "It may be summarised, not quoted.",
        Publication.DO_NOT_PUBLISH: "It may not be published.",
    },
    attribution={
        Attribution.OPEN: "What was said may be repeated with the group it came from.",
        Attribution.NON_ATTRIBUTION: "What was said may be repeated, but not who said it.",
        Attribution.CHATHAM_HOUSE: (
            "What was said may be repeated, but neither who said it nor who was there."
        ),
    },
)

FRENCH = ReportWords(
    kind_of_document="Compte rendu d'une conversation communautaire",
    withdrawn="Retiré le {date}",
    withdrawn_more="Il avait été remis ; le destinataire déclare ne plus le garder.",
    no_receipt="Pas encore de reçu",
    no_receipt_more=(
        "Enregistré sur cet ordinateur. Rien ne prouve pour l'instant que l'envoi est arrivé."
    ),
    confirmed="Confirmé le {date}",
    confirmed_more=(
        "Le point de réception {endpoint} a enregistré exactement ces octets le {stored}."
    ),
    signed="Sa signature a été vérifiée.",
    unsigned="Accepté ; le reçu n'est pas signé, ou aucune clé n'était donnée pour le vérifier.",
    reference="Référence",
    revision="Révision",
    sha256="SHA-256",
    names="Noms",
    no_names="aucun",
    date="Date",
    place="Lieu",
    country="Pays",
    how="Format",
    occasion="Occasion",
    minutes_planned="Minutes prévues",
    minutes_held="Minutes tenues",
    length="Durée",
    length_value="{minutes} min",
    length_planned="{minutes} min ({planned} prévues)",
    people="Personnes",
    range="{low} à {high}",
    groups="Groupes",
    genders="Genre",
    ages="Âge",
    newcomers="Découvrent le sujet",
    reached="Publics représentés",
    languages="Langues",
    sittings="Séances",
    wording="Formulation",
    wording_changed="L'hôte a changé les mots d'une question.",
    member_place="Membre du PGO",
    host="Hôte",
    organisation="Organisation",
    may_be_named="peut être cité",
    contact="Peut être contacté",
    yes="oui",
    no="non",
    fewer_than_5="moins de 5",
    summary="En bref",
    question="Question {number}",
    official="Texte officiel : {text}",
    labelled="{label} : {text}",
    for_all="Pour tous les points",
    also_raised="Aussi évoqués, non retenus",
    other="Aussi dit",
    nothing="Rien n'a été noté ici.",
    disagreements="Les désaccords",
    quotations="Citations",
    follow_up="La suite",
    views="Points de vue individuels",
    views_received="{count} réponses",
    views_ways="par : {ways}",
    views_typed="Saisis par l'hôte, en totaux seulement.",
    views_written="Écrit individuellement",
    depends="Ça dépend",
    balanced="Équilibré",
    rather="Plutôt : {pole}",
    clearly="Nettement : {pole}",
    no_lean="Aucune tendance notée",
    hands="Mains levées : {first} pour le premier, {second} pour le second, {undecided} sans avis",
    consent="Ce qui a été dit au groupe",
    publishing="Ce qui peut être publié",
    told="Le groupe a été informé de ce que deviennent ses paroles.",
    not_told="Le groupe n'a pas été informé de ce que deviennent ses paroles.",
    read_back="Les notes ont été relues au groupe.",
    not_read_back="Les notes n'ont pas été relues au groupe.",
    recorded="Un enregistrement a été fait.",
    not_recorded="Aucun enregistrement n'a été fait.",
    more_answers="Sur cette conversation",
    made_with="Trousse {kit}, version {version}. Programme, version {program}. Envoi {id}.",
    replaces="Il remplace l'envoi {id}.",
    formats={
        Format.IN_PERSON: "En personne",
        Format.ONLINE: "En ligne",
        Format.HYBRID: "Hybride",
    },
    held={
        HowHeld.EMBEDDED: "au sein d'une autre réunion",
        HowHeld.DEDICATED: "réunion spécifique",
    },
    coverage={
        Coverage.GROUP: "",
        Coverage.INDIVIDUAL: "Traitée individuellement, pas en groupe.",
        Coverage.NOT_REACHED: "Non abordée.",
    },
    agreement={
        Agreement.BROAD: "large accord",
        Agreement.MIXED: "avis partagés",
        Agreement.CONTESTED: "contesté",
    },
    methods={
        Method.PAPER: "papier",
        Method.HANDS: "mains levées",
        Method.SHARED_DEVICE: "ordinateur partagé",
        Method.PHONES: "téléphones",
    },
    publication={
        Publication.QUOTE_WITHOUT_NAMES: "Ces observations peuvent être citées, sans noms.",
        Publication.SUMMARISE_ONLY: "Ces observations peuvent être résumées, pas citées.",
        Publication.DO_NOT_PUBLISH: "Ces observations ne peuvent pas être publiées.",
    },
    attribution={
        Attribution.OPEN: "Ce qui a été dit peut être répété avec le groupe d'origine.",
        Attribution.NON_ATTRIBUTION: "Ce qui a été dit peut être répété, mais pas qui l'a dit.",
        Attribution.CHATHAM_HOUSE: (
            "Ce qui a été dit peut être répété, mais ni qui l'a dit ni qui était là."
        ),
    },
)

_LANGUAGES = {"en": ENGLISH, "fr": FRENCH}


def words_in(language: str) -> ReportWords:
    """Return the words for a language such as ``fr`` or ``fr-CA``; English if there are none."""
    return _LANGUAGES.get(language.partition("-")[0], ENGLISH)
