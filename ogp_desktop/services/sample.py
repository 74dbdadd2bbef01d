"""A sample conversation, held through the same services as a real one; its notes are invented."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from ogp_desktop.domain.conversation import Attribution, Preparation
from ogp_desktop.domain.format import Format
from ogp_desktop.domain.ids import ConversationId, NoteId
from ogp_desktop.domain.individual_views import IndividualViews
from ogp_desktop.domain.notes import Lean
from ogp_desktop.domain.review import ConsentRecord
from ogp_desktop.services import note_taking, preparing, reviewing, running, tallying
from ogp_desktop.services.note_taking import Entry
from ogp_desktop.services.workplace import Workplace


class SampleNote(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One note; ``name`` lets later notes stand under it by ``card``."""

    kind: str
    text: str
    name: str | None = None
    card: str | None = None
    choice: str | None = None
    group: str | None = None
    heard: int = 1
    rank: int | None = None
    is_contested: bool = False
    is_parked: bool = False


class SampleLean(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The room's lean on one choice."""

    choice: str
    step: int | None = None
    depends: bool = False


class SampleItem(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One item of the agenda: how long it really took, and what was said."""

    id: str
    minutes: float
    prompts: tuple[str, ...] = ()
    notes: tuple[SampleNote, ...] = ()
    leans: tuple[SampleLean, ...] = ()


class Sample(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole conversation, from preparation to consent."""

    kit: str
    language: str
    title: str
    place: str
    format: Format
    minutes: int
    people: int
    tables: int | None = None
    attribution: Attribution = Attribution.NON_ATTRIBUTION
    summary: str = ""
    follow_up: str = ""
    group_counts: Mapping[str, int] = msgspec.field(default_factory=dict)
    answers: Mapping[str, Any] = msgspec.field(default_factory=dict)
    consent: ConsentRecord = msgspec.field(default_factory=ConsentRecord)
    views: IndividualViews = msgspec.field(default_factory=IndividualViews)
    items: tuple[SampleItem, ...]


def read_sample(path: Path) -> Sample:
    """Return the sample in a TOML file; raise ``msgspec.ValidationError`` where it is wrong."""
    return msgspec.toml.decode(path.read_bytes(), type=Sample)


def prepare_sample(at: Workplace, sample: Sample) -> ConversationId:
    """Make and prepare the sample conversation, ready to run."""
    made = preparing.create_conversation(
        at, kit_id=sample.kit, language=sample.language, title=sample.title
    )
    preparing.change_preparation(
        at,
        conversation_id=made.id,
        preparation=Preparation(
            title=sample.title,
            place=sample.place,
            language=made.preparation.language,
            notes_language=made.preparation.notes_language,
            format=sample.format,
            minutes=sample.minutes,
            people=sample.people,
            tables=sample.tables,
            group_counts=sample.group_counts,
            attribution=sample.attribution,
        ),
    )
    preparing.mark_ready(at, conversation_id=made.id)
    return made.id


def hold_sample(
    at: Workplace,
    sample: Sample,
    conversation_id: ConversationId,
    wait: Callable[[float], None],
    *,
    until: str | None = None,
) -> None:
    """Run the sample against the clock; ``wait`` lets that many minutes pass.

    With ``until`` it stops inside that item, its notes taken and the clock still running.
    """
    running.start(at, conversation_id=conversation_id)
    for place, item in enumerate(sample.items):
        if place:
            running.move_to(at, conversation_id=conversation_id, item_id=item.id)
        _take_notes(at, conversation_id, item, wait)
        if item.id == until:
            return
    running.end(at, conversation_id=conversation_id)


def _take_notes(
    at: Workplace,
    conversation_id: ConversationId,
    item: SampleItem,
    wait: Callable[[float], None],
) -> None:
    share = item.minutes / (len(item.notes) + 1)
    ids: dict[str, NoteId] = {}
    for prompt in item.prompts:
        note_taking.mark_prompt(
            at, conversation_id=conversation_id, prompt_id=prompt, is_being_asked=False
        )
    for note in item.notes:
        wait(share)
        take_note(at, conversation_id, item.id, note, ids)
    for lean in item.leans:
        note_taking.record_lean(
            at,
            conversation_id=conversation_id,
            lean=Lean(choice_id=lean.choice, step=lean.step, depends=lean.depends),
        )
    wait(share)


def take_note(
    at: Workplace,
    conversation_id: ConversationId,
    question_id: str,
    note: SampleNote,
    ids: dict[str, NoteId],
) -> None:
    """Write down one note of the sample; ``ids`` holds those that others stand under."""
    entry = Entry(
        question_id=question_id,
        kind_id=note.kind,
        text=note.text,
        card_id=ids[note.card] if note.card else None,
        choice_id=note.choice,
        group_id=note.group,
        is_parked=note.is_parked,
    )
    kept = note_taking.record_note(at, conversation_id=conversation_id, entry=entry).note
    if note.name:
        ids[note.name] = kept.id
    for _ in range(note.heard - 1):
        note_taking.hear_again(at, note_id=kept.id)
    if note.is_contested:
        note_taking.toggle_contested(at, note_id=kept.id)
    if note.rank:
        note_taking.rank_card(at, note_id=kept.id, rank=note.rank)


def review_sample(at: Workplace, sample: Sample, conversation_id: ConversationId) -> None:
    """Type in the individual views and settle everything that sealing asks for."""
    tallying.keep_views(at, conversation_id=conversation_id, views=sample.views)
    review = reviewing.reviewed(at, conversation_id=conversation_id).review
    reviewing.keep_review(
        at,
        conversation_id=conversation_id,
        review=replace(
            review,
            summary=sample.summary,
            follow_up=sample.follow_up,
            answers=sample.answers,
            consent=sample.consent,
        ),
    )


def nearest_sample(folder: Path, language: str) -> Path:
    """Return the sample in this language, else the first there is; files are ``KIT.LANG.toml``."""
    samples = sorted(folder.glob("*.toml"))
    return next((one for one in samples if one.stem.endswith(f".{language}")), samples[0])


def sample_of_kit(folder: Path, kit_id: str, language: str) -> Sample | None:
    """Return the sample of a kit, in this language if there is one, or ``None`` without any."""
    own = sorted(folder.glob(f"{kit_id}.*.toml"))
    spoken = (one for one in own if one.stem.endswith(f".{language}"))
    path = next(spoken, own[0] if own else None)
    return None if path is None else read_sample(path)
