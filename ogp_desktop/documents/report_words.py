"""What the report says in words of its own; what was said comes from the kit.

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
    being_written: str
    made_with: str
    replaces: str
    formats: Mapping[Format, str]
    held: Mapping[HowHeld, str]
    coverage: Mapping[Coverage, str]
    agreement: Mapping[Agreement, str]
    methods: Mapping[Method, str]
    publication: Mapping[Publication, str]
    attribution: Mapping[Attribution, str]
