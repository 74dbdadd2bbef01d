"""``kit`` lists, shows and checks kits, and writes the form of one."""

from pathlib import Path

from ogp_desktop import paths
from tests.support.command_line import Captured, refused, said, told

OGP = "ogp-strategy-2022"


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
