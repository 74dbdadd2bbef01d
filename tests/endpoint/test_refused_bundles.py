"""A bundle that is refused has its answer: the courier takes it back, and the owner is told."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ogp_desktop.delivery.bundle_put import BundlePut
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.canonical import canonical_json, strict_json
from ogp_desktop.domain.carrying import Carried, CarriedState
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.receipt import WhyNot
from ogp_desktop.domain.refused_bundle import bundle_digest, refusal_bytes, refusal_in
from ogp_desktop.domain.withdrawal import withdrawal_proof
from ogp_desktop.endpoint.importing import (
    Returned,
    TurnedDown,
    import_file,
    import_kept,
    make_identity,
)
from ogp_desktop.endpoint.serve import RunningEndpoint, running_endpoint
from ogp_desktop.endpoint.store import Store
from ogp_desktop.endpoint.withdrawing import withdraw
from ogp_desktop.services import addressing
from ogp_desktop.services.delivering import deliver_next
from ogp_desktop.services.exporting import export_waiting
from ogp_desktop.services.outbox_reading import Dispatch, dispatch
from ogp_desktop.services.receipts import add_receipt, import_receipts
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.wiring import sender
from tests.support.bundles import (
    THEN,
    Office,
    office_in,
    only_file,
    place_for,
    several,
    writer_to,
)
from tests.support.clock import FixedClock
from tests.support.workplaces import workplace_at

pytestmark = pytest.mark.slow


@pytest.fixture
def carry(office: Office) -> Iterator[Callable[[bytes], Carried]]:
    """Give a courier to an endpoint that cannot open what it keeps."""
    with running_endpoint(office.database) as there:
        yield _courier(there)


def _courier(there: RunningEndpoint) -> Callable[[bytes], Carried]:
    def carried(data: bytes) -> Carried:
        verify = ed25519_verifier(there.receipt_key)
        with closing(BundlePut(there.url, token=there.token, verify=verify)) as way:
            return way.carry(data, deadline_s=20)

    return carried


def _exported(
    at: Workplace, office: Office, count: int, folder: Path
) -> tuple[list[SealedAndQueued], bytes]:
    """Put so many submissions into one file for the office."""
    made = several(at, count)
    to = place_for(at, office)
    (one,) = export_waiting(at, writer_to(folder), destination_id=to.id)
    return made, Path(one.place).read_bytes()


def _opened(office: Office, **more: Any) -> list[Returned | TurnedDown]:
    usual = {"identity": office.identity}
    return list(import_kept(office.database, office.folder / "back", **(usual | more)))


def _now(at: Workplace, made: SealedAndQueued) -> Dispatch:
    return dispatch(at, item_id=made.item.id)


def test_refusal_is_the_answer_for_courier_and_owner_and_later_imports_go_on(
    at: Workplace,
    office: Office,
    carry: Callable[[bytes], Carried],
    tmp_path: Path,
) -> None:
    made, _ = _exported(at, office, 2, tmp_path / "stick")
    strange = office_in(tmp_path / "other")
    with workplace_at(tmp_path / "second", FixedClock(), first_id=500) as second:
        for_other, data = _exported(second, strange, 2, tmp_path / "s2")
        assert carry(data).state is CarriedState.KEPT
        [turned_down] = _opened(office)
        assert isinstance(turned_down, TurnedDown)
        assert turned_down.refusal.code == "bundle_locked"
        assert _opened(office) == []  # it has its answer, and is in nobody's way

        back = carry(data)
        assert (back.state, back.reason) == (CarriedState.REFUSED, "bundle_locked")
        assert turned_down.file.read_bytes() == back.receipts
        problem = strict_json(back.receipts)
        assert isinstance(problem, dict)
        assert (problem["status"], problem["type"]) == (
            422,
            "urn:ogp-desktop:problem:bundle_refused",
        )
        # It is signed by the wrong office: the owner pinned the key of the other one.
        with pytest.raises(Refusal) as caught:
            import_receipts(second, ed25519_verifier, body=back.receipts)
        assert caught.value.data["why"] is WhyNot.WRONG_SIGNATURE
        assert _now(second, for_other[0]).item.state is OutboxState.HANDED_OVER
    assert _now(at, made[0]).item.state is OutboxState.HANDED_OVER


def test_owner_is_told_which_were_refused_and_nothing_is_confirmed(
    at: Workplace,
    office: Office,
    carry: Callable[[bytes], Carried],
    tmp_path: Path,
) -> None:
    made, data = _exported(at, office, 2, tmp_path / "stick")
    carry(data)
    other = tmp_path / "other.txt"
    make_identity(other)  # the office opens with the wrong key
    [turned_down] = _opened(office, identity=other)
    believed = import_receipts(at, ed25519_verifier, body=carry(data).receipts)
    assert (believed.fresh, believed.refused) == (0, "bundle_locked")
    assert {one.submission_id for one in believed.items} == {one.sealed.id for one in made}
    for one in made:
        found = _now(at, one)
        assert found.item.state is OutboxState.ATTENTION
        assert found.receipt is None
        told = found.history[-1]
        assert (told.what, told.detail) == ("bundle_refused", "bundle_locked")
    assert isinstance(turned_down, TurnedDown)

    # With the right key it is looked at again, and its receipts confirm what was in it.
    assert _opened(office) == []
    [opened] = _opened(office, is_again=True)
    assert isinstance(opened, Returned)
    asked = carry(data)
    assert asked.state is CarriedState.RECEIPTS
    assert import_receipts(at, ed25519_verifier, body=asked.receipts).fresh == 2
    # The old answer, brought late, undoes nothing.
    late = import_receipts(at, ed25519_verifier, body=turned_down.file.read_bytes())
    assert {one.state for one in late.items} == {OutboxState.CONFIRMED}


def test_file_that_was_damaged_on_its_way_is_told_without_a_guess(
    at: Workplace, office: Office, carry: Callable[[bytes], Carried], tmp_path: Path
) -> None:
    (made,), data = _exported(at, office, 1, tmp_path / "stick")
    carry(data[:-1])
    [turned_down] = _opened(office)
    assert isinstance(turned_down, TurnedDown)
    body = carry(data[:-1]).receipts
    believed = add_receipt(at, ed25519_verifier, item_id=made.item.id, body=body)
    assert (believed.items, believed.refused) == ((), "bundle_damaged")
    assert _now(at, made).item.state is OutboxState.HANDED_OVER
    carry(data)  # the whole file goes all the same
    [opened] = _opened(office)
    assert isinstance(opened, Returned)


def test_file_on_a_stick_that_is_refused_has_an_answer_to_give_back_too(
    at: Workplace, office: Office, tmp_path: Path
) -> None:
    (made,), _ = _exported(at, office, 1, tmp_path / "stick")
    other = tmp_path / "other.txt"
    make_identity(other)
    file = only_file(tmp_path / "stick")
    told = import_file(office.database, file, tmp_path / "back", identity=other)
    assert isinstance(told, TurnedDown)
    assert only_file(tmp_path / "back") == told.file
    import_receipts(at, ed25519_verifier, body=told.file.read_bytes())
    assert _now(at, made).item.state is OutboxState.ATTENTION
    assert isinstance(
        import_file(office.database, file, tmp_path / "back", identity=office.identity), Returned
    )


def test_endpoint_with_the_key_refuses_at_once_with_the_same_answer(
    at: Workplace, office: Office, tmp_path: Path
) -> None:
    (made,), data = _exported(at, office, 1, tmp_path / "stick")
    other = make_identity(tmp_path / "other.txt")
    with running_endpoint(office.database, opener=other) as there:
        carried = _courier(there)(data)
        assert (carried.state, carried.reason) == (CarriedState.REFUSED, "bundle_locked")
        readable = _courier(there)(made.sealed.body)
    assert (readable.state, readable.reason) == (CarriedState.REFUSED, "bundle_damaged")
    assert import_receipts(at, ed25519_verifier, body=carried.receipts).refused == "bundle_locked"
    assert _now(at, made).item.state is OutboxState.ATTENTION


def test_item_that_goes_another_way_meanwhile_is_not_stopped(
    at: Workplace, office: Office, carry: Callable[[bytes], Carried], tmp_path: Path
) -> None:
    (made,), data = _exported(at, office, 1, tmp_path / "stick")
    carry(data)
    make_identity(tmp_path / "other.txt")
    _opened(office, identity=tmp_path / "other.txt")
    body = carry(data).receipts
    secrets = MemorySecrets()
    with running_endpoint(office.database) as there:
        (to,) = addressing.destinations(at)
        addressing.set_destination(
            at,
            secrets,
            name="OGP",
            url=there.url,
            receipt_key=there.receipt_key,
            access_code=there.token,
            destination_id=to.id,
        )
        addressing.send(at, item_id=made.item.id, destination_id=to.id)
        import_receipts(at, ed25519_verifier, body=body)
        assert _now(at, made).item.state is OutboxState.READY
        assert deliver_next(at, sender(secrets)) is not None
    assert _now(at, made).item.state is OutboxState.CONFIRMED


def test_text_of_a_mail_is_known_whatever_became_of_its_lines(
    at: Workplace, office: Office, carry: Callable[[bytes], Carried], tmp_path: Path
) -> None:
    (made,) = several(at, 1)
    to = place_for(at, office)
    writer = writer_to(tmp_path / "stick", is_armoured=True)
    (one,) = export_waiting(at, writer, destination_id=to.id)
    data = b"Hello,\r\n\r\n" + Path(one.place).read_bytes().replace(b"\n", b"\r\n") + b"Bye\r\n"
    assert bundle_digest(data) == bundle_digest(Path(one.place).read_bytes())
    carry(data)
    make_identity(tmp_path / "other.txt")
    _opened(office, identity=tmp_path / "other.txt")
    import_receipts(at, ed25519_verifier, body=carry(data).receipts)
    assert _now(at, made).item.state is OutboxState.ATTENTION


@contextmanager
def _store(office: Office) -> Iterator[Store]:
    with closing(Store(office.database)) as store:
        yield store


def test_what_was_withdrawn_is_left_out_and_stops_nothing_else(
    at: Workplace, office: Office, carry: Callable[[bytes], Carried], tmp_path: Path
) -> None:
    (first, second), data = _exported(at, office, 2, tmp_path / "stick")
    office.take(data)
    with _store(office) as store:
        proof = withdrawal_proof(first.sealed.body)
        withdraw(store, office.signer, first.sealed.id, proof, now=THEN)
    carry(data)
    [opened] = _opened(office)
    assert isinstance(opened, Returned)
    assert opened.imported.items == 1
    assert office.held() == {second.sealed.id: second.sealed.sha256}
    import_receipts(at, ed25519_verifier, body=carry(data).receipts)
    assert _now(at, first).item.state is OutboxState.HANDED_OVER
    assert _now(at, second).item.state is OutboxState.CONFIRMED

    with _store(office) as store:
        proof = withdrawal_proof(second.sealed.body)
        withdraw(store, office.signer, second.sealed.id, proof, now=THEN)
    with pytest.raises(Refusal, match="withdrawn"):
        office.take(data)
    assert office.held() == {}


def _forged(body: bytes, **changes: Any) -> bytes:
    answer = strict_json(body)
    assert isinstance(answer, dict)
    return canonical_json(answer | changes)


def test_forged_refusal_changes_nothing(at: Workplace, office: Office, tmp_path: Path) -> None:
    (made,), data = _exported(at, office, 1, tmp_path / "stick")
    other = make_identity(tmp_path / "other.txt")
    with running_endpoint(office.database, opener=other) as there:
        body = _courier(there)(data).receipts
    told = refusal_in(body)
    assert told is not None
    strange = office_in(tmp_path / "strange").signer
    statement = replace(told.statement, reason="conflict")
    for forged, why in (
        (_forged(body, sig=None), WhyNot.UNSIGNED),
        (_forged(body, refused=statement), WhyNot.WRONG_SIGNATURE),
        (
            _forged(body, sig=strange.sign_bytes(refusal_bytes(told.statement))),
            WhyNot.WRONG_SIGNATURE,
        ),
        (_forged(body, refused="yes"), WhyNot.MALFORMED),
        (_forged(body, sig=7), WhyNot.MALFORMED),
        (_forged(body, refused=replace(told.statement, v=2)), WhyNot.MALFORMED),
        (_forged(body, refused=replace(told.statement, refused_at="soon")), WhyNot.MALFORMED),
    ):
        with pytest.raises(Refusal) as caught:
            import_receipts(at, ed25519_verifier, body=forged)
        assert caught.value.data["why"] is why
        assert _now(at, made).item.state is OutboxState.HANDED_OVER
