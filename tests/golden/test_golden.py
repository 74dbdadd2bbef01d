"""The data file of every release opens in this one, with all that was in it."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest

from ogp_desktop.domain.conversation import ConversationState
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.sealing import submission_from_bytes
from ogp_desktop.services import note_taking, outbox_reading, reading, running
from ogp_desktop.services.workplace import Workplace
from tests.golden import make
from tests.support.workplaces import file_in, workplace_at

pytestmark = pytest.mark.slow

FILES = sorted(Path(__file__).parent.glob("*.sqlite3"))


@pytest.mark.parametrize("golden", FILES, ids=lambda path: path.stem)
def test_data_file_of_a_release_opens_whole(golden: Path, tmp_path: Path) -> None:
    copyfile(golden, file_in(tmp_path))
    with workplace_at(tmp_path, first_id=900_000) as at:
        check(at)
    with closing(sqlite3.connect(file_in(tmp_path))) as file:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []


def test_golden_file_can_be_made_again(tmp_path: Path) -> None:
    make.make(file_in(tmp_path), tmp_path)
    with workplace_at(tmp_path, first_id=900_000) as at:
        check(at)


def check(at: Workplace) -> None:
    """Read everything, and go on with it."""
    assert len(reading.conversations(at)) == 2
    (found,) = running.interrupted(at)
    assert found.question_number == 2
    assert len(reading.notes_of(at, conversation_id=found.conversation.id)) > 10
    assert found.draft is not None
    assert found.draft.text == "Ce qui se tapait au moment"
    with at.store.reading() as unit:
        (confirmed,) = (
            one for one in unit.conversations.all() if one.state is ConversationState.SEALED
        )
        sealed = unit.outbox.submissions_of(confirmed.id)
        items = unit.outbox.items()
    assert [one.revision for one in sealed] == [2, 1]
    for one in sealed:
        assert hashlib.sha256(one.body).hexdigest() == one.sha256
        assert submission_from_bytes(one.body).id == one.id
    for item in items:
        dispatch = outbox_reading.dispatch(at, item_id=item.id)
        assert dispatch.item.state is OutboxState.CONFIRMED
        assert dispatch.receipt is not None
        assert dispatch.receipt.signed.is_verified
        assert dispatch.receipt.signed.receipt.sha256 == dispatch.sealed.sha256
    seen = reading.run(at, conversation_id=found.conversation.id)
    assert seen.leans
    note_taking.hear_again(at, note_id=seen.notes[0].id)
    assert len(note_taking.undo_last(at, conversation_id=found.conversation.id).notes) == 1
