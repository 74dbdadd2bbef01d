"""``outbox`` sends and exports, and tells by its exit whether everything has arrived."""

from pathlib import Path

from ogp_desktop.cli import main
from tests.support.command_line import Captured, refused, told
from tests.support.queued import queue, small_submission
from tests.support.sealed import sealed_sample
from tests.support.workplaces import workplace_at


def test_send_fails_while_something_was_told_to_go_and_did_not(
    capsys: Captured, data_dir: Path
) -> None:
    folder = ("--data-dir", str(data_dir))
    with workplace_at(data_dir) as at:
        queue(at, "http://127.0.0.1:9", small_submission(1), small_submission(2))
    for lines in (2, 2):  # the second time nothing is due, and still nothing has arrived
        assert main(("outbox", "send", *folder)) == 1
        said = capsys.readouterr().out.splitlines()
        assert (len(said), said[-1]) == (lines, "2 not confirmed yet")


def test_sealed_file_goes_by_hand_and_its_receipt_comes_back(
    capsys: Captured, data_dir: Path, tmp_path: Path
) -> None:
    folder = ("--data-dir", str(data_dir))
    with workplace_at(data_dir) as at:
        made = sealed_sample(at)
    carried, wrong = tmp_path / "forum.json", tmp_path / "wrong.json"
    exported = told(capsys, "outbox", "export", made.sealed.id, "--to", str(carried), *folder)
    assert exported["is_handed_over"]
    assert carried.read_bytes() == made.sealed.body
    [item] = told(capsys, "outbox", "list", *folder)
    assert item["state"] == "handed_over"

    database = ("--database", f"sqlite:///{tmp_path / 'endpoint.sqlite3'}")
    back = told(capsys, "endpoint", "import", str(carried), "--to", str(tmp_path), *database)
    [stored] = told(capsys, "endpoint", "list", *database)
    assert stored["sha256"] == item["sha256"]
    receipt = Path(back["receipt"]).read_bytes()
    wrong.write_bytes(receipt.replace(item["sha256"].encode(), b"0" * 64))
    sentence = refused(capsys, "outbox", "import-receipt", str(wrong), *folder)
    assert sentence == f"{wrong} is the receipt for another text under the same id"
    confirmed = told(capsys, "outbox", "import-receipt", back["receipt"], *folder)
    item = {"submission": made.sealed.id, "state": "confirmed"}
    assert confirmed == {"submissions": [item], "newly_confirmed": 1}


def test_export_names_a_submission_that_is_not_there(
    capsys: Captured, data_dir: Path, tmp_path: Path
) -> None:
    where = ("--to", str(tmp_path / "none.json"), "--data-dir", str(data_dir))
    assert refused(capsys, "outbox", "export", "none", *where) == "nothing is found under none"
    assert not (tmp_path / "none.json").exists()
