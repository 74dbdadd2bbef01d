"""Proof 14: each mutant of OpenRosa delivery, applied here, and caught.

A mutant is the program with one mistake in it. Each is put in and the ordeal that must notice it is
run; and without any mutant every ordeal passes.
"""

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from ogp_desktop.delivery import openrosa, openrosa_answers
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.delivery.openrosa import OpenRosa
from ogp_desktop.delivery.openrosa_body import frozen_body
from ogp_desktop.domain import outbox
from ogp_desktop.domain.gateway import Parcel
from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.outbox import OutboxItem, OutboxState
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.domain.receipt import Receipt, SignedReceipt
from ogp_desktop.domain.sealing import submission_from_bytes
from ogp_desktop.services import addressing, claiming, delivering
from ogp_desktop.services.delivering import Sender, deliver_next
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.storage.frozen_bytes import FrozenBytes
from ogp_desktop.storage.outbox import Outbox
from ogp_desktop.wiring import gateways
from tests.delivery.openrosa.test_encryption import public_key
from tests.delivery.openrosa.test_gateway import HEAD, posted
from tests.support.central import Central, central_server, envelope
from tests.support.clock import FixedClock
from tests.support.openrosa import KEY, fill_outbox, frozen_of, keyed_url, set_server
from tests.support.stub_server import End, Line, http, stub_server
from tests.support.workplaces import begun, workplace_at

Patch = pytest.MonkeyPatch
pytestmark = pytest.mark.slow


class World:
    """One outbox with one submission for a server like Central, and a clock."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.at: Workplace | None = None
        self.clock = FixedClock()
        self.secrets = MemorySecrets()
        self.sender = Sender(
            owner="m", open_gateway=gateways(self.secrets), jitter=lambda: 0.5, deadline_s=20
        )

    @contextmanager
    def opened(self, **more: str) -> Iterator[Workplace]:
        """Open the outbox with one submission on its way to nowhere yet."""
        with workplace_at(self.folder / "data", self.clock) as at:
            to = set_server(at, self.secrets, keyed_url(9), **more)
            fill_outbox(at, begun(at), to, 1)
            yield at

    def aim(self, at: Workplace, url: str) -> None:
        """Move the destination to a server."""
        with at.store.reading() as unit:
            (to,) = unit.destinations.all()
        key = to.form_of("").key
        set_server(at, self.secrets, url, destination_id=to.id, form_key=key)
        addressing.send_all_held(at, destination_id=to.id)

    def tries(self, at: Workplace, count: int) -> list[Outcome]:
        """Try so often, letting time pass in between."""
        done: list[Outcome] = []
        for _ in range(count * 30):
            if len(done) == count:
                break
            told = deliver_next(at, self.sender)
            if told is None:
                self.clock.advance(timedelta(hours=1))
            else:
                done.append(told.outcome)
        return done

    def item(self, at: Workplace) -> OutboxItem:
        """Return the item."""
        with at.store.reading() as unit:
            (item,) = unit.outbox.items()
        return item


def _central(folder: Path) -> Central:
    made = Central(folder / "central.sqlite3")
    made.set(keys=KEY, assigned=KEY, form="ogp-strategy-2022", versions="1.0.0-1", state="open")
    return made


# Ordeals: each runs the program, and asserts what must hold.


def refuse_false_receipts(world: World) -> None:
    """Nothing but a receipt confirms."""
    answers = (
        http(200, b"<html>", "text/html"),
        http(201, envelope("stored"), "text/xml"),
        posted(201, envelope("no", "error")),
        posted(202),
    )
    with world.opened() as at:
        for answer in answers:
            with stub_server(HEAD, answer) as stub:
                world.aim(at, f"{stub.url}/v1/key/{KEY}/projects/1")
                world.tries(at, 1)
            assert world.item(at).state is not OutboxState.CONFIRMED


def follow_no_redirect(world: World) -> None:
    """No word goes to another place that an answer names."""
    with world.opened() as at, stub_server(posted(201, envelope("stored"))) as portal:
        for status in (302, 303, 307):
            answer = posted(status, Location=f"{portal.url}/login")
            with stub_server(HEAD, answer) as stub:
                world.aim(at, f"{stub.url}/v1/key/{KEY}/projects/1")
                world.tries(at, 1)
        assert portal.requests == []
        assert world.item(at).state is OutboxState.WAITING


def survive_a_false_conflict(world: World) -> None:
    """A lost answer, a lie about it, and then the truth: one record under the id of the item."""
    central = _central(world.folder)
    with world.opened() as at, central_server(central) as port:
        own = world.item(at).submission_id
        lost = Line(forward_to=port, write=0, end=End.RESET)
        lie = posted(409, envelope("This submission has been deleted.", "error"))
        with stub_server(HEAD, lost, HEAD, lie, HEAD, lie) as stub:
            world.aim(at, f"{stub.url}/v1/key/{KEY}/projects/1")
            world.tries(at, 3)
        world.aim(at, keyed_url(port))
        world.tries(at, 1)
        assert world.item(at).state is OutboxState.CONFIRMED
        assert set(central.stored()) == {own}
        assert len({digest for _, digest, _ in central.posts()}) == 1


def keep_the_bytes(world: World) -> None:
    """However often it goes, and whatever is asked in between, the body is the one first sent."""
    central = _central(world.folder)
    with world.opened(form_key=public_key()) as at, central_server(central) as port:
        world.aim(at, keyed_url(port))
        central.set(state="closed")
        world.tries(at, 1)
        item = world.item(at)
        assert item.destination_id is not None
        addressing.send(at, item_id=item.id, destination_id=item.destination_id)
        world.tries(at, 1)
        central.set(state="open")
        world.tries(at, 1)
        assert world.item(at).state is OutboxState.CONFIRMED
        assert len({digest for _, digest, _ in central.posts()}) == 1


def keep_what_was_refused(world: World) -> None:
    """A refusal asks for a person, and everything is still here."""
    with world.opened() as at, stub_server(HEAD, posted(400, envelope("bad", "error"))) as stub:
        world.aim(at, f"{stub.url}/v1/key/{KEY}/projects/1")
        world.tries(at, 1)
        item = world.item(at)
        assert item.state is OutboxState.ATTENTION
        with at.store.reading() as unit:
            assert unit.outbox.submission(item.submission_id).body
            assert item.destination_id is not None
            assert unit.frozen.of(item.submission_id, item.destination_id) is not None


def count_before_sending(world: World) -> None:
    """What is on the disk while a request is under way says that it is, and that it counts."""
    seen: list[tuple[OutboxState, int]] = []

    class Watching:
        def deliver(self, parcel: Parcel, *, deadline_s: float, **_: object) -> Outcome:
            assert world.at is not None
            item = world.item(world.at)
            seen.append((item.state, item.attempts))
            return Outcome(kind=OutcomeKind.UNREACHABLE, bytes_may_have_left=True)

        def close(self) -> None:
            pass

    with world.opened() as at:
        world.at = at
        world.sender = replace(world.sender, open_gateway=lambda _to: Watching())  # type: ignore[arg-type,return-value]
        world.tries(at, 1)
        item = world.item(at)
        assert seen == [(OutboxState.SENDING, 1)]
        assert (item.state, item.maybe_stored) == (OutboxState.WAITING, True)


# Mutants: each puts one mistake into the program.


def accept_any_2xx(patch: Patch) -> None:
    def receipt(answer: Any, _e: Any, parcel: Parcel, endpoint: str, now: datetime) -> Any:
        if not 200 <= answer.status < 300:
            return None
        return _proof(parcel, endpoint, now)

    patch.setattr(openrosa_answers, "_receipt", receipt)


def ignore_the_header(patch: Patch) -> None:
    patch.setattr(openrosa_answers, "is_openrosa", lambda _headers: True)


def ignore_the_nature_of_a_message(patch: Patch) -> None:
    right = openrosa_answers._envelope

    def read(body: bytes) -> Any:
        found = right(body)
        return found and replace(found, nature="")

    patch.setattr(openrosa_answers, "_envelope", read)


def believe_a_status_without_an_envelope(patch: Patch) -> None:
    def receipt(answer: Any, _e: Any, parcel: Parcel, endpoint: str, now: datetime) -> Any:
        return _proof(parcel, endpoint, now) if answer.status == 202 else None

    patch.setattr(openrosa_answers, "_receipt", receipt)


def follow_302(patch: Patch) -> None:
    patch.setattr(openrosa, "_SAME_REQUEST", {301, 302, 303, 307, 308})
    patch.setattr(OpenRosa, "_same_place", lambda _self, location: location)


def follow_307_to_anywhere(patch: Patch) -> None:
    patch.setattr(OpenRosa, "_same_place", lambda _self, location: location)


def new_id_on_409(patch: Patch) -> None:
    right = claiming.Claimed.parcel
    fresh = SubmissionId("99999999-9999-4999-8999-999999999999")

    def parcel(self: Any) -> Parcel:
        made = right(self)
        if not self.item.conflicts:
            return made
        other = frozen_of(replace(submission_from_bytes(self.sealed.body), id=fresh))
        return replace(made, data=other.data, sha256=other.sha256, media_type=other.media_type)

    patch.setattr(claiming.Claimed, "parcel", parcel)


def treat_409_as_final(patch: Patch) -> None:
    patch.setattr(outbox, "CONFLICT_REPEATS", 0)


def make_the_bytes_again_on_retry(patch: Patch) -> None:
    right = claiming.Claimed.parcel

    def parcel(self: Any) -> Parcel:
        again = frozen_body(submission_from_bytes(self.sealed.body), self.destination)
        return replace(
            right(self), data=again.data, sha256=again.sha256, media_type=again.media_type
        )

    patch.setattr(claiming.Claimed, "parcel", parcel)


def encrypt_again_when_asked_again(patch: Patch) -> None:
    right = FrozenBytes.of
    patch.setattr(FrozenBytes, "keep", _keep_over)

    def of(self: FrozenBytes, submission_id: Any, to: Any) -> Any:
        is_asked_whether = inspect.stack()[1].function == "freeze"
        return None if is_asked_whether else right(self, submission_id, to)

    patch.setattr(FrozenBytes, "of", of)


def _keep_over(self: FrozenBytes, submission_id: Any, to: Any, frozen: Any, at: Any) -> None:
    FrozenBytes.drop(self, submission_id, to)
    _RIGHT_KEEP(self, submission_id, to, frozen, at)


_RIGHT_KEEP = FrozenBytes.keep


def delete_on_4xx(patch: Patch) -> None:
    right = delivering.record

    def record(at: Any, unit: Any, answered: Any, jitter: float) -> Any:
        item = right(at, unit, answered, jitter)
        if answered.outcome.kind is OutcomeKind.REFUSED:
            unit.frozen.drop(item.submission_id, item.destination_id)
        return item

    patch.setattr(delivering, "record", record)


def count_after_sending(patch: Patch) -> None:
    right = Outbox.swap_item

    def swap(self: Outbox, before: OutboxItem, after: OutboxItem) -> bool:
        is_claim = after.state is OutboxState.SENDING
        return True if is_claim else right(self, before, after)

    patch.setattr(Outbox, "swap_item", swap)


def forget_that_bytes_may_have_left(patch: Patch) -> None:
    right = outbox._after_late
    patch.setattr(
        outbox,
        "_after_late",
        lambda item, outcome: replace(right(item, outcome), maybe_stored=False),
    )


def _proof(parcel: Parcel, endpoint: str, now: datetime) -> SignedReceipt:
    return SignedReceipt(
        receipt=Receipt(
            id=parcel.submission_id,
            sha256=parcel.sha256,
            endpoint=endpoint,
            stored_at=now.isoformat(),
        )
    )


@dataclass(frozen=True)
class Case:
    mutant: Callable[[Patch], None]
    ordeal: Callable[[World], None]


CASES = [
    Case(accept_any_2xx, refuse_false_receipts),
    Case(ignore_the_header, refuse_false_receipts),
    Case(ignore_the_nature_of_a_message, refuse_false_receipts),
    Case(believe_a_status_without_an_envelope, refuse_false_receipts),
    Case(follow_302, follow_no_redirect),
    Case(follow_307_to_anywhere, follow_no_redirect),
    Case(new_id_on_409, survive_a_false_conflict),
    Case(treat_409_as_final, survive_a_false_conflict),
    Case(make_the_bytes_again_on_retry, keep_the_bytes),
    Case(encrypt_again_when_asked_again, keep_the_bytes),
    Case(delete_on_4xx, keep_what_was_refused),
    Case(count_after_sending, count_before_sending),
    Case(forget_that_bytes_may_have_left, count_before_sending),
]


@pytest.mark.parametrize(
    "ordeal", list(dict.fromkeys(case.ordeal for case in CASES)), ids=lambda one: one.__name__
)
def test_program_without_a_mutant_stands_the_ordeal(
    ordeal: Callable[[World], None], tmp_path: Path
) -> None:
    ordeal(World(tmp_path))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.mutant.__name__)
def test_mutant_is_caught(case: Case, tmp_path: Path, monkeypatch: Patch) -> None:
    case.mutant(monkeypatch)
    with pytest.raises(AssertionError):
        case.ordeal(World(tmp_path))
