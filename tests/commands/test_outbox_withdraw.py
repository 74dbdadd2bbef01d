"""``outbox withdraw``: back from the endpoint, or waiting, or told whom to ask; never more."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ogp_desktop.cli import main
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.domain.destination import OPENROSA
from ogp_desktop.endpoint.serve import RunningEndpoint, running_endpoint
from ogp_desktop.services import addressing
from tests.support.queued import move_to, queue, small_submission
from tests.support.sealed import addressed, sealed_sample
from tests.support.workplaces import workplace_at

Captured = pytest.CaptureFixture[str]
ONE = small_submission()
ID = ONE.submission.id


@pytest.fixture
def endpoint(tmp_path: Path) -> Iterator[RunningEndpoint]:
    """Run an endpoint."""
    with running_endpoint(f"sqlite:///{tmp_path / 'endpoint.sqlite3'}") as running:
        yield running


@pytest.fixture
def code(endpoint: RunningEndpoint, tmp_path: Path) -> tuple[str, str]:
    """Give the option that opens the endpoint."""
    file = tmp_path / "code"
    file.write_text(endpoint.token)
    return ("--access-code-file", str(file))


@pytest.fixture
def sent(
    capsys: Captured, endpoint: RunningEndpoint, data_dir: Path, code: tuple[str, str]
) -> tuple[str, str]:
    """Give the data folder from which one was delivered."""
    folder = ("--data-dir", str(data_dir))
    with workplace_at(data_dir) as at:
        queue(at, endpoint.url, ONE, key=endpoint.receipt_key)
    assert main(("outbox", "send", *folder, *code)) == 0
    capsys.readouterr()
    return folder


def _listed(capsys: Captured, folder: tuple[str, str]) -> dict[str, Any]:
    assert main(("outbox", "list", *folder, "--json")) == 0
    [one] = json.loads(capsys.readouterr().out)
    assert isinstance(one, dict)
    return one


def test_delivered_one_is_taken_back_and_stays_so(
    capsys: Captured, sent: tuple[str, str], endpoint: RunningEndpoint, code: tuple[str, str]
) -> None:
    withdraw = ("outbox", "withdraw", ID, *sent, *code)
    assert main(withdraw) == 0
    assert capsys.readouterr().out == "Somewhere answered that it keeps it no longer\n"
    assert endpoint.store.body(ID) is None
    one = _listed(capsys, sent)
    assert (one["state"], one["withdrawal"]) == ("withdrawn", "withdrawn")
    assert not one["may_be_stored"]
    assert main(withdraw) == 0  # asked again, nothing is asked of anybody
    assert main(("outbox", "send", *sent, *code)) == 0


def test_wish_waits_where_nobody_answers_and_goes_with_the_next_send(
    capsys: Captured,
    sent: tuple[str, str],
    endpoint: RunningEndpoint,
    code: tuple[str, str],
    data_dir: Path,
) -> None:
    with workplace_at(data_dir) as at:
        move_to(at, "http://127.0.0.1:9")
    assert main(("outbox", "withdraw", ID, *sent, *code)) == 1
    assert "no answer from Somewhere yet" in capsys.readouterr().out
    assert _listed(capsys, sent)["state"] == "withdrawing"
    assert main(("outbox", "send", *sent, *code)) == 1  # nothing is due, and it is not done
    assert "1 not confirmed yet" in capsys.readouterr().out
    with workplace_at(data_dir) as at:
        move_to(at, endpoint.url)
    # The address is another now: the wish was for the one before.
    assert main(("outbox", "withdraw", ID, *sent, *code)) == 0
    assert endpoint.store.body(ID) is None


def test_one_that_never_left_is_only_taken_out(capsys: Captured, data_dir: Path) -> None:
    folder = ("--data-dir", str(data_dir))
    with workplace_at(data_dir) as at:
        made = sealed_sample(at)
    assert main(("outbox", "withdraw", made.sealed.id, *folder)) == 0
    assert capsys.readouterr().out == "taken out of the outbox; nothing of it had left\n"
    one = _listed(capsys, folder)
    assert (one["state"], one["withdrawal"]) == ("withdrawn", None)


@pytest.mark.parametrize(
    ("protocol", "whom"), [(OPENROSA, "the people of Somewhere"), (None, "whoever has it")]
)
def test_where_the_program_cannot_ask_it_says_whom_to_write_to(
    capsys: Captured, data_dir: Path, protocol: str | None, whom: str
) -> None:
    with workplace_at(data_dir) as at:
        made = sealed_sample(at)
        if protocol:
            addressed(
                at, made, MemorySecrets(), "http://127.0.0.1:9/v1/projects/1", protocol=protocol
            )
        addressing.hand_over(at, item_id=made.item.id, way="file")
    assert main(("outbox", "withdraw", made.sealed.id, "--data-dir", str(data_dir))) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == (
        "ogp-desktop: it may be stored elsewhere, and this program cannot take it back there: "
        f"write to {whom} and give them the number {made.sealed.id}\n"
    )
