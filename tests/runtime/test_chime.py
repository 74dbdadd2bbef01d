"""The soft sound never holds anything up, is one at a time, and says when it cannot be heard."""

import shutil
import sys
import wave
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ogp_desktop.paths import data_root
from ogp_desktop.runtime import chime
from ogp_desktop.runtime.chime import Chime, system_chime

SOUND = data_root() / "sounds" / "turn.wav"
WELL = (sys.executable, "-c", "import sys; open(sys.argv[1] + '.heard', 'a').write('x')")
BADLY = (sys.executable, "-c", "raise SystemExit(1)")
LONG = (sys.executable, "-c", "import time; time.sleep(60)")


def _heard(tmp_path: Path) -> int:
    file = tmp_path / "turn.wav.heard"
    return len(file.read_text()) if file.exists() else 0


def test_sound_is_short_soft_and_silent_at_both_ends() -> None:
    with wave.open(str(SOUND), "rb") as file:
        seconds = file.getnframes() / file.getframerate()
        frames = file.readframes(file.getnframes())
    samples = [
        int.from_bytes(frames[at : at + 2], "little", signed=True)
        for at in range(0, len(frames), 2)
    ]
    assert seconds < 1.5
    assert 0.05 < max(map(abs, samples)) / 32_767 < 0.25
    assert max(abs(samples[0]), abs(samples[-1])) < 40


def test_second_sound_waits_for_no_first(qtbot: QtBot, tmp_path: Path) -> None:
    made = Chime(tmp_path / "turn.wav", [WELL])
    made.play()
    assert made.is_playing
    made.play()
    qtbot.waitUntil(lambda: not made.is_playing)
    assert _heard(tmp_path) == 1


def test_player_that_fails_makes_way_for_the_next(qtbot: QtBot, tmp_path: Path) -> None:
    made = Chime(tmp_path / "turn.wav", [("no-such-player",), BADLY, WELL])
    made.play()
    qtbot.waitUntil(lambda: not made.is_playing and _heard(tmp_path) == 1)
    made.play()
    qtbot.waitUntil(lambda: _heard(tmp_path) == 2)
    qtbot.waitUntil(lambda: not made.is_playing)


def test_sound_that_nobody_could_hear_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    made = Chime(tmp_path / "turn.wav", [BADLY])
    with qtbot.waitSignal(made.failed):
        made.play()
    assert not made.is_playing


def test_player_that_hangs_is_ended(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chime, "LIMIT_MS", 50)
    made = Chime(tmp_path / "turn.wav", [LONG])
    with qtbot.waitSignal(made.failed):
        made.play()
    assert not made.is_playing


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these bring a player along")
def test_without_a_player_no_sound_is_possible(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    made = system_chime(SOUND)
    made.play()
    assert (made.is_possible, made.is_playing) == (False, False)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these bring a player along")
def test_players_are_looked_for_from_the_best_to_the_plainest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}" if name != "paplay" else None)
    assert system_chime(SOUND)._players == [("/bin/pw-play",), ("/bin/aplay", "-q")]
