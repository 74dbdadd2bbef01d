"""A submission as readable text: everything that goes, in the words and order it will be read."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from ogp_desktop.domain.submission import (
    GroupCount,
    Meeting,
    NoPosition,
    Participants,
    Submission,
    ViewsTotals,
)
from ogp_desktop.kits.local_kit import LocalKit, LocalQuestion
from ogp_desktop.ui import words_review
from ogp_desktop.ui.plain_html import bullets, heading, paragraph, table
from ogp_desktop.ui.words_answers import answers, count_words, number


def submission_html(submission: Submission, kit: LocalKit) -> str:
    """Return the whole submission as simple HTML; every text is escaped, nothing is left out."""
    return "".join(_Reading(submission, kit).parts())


class _Reading:
    """Writes the parts one after the other; ``fields`` name the kit's ids."""

    def __init__(self, submission: Submission, kit: LocalKit) -> None:
        self._said = submission
        self._kit = kit
        self._fields = {field.id: field for field in kit.fields}

    def parts(self) -> Iterator[str]:
        said = self._said
        yield heading(2, self._kit.title)
        yield paragraph(_tr_revision().format(revision=number(said.revision)))
        yield from self._meeting(said.meeting)
        yield from self._people(said.participants)
        for question in self._kit.questions:
            yield from self._question(question)
        yield from _listed(
            QCoreApplication.translate("Reading", "Where people disagreed"),
            said.observations.disagreements,
        )
        quoted = [one.text for one in said.observations.quotations]
        yield from _listed(QCoreApplication.translate("Reading", "Quotations, agreed"), quoted)
        for title, text in (
            (QCoreApplication.translate("Reading", "In short"), said.observations.summary),
            (
                QCoreApplication.translate("Reading", "What happens next"),
                said.observations.follow_up,
            ),
        ):
            yield from _listed(title, [text] if text else [])
        if said.views is not None:
            yield from self._views(said.views)
        yield from self._rest()

    def _meeting(self, meeting: Meeting) -> Iterator[str]:
        yield heading(3, QCoreApplication.translate("Reading", "The conversation"))
        rows = [
            (self._name("date"), meeting.date),
            (self._name("country"), meeting.country or ""),
            (self._name("place"), meeting.place or ""),
            (self._name("format"), self._option("format", meeting.format.value)),
            (self._name("minutes_planned"), number(meeting.planned_minutes)),
            (self._name("minutes_held"), _maybe(meeting.actual_minutes)),
            (self._name("occasion"), self._option("occasion", meeting.how_held or "")),
            (self._name("sittings"), number(meeting.sittings)),
            (self._name("language"), ", ".join(meeting.spoken_languages)),
            (self._name("notes_language"), meeting.notes_language),
            (self._name("member_place"), _yes_no(meeting.is_member_place)),
            (self._name("wording_changed"), _yes_no(meeting.has_changed_wording)),
            (
                self._name("organiser_type"),
                self._option("organiser_type", self._said.host.organiser_type or ""),
            ),
            (self._name("organisation"), self._said.host.organisation or ""),
            (self._name("may_name_organisation"), _yes_no(self._said.host.may_name_organisation)),
        ]
        yield table(rows)

    def _people(self, people: Participants) -> Iterator[str]:
        yield heading(3, QCoreApplication.translate("Reading", "People, as counts only"))
        groups = {group.id: group.label for group in self._kit.groups}
        reached = ", ".join(self._option("reached", one) for one in people.reached)
        yield table(
            [
                (self._name("people"), number(people.total)),
                (self._name("groups"), _counts(people.sectors, groups)),
                (self._name("gender"), _counts(people.genders, self._options("gender"))),
                (self._name("age"), _counts(people.ages, self._options("age"))),
                (
                    self._name("new_to_ogp"),
                    "" if people.newcomers is None else count_words(people.newcomers),
                ),
                (self._name("reached"), reached),
            ]
        )

    def _question(self, local: LocalQuestion) -> Iterator[str]:
        yield heading(3, f"{words_review.question(local.number)} · {local.theme}")
        yield paragraph(local.text)
        for covered in self._said.coverage:
            if covered.question_id == local.id:
                text = words_review.coverage(covered.coverage)
                yield paragraph(f"{text}. {covered.reason}" if covered.reason else f"{text}.")
        yield from answers(self._said.observations, local)

    def _views(self, views: ViewsTotals) -> Iterator[str]:
        yield heading(3, QCoreApplication.translate("Reading", "Individual views, as totals"))
        rows = [(self._name("received"), count_words(views.received))]
        names = {
            choice.id: choice.first
            for question in self._kit.questions
            for choice in question.choices
        }
        for tally in views.tallies:
            step = "…" if tally.answer == NoPosition.DEPENDS else tally.answer
            rows.append(
                (f"{names.get(tally.item_id, tally.item_id)} ({step})", number(tally.count))
            )
        yield table(rows)

    def _rest(self) -> Iterator[str]:
        consent = self._said.consent
        yield heading(3, QCoreApplication.translate("Reading", "Consent"))
        yield table(
            [
                (self._name("told"), _yes_no(consent.participants_told)),
                (self._name("rule"), self._option("rule", consent.attribution.value)),
                (self._name("recordings"), _yes_no(consent.recordings_made)),
                (self._name("notes_read_back"), _yes_no(consent.notes_read_back)),
                (self._name("publication"), words_review.publication(consent.publication)),
            ]
        )
        own = [(self._name(one.field_id), one.value) for one in self._said.kit_fields]
        if own:
            yield heading(3, QCoreApplication.translate("Reading", "Also asked by this kit"))
            yield table(own)
        yield heading(3, QCoreApplication.translate("Reading", "About this submission"))
        kit, version = self._said.kit, self._said.app_version
        made = QCoreApplication.translate(
            "Reading",
            "Made with the kit {kit} {kit_version} and version {version} of this program. A number"
            " of its own, the kit's checksum, and the times it was begun, edited and sealed go"
            " along.",
        )
        yield paragraph(made.format(kit=kit.id, kit_version=kit.version, version=version))

    def _name(self, field_id: str) -> str:
        field = self._fields.get(field_id)
        return field.label if field else _own_names().get(field_id, field_id)

    def _options(self, field_id: str) -> dict[str, str]:
        field = self._fields.get(field_id)
        return {option.id: option.label for option in field.choices} if field else {}

    def _option(self, field_id: str, key: str) -> str:
        return self._options(field_id).get(key, key)


def _own_names() -> dict[str, str]:
    """Name what every conversation has, for a kit whose form does not ask for it."""
    return {
        "date": QCoreApplication.translate("Reading", "Date"),
        "format": QCoreApplication.translate("Reading", "Format"),
        "place": QCoreApplication.translate("Reading", "Place"),
        "minutes_planned": QCoreApplication.translate("Reading", "Planned minutes"),
        "minutes_held": QCoreApplication.translate("Reading", "Minutes it took"),
        "sittings": QCoreApplication.translate("Reading", "Sittings"),
        "language": QCoreApplication.translate("Reading", "Language spoken"),
        "notes_language": QCoreApplication.translate("Reading", "Language of the notes"),
        "wording_changed": QCoreApplication.translate("Reading", "Questions reworded"),
        "may_name_organisation": QCoreApplication.translate("Reading", "May be named"),
        "people": QCoreApplication.translate("Reading", "People"),
        "groups": QCoreApplication.translate("Reading", "By broad group"),
        "received": QCoreApplication.translate("Reading", "Answers received"),
        "told": QCoreApplication.translate("Reading", "People knew what is noted"),
        "rule": QCoreApplication.translate("Reading", "Rule announced"),
        "recordings": QCoreApplication.translate("Reading", "Photos or recordings"),
        "notes_read_back": QCoreApplication.translate("Reading", "Notes read back"),
        "publication": QCoreApplication.translate("Reading", "May be published"),
    }


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    kept = list(lines)
    if kept:
        yield heading(3, title)
        yield bullets(kept)


def _tr_revision() -> str:
    return QCoreApplication.translate(
        "Reading",
        "Revision {revision}. This is everything that goes. No person's name, no notes, no times"
        " of single notes.",
    )


def _counts(counts: Iterable[GroupCount], names: dict[str, str]) -> str:
    return ", ".join(
        f"{names.get(one.group_id, one.group_id)} {count_words(one.count)}" for one in counts
    )


def _yes_no(answer: bool | None) -> str:
    if answer is None:
        return ""
    yes = QCoreApplication.translate("Reading", "Yes")
    return yes if answer else QCoreApplication.translate("Reading", "No")


def _maybe(count: int | None) -> str:
    return "" if count is None else number(count)
