"""Each command prints what it found, exits 0 only on success, and names the field or the file."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ogp_desktop import paths
from ogp_desktop.cli import main
from ogp_desktop.domain.canonical import sha256_hex
from tests.support.delivering import SEALED
from tests.support.queued import queue, small_submission
from tests.support.sealed import sealed_sample
from tests.support.workplaces import workplace_at

OGP = "ogp-strategy-2022"
Captured = pytest.CaptureFixture[str]


def said(capsys: Captured, *arguments: str) -> str:
    """Run a command that succeeds and return what it printed."""
    assert main(arguments) == 0
    return capsys.readouterr().out


def told(capsys: Captured, *arguments: str) -> Any:
    """Run a command that succeeds and return its JSON."""
    return json.loads(said(capsys, *arguments, "--json"))


def refused(capsys: Captured, *arguments: str) -> str:
    """Run a command that fails and return its one sentence."""
    assert main(arguments) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    [sentence] = captured.err.splitlines()
    assert sentence.startswith("ogp-desktop: ")
    return sentence.removeprefix("ogp-desktop: ")


def test_plan_prints_blocks_that_sum_to_the_minutes(capsys: Captured) -> None:
    plan = told(capsys, "plan", "--minutes", "90", "--people", "18", "--format", "hybrid")
    assert plan["minutes"] == 90
    assert sum(block["minutes"] for block in plan["blocks"]) == 90
    assert set(plan["blocks"][0]) == {"id", "minutes", "minimum", "protected"}
    assert {"flags", "talk_seconds_per_person_q1"} <= set(plan)


def test_plan_prints_lines_for_people(capsys: Captured) -> None:
    lines = said(capsys, "plan", "--minutes", "60", "--people", "8").splitlines()
    assert "  60  in all, of 60" in lines


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (("--minutes", "241", "--people", "10"), "minutes must be between 15 and 240"),
        (
            ("--minutes", "300", "--people", "10", "--end", "17:00", "--now", "16:00"),
            "minutes must be between 15 and 240",
        ),
        (("--minutes", "0", "--people", "501"), "people must be between 2 and 500"),
        (("--end", "9:00", "--now", "9:30", "--people", "0"), "people must be between 2 and 500"),
        (("--minutes", "60", "--people", "9", "--tables", "0"), "tables must be between 1 and 9"),
        (("--minutes", "60", "--people", "1"), "people must be between 2 and 500"),
        (
            ("--minutes", "60", "--people", "10", "--tables", "20"),
            "tables must be between 1 and 10",
        ),
        (
            ("--minutes", "60", "--people", "10", "--kit", "none"),
            'no kit is called none; "ogp-desktop kit list" names those at hand',
        ),
    ],
)
def test_plan_names_the_field_that_is_wrong(
    capsys: Captured, wrong: tuple[str, ...], sentence: str
) -> None:
    assert refused(capsys, "plan", *wrong) == sentence


def _too_short(capsys: Captured, *arguments: str) -> tuple[str, list[str], Any]:
    """Ask for a plan that cannot be; return the sentence, the nearest plan, and the JSON."""
    assert main(("plan", "--people", "18", *arguments)) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    sentence, *plan = captured.err.splitlines()
    assert main(("plan", "--people", "18", *arguments, "--json")) == 1
    told = json.loads(capsys.readouterr().out)
    assert f"ogp-desktop: {told['sentence']}" == sentence
    return told["sentence"], plan, told


@pytest.mark.parametrize(
    ("arguments", "fact", "missing"),
    [
        (("--minutes", "0"), "minutes must be between 15 and 240", 19),
        (("--minutes", "-5"), "minutes must be between 15 and 240", 24),
        (("--end", "17:00", "--now", "17:12"), "end: 17:00 was 12 min ago", 31),
        (("--end", "17:00", "--now", "17:00"), "end: 17:00 was 0 min ago", 19),
        (
            ("--end", "0:05", "--now", "23:55", "--minutes", "90"),
            "end: only 10 min are left until 00:05",
            9,
        ),
    ],
)
def test_plan_without_time_says_the_minutes_missing_and_the_nearest_plan(
    capsys: Captured, arguments: tuple[str, ...], fact: str, missing: int
) -> None:
    sentence, plan, told = _too_short(capsys, *arguments)
    nearest = "The nearest plan that fits takes 19 min."
    assert sentence == f"{fact}; {missing} min are missing. {nearest}"
    assert plan[-1] == "  19  in all, of 19"
    assert (told["missing_minutes"], told["enough_minutes"]) == (missing, 19)
    assert sum(block["minutes"] for block in told["nearest"]["blocks"]) == 19
    assert told["nearest"]["shortfall_minutes"] == 0


def test_plan_below_its_minimums_is_printed_with_the_nearest_that_fits(capsys: Captured) -> None:
    asked = ("plan", "--minutes", "15", "--people", "18")
    plan = told(capsys, *asked)
    assert sum(block["minutes"] for block in plan["blocks"]) == 15
    assert (plan["missing_minutes"], plan["enough_minutes"]) == (4, 19)
    assert plan["nearest"]["minutes"] == 19
    lines = said(capsys, *asked)
    assert "4 min are missing" in lines
    assert "  19  in all, of 19" in lines


def test_plan_until_a_fixed_end_has_the_minutes_that_are_left(capsys: Captured) -> None:
    until = ("plan", "--people", "18", "--end", "17:00", "--now", "16:10")
    assert told(capsys, *until)["minutes"] == 50
    assert told(capsys, *until, "--minutes", "30")["minutes"] == 30
    assert told(capsys, *until, "--minutes", "90") == told(capsys, *until)


def test_plan_with_interpretation_gives_talk_longer_and_tells_less_of_it_each(
    capsys: Captured,
) -> None:
    asked = ("plan", "--minutes", "120", "--people", "18")
    plain, twice = told(capsys, *asked), told(capsys, *asked, "--interpretation")
    minutes = [{b["id"]: b["minutes"] for b in plan["blocks"]} for plan in (plain, twice)]
    assert sum(minutes[1].values()) == 120
    assert minutes[1]["q1_small"] > minutes[0]["q1_small"]
    talk_s = 60 * (minutes[1]["q1_small"] + minutes[1]["q1_followups"])
    assert twice["talk_seconds_per_person_q1"] == round(talk_s * 2 / 3 / twice["subgroup"])


@pytest.mark.parametrize(
    "wrong",
    [
        ("plan", "--minutes", "many", "--people", "3"),
        ("plan", "--end", "25:00", "--people", "3"),
        ("plan", "--end", "soon", "--people", "3"),
        ("plan", "--people", "3"),
        ("no-such-command",),
        ("endpoint", "serve", "--database", "sqlite://", "--port", "99999"),
        ("endpoint", "serve", "--database", "sqlite://", "--port", "many"),
        ("endpoint", "serve", "--database", "sqlite://", "--per-minute", "-1"),
        ("endpoint", "describe", "--url", "x", "--name", "n", "--out", "o", "--closes", "soon"),
    ],
)
def test_what_is_no_command_exits_with_two(capsys: Captured, wrong: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(wrong)
    assert ended.value.code == 2
    assert "usage: ogp-desktop" in capsys.readouterr().err


def test_kits_are_listed_and_shown(capsys: Captured) -> None:
    assert OGP in {kit["id"] for kit in told(capsys, "kit", "list")}
    shown = told(capsys, "kit", "show", OGP)
    assert [one["number"] for one in shown["questions"]] == [1, 2, 3]
    assert "2022-08-31" in said(capsys, "kit", "list")


def test_form_of_a_kit_is_written_for_the_owner_of_a_server(
    capsys: Captured, data_dir: Path, tmp_path: Path
) -> None:
    out = tmp_path / "form"
    written = told(capsys, "kit", "xform", OGP, "--out", str(out), "--data-dir", str(data_dir))
    assert written["form_id"] == OGP
    assert sorted(path.suffix for path in out.iterdir()) == [".xlsx", ".xml"]
    assert f'version="{written["version"]}"' in Path(written["xml"]).read_text("utf-8")


def test_kit_check_says_whole_or_names_file_and_field(capsys: Captured, tmp_path: Path) -> None:
    whole = paths.data_root() / "kits" / "village-priorities"
    assert said(capsys, "kit", "check", str(whole)).endswith(": whole\n")
    for file in whole.iterdir():
        text = file.read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if not line.startswith("title =")]
        (tmp_path / file.name).write_text("\n".join(lines), encoding="utf-8")
    sentence = refused(capsys, "kit", "check", str(tmp_path))
    assert ".toml, title: a text is missing here." in sentence


def test_kit_check_names_the_file_that_is_not_there(capsys: Captured, tmp_path: Path) -> None:
    missing = tmp_path / "none.ogpkit"
    assert refused(capsys, "kit", "check", str(missing)) == f"nothing is found under {missing}"


def test_empty_file_lists_nothing_in_words_and_in_json(capsys: Captured, data_dir: Path) -> None:
    folder = ("--data-dir", str(data_dir))
    assert said(capsys, "conversation", "list", *folder) == "no conversations\n"
    assert told(capsys, "conversation", "list", *folder) == []
    assert said(capsys, "outbox", "list", *folder) == "nothing waits\n"
    assert said(capsys, "outbox", "send", *folder) == "nothing is due\n"
    assert told(capsys, "outbox", "send", *folder) == []


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


@pytest.mark.skipif(os.name != "posix", reason="pipes of Posix")
def test_reader_that_has_enough_ends_a_command_without_a_word(data_dir: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "ogp_desktop", "plan", "--people", "9", "--minutes", "60"]
    ended = subprocess.run(
        [*command, "--data-dir", str(data_dir)], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_answer_that_finds_no_room_is_told_without_a_number(data_dir: Path) -> None:
    command = [sys.executable, "-m", "ogp_desktop", "kit", "list", "--data-dir", str(data_dir)]
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (ended.returncode, ended.stderr) == (1, b"ogp-desktop: No space left on device\n")


@pytest.mark.parametrize("group", ["kit", "conversation", "outbox", "endpoint"])
def test_help_of_a_group_says_what_each_action_does(capsys: Captured, group: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main((group, "--help"))
    assert ended.value.code == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("    ")]
    assert len(lines) >= 3
    assert all(line.split() for line in lines)


def test_file_that_is_no_submission_is_refused_in_words(capsys: Captured, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    database = ("--database", f"sqlite:///{tmp_path}/endpoint.db")
    for content, sentence in (
        (b"", "the file is no submission, or is damaged"),
        (b"{}", "the file is no submission that is taken: "),
        (b" " * 2_000_000, "the file is larger than any submission"),
    ):
        wrong.write_bytes(content)
        assert refused(capsys, "endpoint", "import", str(wrong), *database).startswith(sentence)


def test_revoking_nobody_in_particular_revokes_nothing(capsys: Captured, tmp_path: Path) -> None:
    database = ("--database", f"sqlite:///{tmp_path}/endpoint.db")
    said(capsys, "endpoint", "token", *database)
    assert "exactly one" in refused(capsys, "endpoint", "tokens", "--revoke", "", *database)
    assert len(told(capsys, "endpoint", "tokens", *database)) == 1


def test_unknown_conversation_is_named(capsys: Captured, data_dir: Path) -> None:
    sentence = refused(capsys, "conversation", "show", "none", "--data-dir", str(data_dir))
    assert sentence == "nothing is found under none"


def test_folder_that_cannot_be_made_is_named(capsys: Captured, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    folder = tmp_path / "file" / "data"
    sentence = refused(capsys, "conversation", "list", "--data-dir", str(folder))
    assert str(folder) in sentence


@pytest.mark.slow
def test_demo_ends_with_a_receipt_that_the_other_commands_find(
    capsys: Captured, data_dir: Path, tmp_path: Path
) -> None:
    folder = ("--data-dir", str(data_dir))
    demo = told(capsys, "demo", *folder, "--out", str(tmp_path / "out"))
    assert {"submission", "state", "receipt", "data_dir", "out_dir"} <= set(demo)
    assert set(demo["submission"]) >= {"id", "sha256"}
    assert demo["state"] == "confirmed"
    assert list((tmp_path / "out").iterdir())

    [row] = told(capsys, "conversation", "list", *folder)
    assert (row["state"], row["outbox"]) == ("sealed", "confirmed")
    [item] = told(capsys, "outbox", "list", *folder)
    assert (item["sha256"], item["state"]) == (demo["submission"]["sha256"], "confirmed")

    shown = told(capsys, "conversation", "show", row["id"], *folder)
    file = tmp_path / "export.json"
    exported = told(capsys, "conversation", "export", row["id"], "--to", str(file), *folder)
    assert exported == {"to": str(file), "notes": len(shown["notes"])}
    assert json.loads(file.read_text(encoding="utf-8")) == shown

    nowhere = tmp_path / "none" / "export.json"
    sentence = refused(capsys, "conversation", "export", row["id"], "--to", str(nowhere), *folder)
    assert sentence == f"{nowhere} cannot be written"


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


def test_endpoint_makes_a_token_and_lists_and_exports(capsys: Captured, tmp_path: Path) -> None:
    database = ("--database", f"sqlite:///{tmp_path / 'endpoint.sqlite3'}")
    made = told(capsys, "endpoint", "token", *database, "--scope", "read")
    assert made["scope"] == "read"
    assert len(made["token"]) == 64
    assert told(capsys, "endpoint", "list", *database) == []
    assert said(capsys, "endpoint", "list", *database) == "nothing is stored\n"
    out = tmp_path / "out"
    assert told(capsys, "endpoint", "export", *database, "--to", str(out)) == {"exported": 0}
    assert [file.name for file in out.iterdir()] == ["index.json"]


def test_endpoint_lists_and_exports_what_is_looked_for(capsys: Captured, tmp_path: Path) -> None:
    database = ("--database", f"sqlite:///{tmp_path / 'endpoint.sqlite3'}")
    carried = tmp_path / "sealed.json"
    carried.write_bytes(SEALED.data)
    told(capsys, "endpoint", "import", str(carried), "--to", str(tmp_path), *database)
    found = told(capsys, "endpoint", "list", *database, "--text", "ARRETE", "--language", "fr")
    assert [one["id"] for one in found] == [SEALED.submission.id]
    assert told(capsys, "endpoint", "list", *database, "--held-from", "2023-01-01") == []
    lines, table = tmp_path / "all.jsonl", tmp_path / "all.csv"
    for form, to in (("jsonl", lines), ("csv", table)):
        asked = ("--form", form, "--to", str(to))
        assert told(capsys, "endpoint", "export", *database, *asked) == {"exported": 1}
    assert lines.read_bytes() == SEALED.data + b"\n"
    assert "Un arrêté du maire" in table.read_text(encoding="utf-8-sig")
    sentence = refused(capsys, "endpoint", "list", *database, "--held-from", "soon")
    assert sentence == "held_from cannot be looked for like this"


def test_endpoint_shows_access_codes_by_their_hash_and_revokes_one(
    capsys: Captured, tmp_path: Path
) -> None:
    database = ("--database", f"sqlite:///{tmp_path / 'endpoint.sqlite3'}")
    made = [told(capsys, "endpoint", "token", *database)["token"] for _ in range(2)]
    hashes = {sha256_hex(token.encode()) for token in made}
    shown = told(capsys, "endpoint", "tokens", *database)
    assert {one["sha256"] for one in shown} == hashes
    assert not any(token in said(capsys, "endpoint", "tokens", *database) for token in made)
    gone = sha256_hex(made[0].encode())
    (left,) = told(capsys, "endpoint", "tokens", *database, "--revoke", gone[:12])
    assert left["sha256"] == sha256_hex(made[1].encode())
    sentence = refused(capsys, "endpoint", "tokens", *database, "--revoke", gone[:12])
    assert sentence.startswith("not exactly one access code")


def test_endpoint_on_sqlite_is_one_worker(capsys: Captured, tmp_path: Path) -> None:
    database = ("--database", f"sqlite:///{tmp_path / 'endpoint.sqlite3'}")
    sentence = refused(capsys, "endpoint", "serve", *database, "--workers", "2")
    assert "several workers need PostgreSQL" in sentence


def test_endpoint_names_a_database_that_is_none(capsys: Captured) -> None:
    sentence = refused(capsys, "endpoint", "list", "--database", "no address")
    assert sentence.startswith("--database is no address")


def test_endpoint_names_a_folder_that_cannot_be_written(capsys: Captured, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    to = tmp_path / "file" / "out"
    database = f"sqlite:///{tmp_path / 'endpoint.sqlite3'}"
    said(capsys, "endpoint", "token", "--database", database)
    sentence = refused(capsys, "endpoint", "export", "--database", database, "--to", str(to))
    assert str(to) in sentence


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (("--size", "10"), "size must look like 1280x800"),
        (("--text-scale", "9"), "text-scale must be between 1.0 and 2.0"),
    ],
)
def test_screens_name_the_option_that_is_wrong(
    capsys: Captured, tmp_path: Path, wrong: tuple[str, ...], sentence: str
) -> None:
    assert refused(capsys, "screens", "--out", str(tmp_path), *wrong) == sentence
    assert list(tmp_path.iterdir()) == []
