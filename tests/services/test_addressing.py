"""An address is kept only when it is safe; a submission goes where it was sent and nowhere else."""

import logging
from pathlib import Path

import pytest

from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.services import addressing
from ogp_desktop.services.outbox_reading import dispatch
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.services.workplace import Workplace
from tests.support.sealed import addressed, sealed_sample

HERE = "https://example.org/feedback"
KEY = "A" * 43 + "="


@pytest.fixture
def made(at: Workplace) -> SealedAndQueued:
    """Give one sealed submission."""
    return sealed_sample(at)


@pytest.mark.parametrize(
    ("given", "field", "code"),
    [
        ({"url": "http://example.org"}, "url", "not_https"),
        ({"url": "http://127.0.0.1.example.org"}, "url", "not_https"),
        ({"url": "ftp://example.org"}, "url", "not_https"),
        ({"url": "example.org"}, "url", "not_an_address"),
        ({"url": "https://me:code@example.org"}, "url", "not_an_address"),
        ({"url": "https://example.org/?a=1"}, "url", "not_an_address"),
        ({"url": "https://exa mple.org"}, "url", "not_an_address"),
        ({"url": "https://example.org:port"}, "url", "not_an_address"),
        ({"name": "  "}, "name", "empty"),
        ({"name": "n" * 81}, "name", "too_long"),
        ({"access_code": "two words"}, "access_code", "bad_code"),
        ({"access_code": "clé"}, "access_code", "bad_code"),
        ({"receipt_key": "short"}, "receipt_key", "bad_key"),
        ({"receipt_key": "QUJD"}, "receipt_key", "bad_key"),
    ],
)
def test_address_is_refused_by_field_and_nothing_kept_when_it_is_wrong(
    at: Workplace, given: dict[str, str], field: str, code: str
) -> None:
    secrets = MemorySecrets()
    with pytest.raises(Refusal) as refused:
        addressing.set_destination(at, secrets, **{"name": "N", "url": HERE, **given})
    assert (refused.value.data["field"], refused.value.code) == (field, code)
    assert addressing.destinations(at) == ()


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8080", "http://[::1]:8080/a", "http://localhost", HERE + "/"]
)
def test_address_is_kept_when_it_is_https_or_this_computer(at: Workplace, url: str) -> None:
    kept = addressing.set_destination(
        at, MemorySecrets(), name=" N ", url=f" {url} ", receipt_key=KEY
    )
    assert kept.url == url.rstrip("/")
    assert addressing.destinations(at) == (kept,)


def test_code_is_kept_forgotten_or_left_as_asked(at: Workplace) -> None:
    secrets = MemorySecrets()
    kept = addressing.set_destination(at, secrets, name="N", url=HERE, access_code=" code ")
    again = {"name": "M", "url": HERE, "destination_id": kept.id}
    addressing.set_destination(at, secrets, **again)
    assert secrets.code(kept.id) == "code"
    addressing.set_destination(at, secrets, **again, access_code="")
    assert secrets.code(kept.id) is None


def test_code_is_in_no_file_and_no_log(
    at: Workplace, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        addressing.set_destination(
            at, MemorySecrets(), name="N", url=HERE, access_code="s3cret-code"
        )
    at.store.close()
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert files
    assert not any(b"s3cret-code" in file.read_bytes() for file in files)
    assert "s3cret-code" not in caplog.text


def test_submission_is_queued_when_it_is_sent(at: Workplace, made: SealedAndQueued) -> None:
    to = addressed(at, made, MemorySecrets(), HERE)
    one = dispatch(at, item_id=made.item.id)
    assert (one.item.state, one.item.destination_id) == (OutboxState.READY, to.id)
    assert [event.what for event in one.history] == ["sealed", "addressed", "send_asked"]


def test_held_submission_goes_on_only_when_released(at: Workplace, made: SealedAndQueued) -> None:
    addressed(at, made, MemorySecrets(), HERE)
    addressing.hold(at, item_id=made.item.id)
    assert dispatch(at, item_id=made.item.id).item.state is OutboxState.HELD
    addressing.release(at, item_id=made.item.id)
    assert dispatch(at, item_id=made.item.id).item.state is OutboxState.READY


def test_file_in_somebodys_hands_may_have_arrived(at: Workplace, made: SealedAndQueued) -> None:
    addressing.hand_over(at, item_id=made.item.id, way="file")
    one = dispatch(at, item_id=made.item.id)
    assert (one.item.state, one.item.maybe_stored) == (OutboxState.HANDED_OVER, True)
    assert one.history[-1].detail == "file"


def test_withdrawn_submission_keeps_its_bytes_and_goes_nowhere(
    at: Workplace, made: SealedAndQueued
) -> None:
    addressing.withdraw(at, item_id=made.item.id)
    to = addressing.set_destination(at, MemorySecrets(), name="N", url=HERE)
    with pytest.raises(Refusal, match="not_now"):
        addressing.send(at, item_id=made.item.id, destination_id=to.id)
    assert dispatch(at, item_id=made.item.id).sealed.body == made.sealed.body
