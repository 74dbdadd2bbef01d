"""Proof 14: the faults that other programs really had, put into this one by name, and
each of them is caught. The program as it is passes the same storm.

"Re-encrypt on retry" belongs to encrypted forms and is tried where those are.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, update

from ogp_desktop.delivery import answers, json_put
from ogp_desktop.delivery.exchange import Exchange
from ogp_desktop.domain.gateway import Parcel
from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.domain.receipt import Receipt, SignedReceipt
from ogp_desktop.services import claiming, delivering
from ogp_desktop.services.open_gateways import OpenGateways
from ogp_desktop.storage import schema
from ogp_desktop.storage.outbox import KeptReceipt
from tests.support.ledger import STORED_AT
from tests.support.storm import weather

Patch = pytest.MonkeyPatch


def test_program_as_it_is_weathers_the_storm(tmp_path: Path) -> None:
    weather(tmp_path)


def _believed(parcel_id: str, digest: str) -> SignedReceipt:
    receipt = Receipt(id=SubmissionId(parcel_id), sha256=digest, endpoint="e", stored_at=STORED_AT)
    return SignedReceipt(receipt=receipt)


def accept_any_2xx(patch: Patch) -> None:
    """CommCare: whatever begins with a 2 is success."""
    really = answers.judge_receipt

    def judge(status: int, *given: Any, **named: Any) -> Any:
        if 200 <= status < 300:
            return _believed(named["submission_id"], named["sha256"])
        return really(status, *given, **named)

    patch.setattr(answers, "judge_receipt", judge)


def believe_any_key(patch: Patch) -> None:
    """A receipt is believed whoever signed it."""
    really = json_put.outcome_of
    patch.setattr(json_put, "outcome_of", lambda answer, parcel, _: really(answer, parcel, None))


def new_id_on_409(patch: Patch) -> None:
    """A conflict is got round by sending the same words under a fresh id."""
    really = OpenGateways.deliver

    def deliver(self: OpenGateways, to: Any, parcel: Parcel, **named: Any) -> Outcome:
        outcome = really(self, to, parcel, **named)
        if outcome.kind is not OutcomeKind.CONFLICT:
            return outcome
        fresh = SubmissionId(f"{parcel.submission_id[:-4]}ffff")
        data = parcel.data.replace(parcel.submission_id.encode(), fresh.encode())
        other = replace(parcel, submission_id=fresh, data=data, sha256=sha256(data).hexdigest())
        told = really(self, to, other, **named)
        if told.receipt is None:
            return told
        return replace(told, receipt=_believed(parcel.submission_id, parcel.sha256))

    patch.setattr(OpenGateways, "deliver", deliver)


def delete_before_commit(patch: Patch) -> None:
    """ODK Collect, getodk#1017: what was handed to the network is removed, then the answer read."""
    really = delivering._Run._sent

    def sent(self: Any, claimed: Any) -> Any:
        with self.at.store.writing() as unit:
            table = schema.submission
            unit.outbox._connection.execute(
                update(table).where(table.c.id == claimed.sealed.id).values(body=b"")
            )
        return really(self, claimed)

    patch.setattr(delivering._Run, "_sent", sent)


def re_serialise_on_retry(patch: Patch) -> None:
    """A retry writes the same content anew."""

    def made(**named: Any) -> Parcel:
        if named["attempt"] > 1:
            data = json.dumps(json.loads(named["data"]), indent=1).encode()
            named |= {"data": data, "sha256": sha256(data).hexdigest()}
        return Parcel(**named)

    patch.setattr(claiming, "Parcel", made)


def count_the_attempt_after_sending(patch: Patch) -> None:
    """withoneai/cli#190: what is not on disk before the socket opens is forgotten by a crash."""
    really = delivering.record

    def write(self: Any, claim: Any = None) -> Any:
        claimed, done = self._written(None)
        self._tell(done)
        if claim is None:
            return None
        with self.sitting.writing() as unit:
            claimed = claim(unit)
            unit.outbox._connection.rollback()
        return claimed

    def record(at: Any, unit: Any, answered: Any, jitter: float) -> Any:
        unit.outbox.keep_item(answered.claimed.item)
        return really(at, unit, answered, jitter)

    patch.setattr(delivering._Run, "_write", write)
    patch.setattr(delivering._Run, "_write_beside", lambda *_: None)
    patch.setattr(delivering, "record", record)


def claim_the_next_in_memory_alone(patch: Patch) -> None:
    """The next item is known and not claimed in the file when its request begins."""
    really, forgotten = delivering._Run._next, set[str]()

    def claimed(self: Any, unit: Any, **named: Any) -> Any:
        claimed = really(self, unit, **named)
        if claimed is not None and claimed.item.id not in forgotten:
            forgotten.add(claimed.item.id)  # each once, or some would go for ever
            unit.outbox.keep_item(claimed.before)
        return claimed

    patch.setattr(delivering._Run, "_next", claimed)


def remove_by_position(patch: Patch) -> None:
    """posthog-js#4347: the first of the queue is taken for the one that was sent."""
    really = delivering.record

    def record(at: Any, unit: Any, answered: Any, jitter: float) -> Any:
        outcome = answered.outcome
        if outcome.receipt is None:
            return really(at, unit, answered, jitter)
        first = unit.outbox.items(OutboxState.READY, OutboxState.WAITING, OutboxState.SENDING)[0]
        done = replace(first, state=OutboxState.CONFIRMED, lease_owner=None, lease_until=None)
        kept = KeptReceipt(signed=outcome.receipt, received_at=at.clock.now())
        unit.outbox.add_receipt(first.id, kept)
        unit.outbox.keep_item(done)
        return done

    patch.setattr(delivering, "record", record)


def follow_302(patch: Patch) -> None:
    """A redirect is followed to wherever the network would have it."""
    really = Exchange.__init__

    def init(self: Exchange, *given: Any, **named: Any) -> None:
        really(self, *given, **named)
        self._client.follow_redirects = True

    patch.setattr(Exchange, "__init__", init)


def treat_409_as_final(patch: Patch) -> None:
    """ODK Central answers 409 to one of two concurrent twins, wrongly."""
    patch.setitem(answers.BY_STATUS, 409, OutcomeKind.REFUSED)


def treat_4xx_as_delete(patch: Patch) -> None:
    """Glean: what the server will not have is deleted. Right for telemetry, not for words."""
    really = delivering.record

    def record(at: Any, unit: Any, answered: Any, jitter: float) -> Any:
        item = really(at, unit, answered, jitter)
        if 400 <= (answered.outcome.status or 0) < 500:
            run = unit.outbox._connection.execute
            run(delete(schema.delivery_event).where(schema.delivery_event.c.item_id == item.id))
            run(delete(schema.outbox_item).where(schema.outbox_item.c.id == item.id))
            run(delete(schema.submission).where(schema.submission.c.id == item.submission_id))
        return item

    patch.setattr(delivering, "record", record)


def give_up_after_three(patch: Patch) -> None:
    """A number of tries is set, and then nobody tries any more."""
    really = claiming.is_due
    patch.setattr(claiming, "is_due", lambda item, now: item.attempts < 3 and really(item, now))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("mutant", "caught"),
    [
        (accept_any_2xx, "confirmed and not stored"),
        (believe_any_key, "confirmed and not stored"),
        (new_id_on_409, "never sealed"),
        (delete_before_commit, "bytes of .* have changed"),
        (re_serialise_on_retry, "with other bytes|attempt . of .* differs"),
        (count_the_attempt_after_sending, "before the attempt was on disk"),
        (claim_the_next_in_memory_alone, "before the attempt was on disk"),
        (remove_by_position, "confirmed and not stored"),
        (follow_302, "somebody else"),
        (treat_409_as_final, "never arrived"),
        (treat_4xx_as_delete, "gone from the data file"),
        (give_up_after_three, "never arrived|not confirmed"),
    ],
    ids=lambda given: getattr(given, "__name__", ""),
)
def test_mutant_is_caught(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    mutant: Callable[[Patch], None],
    caught: str,
) -> None:
    mutant(monkeypatch)
    with pytest.raises(AssertionError, match=caught):
        weather(tmp_path)
