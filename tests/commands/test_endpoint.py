"""``endpoint`` looks after the receiving side: what is stored, who may ask, what is let in."""

from pathlib import Path

from ogp_desktop.domain.canonical import sha256_hex
from tests.support.command_line import Captured, refused, said, told
from tests.support.delivering import SEALED


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
