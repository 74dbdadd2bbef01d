"""Set-up does its work once, and says what to do where it may not do it."""

import subprocess
import sys
from pathlib import Path

import pytest

import setup_libraries
import setup_python
from say import Stop, explain

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A source tree with an empty locked list."""
    listed = tmp_path / "packaging" / "requirements" / "runtime.txt"
    listed.parent.mkdir(parents=True)
    listed.write_text("# nothing\n")
    return tmp_path


@pytest.mark.slow
def test_environment_is_made_once_and_runs_the_source_tree(tree: Path) -> None:
    package = tree / "ogp_desktop"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text("import sys\nprint('hello', *sys.argv[1:])\n")
    python = setup_python.prepare(tree, "runtime")
    command = python.with_name("ogp-desktop.cmd" if sys.platform == "win32" else "ogp-desktop")
    ran = subprocess.run(
        [command, "demo"], capture_output=True, text=True, check=True, cwd=tree.parent
    )
    assert ran.stdout == "hello demo\n"
    assert python.is_relative_to(tree)

    made_at = python.parent.stat().st_mtime_ns
    assert setup_python.prepare(tree, "runtime") == python
    assert python.parent.stat().st_mtime_ns == made_at


@pytest.mark.slow
def test_packages_are_refused_when_they_cannot_be_verified(tree: Path) -> None:
    environment = tree / ".venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    listed = tree / "packaging" / "requirements" / "runtime.txt"
    source = tree / "thing"
    source.mkdir()
    (source / "pyproject.toml").write_text('[project]\nname = "thing"\nversion = "1"\n')
    listed.write_text(f"thing @ {source.as_uri()} --hash=sha256:{'0' * 64}\n")
    with pytest.raises(Stop):
        setup_python.prepare(tree, "runtime")
    assert not list(environment.glob("*.stamp"))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems' wheels bring all they need")
def test_no_library_is_missing_when_qt_runs_here() -> None:
    needed = setup_libraries.missing_libraries(Path(sys.executable), setup_libraries.LOADED)
    assert needed == set()


def test_stop_prints_sentence_and_command_on_the_error_stream(
    capsys: pytest.CaptureFixture[str],
) -> None:
    explain(Stop("A library is missing.", "sudo apt-get install libegl1"))
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.split("\n") == [
        *("", "A library is missing.", ""),
        *("    sudo apt-get install libegl1", "", ""),
    ]


def test_old_python_is_told_what_is_needed_before_anything_else() -> None:
    text = (ROOT / "packaging" / "dev.py").read_text(encoding="utf-8")
    compile(text, "dev.py", "exec", dont_inherit=True)
    first = text.index("sys.version_info")
    assert first < text.index("import checks")
    assert "match " not in text, "a syntax error would come before the sentence"
