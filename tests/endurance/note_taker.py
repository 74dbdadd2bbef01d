"""A scripted note-taker in a process of its own, to be killed; it tells what it was promised.

Whatever is kept is told only after the service returned, so the one who reads it may hold the
program to it; what is about to be done is told as ``going_to`` and ``typing``.
"""

from collections.abc import Callable
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

from ogp_desktop.clocks import SystemClock
from ogp_desktop.domain.conversation import ConversationState
from ogp_desktop.domain.ids import ConversationId, NoteId
from ogp_desktop.domain.notes import Lean
from ogp_desktop.paths import data_root
from ogp_desktop.services import note_taking, reviewing, running, sample, sealing
from ogp_desktop.services.note_taking import Entry
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.storage.snapshots import Snapshots
from ogp_desktop.wiring import folders, open_workplace

SAMPLE = data_root() / "samples" / "ogp-strategy-2022.fr.toml"
ITEMS = ("q1", "q2", "q3")
SENTENCE = "Le budget de la commune n'est publié qu'après le vote"


def opened(folder: Path) -> Workplace:
    """Open the data file of a folder as the program does."""
    return open_workplace(folders(folder))


def take_notes(folder: str, conversation_id: ConversationId, told: Connection) -> None:
    """Go on with a running conversation until killed: type, save, mark, move, pause, copy."""
    at = opened(Path(folder))
    told.send(("opened",))
    (found,) = running.interrupted(at)
    if found.conversation.state is ConversationState.PAUSED:
        running.resume(at, conversation_id=conversation_id)
    told.send(("state", "running"))
    where = folders(Path(folder))
    copies = Snapshots(where.file, where.snapshots, SystemClock().now)
    for turn in count():
        item_id = ITEMS[turn % 3]
        text = f"{SENTENCE} {turn} {at.new_id()}"
        told.send(("going_to", item_id))
        running.move_to(at, conversation_id=conversation_id, item_id=item_id)
        told.send(("item", item_id))
        note_id = _write(at, conversation_id, item_id, text, told)
        _mark(at, conversation_id, note_id, turn)
        if turn % 4 == 3:
            running.pause(at, conversation_id=conversation_id)
            told.send(("state", "paused"))
            running.resume(at, conversation_id=conversation_id)
            told.send(("state", "running"))
        if turn % 5 == 4:
            copies.take()
        running.beat(at, conversation_id=conversation_id)
        told.send(("beat", at.clock.now().isoformat()))


def _write(
    at: Workplace, conversation_id: ConversationId, item_id: str, text: str, told: Connection
) -> NoteId:
    def entry(words: str) -> Entry:
        return Entry(question_id=item_id, kind_id="challenge", text=words)

    for length in (len(text) // 2, len(text)):
        told.send(("typing", text[:length]))
        note_taking.keep_draft(at, conversation_id=conversation_id, entry=entry(text[:length]))
        told.send(("draft", text[:length]))
    note = note_taking.record_note(at, conversation_id=conversation_id, entry=entry(text)).note
    told.send(("note", note.id, text))
    return note.id


def _mark(at: Workplace, conversation_id: ConversationId, note_id: NoteId, turn: int) -> None:
    note_taking.hear_again(at, note_id=note_id)
    note_taking.rank_card(at, note_id=note_id, rank=turn % 3 + 1)
    note_taking.record_lean(
        at, conversation_id=conversation_id, lean=Lean(choice_id="q2a", step=turn % 5 - 2)
    )
    if turn % 7 == 6:
        note_taking.toggle_key(at, note_id=note_id)
        note_taking.undo_last(at, conversation_id=conversation_id)


def hold_and_review(folder: Path) -> ConversationId:
    """Hold the sample conversation and settle its review, ready to be sealed."""
    at = opened(folder)
    script = sample.read_sample(SAMPLE)
    conversation_id = sample.prepare_sample(at, script)
    sample.hold_sample(at, script, conversation_id, lambda _minutes: None)
    sample.review_sample(at, script, conversation_id)
    at.store.close()
    return conversation_id


def seal_again_and_again(folder: str, conversation_id: ConversationId, told: Connection) -> None:
    """Seal one revision after the other until killed."""
    at = opened(Path(folder))
    told.send(("opened",))
    for revision in count(1):
        review = reviewing.reviewed(at, conversation_id=conversation_id).review
        reviewing.keep_review(at, conversation_id=conversation_id, review=review)
        made = sealing.seal(at, conversation_id=conversation_id)
        told.send(("sealed", made.sealed.id, made.sealed.sha256, made.item.id, revision))


def first_start(folder: str, _conversation_id: ConversationId, told: Connection) -> None:
    """Make the data file for the first time."""
    opened(Path(folder)).store.close()
    told.send(("opened",))


Script = Callable[[str, ConversationId, Connection], None]
