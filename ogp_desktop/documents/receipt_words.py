"""The words of the printed receipt, in each language that it speaks, as those of the report."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptWords:
    """Every word on the page that is no data; places for data are named."""

    receipt: str
    slip: str
    confirmed: str
    withdrawn: str
    withdrawn_more: str
    no_receipt: str
    may_have_arrived: str
    reference: str
    revision: str
    made: str
    handed_over: str
    confirmed_at: str
    stored_at: str
    withdrawn_there: str
    told_here: str
    way: str
    to: str
    covered: str
    covered_all: str
    covered_some: str
    people: str
    range: str
    names: str
    no_names: str
    digest: str
    begins: str
    whole_on_back: str
    back: str
    digest_whole: str
    digest_more: str
    submission: str
    given_by: str
    signature: str
    signed: str
    unsigned: str
    unsigned_answer: str
    as_given: str
    withdrawal_as_given: str
    ways: Mapping[str, str]


ENGLISH = ReceiptWords(
    receipt="Receipt",
    slip="Hand-over slip",
    confirmed="Confirmed. The other side holds exactly this text.",
    withdrawn="Withdrawn. The other side says that it keeps this text no longer.",
    withdrawn_more="What was read or exported there before cannot be undone.",
    no_receipt="No receipt yet. Saved on this computer.",
    may_have_arrived="It was handed over; nothing proves so far that it arrived.",
    reference="Reference",
    revision="Revision",
    made="Made",
    handed_over="Handed over",
    confirmed_at="Confirmed here",
    stored_at="Stored there",
    withdrawn_there="Withdrawn there",
    told_here="Told here",
    way="Way",
    to="To",
    covered="Questions covered",
    covered_all="all {count}",
    covered_some="{numbers} of {count}",
    people="People",
    range="{low} to {high}",
    names="Names",
    no_names="none",
    digest="SHA-256",
    begins="begins with",
    whole_on_back="All 64 signs stand on the back.",
    back="To check it",
    digest_whole="SHA-256 of the sealed text",
    digest_more=(
        "Whoever holds the sealed file can compute this number from it. If one letter of the text "
        "were another, the number would be another as well."
    ),
    submission="Submission",
    given_by="Given by",
    signature="Signature",
    signed="The signature was checked with the key set for this address.",
    unsigned="Not checked: the receipt is not signed, or no key was set to check it with.",
    unsigned_answer="Not checked: the answer is not signed, or no key was set to check it with.",
    as_given="The receipt as it was given",
    withdrawal_as_given="The withdrawal as it was told",
    ways={
        "internet": "internet",
        "file": "file",
        "bundle": "encrypted file",
        "text": "text",
        "paper": "paper",
    },
)

FRENCH = ReceiptWords(
    receipt="Reçu",
    slip="Bordereau de remise",
    confirmed="Confirmé. Le destinataire détient exactement ce texte.",
    withdrawn="Retiré. Le destinataire déclare ne plus garder ce texte.",
    withdrawn_more="Ce qui y a été lu ou exporté auparavant ne peut pas être repris.",
    no_receipt="Pas encore de reçu. Enregistré sur cet ordinateur.",
    may_have_arrived="L'envoi a été remis ; rien ne prouve pour l'instant qu'il est arrivé.",
    reference="Référence",
    revision="Révision",
    made="Préparé",
    handed_over="Remis",
    confirmed_at="Confirmé ici",
    stored_at="Enregistré là-bas",
    withdrawn_there="Retiré là-bas",
    told_here="Déclaré ici",
    way="Moyen",
    to="Destinataire",
    covered="Questions abordées",
    covered_all="les {count}",
    covered_some="{numbers} sur {count}",
    people="Personnes",
    range="{low} à {high}",
    names="Noms",
    no_names="aucun",
    digest="SHA-256",
    begins="commence par",
    whole_on_back="Les 64 signes sont au verso.",
    back="Pour vérifier",
    digest_whole="SHA-256 du texte scellé",
    digest_more=(
        "Quiconque détient le fichier scellé peut en calculer ce nombre. Si une seule lettre du "
        "texte était différente, le nombre le serait aussi."
    ),
    submission="Envoi",
    given_by="Donné par",
    signature="Signature",
    signed="La signature a été vérifiée avec la clé donnée pour cette adresse.",
    unsigned="Non vérifiée : le reçu n'est pas signé, ou aucune clé n'était donnée.",
    unsigned_answer="Non vérifiée : la réponse n'est pas signée, ou aucune clé n'était donnée.",
    as_given="Le reçu tel qu'il a été donné",
    withdrawal_as_given="Le retrait tel qu'il a été déclaré",
    ways={
        "internet": "internet",
        "file": "fichier",
        "bundle": "fichier chiffré",
        "text": "texte",
        "paper": "papier",
    },
)

_LANGUAGES = {"en": ENGLISH, "fr": FRENCH}


def receipt_words_in(language: str) -> ReceiptWords:
    """Return the words for a language such as ``fr`` or ``fr-CA``; English if there are none."""
    return _LANGUAGES.get(language.partition("-")[0], ENGLISH)
