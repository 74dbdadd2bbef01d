"""What was sealed as separate answers in plain text, each under the label that the report uses."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QLocale
from PySide6.QtGui import QTextDocument

from ogp_desktop.documents.report import (
    country_text,
    counts_text,
    day_text,
    label_of,
    language_text,
)
from ogp_desktop.documents.report_answers import answer_html, count_text, views_text
from ogp_desktop.documents.report_languages import words_in
from ogp_desktop.documents.report_words import ReportWords
from ogp_desktop.domain.canonical import sha256_hex
from ogp_desktop.domain.hand_form import FIELD, QUESTION, Answer
from ogp_desktop.domain.receipt import reference
from ogp_desktop.domain.sealing import canonical_bytes
from ogp_desktop.domain.submission import Submission
from ogp_desktop.kits.local_kit import LocalKit

_SPACE = re.compile(r"[ \t]*\n\s*\n+")


def hand_answers(submission: Submission, kit: LocalKit) -> tuple[Answer, ...]:
    """Return every answer that is not empty, in the language of ``kit``."""
    words, locale = words_in(kit.language), QLocale(kit.language)
    given = (
        *_about_the_meeting(submission, kit, words, locale),
        *_about_the_people(submission, kit, words),
        *_said(submission, kit, words),
        *_apart(submission, kit, words),
    )
    return tuple(
        Answer(id=answer_id, label=label, text=text.strip())
        for answer_id, label, text in given
        if text.strip()
    )


def _about_the_meeting(
    submission: Submission, kit: LocalKit, words: ReportWords, locale: QLocale
) -> Iterator[tuple[str, str, str]]:
    meeting, host = submission.meeting, submission.host
    held = meeting.actual_minutes
    yield "date", words.date, day_text(meeting.date, locale)
    yield "place", words.place, meeting.place or ""
    yield "country", words.country, country_text(meeting, locale)
    yield "format", words.how, words.formats[meeting.format]
    yield "occasion", words.occasion, words.held[meeting.how_held] if meeting.how_held else ""
    yield "minutes_planned", words.minutes_planned, str(meeting.planned_minutes)
    yield "minutes_held", words.minutes_held, "" if held is None else str(held)
    yield "sittings", words.sittings, str(meeting.sittings)
    yield "languages", words.languages, ", ".join(map(language_text, meeting.spoken_languages))
    organiser = label_of(host.organiser_type, kit) if host.organiser_type else ""
    yield "organiser", words.host, organiser
    yield "organisation", words.organisation, host.organisation or ""


def _about_the_people(
    submission: Submission, kit: LocalKit, words: ReportWords
) -> Iterator[tuple[str, str, str]]:
    people = submission.participants
    total = str(people.total)
    if people.total_up_to is not None:
        total = words.range.format(low=people.total, high=people.total_up_to)
    newcomers = "" if people.newcomers is None else count_text(people.newcomers, words)
    yield "people", words.people, total
    yield "groups", words.groups, counts_text(people.sectors, kit, words)
    yield "genders", words.genders, counts_text(people.genders, kit, words)
    yield "ages", words.ages, counts_text(people.ages, kit, words)
    yield "newcomers", words.newcomers, newcomers
    yield "reached", words.reached, ", ".join(label_of(one, kit) for one in people.reached)


def _said(
    submission: Submission, kit: LocalKit, words: ReportWords
) -> Iterator[tuple[str, str, str]]:
    observed = submission.observations
    yield "summary", words.summary, observed.summary
    for shown in submission.questions:
        said = _plain(answer_html(submission, shown.question_id, kit, words))
        yield QUESTION + shown.question_id, shown.text, said
    yield "disagreements", words.disagreements, "\n".join(observed.disagreements)
    quoted = "\n".join(f"“{one.text}”" for one in observed.quotations)
    yield "quotations", words.quotations, quoted
    yield "individual_views", words.views, views_text(submission.views, kit, words)
    yield "follow_up", words.follow_up, observed.follow_up


def _apart(
    submission: Submission, kit: LocalKit, words: ReportWords
) -> Iterator[tuple[str, str, str]]:
    consent = submission.consent
    labels = {one.id: one.label for one in kit.fields}
    for one in submission.kit_fields:
        label = labels.get(one.field_id, one.field_id)
        yield FIELD + one.field_id, label, label_of(one.value, kit)
    yield "attribution", words.consent, words.attribution[consent.attribution]
    yield "publication", words.publishing, words.publication[consent.publication]
    digest = sha256_hex(canonical_bytes(submission))
    yield "reference", words.reference, reference(digest)


def _plain(html: str) -> str:
    page = QTextDocument()
    page.setHtml(html)
    return _SPACE.sub("\n\n", page.toPlainText()).strip()
