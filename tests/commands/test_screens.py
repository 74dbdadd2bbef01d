"""``screens`` draws every screen, each picture of the size asked for and none like another."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

EVERY = {
    *("first-run", "home-empty", "home", "prepare", "run", "audience", "run-over", "run-keys"),
    *("individual-views", "review", "send-ready", "send-waiting", "send-confirmed", "outbox"),
    *("settings", "keys", "review-reading-back", "audience-read-back"),
}


@pytest.mark.slow
def test_every_screen_is_drawn_once(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ogp_desktop", "screens", "--out", str(tmp_path)]
    subprocess.run([*command, "--size", "1024x600", "--lang", "fr"], check=True, timeout=300)
    files = sorted(tmp_path.glob("*.png"))
    names = {file.stem.partition("-")[2] for file in files}
    assert names >= EVERY
    pictures = {file.stem: QImage(str(file)) for file in files}
    sizes = {
        (picture.width(), picture.height())
        for name, picture in pictures.items()
        if "audience" not in name and "timer" not in name  # windows of their own
    }
    assert sizes == {(1024, 600)}
    seen: dict[bytes, str] = {}
    same = [(file.stem, seen.setdefault(file.read_bytes(), file.stem)) for file in files]
    assert [pair for pair in same if pair[0] != pair[1]] == []
