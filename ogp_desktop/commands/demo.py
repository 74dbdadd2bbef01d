"""``ogp-desktop demo``: the sample conversation through the real services, file, server and HTTP.

Only the time is moved by hand, so that ninety minutes pass at once. One attempt finds nobody, one
reply is lost, and the receipt that comes in the end is checked against the bytes at the endpoint.
"""

import argparse
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ogp_desktop import paths, wiring
from ogp_desktop.clocks import MovedClock
from ogp_desktop.commands.answers import answer
from ogp_desktop.commands.window import application
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.sealing import submission_from_bytes
from ogp_desktop.endpoint.bad_line import bad_line
from ogp_desktop.endpoint.serve import RunningEndpoint, running_endpoint
from ogp_desktop.kits.localised import in_language
from ogp_desktop.services import addressing, delivering, outbox_reading, reading, sample, sealing
from ogp_desktop.services.delivering import Sender
from ogp_desktop.services.outbox_reading import Dispatch
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.wiring import Folders

SAMPLE = "ogp-strategy-2022.fr.toml"
_MOST_ATTEMPTS = 10
STORY = timedelta(minutes=129)
"""From the start of the preparation to the receipt: it ends about now."""


class _Story:
    """Tells each step as it happens, unless only JSON was asked for."""

    def __init__(self, is_silent: bool) -> None:
        self._is_silent = is_silent
        self._step = 0

    def tell(self, what: str, *more: str) -> None:
        self._step += 1
        if self._is_silent:
            return
        print(f"{self._step:>2}. {what}", flush=True)
        for line in more:
            print(f"    {line}", flush=True)


def demo(asked: argparse.Namespace) -> int:
    """Hold the sample conversation from kit to receipt; exit 0 only with a proven receipt."""
    story = _Story(is_silent=asked.json)
    with _folders(asked) as (where, out):
        clock = MovedClock(datetime.now().astimezone() - STORY)
        at = wiring.open_workplace(where, clock)
        try:
            sealed = _hold(at, clock, story)
            dispatch, stored = _hand_over(at, clock, where.data / "endpoint.sqlite3", sealed, story)
            reports = _report(at, dispatch, out)
        finally:
            at.store.close()
        digest = hashlib.sha256(stored).hexdigest()
        is_proven = (
            dispatch.item.state is OutboxState.CONFIRMED
            and dispatch.receipt is not None
            and dispatch.receipt.signed.receipt.sha256 == digest == dispatch.sealed.sha256
        )
        story.tell("The report of what was handed over", *map(str, reports))
        story.tell(
            "Proven: the receipt names the very bytes that the endpoint stores"
            if is_proven
            else "NOT proven: receipt and stored bytes differ"
        )
        if asked.json:
            answer(asked, _as_json(dispatch, where, out, stored), ())
        return 0 if is_proven else 1


@contextmanager
def _folders(asked: argparse.Namespace) -> Iterator[tuple[Folders, Path]]:
    """Give a data folder of the demonstration's own, never the person's, and one for the report."""
    named: Path | None = getattr(asked, "data_dir", None)
    data = named or Path(tempfile.mkdtemp(prefix="ogp-desktop-demo-"))
    out = asked.out or data / "out"
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble("cannot_write", what=str(out), errno=error.errno) from error
    yield wiring.folders(data), out


def _hold(at: Workplace, clock: MovedClock, story: _Story) -> sealing.SealedAndQueued:
    script = sample.read_sample(paths.data_root() / "samples" / SAMPLE)
    kit = at.library.newest(script.kit)
    local = in_language(kit, script.language)
    story.tell(f"Kit: {local.title}", *(f"{one.number}. {one.text}" for one in local.questions))
    conversation_id = sample.prepare_sample(at, script)
    agenda = reading.prepared(at, conversation_id=conversation_id).conversation.agenda
    story.tell(
        f"Agenda: {agenda.minutes} minutes for {script.people} people",
        ", ".join(f"{block.id} {block.minutes}" for block in agenda.blocks),
    )
    sample.hold_sample(at, script, conversation_id, lambda minutes: clock.move(60 * minutes))
    notes = reading.notes_of(at, conversation_id=conversation_id)
    story.tell(
        f"The conversation was held against the clock; {len(notes)} notes are on disk",
        *(f"{note.question_id} {note.kind_id}: {note.text}" for note in notes[:3]),
        "...",
    )
    sample.review_sample(at, script, conversation_id)
    story.tell(f"Individual views: {script.views.total_received} on paper, as counts only")
    clock.move(600)
    made = sealing.seal(at, conversation_id=conversation_id)
    story.tell(
        "Observations reviewed, sealed and queued",
        f"submission {made.sealed.id}, revision {made.sealed.revision}",
        f"sha256 {made.sealed.sha256}, {len(made.sealed.body)} bytes",
    )
    return made


def _hand_over(
    at: Workplace,
    clock: MovedClock,
    endpoint_file: Path,
    made: sealing.SealedAndQueued,
    story: _Story,
) -> tuple[Dispatch, bytes]:
    secrets = MemorySecrets()
    sender = wiring.sender(secrets)
    database = f"sqlite:///{endpoint_file}"
    with running_endpoint(database) as endpoint:
        url, key = endpoint.url, endpoint.receipt_key
    to = addressing.set_destination(
        at, secrets, name="Endpoint on this computer", url=url, receipt_key=key
    )
    addressing.send(at, item_id=made.item.id, destination_id=to.id)
    _attempt(at, sender, story, "The endpoint is down")
    with running_endpoint(database, port=urlsplit(url).port or 0) as endpoint:
        secrets.keep(to.id, endpoint.token)
        with bad_line(endpoint.url) as line:
            addressing.set_destination(
                at, secrets, name=to.name, url=line, receipt_key=key, destination_id=to.id
            )
            addressing.send(at, item_id=made.item.id, destination_id=to.id)
            dispatch = _until_confirmed(at, clock, sender, made, story)
        stored = endpoint.store.body(made.sealed.id) or b""
        _tell_receipt(dispatch, endpoint, story)
    return dispatch, stored


def _until_confirmed(
    at: Workplace,
    clock: MovedClock,
    sender: Sender,
    made: sealing.SealedAndQueued,
    story: _Story,
) -> Dispatch:
    for attempt in range(_MOST_ATTEMPTS):
        clock.move(15 * 60)
        _attempt(at, sender, story, "The reply is lost on the way" if attempt == 0 else "Again")
        dispatch = outbox_reading.dispatch(at, item_id=made.item.id)
        if dispatch.item.state is OutboxState.CONFIRMED:
            return dispatch
    return dispatch


def _attempt(at: Workplace, sender: Sender, story: _Story, what: str) -> None:
    delivered = delivering.deliver_next(at, sender)
    if delivered is None:
        story.tell(f"{what}: nothing was due")
        return
    item, outcome = delivered.item, delivered.outcome
    line = f"attempt {item.attempts}: {outcome.kind.value}, the item is {item.state.value}"
    story.tell(
        what,
        f"{line}, it {'may' if item.maybe_stored else 'cannot'} be there already"
        if item.state is not OutboxState.CONFIRMED
        else line,
    )


def _tell_receipt(dispatch: Dispatch, endpoint: RunningEndpoint, story: _Story) -> None:
    if dispatch.receipt is None:
        story.tell("No receipt came")
        return
    receipt = dispatch.receipt.signed.receipt
    story.tell(
        "Receipt",
        f"endpoint {receipt.endpoint}, stored {receipt.stored_at}",
        f"sha256 {receipt.sha256}",
        f"signature {'valid' if dispatch.receipt.signed.is_verified else 'not checked'}",
        f"rows at the endpoint: {len(endpoint.store.listed())}",
    )


def _report(at: Workplace, dispatch: Dispatch, out: Path) -> tuple[Path, ...]:
    submission = submission_from_bytes(dispatch.sealed.body)
    kit = reading.prepared(at, conversation_id=dispatch.conversation.id).kit
    local = in_language(kit, kit.best_language(dispatch.conversation.preparation.language))
    sealed = out / f"{submission.id}.json"
    sealed.write_bytes(dispatch.sealed.body)
    time = reading.time_of(at, conversation_id=dispatch.conversation.id)
    html = wiring.report_html(submission, local, dispatch.receipt, time)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # a PDF needs fonts, not a screen
    _app = application()
    reports = (out / "report.pdf", out / "report.html")
    for path in reports:
        wiring.write_report(html, path)
    return *reports, sealed


def _as_json(dispatch: Dispatch, where: Folders, out: Path, stored: bytes) -> dict[str, Any]:
    receipt = dispatch.receipt
    return {
        "submission": {
            "id": dispatch.sealed.id,
            "sha256": dispatch.sealed.sha256,
            "bytes": len(dispatch.sealed.body),
        },
        "state": dispatch.item.state.value,
        "attempts": dispatch.item.attempts,
        "receipt": receipt
        and {
            **asdict(receipt.signed.receipt),
            "signature": receipt.signed.signature,
            "is_verified": receipt.signed.is_verified,
        },
        "stored_sha256": hashlib.sha256(stored).hexdigest(),
        "data_dir": str(where.data),
        "out_dir": str(out),
    }
