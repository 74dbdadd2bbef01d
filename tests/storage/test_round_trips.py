"""Whatever is put into the data file comes out equal, after the file was closed and opened."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogp_desktop.domain.agenda import Block
from ogp_desktop.domain.clock import Moment
from ogp_desktop.domain.destination import Destination, FormThere
from ogp_desktop.domain.destination_health import DestinationState
from ogp_desktop.domain.ids import (
    ConversationId,
    DestinationId,
    NoteId,
    OutboxItemId,
    SubmissionId,
)
from ogp_desktop.domain.individual_views import IndividualViews, Method
from ogp_desktop.domain.notes import Draft, Lean, Note
from ogp_desktop.domain.outbox import OutboxItem, OutboxState
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.domain.receipt import Receipt, SignedReceipt
from ogp_desktop.domain.review import (
    Agreement,
    CardItem,
    ChoiceItem,
    ConsentRecord,
    Coverage,
    Line,
    Publication,
    QuestionReview,
    ReadBack,
    Review,
)
from ogp_desktop.domain.timing_log import TimingEvent, TimingKind
from ogp_desktop.services import preparing
from ogp_desktop.storage.outbox import DeliveryEvent, KeptReceipt, Sealed
from ogp_desktop.storage.store import Store
from tests.support.workplaces import OGP, workplace_at

NOW = datetime(2022, 8, 1, 15, 0, 0, 123456, tzinfo=timezone(timedelta(hours=2)))
TIMES = st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2100, 1, 1)).map(
    lambda time: time.replace(tzinfo=timezone(timedelta(hours=5, minutes=45)))
)
TEXTS = st.text(min_size=1, max_size=200)
NAMES = st.none() | st.text(max_size=20)
NOTES = st.builds(
    Note,
    id=st.just(NoteId("")),
    conversation_id=st.just(ConversationId("")),
    question_id=TEXTS,
    kind_id=TEXTS,
    text=TEXTS,
    card_id=st.none(),
    choice_id=NAMES,
    group_id=NAMES,
    heard=st.integers(1, 10_000),
    is_key=st.booleans(),
    is_contested=st.booleans(),
    is_quotation=st.booleans(),
    is_parked=st.booleans(),
    rank=st.sampled_from((None, 1, 2, 3)),
    position=st.integers(0, 10_000),
    created_at=TIMES,
    updated_at=TIMES,
    deleted_at=st.none() | TIMES,
)
_numbers = count(1)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, ConversationId]]:
    with workplace_at(tmp_path_factory.mktemp("store")) as at:
        yield at.store, preparing.create_conversation(at, kit_id=OGP, language="fr").id


def again(store: Store) -> closing[Store]:
    """Open the same file once more, as after a restart."""
    return closing(Store(store.path))


@given(note=NOTES, later=NOTES)
def test_note_comes_out_equal_after_add_and_after_replace(
    kept: tuple[Store, ConversationId], note: Note, later: Note
) -> None:
    store, conversation_id = kept
    note_id = NoteId(f"n{next(_numbers)}")
    note = replace(note, id=note_id, conversation_id=conversation_id)
    later = replace(later, id=note_id, conversation_id=conversation_id)
    with store.writing() as unit:
        last = max((one.position for one in unit.notes.of(conversation_id)), default=-1)
        added = unit.notes.add(note, action_id="first")
    assert added == replace(note, position=last + 1)
    note = added
    with store.reading() as unit:
        assert unit.notes.get(note_id) == note
    with store.writing() as unit:
        unit.notes.replace(later, action_id="second")
    with again(store) as other, other.reading() as unit:
        assert unit.notes.get(note_id) == later
    with store.writing() as unit:
        assert unit.notes.undo_last_action(conversation_id, NOW) == (note,)
    with again(store) as other, other.reading() as unit:
        assert unit.notes.get(note_id) == note


@given(text=TEXTS, choice=NAMES, group=NAMES)
def test_draft_comes_out_equal(
    kept: tuple[Store, ConversationId], text: str, choice: str | None, group: str | None
) -> None:
    store, conversation_id = kept
    draft = Draft(
        conversation_id=conversation_id,
        question_id="q2",
        kind_id="reason",
        text=text,
        choice_id=choice,
        group_id=group,
        saved_at=NOW,
    )
    with store.writing() as unit:
        unit.notes.keep_draft(replace(draft, text="earlier"))
        unit.notes.keep_draft(draft)
    with store.reading() as unit:
        assert unit.notes.draft(conversation_id) == draft
    with store.writing() as unit:
        unit.notes.drop_draft(conversation_id)
    with store.reading() as unit:
        assert unit.notes.draft(conversation_id) is None


def test_conversation_log_prompts_and_pulse_come_out_equal(
    kept: tuple[Store, ConversationId],
) -> None:
    store, conversation_id = kept
    events = tuple(
        TimingEvent(
            kind=kind,
            at=NOW + timedelta(seconds=n),
            block_id=f"b{n}",
            seconds=n - 3,
            blocks=(Block(id="q1", minutes=n, minimum=1, question_id="q1"),) if n % 2 else None,
            steady_s=n + 0.25,
            boot=f"boot {n % 3}",
        )
        for n, kind in enumerate(TimingKind)
    )
    beat = Moment(wall=NOW, steady_s=5.5, boot="boot 1")
    with store.writing() as unit:
        conversation = unit.conversations.get(conversation_id)
        changed = replace(
            conversation,
            preparation=replace(
                conversation.preparation, title="Été", group_counts={"youth": 4}, tables=3
            ),
        )
        unit.conversations.replace(changed)
        for event in events:
            unit.conversations.add_event(conversation_id, event)
        unit.conversations.mark_prompt(conversation_id, "p1", "asking")
        unit.conversations.mark_prompt(conversation_id, "p1", "asked")
        unit.conversations.beat(conversation_id, Moment(wall=NOW - timedelta(seconds=5)))
        unit.conversations.beat(conversation_id, beat)
    with again(store) as other, other.reading() as unit:
        assert unit.conversations.get(conversation_id) == changed
        assert unit.conversations.all() == (changed,)
        assert unit.conversations.timing_log(conversation_id) == events
        assert unit.conversations.prompt_marks(conversation_id) == {"p1": "asked"}
        assert unit.conversations.last_beat(conversation_id) == beat


def test_leans_review_and_views_come_out_equal(kept: tuple[Store, ConversationId]) -> None:
    store, conversation_id = kept
    leans = (
        Lean(choice_id="a", step=-2, hands_first=0, hands_second=7),
        Lean(choice_id="b", depends=True),
    )
    line = Line(id="l", text="Là", note_ids=("n1",), read_back=ReadBack.DISPUTED)
    card = CardItem(
        line=line, kind_id="challenge", agreement=Agreement.MIXED, follow_ups={"q1a": (line,)}
    )
    review = Review(
        questions=(
            QuestionReview(question_id="q1", items=(card,), also_raised=(card,)),
            QuestionReview(
                question_id="q2",
                choices=(ChoiceItem(lean=leans[0], reasons={"first": (line,)}),),
            ),
            QuestionReview(question_id="q3", coverage=Coverage.NOT_REACHED, reason="Nuit"),
        ),
        disagreements=(line,),
        summary="En bref",
        answers={"country": "TG", "sectors": {"civil": 3}},
        consent=ConsentRecord(participants_told=True, publication=Publication.SUMMARISE_ONLY),
        settled_checks=frozenset({"l"}),
    )
    views = IndividualViews(
        received={Method.PAPER: 3}, passed=1, tallies={"a": {"-2": 1, "depends": 2}}, is_closed=True
    )
    with store.writing() as unit:
        unit.notes.keep_lean(conversation_id, Lean(choice_id="a", step=2))
        for lean in leans:
            unit.notes.keep_lean(conversation_id, lean)
        unit.reviews.keep(conversation_id, review, NOW)
        unit.reviews.keep_views(conversation_id, views, NOW)
    with again(store) as other, other.reading() as unit:
        assert unit.notes.leans(conversation_id) == {lean.choice_id: lean for lean in leans}
        assert unit.reviews.get(conversation_id) == review
        assert unit.reviews.edited_at(conversation_id) == NOW
        assert unit.reviews.views(conversation_id) == views


def test_outbox_comes_out_equal(kept: tuple[Store, ConversationId]) -> None:
    store, conversation_id = kept
    destination = Destination(
        id=DestinationId("d1"),
        name="OGP",
        url="https://x/",
        receipt_key="a2V5",
        recipient="age1x",
        forms=(FormThere(kit_id="k", id="aXb", version="2", key="MII"), FormThere(kit_id="")),
    )
    sealed = Sealed(
        id=SubmissionId("s1"),
        conversation_id=conversation_id,
        revision=1,
        replaces_id=None,
        body=bytes(range(256)),
        sha256="0" * 64,
        sealed_at=NOW,
    )
    corrected = replace(sealed, id=SubmissionId("s2"), revision=2, replaces_id=sealed.id)
    item = OutboxItem(
        id=OutboxItemId("i1"),
        submission_id=sealed.id,
        destination_id=destination.id,
        state=OutboxState.WAITING,
        maybe_stored=True,
        attempts=3,
        conflicts=1,
        first_conflict_at=NOW,
        next_try_at=NOW,
        lease_owner="me",
        lease_until=NOW,
        reason=next(iter(OutcomeKind)),
        updated_at=NOW,
    )
    event = DeliveryEvent(at=NOW, what="sealed", status=201, detail="Created")
    receipt = KeptReceipt(
        signed=SignedReceipt(
            receipt=Receipt(
                id=sealed.id, sha256=sealed.sha256, endpoint="e", stored_at=NOW.isoformat()
            ),
            signature="c2ln",
            is_verified=True,
        ),
        received_at=NOW,
    )
    with store.writing() as unit:
        unit.destinations.keep(destination, NOW)
        unit.outbox.add_submission(sealed)
        unit.outbox.add_submission(corrected)
        unit.outbox.keep_item(replace(item, attempts=1))
        unit.outbox.keep_item(item)
        unit.outbox.add_event(item.id, event)
        unit.outbox.add_receipt(item.id, receipt)
        unit.outbox.add_receipt(item.id, replace(receipt, received_at=NOW + timedelta(days=1)))
        health = replace(
            unit.destinations.health(destination.id),
            state=DestinationState.PORTAL,
            until=NOW,
            failures=4,
        )
        unit.destinations.keep_health(health)
    with again(store) as other, other.reading() as unit:
        assert unit.destinations.all() == (destination,)
        assert unit.destinations.one(destination.id) == destination
        assert unit.destinations.health(destination.id) == health
        assert unit.outbox.submissions_of(conversation_id) == (corrected, sealed)
        assert unit.outbox.submission(sealed.id) == sealed
        assert unit.outbox.items() == (item,)
        assert unit.outbox.items(OutboxState.WAITING, OutboxState.READY) == (item,)
        assert unit.outbox.items(OutboxState.CONFIRMED) == ()
        assert unit.outbox.item_of(sealed.id) == item
        assert unit.outbox.item_of(corrected.id) is None
        assert unit.outbox.history(item.id) == (event,)
        assert unit.outbox.receipt(item.id) == receipt


def test_swap_is_refused_when_the_item_moved_on(kept: tuple[Store, ConversationId]) -> None:
    store, conversation_id = kept
    sealed = Sealed(
        id=SubmissionId("s3"),
        conversation_id=conversation_id,
        revision=3,
        replaces_id=None,
        body=b"{}",
        sha256="1" * 64,
        sealed_at=NOW,
    )
    item = OutboxItem(id=OutboxItemId("i3"), submission_id=sealed.id, updated_at=NOW)
    mine = replace(item, state=OutboxState.SENDING, attempts=1, lease_owner="mine")
    theirs = replace(mine, lease_owner="theirs")
    with store.writing() as unit:
        unit.outbox.add_submission(sealed)
        unit.outbox.keep_item(item)
    with store.writing() as unit:
        assert unit.outbox.swap_item(item, mine)
    with store.writing() as unit:
        assert not unit.outbox.swap_item(item, theirs)
        assert unit.outbox.item(item.id) == mine


def test_reading_refuses_what_was_never_there(kept: tuple[Store, ConversationId]) -> None:
    store, _ = kept
    with store.reading() as unit:
        for ask in (
            lambda: unit.conversations.get(ConversationId("none")),
            lambda: unit.conversations.kit_body("none"),
            lambda: unit.notes.get(NoteId("none")),
            lambda: unit.outbox.submission(SubmissionId("none")),
            lambda: unit.outbox.item(OutboxItemId("none")),
            lambda: unit.destinations.one(DestinationId("none")),
        ):
            with pytest.raises(LookupError):
                ask()


def test_times_keep_their_moment_and_offset(kept: tuple[Store, ConversationId]) -> None:
    store, conversation_id = kept
    with store.writing() as unit:
        unit.conversations.beat(conversation_id, Moment(wall=NOW))
    with store.reading() as unit:
        found = unit.conversations.last_beat(conversation_id)
    assert found is not None
    assert found.wall.astimezone(UTC) == NOW.astimezone(UTC)
    assert found.wall.utcoffset() == NOW.utcoffset()
