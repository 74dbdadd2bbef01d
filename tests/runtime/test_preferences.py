"""Preferences hold at once, are whole on disk, and no file of them can keep the program shut."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from ogp_desktop import settings
from ogp_desktop.runtime.preferences import KeptPreferences
from ogp_desktop.settings import Preferences, load, save

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(
    preferences=st.builds(
        Preferences,
        language=st.none() | st.text(),
        scheme=st.sampled_from(settings.SCHEMES),
        text_scale=st.floats(1, 2),
        has_single_keys=st.booleans(),
        data_folder=st.none() | st.text(),
    )
)
def test_preferences_come_out_equal(
    tmp_path_factory: pytest.TempPathFactory, preferences: Preferences
) -> None:
    path = tmp_path_factory.mktemp("settings") / "new" / "settings.json"
    save(path, preferences)
    assert load(path) == preferences
    assert [one.name for one in path.parent.iterdir()] == ["settings.json"]


@given(name=st.sampled_from(list(Preferences.__dataclass_fields__)), value=JSON)
def test_any_value_is_taken_or_put_aside(
    tmp_path_factory: pytest.TempPathFactory, name: str, value: object
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text(json.dumps({name: value, "unknown": 1}))
    found = load(path)
    if path.exists():
        assert getattr(found, name) == value
    else:
        assert found == Preferences()
        assert path.with_suffix(".unread.json").exists()


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff\xfe", b"null", b"[" * 100_000])
def test_file_that_cannot_be_read_is_put_aside(tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(body)
    assert load(path) == Preferences()
    assert path.with_suffix(".unread.json").read_bytes() == body


def test_missing_file_gives_the_defaults_and_is_not_made(tmp_path: Path) -> None:
    assert load(tmp_path / "settings.json") == Preferences()
    assert list(tmp_path.iterdir()) == []


def test_choice_holds_and_is_told_when_the_file_cannot_be_written(
    tmp_path: Path, qapp: QApplication
) -> None:
    (tmp_path / "in the way").touch()
    kept = KeptPreferences(tmp_path / "in the way" / "settings.json")
    told: list[tuple[Preferences, Preferences]] = []
    kept.changed.connect(lambda before, now: told.append((before, now)))
    wanted = replace(kept.now(), scheme="dark")
    with pytest.raises(OSError, match="in the way"):
        kept.keep(wanted)
    assert kept.now() == wanted
    assert told == [(Preferences(), wanted)]
