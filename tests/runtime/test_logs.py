"""Logs hold types and places and never words: one sentence is sent everywhere and sought."""

import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from ogp_desktop import logs
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.domain.ids import ConversationId, NoteId
from ogp_desktop.domain.individual_views import IndividualViews
from ogp_desktop.domain.notes import Lean
from ogp_desktop.paths import data_root
from ogp_desktop.services import (
    addressing,
    note_taking,
    preparing,
    reviewing,
    running,
    sample,
    sealing,
    tallying,
)
from ogp_desktop.services.note_taking import Entry
from ogp_desktop.services.workplace import Workplace
from tests.support.clock import FixedClock
from tests.support.workplaces import OGP, line, workplace_at

SENTENCE = "Amavi dit que le maire a volé le puits 90 12 34 56"
_log = logging.getLogger("ogp_desktop.test")


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Start the log in a folder; return what reads everything that was written there."""
    stop = logs.start(tmp_path / "logs")

    def everything() -> str:
        files = (tmp_path / "logs").glob("*.log*")
        return "".join(path.read_text(encoding="utf-8") for path in files)

    yield everything
    stop()


def attempt(act: Callable[[], object]) -> None:
    """Do it; log what comes of it in the ways that the program does."""
    try:
        act()
    except Exception as error:  # noqa: BLE001  whatever it is, it is logged
        _log.error("delivery: %s", logs.describe(error))
        _log.exception("fault")
        _log.warning("again", exc_info=error)
    else:
        _log.info("done")


def everywhere(at: Workplace, conversation_id: ConversationId, note_id: NoteId) -> None:
    """Send the sentence through every service, also where it is refused or breaks a rule of SQL."""
    here = {"conversation_id": conversation_id}
    preparation = preparing.create_conversation(at, kit_id=OGP, language="fr").preparation
    review = reviewing.reviewed(at, conversation_id=conversation_id).review
    lean = Lean(choice_id=SENTENCE, step=9)
    for act in (
        lambda: preparing.create_conversation(at, kit_id=SENTENCE, language=SENTENCE),
        lambda: preparing.create_conversation(at, kit_id=OGP, language="fr", title=SENTENCE),
        lambda: preparing.rename_conversation(at, **here, title=SENTENCE * 9, place=SENTENCE),
        lambda: preparing.change_preparation(
            at, **here, preparation=replace(preparation, place=SENTENCE, group_counts={SENTENCE: 1})
        ),
        lambda: preparing.set_item_minutes(at, **here, item_id=SENTENCE, minutes=3),
        lambda: running.move_to(at, **here, item_id=SENTENCE),
        lambda: note_taking.record_note(at, **here, entry=line(SENTENCE)),
        lambda: note_taking.record_note(at, **here, entry=line(SENTENCE * 200)),
        lambda: note_taking.record_note(
            at,
            **here,
            entry=Entry(
                question_id=SENTENCE, kind_id=SENTENCE, text=SENTENCE, card_id=NoteId(SENTENCE)
            ),
        ),
        lambda: note_taking.keep_draft(at, **here, entry=line(SENTENCE)),
        lambda: note_taking.keep_draft(
            at, conversation_id=ConversationId(SENTENCE), entry=line(SENTENCE)
        ),
        lambda: note_taking.edit_note(at, note_id=note_id, text=SENTENCE),
        lambda: note_taking.edit_note(at, note_id=NoteId(SENTENCE), text=SENTENCE),
        lambda: note_taking.assign_group(at, note_id=note_id, group_id=SENTENCE),
        lambda: note_taking.record_lean(at, **here, lean=lean),
        lambda: note_taking.mark_prompt(
            at,
            conversation_id=ConversationId(SENTENCE),
            prompt_id=SENTENCE,
            is_being_asked=True,
        ),
        lambda: tallying.keep_views(
            at, **here, views=IndividualViews(tallies={SENTENCE: {SENTENCE: -1}})
        ),
        lambda: reviewing.keep_review(
            at, **here, review=replace(review, summary=SENTENCE, answers={SENTENCE: SENTENCE})
        ),
        lambda: sealing.seal(at, **here),
        lambda: addressing.set_destination(
            at, MemorySecrets(), name=SENTENCE, url=SENTENCE, receipt_key=SENTENCE
        ),
    ):
        attempt(act)


def test_no_word_of_anybody_reaches_a_log(tmp_path: Path, logged: Callable[[], str]) -> None:
    clock = FixedClock()
    script = sample.read_sample(sample.nearest_sample(data_root() / "samples", "fr"))
    with workplace_at(tmp_path / "data", clock) as at:
        conversation_id = sample.prepare_sample(at, script)
        sample.hold_sample(
            at, script, conversation_id, lambda minutes: clock.advance(timedelta(minutes=minutes))
        )
        with at.store.reading() as unit:
            note_id = unit.notes.of(conversation_id)[0].id
        everywhere(at, conversation_id, note_id)
    found = logged()
    assert found.count("done") >= 5
    assert found.count("ERROR") >= 10
    assert "IntegrityError" in found
    assert "Refusal(" in found
    for word in ("Amavi", "puits", "90 12", "budget"):
        assert word not in found


@pytest.mark.parametrize(
    "error",
    [
        ValueError(SENTENCE),
        Refusal("too_long", field=SENTENCE),
        Trouble("cannot_write", what=SENTENCE),
        IntegrityError(SENTENCE, {"text": SENTENCE}, ValueError(SENTENCE)),
        ExceptionGroup(SENTENCE, [ValueError(SENTENCE)]),
        UnicodeEncodeError("ascii", SENTENCE, 0, 1, SENTENCE),
    ],
)
def test_error_is_told_by_type_and_place_alone(error: Exception, logged: Callable[[], str]) -> None:
    def breaks() -> None:
        error.add_note(SENTENCE)
        raise error from ValueError(SENTENCE)

    attempt(breaks)
    found = logged()
    assert type(error).__name__ in found
    assert "test_logs.py" in found
    assert "Amavi" not in found


def test_fault_in_a_thread_is_logged_and_nothing_of_it_printed(
    logged: Callable[[], str], capsys: pytest.CaptureFixture[str]
) -> None:
    def breaks() -> None:
        raise ValueError(SENTENCE)

    thread = threading.Thread(target=breaks)
    thread.start()
    thread.join()
    assert "ValueError" in logged()
    assert "Amavi" not in logged() + "".join(capsys.readouterr())


def test_long_log_is_kept_once_and_begun_anew(tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    folder.mkdir()
    (folder / "program.log").write_text("x" * 600_000)
    stop = logs.start(folder)
    _log.info("begun")
    stop()
    assert (folder / "program.1.log").stat().st_size == 600_000
    assert (folder / "program.log").read_text().endswith("begun\n")


def test_folder_that_cannot_be_written_is_no_reason_not_to_start(tmp_path: Path) -> None:
    (tmp_path / "logs").touch()
    stop = logs.start(tmp_path / "logs")
    _log.info("begun")
    stop()
    assert (tmp_path / "logs").read_bytes() == b""
