"""The report of what was handed over, made of the sealed submission, as one HTML page.

It is written in the language of the kit it is given and never claims more than its receipt proves.
The table of time comes from elsewhere, and is marked so.
"""

from html import escape

from PySide6.QtCore import QDate, QLocale

from ogp_desktop.documents.report_answers import count_text, questions_html, views_html
from ogp_desktop.documents.report_languages import words_in
from ogp_desktop.documents.report_parts import (
    ACCENT,
    WAITING,
    barred,
    bullets,
    facts,
    heading,
    moment,
    page,
    paragraph,
)
from ogp_desktop.documents.report_time import time_html
from ogp_desktop.documents.report_words import ReportWords
from ogp_desktop.domain.canonical import sha256_hex
from ogp_desktop.domain.receipt import Proof, in_fours, reference, stored_time
from ogp_desktop.domain.sealing import canonical_bytes
from ogp_desktop.domain.submission import Consent, GroupCount, Meeting, Submission
from ogp_desktop.domain.time_taken import TimeTaken
from ogp_desktop.domain.withdrawn import WithdrawnProof, withdrawn_time
from ogp_desktop.kits.language_names import OWN_NAMES
from ogp_desktop.kits.local_kit import LocalKit


def report_html(
    submission: Submission,
    kit: LocalKit,
    receipt: Proof | WithdrawnProof | None,
    time: TimeTaken | None = None,
) -> str:
    """Return the page, in the language of ``kit``; without a receipt it says so.

    ``kit`` should be the one the conversation was held with: ids that it does not know are shown
    as they are.
    """
    words = words_in(kit.language)
    locale = QLocale(kit.language)
    observed = submission.observations
    place = submission.meeting.place or ""
    day = day_text(submission.meeting.date, locale)
    body = (
        paragraph(words.kind_of_document, "kicker")
        + f"<h1>{_title(place, day)}</h1>"
        + paragraph(kit.title)
        + _status(submission, receipt, words, locale)
        + _meeting(submission, kit, words, locale)
        + _titled(words.summary, observed.summary)
        + questions_html(submission, kit, words)
        + _listed(words.disagreements, observed.disagreements)
        + _listed(words.quotations, tuple(f"“{one.text}”" for one in observed.quotations))
        + views_html(submission.views, kit, words)
        + _titled(words.follow_up, observed.follow_up)
        + _told(submission.consent, words)
        + time_html(time, kit, has_day=_has_day(submission.meeting))
        + _more(submission, kit, words)
        + _origin(submission, kit, words)
    )
    way = "rtl" if locale.textDirection().name == "RightToLeft" else "ltr"
    return page(f"{words.kind_of_document}: {_title(place, day)}", kit.language, way, body)


def _title(place: str, day: str) -> str:
    return escape(", ".join(filter(None, (place, day))))


def _status(
    submission: Submission,
    receipt: Proof | WithdrawnProof | None,
    words: ReportWords,
    locale: QLocale,
) -> str:
    digest = sha256_hex(canonical_bytes(submission))
    is_held_there = receipt is not None and not isinstance(receipt, WithdrawnProof)
    return barred(
        _proved(receipt, words, locale)
        + facts(
            (
                (words.reference, reference(digest)),
                (words.revision, str(submission.revision)),
                (words.names, words.no_names),
            )
        )
        + paragraph(f"{words.sha256} {in_fours(digest)}", "mono"),
        ACCENT if is_held_there else WAITING,
    )


def _proved(receipt: Proof | WithdrawnProof | None, words: ReportWords, locale: QLocale) -> str:
    """Say what is proved of where it is kept, and no more."""
    if receipt is None:
        return paragraph(words.no_receipt, "point") + paragraph(words.no_receipt_more)
    if isinstance(receipt, WithdrawnProof):
        gone = moment(withdrawn_time(receipt.signed.statement), locale)
        point = paragraph(words.withdrawn.format(date=gone), "point")
        return point + paragraph(words.withdrawn_more)
    proven = receipt.signed
    stored = moment(stored_time(proven.receipt), locale)
    return (
        paragraph(words.confirmed.format(date=moment(receipt.received_at, locale)), "point")
        + paragraph(words.confirmed_more.format(endpoint=proven.receipt.endpoint, stored=stored))
        + paragraph(words.signed if proven.is_verified else words.unsigned)
    )


def _meeting(submission: Submission, kit: LocalKit, words: ReportWords, locale: QLocale) -> str:
    meeting, people, host = submission.meeting, submission.participants, submission.host
    held = words.held[meeting.how_held] if meeting.how_held else ""
    total = str(people.total)
    if people.total_up_to is not None:
        total = words.range.format(low=people.total, high=people.total_up_to)
    organiser = label_of(host.organiser_type, kit) if host.organiser_type else ""
    named = words.may_be_named if host.may_name_organisation else ""
    return facts(
        (
            (words.date, day_text(meeting.date, locale)),
            (words.place, ", ".join(filter(None, (meeting.place, country_text(meeting, locale))))),
            (words.how, ", ".join(filter(None, (words.formats[meeting.format], held)))),
            (words.length, _length(meeting, words)),
            (words.people, total),
            (words.groups, counts_text(people.sectors, kit, words)),
            (words.genders, counts_text(people.genders, kit, words)),
            (words.ages, counts_text(people.ages, kit, words)),
            (
                words.newcomers,
                "" if people.newcomers is None else count_text(people.newcomers, words),
            ),
            (words.reached, ", ".join(label_of(one, kit) for one in people.reached)),
            (words.languages, ", ".join(map(language_text, meeting.spoken_languages))),
            (words.sittings, str(meeting.sittings) if meeting.sittings > 1 else ""),
            (words.wording, words.wording_changed if meeting.has_changed_wording else ""),
            (words.member_place, _yes_no(meeting.is_member_place, words)),
            (words.host, ", ".join(filter(None, (organiser, host.organisation, named)))),
            (words.contact, _yes_no(host.may_contact, words)),
        )
    )


def _yes_no(is_so: bool | None, words: ReportWords) -> str:
    if is_so is None:
        return ""
    return words.yes if is_so else words.no


def _length(meeting: Meeting, words: ReportWords) -> str:
    if meeting.actual_minutes is None:
        return words.length_value.format(minutes=meeting.planned_minutes)
    return words.length_planned.format(
        minutes=meeting.actual_minutes, planned=meeting.planned_minutes
    )


def counts_text(counts: tuple[GroupCount, ...], kit: LocalKit, words: ReportWords) -> str:
    """Return each group with its count."""
    return ", ".join(
        f"{label_of(one.group_id, kit)} {count_text(one.count, words)}" for one in counts
    )


def label_of(some_id: str, kit: LocalKit) -> str:
    """Return the kit's word for a group or an answer of its form."""
    for group in kit.groups:
        if group.id == some_id:
            return group.label
    options = (option for form_field in kit.fields for option in form_field.choices)
    return next((option.label for option in options if option.id == some_id), some_id)


def _told(consent: Consent, words: ReportWords) -> str:
    return heading(words.consent) + bullets(
        (
            words.told if consent.participants_told else words.not_told,
            words.attribution[consent.attribution],
            words.recorded if consent.recordings_made else words.not_recorded,
            words.read_back if consent.notes_read_back else words.not_read_back,
            words.publication[consent.publication],
        )
    )


def _more(submission: Submission, kit: LocalKit, words: ReportWords) -> str:
    labels = {one.id: one.label for one in kit.fields}
    rows = tuple(
        (labels.get(one.field_id, one.field_id), label_of(one.value, kit))
        for one in submission.kit_fields
    )
    return heading(words.more_answers) + facts(rows) if rows else ""


def _origin(submission: Submission, kit: LocalKit, words: ReportWords) -> str:
    made = words.made_with.format(
        kit=f"{kit.title} ({kit.id})",
        version=kit.version,
        program=submission.app_version,
        id=submission.id,
    )
    before = submission.replaces
    return paragraph(made, "quiet") + paragraph(
        words.replaces.format(id=before) if before else "", "quiet"
    )


def _titled(title: str, text: str) -> str:
    return heading(title) + paragraph(text) if text else ""


def _listed(title: str, texts: tuple[str, ...]) -> str:
    return heading(title) + bullets(texts) if texts else ""


def _has_day(meeting: Meeting) -> bool:
    return QDate.fromString(meeting.date, "yyyy-MM-dd").isValid()


def day_text(text: str, locale: QLocale) -> str:
    """Return a date in words; a month alone, or what is no date, stays as it is written."""
    day = QDate.fromString(text, "yyyy-MM-dd")
    return locale.toString(day, "d MMMM yyyy") if day.isValid() else text


def language_text(tag: str) -> str:
    """Return a language by its own name."""
    return OWN_NAMES.get(tag) or QLocale(tag).nativeLanguageName() or tag


def country_text(meeting: Meeting, locale: QLocale) -> str:
    """Return the country by its name in a language; what is no country stays as it is written."""
    code = meeting.country or ""
    territory = QLocale.codeToTerritory(code)
    if territory == QLocale.Country.AnyTerritory:
        return code
    there = QLocale(locale.language(), territory)
    is_spoken_there = there.language() == locale.language() and there.territory() == territory
    return there.nativeTerritoryName() if is_spoken_there else QLocale.territoryToString(territory)
