"""What waits leaves as encrypted files: handed over, not confirmed, and still free to be sent."""

import errno
from pathlib import Path

import pytest

from ogp_desktop.delivery import bundle
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.domain.canonical import sha256_hex
from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.services import addressing
from ogp_desktop.services.exporting import export_item, export_waiting, sole_recipient
from ogp_desktop.services.outbox_reading import dispatch
from ogp_desktop.services.workplace import Workplace
from tests.support.bundles import NOBODY, Office, office_in, place_for, several, writer_to


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Give the people there."""
    return office_in(tmp_path / "office")


def state_of(at: Workplace, made: object) -> tuple[OutboxState, bool]:
    item = dispatch(at, item_id=made.item.id).item  # type: ignore[attr-defined]
    return item.state, item.maybe_stored


def test_everything_that_waits_goes_into_one_file_for_its_place(
    at: Workplace, office: Office, tmp_path: Path
) -> None:
    to = place_for(at, office)
    made = several(at, 3)
    addressing.hold(at, item_id=made[2].item.id)
    (done,) = export_waiting(at, writer_to(tmp_path / "stick"), destination_id=to.id)
    assert set(done.submission_ids) == {made[0].sealed.id, made[1].sealed.id}
    assert Path(done.place).name == f"feedback-{done.bundle_id}.age"
    assert [state_of(at, one) for one in made] == [
        (OutboxState.HANDED_OVER, True),
        (OutboxState.HANDED_OVER, True),
        (OutboxState.HELD, False),
    ]
    one = dispatch(at, item_id=made[0].item.id)
    digest = sha256_hex(Path(done.place).read_bytes())
    assert [(step.what, step.detail) for step in one.history[-3:]] == [
        ("exported", done.place),
        ("bundled", digest),
        ("handed_over", "bundle"),
    ]
    assert one.destination is not None
    assert one.destination.id == to.id
    with pytest.raises(Refusal, match="nothing_waits"):
        export_waiting(at, writer_to(tmp_path / "stick"), destination_id=to.id)


def test_two_places_get_a_file_each_that_only_they_can_open(
    at: Workplace, office: Office, tmp_path: Path
) -> None:
    other = office_in(tmp_path / "other")
    made = several(at, 2)
    for one, where in zip(made, (office, other), strict=True):
        to = place_for(at, where, name=where.folder.name)
        addressing.send(at, item_id=one.item.id, destination_id=to.id)
    done = export_waiting(at, writer_to(tmp_path / "stick"))
    files = {bundle.to.name: Path(bundle.place).read_bytes() for bundle in done}
    assert set(files) == {"office", "other"}
    assert office.take(files["office"]).items == 1
    assert set(office.held()) == {made[0].sealed.id}
    with pytest.raises(Refusal, match="bundle_locked"):
        office.take(files["other"])


def test_nothing_can_be_encrypted_for_a_place_without_both_keys(
    at: Workplace, office: Office, tmp_path: Path
) -> None:
    (made,) = several(at, 1)
    bare = addressing.set_destination(
        at, MemorySecrets(), name="Bare", url=NOBODY, recipient=office.opener.recipient
    )
    writer = writer_to(tmp_path / "stick")
    assert sole_recipient(addressing.destinations(at)) is None
    for destination_id in (None, bare.id):
        with pytest.raises(Refusal, match="no_recipient"):
            export_waiting(at, writer, destination_id=destination_id)
        with pytest.raises(Refusal, match="no_recipient"):
            export_item(at, writer, item_id=made.item.id, destination_id=destination_id)
    assert state_of(at, made) == (OutboxState.READY, False)
    assert list((tmp_path / "stick").iterdir()) == []


@pytest.mark.parametrize("moment", ["write", "flush", "name"])
def test_full_disk_leaves_no_half_file_and_nothing_handed_over(
    at: Workplace,
    office: Office,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    moment: str,
) -> None:
    to = place_for(at, office)
    (made,) = several(at, 1)
    writer = writer_to(tmp_path / "stick")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as broken:
        if moment == "write":
            broken.setattr(bundle.os, "fdopen", full)
        elif moment == "flush":
            broken.setattr(bundle.os, "fsync", full)
        else:
            broken.setattr(Path, "replace", full)
        with pytest.raises(OSError, match="No space"):
            export_waiting(at, writer, destination_id=to.id)
    assert list((tmp_path / "stick").iterdir()) == []
    # Once the file was whole, it is on disk first that it may leave: the worst that can be.
    assert state_of(at, made) == (OutboxState.READY, moment == "name")
    assert len(export_waiting(at, writer, destination_id=to.id)) == 1


def test_data_file_that_says_no_in_the_end_leaves_an_item_that_may_have_left(
    at: Workplace, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = place_for(at, office)
    (made,) = several(at, 1)
    writer = writer_to(tmp_path / "stick")

    def no(*_: object) -> None:
        raise Trouble("disk_full")

    with monkeypatch.context() as broken:
        broken.setattr("ogp_desktop.services.exporting._handed_over", no)
        with pytest.raises(Trouble, match="disk_full"):
            export_waiting(at, writer, destination_id=to.id)
    assert state_of(at, made) == (OutboxState.READY, True)
    assert len(list((tmp_path / "stick").iterdir())) == 1


def test_damaged_text_stays_here_and_keeps_no_other(
    at: Workplace, office: Office, tmp_path: Path
) -> None:
    to = place_for(at, office)
    made = several(at, 2)
    with at.store._engine.begin() as file:
        file.exec_driver_sql(
            "UPDATE submission SET body = CAST(body || 'x' AS BLOB) WHERE id = ?",
            (made[0].sealed.id,),
        )
    (done,) = export_waiting(at, writer_to(tmp_path / "stick"), destination_id=to.id)
    assert done.submission_ids == (made[1].sealed.id,)
    assert state_of(at, made[0]) == (OutboxState.READY, False)
    with pytest.raises(Trouble, match="bytes_damaged"):
        export_item(
            at, writer_to(tmp_path / "stick"), item_id=made[0].item.id, destination_id=to.id
        )


def test_confirmed_or_withdrawn_text_is_not_exported(
    at: Workplace, office: Office, tmp_path: Path
) -> None:
    to = place_for(at, office)
    (made,) = several(at, 1)
    addressing.withdraw(at, item_id=made.item.id)
    with pytest.raises(Refusal, match="not_now"):
        export_item(at, writer_to(tmp_path / "s"), item_id=made.item.id, destination_id=to.id)
