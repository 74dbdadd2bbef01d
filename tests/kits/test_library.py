"""The library gives the newest kits; adding one leaves it with the whole kit, or as it was."""

import os
from pathlib import Path

import pytest

from ogp_desktop.domain.errors import Trouble
from ogp_desktop.kits.errors import KitFault, KitRefused
from ogp_desktop.kits.library import KitLibrary
from tests.support.kits import BUILT_IN, changed, kit_files, write_folder, write_zip


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    return tmp_path / "installed"


@pytest.fixture
def library(installed: Path) -> KitLibrary:
    return KitLibrary(BUILT_IN, installed)


def ids(library: KitLibrary) -> list[tuple[str, str]]:
    return [(kit.id, kit.version) for kit in library.kits()]


def test_kits_are_those_that_came_with_the_program(library: KitLibrary) -> None:
    assert [kit_id for kit_id, _ in ids(library)] == ["ogp-strategy-2022", "village-priorities"]


def test_install_adds_a_kit_that_is_there_after_a_restart(
    library: KitLibrary, installed: Path, tmp_path: Path
) -> None:
    kit = library.install(write_zip(tmp_path / "tiny.ogpkit", kit_files()))
    assert library.newest("tiny") == kit
    assert KitLibrary(BUILT_IN, installed).newest("tiny") == kit
    assert KitLibrary(BUILT_IN, installed).newest("tiny").digest == kit.digest


def test_install_twice_is_one_kit(library: KitLibrary, installed: Path, tmp_path: Path) -> None:
    library.install(write_zip(tmp_path / "tiny.ogpkit", kit_files()))
    library.install(write_folder(tmp_path / "tiny", kit_files()))
    assert [file.name for file in installed.iterdir()] == ["tiny-1.0.0.kit.json"]


def test_install_of_a_newer_version_is_the_newest_by_number(
    library: KitLibrary, tmp_path: Path
) -> None:
    for version in ("1.9.0", "1.10.0", "1.2.0"):
        files = changed("kit.toml", '"1.0.0"', f'"{version}"')
        library.install(write_zip(tmp_path / f"{version}.ogpkit", files))
    assert library.newest("tiny").version == "1.10.0"
    assert [kit_id for kit_id, _ in ids(library)].count("tiny") == 1


def test_install_is_refused_when_other_content_has_the_same_version(
    library: KitLibrary, tmp_path: Path
) -> None:
    kit = library.install(write_zip(tmp_path / "tiny.ogpkit", kit_files()))
    files = changed("text.en.toml", "To try.", "To try again.")
    with pytest.raises(KitRefused) as caught:
        library.install(write_zip(tmp_path / "other.ogpkit", files))
    assert (caught.value.reason, caught.value.field) == (KitFault.VERSION_TAKEN, "version")
    assert library.newest("tiny") == kit


def test_install_of_a_bad_kit_leaves_nothing(
    library: KitLibrary, installed: Path, tmp_path: Path
) -> None:
    with pytest.raises(KitRefused):
        library.install(write_zip(tmp_path / "bad.ogpkit", changed("kit.toml", "schema = 1", "")))
    assert not installed.exists()


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_install_that_is_stopped_midway_leaves_nothing(
    library: KitLibrary,
    installed: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    before = ids(library)
    with monkeypatch.context() as patch:
        if step == "fsync":
            patch.setattr(os, "fsync", stop)
        else:
            patch.setattr(Path, "replace", stop)
        with pytest.raises(KeyboardInterrupt):
            library.install(write_zip(tmp_path / "tiny.ogpkit", kit_files()))
    assert list(installed.iterdir()) == []
    assert ids(library) == before
    library.install(tmp_path / "tiny.ogpkit")
    assert library.newest("tiny").id == "tiny"


def test_install_that_cannot_write_is_trouble(
    library: KitLibrary, installed: Path, tmp_path: Path
) -> None:
    installed.write_text("a file stands where the folder should be")
    with pytest.raises(Trouble) as caught:
        library.install(write_zip(tmp_path / "tiny.ogpkit", kit_files()))
    assert caught.value.code == "kit_not_saved"


def test_kits_are_still_given_when_an_installed_one_is_damaged(
    library: KitLibrary, installed: Path, tmp_path: Path
) -> None:
    library.install(write_zip(tmp_path / "tiny.ogpkit", kit_files()))
    (installed / "tiny-1.0.0.kit.json").write_bytes(b"{")
    again = KitLibrary(BUILT_IN, installed)
    assert [kit_id for kit_id, _ in ids(again)] == ["ogp-strategy-2022", "village-priorities"]
    assert again.damaged == ("tiny-1.0.0.kit.json",)
    again.install(tmp_path / "tiny.ogpkit")
    assert again.newest("tiny").id == "tiny"


def test_newest_is_refused_when_there_is_no_such_kit(library: KitLibrary) -> None:
    with pytest.raises(KitRefused) as caught:
        library.newest("lost")
    assert caught.value.reason is KitFault.NOT_FOUND
