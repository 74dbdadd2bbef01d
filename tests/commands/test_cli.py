"""Each command prints what it found, exits 0 only on success, and names the field or the file."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ogp_desktop.cli import main
from tests.support.command_line import Captured, refused, said, told


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


def test_empty_file_lists_nothing_in_words_and_in_json(capsys: Captured, data_dir: Path) -> None:
    folder = ("--data-dir", str(data_dir))
    assert said(capsys, "conversation", "list", *folder) == "no conversations\n"
    assert told(capsys, "conversation", "list", *folder) == []
    assert said(capsys, "outbox", "list", *folder) == "nothing waits\n"
    assert said(capsys, "outbox", "send", *folder) == "nothing is due\n"
    assert told(capsys, "outbox", "send", *folder) == []


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
