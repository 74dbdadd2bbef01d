"""Proof 2, for bundles: writing one, carrying it and importing its receipts is killed
(-9) before, inside and after each commit and at each stage of the request; done again, it ends in
one record of the sealed bytes and a confirmed item.
"""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from multiprocessing.context import BaseContext
from pathlib import Path

import pytest

from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.endpoint.serve import running_endpoint
from ogp_desktop.services import addressing
from ogp_desktop.services.receipts import import_receipts
from tests.endurance import sender
from tests.endurance.victims import INSIDE_US, KILLED, Victim, run_and_die
from tests.support.bundles import NOBODY, Office, office_in, place_for
from tests.support.clock import FixedClock
from tests.support.oracle import bytes_of, check_delivered_once, check_nothing_lost
from tests.support.queued import HERE, item_id_of, queue, small_submission
from tests.support.stub_server import Line, stub_server
from tests.support.workplaces import file_in, workplace_at

pytestmark = pytest.mark.slow
SEALED = [small_submission(number) for number in (1, 2)]
BYTES = bytes_of(*SEALED)
CODE = b64encode(bytes(range(32))).decode()
"""What the keyring knows: an access code, and as well a key that signs bundles."""
MAY_LEAVE, HANDED_OVER = 0, 1
"""Which commit of an export: that its items may arrive, and that they are out of our hands."""
MOMENTS = [("before", 0), ("after", 0), *(("inside", after_us) for after_us in INSIDE_US)]


class Case:
    """A data folder with two items that wait for an office, and a stick."""

    def __init__(self, folder: Path) -> None:
        self.data, self.stick = folder / "data", folder / "stick"
        self.stick.mkdir()
        self.office: Office = office_in(folder / "office")
        with workplace_at(self.data, FixedClock(datetime.now().astimezone())) as at:
            queue(at, NOBODY, *SEALED, key=self.office.signer.public_key)
            with at.store.writing() as unit:
                to = replace(unit.destinations.one(HERE), recipient=self.office.opener.recipient)
                unit.destinations.keep(to, at.clock.now())

    def command(self, name: str, *more: object) -> list[str]:
        """Return a command over this data folder."""
        return ["outbox", name, "--data-dir", str(self.data), "--json", *map(str, more)]

    def export(self) -> list[str]:
        """Return the command that writes everything that waits to the stick."""
        return self.command("export", "--to", self.stick)

    def bundles(self) -> list[Path]:
        """Return what stands on the stick under a name of its own."""
        return [one for one in self.stick.iterdir() if not one.name.startswith(".")]

    def states(self) -> set[tuple[OutboxState, bool]]:
        """Return where the items stand, and whether they may have arrived; nothing may be lost."""
        check_nothing_lost(file_in(self.data), BYTES, self.rows())
        with workplace_at(self.data) as at, at.store.reading() as unit:
            items = [unit.outbox.item(item_id_of(one)) for one in SEALED]
        return {(item.state, item.maybe_stored) for item in items}

    def rows(self) -> dict[str, bytes]:
        """Return what the office has."""
        return {one: self.office.body(one) or b"" for one in self.office.held()}

    def finish(self, context: BaseContext) -> None:
        """Do it again with nothing in the way: every bundle there is arrives, and its receipts."""
        run_and_die(context, self.export(), CODE)  # 1 when nothing waits any more
        assert self.bundles()
        for one in self.bundles():
            done = self.office.take(one.read_bytes())
            with workplace_at(self.data) as at:
                import_receipts(at, ed25519_verifier, body=done.receipts)
        check_delivered_once(file_in(self.data), BYTES, self.rows())


def _die(
    context: BaseContext, command: Sequence[str], number: int, moment: str, after_us: int
) -> None:
    prepare = partial(sender.die_at_commit, number, moment, after_us)
    code = run_and_die(context, command, CODE, prepare=prepare)
    # A commit may be quicker than the death that is meant for its inside.
    assert code == KILLED or (moment == "inside" and code == 0)


@pytest.mark.parametrize("number", [MAY_LEAVE, HANDED_OVER], ids=["may leave", "handed over"])
@pytest.mark.parametrize(("moment", "after_us"), MOMENTS)
def test_bundle_is_whole_and_told_of_when_its_writing_is_killed(
    tmp_path: Path, context: BaseContext, number: int, moment: str, after_us: int
) -> None:
    case = Case(tmp_path)
    _die(context, case.export(), number, moment, after_us)
    found = case.states()
    assert len(found) == 1  # both or none
    if moment != "inside":
        expected = {
            (MAY_LEAVE, "before"): (OutboxState.READY, False, 0),
            (MAY_LEAVE, "after"): (OutboxState.READY, True, 0),
            (HANDED_OVER, "before"): (OutboxState.READY, True, 1),
            (HANDED_OVER, "after"): (OutboxState.HANDED_OVER, True, 1),
        }[number, moment]
        assert (*found.pop(), len(case.bundles())) == expected
    elif case.bundles():  # what has a name may arrive, and that was on disk before
        assert found.pop()[1]
    case.finish(context)


@pytest.mark.parametrize(("moment", "after_us"), MOMENTS)
def test_receipts_are_believed_whole_or_not_at_all_when_their_import_is_killed(
    tmp_path: Path, context: BaseContext, moment: str, after_us: int
) -> None:
    case = Case(tmp_path)
    assert run_and_die(context, case.export(), CODE) == 0
    receipts = tmp_path / "receipts.json"
    receipts.write_bytes(case.office.take(case.bundles()[0].read_bytes()).receipts)
    _die(context, case.command("import-receipt", receipts), 0, moment, after_us)
    before, after = {(OutboxState.HANDED_OVER, True)}, {(OutboxState.CONFIRMED, False)}
    possible = {"before": [before], "after": [after], "inside": [before, after]}
    assert case.states() in possible[moment]
    assert run_and_die(context, case.command("import-receipt", receipts), CODE) == 0
    check_delivered_once(file_in(case.data), BYTES, case.rows())


@pytest.mark.parametrize(
    ("line", "is_stored"),
    [
        (Line(read=0), False),
        (Line(read=1200), False),
        (Line(), False),
        (Line(write=0), True),
        (Line(write=17), True),
        (Line(write=250), True),
    ],
    ids=["connect", "mid-body", "body sent", "stored", "status line", "mid-body of answer"],
)
def test_bundle_arrives_once_when_its_courier_is_killed_on_the_line(
    tmp_path: Path, context: BaseContext, line: Line, is_stored: bool
) -> None:
    case, victim, courier = Case(tmp_path), Victim(), tmp_path / "courier"
    assert run_and_die(context, case.export(), CODE) == 0
    (bundle,) = case.bundles()
    before = bundle.read_bytes()
    office, receipts = case.office, tmp_path / "receipts.json"
    carry = ["outbox", "carry", "--data-dir", str(courier), "--receipts", str(receipts), "--json"]
    with running_endpoint(office.database, opener=office.opener) as there:
        port = int(there.url.rpartition(":")[2])
        reaches = port if line.write is not None or line.read == 1200 else None
        with stub_server(replace(line, forward_to=reaches, then=victim.kill)) as stub:
            _aim(courier, office, stub.url)
            assert run_and_die(context, [*carry, str(bundle)], there.token, victim) == KILLED
        assert bool(case.rows()) is is_stored
        assert bundle.read_bytes() == before
        assert case.states() == {(OutboxState.HANDED_OVER, True)}
        _aim(courier, office, there.url)
        assert run_and_die(context, [*carry, str(bundle)], there.token) == 0
    assert run_and_die(context, case.command("import-receipt", receipts), CODE) == 0
    check_delivered_once(file_in(case.data), BYTES, case.rows())


def _aim(folder: Path, office: Office, url: str) -> None:
    """Set the one destination of a courier's computer."""
    with workplace_at(folder) as at:
        to = next(iter(addressing.destinations(at)), None) or place_for(at, office)
        with at.store.writing() as unit:
            unit.destinations.keep(replace(to, url=url), at.clock.now())
