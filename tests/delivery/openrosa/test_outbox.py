"""The outbox on its way to an OpenRosa server: bytes made once, and one record whatever happens."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.documents.receipt import receipt_html
from ogp_desktop.documents.receipt_words import ENGLISH
from ogp_desktop.domain.canonical import sha256_hex
from ogp_desktop.domain.destination_health import DestinationState
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.outbox import OutboxItem, OutboxState
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.domain.sealing import submission_from_bytes
from ogp_desktop.services import addressing, sealing
from ogp_desktop.services.delivering import Delivered, Sender, deliver_next
from ogp_desktop.services.outbox_reading import dispatch, receipt_page
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.wiring import gateways
from tests.delivery.openrosa.test_encryption import opened, public_key
from tests.support.central import Central
from tests.support.clock import FixedClock
from tests.support.instances import instance_id_of, read_instance
from tests.support.openrosa import (
    KEY,
    LOGIN,
    fill_outbox,
    keyed_url,
    queued,
    set_server,
)
from tests.support.sealed import sealed_sample
from tests.support.workplaces import begun, file_in, workplace_at

pytestmark = pytest.mark.slow


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def at(tmp_path: Path, clock: FixedClock) -> Iterator[Workplace]:
    with workplace_at(tmp_path / "data", clock) as opened_there:
        yield opened_there


@pytest.fixture
def secrets() -> MemorySecrets:
    return MemorySecrets()


@pytest.fixture
def sender(secrets: MemorySecrets) -> Sender:
    return Sender(owner="test", open_gateway=gateways(secrets), jitter=lambda: 0.5)


def delivered(at: Workplace, sender: Sender) -> Delivered:
    done = deliver_next(at, sender)
    assert done is not None
    return done


def frozen(at: Workplace, item: OutboxItem, to: str) -> bytes:
    with at.store.reading() as unit:
        found = unit.frozen.of(item.submission_id, to)  # type: ignore[arg-type]
    assert found is not None
    return found.data


def test_sealed_conversation_reaches_the_server_whole(
    at: Workplace, secrets: MemorySecrets, sender: Sender, central: Central, central_port: int
) -> None:
    made = sealed_sample(at)
    to = set_server(at, secrets, keyed_url(central_port))
    addressing.send(at, item_id=made.item.id, destination_id=to.id)
    assert delivered(at, sender).item.state is OutboxState.CONFIRMED
    stored = central.stored()[made.sealed.id]
    assert read_instance(stored.xml) == submission_from_bytes(made.sealed.body)
    shown = dispatch(at, item_id=made.item.id)
    assert shown.receipt is not None
    assert (shown.receipt.signed.signature, shown.receipt.signed.is_verified) == (None, False)
    paper = receipt_html(receipt_page(shown), "en")
    assert ENGLISH.unsigned in paper
    assert ENGLISH.as_given not in paper  # the server gave no receipt in words of its own


def test_bytes_are_frozen_with_the_seal_where_a_server_is_set(
    at: Workplace, secrets: MemorySecrets
) -> None:
    to = set_server(at, secrets, "https://example.org", form_key=public_key())
    made = sealed_sample(at)
    first = frozen(at, made.item, to.id)
    addressing.send(at, item_id=made.item.id, destination_id=to.id)
    assert frozen(at, made.item, to.id) == first  # encrypted: made again it would be another


def test_seal_that_fails_freezes_nothing(
    at: Workplace, secrets: MemorySecrets, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_server(at, secrets, "https://example.org")
    from ogp_desktop.storage.outbox import Outbox

    def fail(*_: object) -> None:
        raise RuntimeError("cut off")

    monkeypatch.setattr(Outbox, "add_event", fail)
    with pytest.raises(RuntimeError, match="cut off"):
        sealed_sample(at)
    with at.store.reading() as unit:
        assert unit.outbox.items() == ()
        assert unit.frozen._connection.exec_driver_sql("SELECT * FROM frozen").all() == []


def test_correction_is_a_new_record_that_names_the_old(
    at: Workplace, secrets: MemorySecrets, sender: Sender, central: Central, central_port: int
) -> None:
    first = sealed_sample(at)
    second = sealing.seal(at, conversation_id=first.sealed.conversation_id)
    to = set_server(at, secrets, keyed_url(central_port))
    for made in (first, second):
        addressing.send(at, item_id=made.item.id, destination_id=to.id)
        delivered(at, sender)
    stored = central.stored()
    assert set(stored) == {first.sealed.id, second.sealed.id}
    assert read_instance(stored[second.sealed.id].xml).replaces == first.sealed.id


def test_address_that_turns_to_openrosa_freezes_what_waits_for_it(
    at: Workplace, secrets: MemorySecrets, sender: Sender, central: Central, central_port: int
) -> None:
    made = sealed_sample(at)
    to = addressing.set_destination(at, secrets, name="N", url="https://example.org")
    addressing.send(at, item_id=made.item.id, destination_id=to.id)
    set_server(at, secrets, keyed_url(central_port), destination_id=to.id)
    assert deliver_next(at, sender) is None  # another address: somebody is asked first
    addressing.send_all_held(at, destination_id=to.id)
    assert delivered(at, sender).item.state is OutboxState.CONFIRMED


def test_other_version_of_the_form_is_taken_up_until_something_was_sent(
    at: Workplace, secrets: MemorySecrets, sender: Sender, central: Central, central_port: int
) -> None:
    central.set(versions="2[encrypted:abc]")
    made = sealed_sample(at)
    url = keyed_url(central_port)
    to = set_server(at, secrets, url)
    addressing.send(at, item_id=made.item.id, destination_id=to.id)
    set_server(at, secrets, url, destination_id=to.id, form_version="2[encrypted:abc]")
    before = frozen(at, made.item, to.id)
    assert b'version="2[encrypted:abc]"' in before
    assert delivered(at, sender).item.state is OutboxState.CONFIRMED
    set_server(at, secrets, url, destination_id=to.id, form_version="3")
    assert frozen(at, made.item, to.id) == before


def test_form_with_a_key_gets_ciphertext_that_its_owner_opens(
    at: Workplace, secrets: MemorySecrets, sender: Sender, central: Central, central_port: int
) -> None:
    """Proof 11: one body over all attempts, encrypted."""
    to = set_server(at, secrets, keyed_url(central_port), form_key=public_key())
    made = sealed_sample(at)
    addressing.send(at, item_id=made.item.id, destination_id=to.id)
    central.set(state="closed")
    assert delivered(at, sender).outcome.kind is OutcomeKind.CLOSED
    central.set(state="open")
    addressing.send(at, item_id=made.item.id, destination_id=to.id)
    assert delivered(at, sender).item.state is OutboxState.CONFIRMED
    posts = central.posts()
    assert [status for *_, status in posts] == [409, 201]
    assert {digest for _, digest, _ in posts} == {sha256_hex(frozen(at, made.item, to.id))}
    assert instance_id_of(opened(central.stored()[made.sealed.id])) == f"uuid:{made.sealed.id}"


def test_body_is_the_same_after_an_upgrade_of_the_program(
    tmp_path: Path, secrets: MemorySecrets, sender: Sender, central: Central, central_port: int
) -> None:
    """Proof 11: and after upgrade of the app."""
    clock = FixedClock()
    with workplace_at(tmp_path / "data", clock) as at:
        to = set_server(at, secrets, keyed_url(central_port))
        made = sealed_sample(at)
        addressing.send(at, item_id=made.item.id, destination_id=to.id)
        central.set(state="closed")
        delivered(at, sender)
    central.set(state="open")
    with workplace_at(tmp_path / "data", clock, first_id=5000, version="9.0.0") as at:

        def other(*_: object) -> None:
            raise AssertionError("made again")

        newer = replace(at, freeze=other)  # type: ignore[arg-type]
        addressing.send(newer, item_id=made.item.id, destination_id=to.id)
        assert delivered(newer, sender).item.state is OutboxState.CONFIRMED
    assert len({digest for _, digest, _ in central.posts()}) == 1


def test_false_conflict_goes_away_and_a_real_one_asks_for_a_person(
    at: Workplace,
    clock: FixedClock,
    secrets: MemorySecrets,
    sender: Sender,
    central: Central,
    central_port: int,
) -> None:
    conversation_id = begun(at)
    to = set_server(at, secrets, keyed_url(central_port))
    fill_outbox(at, conversation_id, to, 1)
    assert delivered(at, sender).item.state is OutboxState.CONFIRMED
    gone = queued(at, conversation_id, 1)
    addressing.send(at, item_id=gone.id, destination_id=to.id)
    with central.open() as file:
        file.execute("INSERT INTO instance VALUES (?, 'x', NULL, 1, 1)", (gone.submission_id,))
    start, states = clock.now(), []
    while not states or states[-1] is OutboxState.WAITING:
        done = deliver_next(at, sender)
        if done is None:
            clock.advance(timedelta(minutes=1))
        else:
            states.append(done.item.state)
    assert states == [*[OutboxState.WAITING] * 4, OutboxState.ATTENTION]
    assert clock.now() - start >= timedelta(minutes=10)
    assert len({digest for name, digest, _ in central.posts() if name == gone.submission_id}) == 1


def test_damaged_frozen_bytes_never_leave(
    at: Workplace, secrets: MemorySecrets, sender: Sender, central: Central, central_port: int
) -> None:
    to = set_server(at, secrets, keyed_url(central_port))
    (item_id,) = fill_outbox(at, begun(at), to, 1)
    with at.store.writing() as unit:
        unit.frozen._connection.exec_driver_sql(
            "UPDATE frozen SET body = CAST(body || 'x' AS BLOB)"
        )
    done = delivered(at, sender)
    assert (done.item.id, done.outcome.kind) == (item_id, OutcomeKind.DAMAGED)
    assert central.posts() == []


def test_key_in_the_address_is_in_the_keyring_and_nowhere_else(
    at: Workplace, tmp_path: Path, secrets: MemorySecrets, sender: Sender
) -> None:
    """Proof 13, for keys in addresses."""
    to = set_server(at, secrets, f"{keyed_url(9)}/submission")
    assert to.url == "http://127.0.0.1:9/v1/key/*/projects/1"
    assert secrets.code(to.id) == KEY
    fill_outbox(at, begun(at), to, 1)
    assert delivered(at, sender).outcome.kind is OutcomeKind.UNREACHABLE
    at.store.close()
    for file in (tmp_path / "data").rglob("*"):
        assert not file.is_file() or KEY.encode() not in file.read_bytes()
    assert file_in(tmp_path / "data").exists()


def test_revoked_key_blocks_with_one_probe_until_there_is_a_new_one(
    at: Workplace, secrets: MemorySecrets, sender: Sender, central: Central, central_port: int
) -> None:
    to = set_server(at, secrets, keyed_url(central_port))
    fill_outbox(at, begun(at), to, 5)
    central.set(keys="")
    assert delivered(at, sender).outcome.kind is OutcomeKind.AUTH
    assert deliver_next(at, sender) is None
    with at.store.reading() as unit:
        assert unit.destinations.health(to.id).state is DestinationState.AUTH
    renewed = "n" * 64
    central.set(keys=renewed, assigned=renewed)
    set_server(at, secrets, keyed_url(central_port, renewed), destination_id=to.id)
    addressing.send_all_held(at, destination_id=to.id)
    while deliver_next(at, sender) is not None:
        pass
    assert len(central.stored()) == 5


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"access_code": "no-colon"}, "access_code"),
        ({"access_code": "a:b\nc"}, "access_code"),
        ({"form_key": "no key"}, "form_key"),
        ({"form_key": "AAAA"}, "form_key"),
    ],
)
def test_what_no_server_would_take_is_refused_by_its_field(
    at: Workplace, secrets: MemorySecrets, more: dict[str, str], field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        set_server(at, secrets, "https://example.org", **more)
    assert refused.value.data["field"] == field


def test_login_of_an_openrosa_server_may_hold_any_letters(
    at: Workplace, secrets: MemorySecrets
) -> None:
    to = set_server(at, secrets, "https://example.org/host", access_code="hôte: mot de passe")
    assert secrets.code(to.id) == "hôte: mot de passe"
    assert set_server(at, secrets, "https://a.org", access_code=LOGIN).form_of("k").key is None
