"""The program is killed at random moments, over and over on one file: nothing kept is ever lost."""

import hashlib
import multiprocessing
import os
import random
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from time import monotonic

import pytest

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.notes import Draft
from ogp_desktop.services import reading, running
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.storage.store import Store
from ogp_desktop.storage.upgrade import FileState, look_at
from ogp_desktop.wiring import folders
from tests.endurance import note_taker
from tests.endurance.note_taker import Script, opened
from tests.support.workplaces import begun

KILLS = int(os.environ.get("OGP_KILLS", "200"))
"""``OGP_KILLS`` asks for fewer or more."""
SEALED_KILLS = 30
FIRST_STARTS = 20
KILLED = 9
MOMENTS = (None, "opened", "draft", "note", "beat", "note")
"""What is waited for before the moment of death is drawn: also while the file is being opened."""
SEED = 20220801
pytestmark = pytest.mark.slow


def run_and_kill(
    context: multiprocessing.context.BaseContext,
    script: Script,
    folder: Path,
    conversation_id: ConversationId,
    after_s: float,
    *,
    first: str | None,
) -> list[tuple[str, ...]]:
    """Run a script, kill it so many seconds after it first told this; return all that it told.

    Without ``first`` the time runs from the start of the process.
    """
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=script, args=(str(folder), conversation_id, there))
    process.start()
    there.close()
    told: list[tuple[str, ...]] = []
    while first is not None and (not told or told[-1][0] != first):
        told.append(here.recv())
    until = monotonic() + after_s
    try:
        while (left := until - monotonic()) > 0 and here.poll(left):
            told.append(here.recv())
        process.kill()
        while here.poll(5):
            told.append(here.recv())
    except EOFError:
        pass
    process.join()
    assert process.exitcode in {-KILLED, 0}, "it died before it was killed"
    process.close()
    here.close()
    return told


@dataclass
class Promised:
    """What the program said it kept, over all its lives."""

    notes: dict[str, str] = field(default_factory=dict)
    draft: str | None = None
    typing: str | None = None
    item: str | None = None
    going_to: str | None = None
    state: str = "running"
    beat: datetime | None = None

    def hear(self, told: list[tuple[str, ...]]) -> None:
        """Take in what one life of the program told."""
        for kind, *facts in told:
            match kind:
                case "note":
                    self.notes[facts[0]] = facts[1]
                    self.draft = None
                case "draft":
                    self.draft = facts[0]
                case "typing":
                    self.typing = facts[0]
                case "going_to":
                    self.going_to = facts[0]
                case "item":
                    self.item = facts[0]
                case "state":
                    self.state = facts[0]
                case "beat":
                    self.beat = datetime.fromisoformat(facts[0])


def check_file(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
        return dict(file.execute("SELECT id, text FROM note").fetchall())


def check_found(
    at: Workplace, conversation_id: ConversationId, kept: dict[str, str], promised: Promised
) -> None:
    """Hold what a start finds against what the killed program had promised."""
    store = Store(at.store.path)
    try:
        (found,) = running.interrupted(replace(at, store=store))
        notes = reading.notes_of(replace(at, store=store), conversation_id=conversation_id)
    finally:
        store.close()
    assert found.conversation.id == conversation_id
    assert found.conversation.preparation.title == "Kpalimé"
    assert len(notes) >= len(promised.notes)
    assert found.schedule.started_at is not None
    assert 0 <= found.schedule.elapsed_s <= 3600
    assert found.last_saved_at <= at.clock.now()
    if promised.beat is not None:
        assert (promised.beat - found.last_saved_at).total_seconds() < 0.5
    # What was begun may be on disk as well: it was killed before it could tell.
    if promised.item is not None:
        assert found.schedule.block_id in {promised.item, promised.going_to}
    promised.item = found.schedule.block_id
    if promised.draft is not None:
        check_typed(found.draft, kept, promised)


def check_typed(draft: Draft | None, kept: dict[str, str], promised: Promised) -> None:
    typed = promised.draft or ""
    is_a_note = any(text.startswith(typed) for text in kept.values())
    assert is_a_note or (draft is not None and draft.text in {typed, promised.typing})


def test_no_kept_note_is_lost_however_often_it_is_killed(
    tmp_path: Path, context: multiprocessing.context.BaseContext
) -> None:
    chance = random.Random(SEED)
    at = opened(tmp_path)
    conversation_id = begun(at)
    at.store.close()
    promised = Promised()
    lives_with_notes = 0
    for kill in range(KILLS):
        told = run_and_kill(
            context,
            note_taker.take_notes,
            tmp_path,
            conversation_id,
            chance.uniform(0, 0.12),
            first=MOMENTS[kill % len(MOMENTS)],
        )
        promised.hear(told)
        lives_with_notes += any(kind == "note" for kind, *_ in told)
        kept = check_file(folders(tmp_path).file)
        check_found(at, conversation_id, kept, promised)
        lost = {one: text for one, text in promised.notes.items() if kept.get(one) != text}
        assert not lost, f"kill {kill}"
    assert lives_with_notes >= KILLS * MOMENTS.count("note") // len(MOMENTS)
    assert len(promised.notes) >= lives_with_notes


def test_seal_is_whole_or_not_at_all_when_killed(
    tmp_path: Path, context: multiprocessing.context.BaseContext
) -> None:
    chance = random.Random(SEED)
    conversation_id = note_taker.hold_and_review(tmp_path)
    sealed: dict[str, tuple[str, str]] = {}
    for number in range(SEALED_KILLS):
        told = run_and_kill(
            context,
            note_taker.seal_again_and_again,
            tmp_path,
            conversation_id,
            chance.uniform(0, 0.12),
            first="sealed" if number % 2 else "opened",
        )
        sealed |= {facts[0]: (facts[1], facts[2]) for kind, *facts in told if kind == "sealed"}
        check_file(folders(tmp_path).file)
        check_seals(folders(tmp_path).file, conversation_id, sealed)
    assert len(sealed) >= SEALED_KILLS // 2


def check_seals(
    path: Path, conversation_id: ConversationId, sealed: dict[str, tuple[str, str]]
) -> None:
    with closing(sqlite3.connect(path)) as file:
        rows = file.execute(
            "SELECT s.id, s.body, s.sha256, s.revision, s.replaces_id, i.id, count(e.seq) "
            "FROM submission s LEFT JOIN outbox_item i ON i.submission_id = s.id "
            "LEFT JOIN delivery_event e ON e.item_id = i.id GROUP BY s.id ORDER BY s.revision"
        ).fetchall()
        (state,) = file.execute(
            "SELECT state FROM conversation WHERE id = ?", (conversation_id,)
        ).fetchone()
    assert state == ("sealed" if rows else "held")
    assert [row[3] for row in rows] == list(range(1, len(rows) + 1))
    assert [row[4] for row in rows] == [None, *(row[0] for row in rows[:-1])][: len(rows)]
    for _, body, sha256, _, _, item_id, events in rows:
        assert hashlib.sha256(body).hexdigest() == sha256
        assert item_id is not None
        assert events == 1
    found = {row[0]: (row[2], row[5]) for row in rows}
    assert sealed.items() <= found.items()


def test_first_start_that_is_killed_leaves_a_file_that_the_next_start_makes_ready(
    tmp_path: Path, context: multiprocessing.context.BaseContext
) -> None:
    chance = random.Random(SEED)
    for number in range(FIRST_STARTS):
        folder = tmp_path / str(number)
        run_and_kill(
            context,
            note_taker.first_start,
            folder,
            ConversationId("none"),
            chance.uniform(0, 0.12),
            first=None,
        )
        assert look_at(folders(folder).file).state in {FileState.MISSING, FileState.CURRENT}
        at = opened(folder)
        at.store.close()
        assert look_at(folders(folder).file).state is FileState.CURRENT
