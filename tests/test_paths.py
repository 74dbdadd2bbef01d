"""Where things are, whichever way the program came here."""

import sys
from pathlib import Path

import pytest

from ogp_desktop import paths


def test_resources_are_found_in_the_source_tree() -> None:
    assert (paths.data_root() / "style" / "tokens.json").is_file()


def test_resources_are_found_beside_a_frozen_program(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.data_root() == tmp_path / "resources"


def test_resources_are_found_inside_an_installed_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "ogp_desktop" / "resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "ogp_desktop" / "paths.py"))
    assert paths.data_root() == tmp_path / "ogp_desktop" / "resources"


def test_folders_of_the_person_are_named_but_not_made_by_asking() -> None:
    for folder in (paths.data_dir(), paths.config_dir(), paths.log_dir()):
        assert folder.is_absolute()
        assert not folder.exists()
