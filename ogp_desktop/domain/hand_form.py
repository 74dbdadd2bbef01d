"""What was sealed as separate answers, to be copied by hand into somebody's form, one by one.

``ANSWER_IDS`` names them for kits that map a web form; ``question.<id>`` and ``field.<id>`` stand
for what was said to one question and for one field that only the kit has.
"""

from dataclasses import dataclass

QUESTION = "question."
FIELD = "field."
ANSWER_IDS = (
    "date",
    "place",
    "country",
    "format",
    "occasion",
    "minutes_planned",
    "minutes_held",
    "sittings",
    "languages",
    "people",
    "groups",
    "genders",
    "ages",
    "newcomers",
    "reached",
    "organiser",
    "organisation",
    "summary",
    "disagreements",
    "quotations",
    "individual_views",
    "follow_up",
    "attribution",
    "publication",
    "reference",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer of a sealed submission as plain text, under its label."""

    id: str
    label: str
    text: str
