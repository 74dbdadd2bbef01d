"""The road of a bundle by the command line alone: saved, carried, imported, proven.

Each command runs as a person would type it; only the keyring is taken away, for it is the person's.
"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ogp_desktop.cli import main
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.endpoint.importing import make_identity
from ogp_desktop.endpoint.serve import key_file, running_endpoint
from ogp_desktop.endpoint.signing import signer_at
from ogp_desktop.services import addressing
from tests.support.bundles import NOBODY, only_file
from tests.support.clock import FixedClock
from tests.support.sealed import sealed_sample
from tests.support.workplaces import workplace_at

pytestmark = pytest.mark.slow

Run = Callable[..., tuple[int, object]]


@pytest.fixture
def secrets(monkeypatch: pytest.MonkeyPatch) -> MemorySecrets:
    """Give the place for codes of this run."""
    kept = MemorySecrets()
    for module in ("outbox", "access_codes"):
        monkeypatch.setattr(f"ogp_desktop.commands.{module}.open_secrets", lambda: kept)
    return kept


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs a command, and gives its exit code and its answer."""

    def ran(*words: str | Path) -> tuple[int, object]:
        capsys.readouterr()
        code = main([str(word) for word in words] + ["--json"])
        said = capsys.readouterr()
        return code, json.loads(said.out) if said.out else said.err

    return ran


@pytest.fixture
def database(tmp_path: Path) -> str:
    """Give the address of the endpoint's database."""
    (tmp_path / "office").mkdir()
    return f"sqlite:///{tmp_path / 'office' / 'endpoint.sqlite3'}"


def office_of(database: str, identity: Path) -> dict[str, str]:
    """Return what the people there give to a host."""
    return {
        "receipt_key": signer_at(key_file(database)).public_key,
        "recipient": make_identity(identity).recipient,
    }


def test_bundle_goes_from_the_host_to_the_endpoint_and_its_receipts_back(
    run: Run, secrets: MemorySecrets, database: str, tmp_path: Path
) -> None:
    identity, data, stick = tmp_path / "office" / "id.txt", tmp_path / "data", tmp_path / "stick"
    code, made = run("endpoint", "identity", "--identity", identity)
    assert code == 0
    with workplace_at(data, FixedClock()) as at:
        sealed = [sealed_sample(at, title) for title in ("Radio", "Forum")]
        keys = office_of(database, identity)
        assert made == {"recipient": keys["recipient"], "identity": str(identity)}
        addressing.set_destination(at, secrets, name="OGP", url=NOBODY, **keys)
    folder = ("--data-dir", data)
    assert run("outbox", "export", *folder, "--to", stick)[0] == 1  # no such folder
    stick.mkdir()
    code, told = run("outbox", "export", *folder, "--to", stick)
    assert code == 0
    (one,) = told  # type: ignore[misc]
    assert set(one["submissions"]) == {each.sealed.id for each in sealed}
    assert one["key_kept_in"] == "file"
    assert run("outbox", "export", *folder, "--to", stick)[1] == "ogp-desktop: nothing waits\n"

    bundle = only_file(stick)
    at_endpoint = ("--database", database)
    code, refused = run("endpoint", "import", bundle, *at_endpoint)
    assert (code, refused) == (
        1,
        "ogp-desktop: name the key that bundles are opened with: --identity FILE\n",
    )
    code, imported = run("endpoint", "import", bundle, *at_endpoint, "--identity", identity)
    assert code == 0
    assert isinstance(imported, dict)
    assert (imported["items"], imported["new"]) == (2, 2)
    receipts = Path(imported["receipt"])
    assert receipts == stick / f"receipt-{one['bundle']}.json"
    again = run("endpoint", "import", bundle, *at_endpoint, "--identity", identity)
    assert again == (0, imported | {"new": 0})

    code, confirmed = run("outbox", "import-receipt", receipts, *folder)
    assert code == 0
    assert isinstance(confirmed, dict)
    assert confirmed["newly_confirmed"] == 2
    assert {item["state"] for item in confirmed["submissions"]} == {"confirmed"}
    _, stored = run("endpoint", "list", *at_endpoint)
    assert isinstance(stored, list)
    assert {row["id"]: row["sha256"] for row in stored} == {
        each.sealed.id: each.sealed.sha256 for each in sealed
    }
    forged = tmp_path / "forged.json"
    forged.write_bytes(receipts.read_bytes().replace(b'"sig":"', b'"sig":"A'))
    code, sentence = run("outbox", "import-receipt", forged, *folder)
    assert (code, sentence) == (
        1,
        f"ogp-desktop: {forged} is not signed with the receipt key that is set\n",
    )


def test_courier_carries_the_text_of_a_mail_and_brings_receipts(
    run: Run, secrets: MemorySecrets, database: str, tmp_path: Path
) -> None:
    identity, mail = tmp_path / "office" / "id.txt", tmp_path / "mail.txt"
    keys = office_of(database, identity)
    with workplace_at(tmp_path / "host", FixedClock()) as at:
        made = sealed_sample(at)
        addressing.set_destination(at, secrets, name="OGP", url=NOBODY, **keys)
    host, courier = ("--data-dir", tmp_path / "host"), ("--data-dir", tmp_path / "courier")
    one = ("outbox", "export", made.sealed.id, "--bundle", "--armor")
    assert run(*one, *host, "--to", mail)[0] == 0
    assert mail.read_text("ascii").startswith("-----BEGIN AGE")
    with running_endpoint(database) as there:
        with workplace_at(tmp_path / "courier", FixedClock(), first_id=700) as at:
            addressing.set_destination(
                at,
                secrets,
                name="OGP",
                url=there.url,
                receipt_key=there.receipt_key,
                access_code=there.token,
            )
        code, told = run("outbox", "carry", mail, *courier)
        assert (code, told) == (0, {"state": "kept", "destination": "OGP"})
        opened = ("endpoint", "import", "--database", database, "--identity", identity)
        code, imported = run(*opened, "--to", tmp_path / "office")
        assert code == 0
        assert isinstance(imported, dict)
        assert [one["new"] for one in imported["imported"]] == [1]
        code, told = run("outbox", "carry", mail, *courier)
        assert code == 0
        damaged = tmp_path / "damaged.txt"
        lines = mail.read_bytes().splitlines(keepends=True)
        damaged.write_bytes(mail.read_bytes()[:-200])
        assert run("outbox", "carry", damaged, *courier)[0] == 1  # cut off: no bundle any more
        lines[5] = lines[5].strip()[::-1] + b"\n"
        damaged.write_bytes(b"".join(lines))
        assert run("outbox", "carry", damaged, *courier)[0] == 0  # kept, unopened
        code, imported = run(*opened, "--to", tmp_path / "office")
        assert code == 1
        assert isinstance(imported, dict)
        assert [one["reason"] for one in imported["refused"]] == ["bundle_damaged"]
        assert run(*opened, "--to", tmp_path / "office") == (0, {"imported": [], "refused": []})
        code, refused = run("outbox", "carry", damaged, *courier)
        assert code == 1
        assert isinstance(refused, dict)
        assert (refused["state"], refused["reason"]) == ("refused", "bundle_damaged")
        given_back = Path(refused["receipts"])
        assert given_back.read_bytes() == Path(imported["refused"][0]["receipt"]).read_bytes()
    code, not_confirmed = run("outbox", "import-receipt", given_back, *host)
    assert (code, not_confirmed) == (1, {"submissions": [], "refused": "bundle_damaged"})
    assert isinstance(told, dict)
    code, confirmed = run("outbox", "import-receipt", told["receipts"], *host)
    assert isinstance(confirmed, dict)
    assert (code, confirmed["newly_confirmed"]) == (0, 1)
