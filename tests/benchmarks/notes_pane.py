"""Prints how long the notes pane takes with 1,000 notes: opening, a key, a save, an edit, a scroll.

Run: ``python -m tests.benchmarks.notes_pane [NOTES]``. Figures only; nothing is asserted.
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ogp_desktop.services import note_taking, preparing
from ogp_desktop.ui.run.notes_opening import open_notes
from ogp_desktop.ui.run.notes_pane import NotesPane
from tests.support.desks import desk_at

_KINDS = ("challenge", "take", "we", "opportunity", "other")
_WORDS = "Public contracts of the commune are published late, or only after somebody asks twice"


def _ms(act: Callable[[], object], pane: NotesPane) -> float:
    """Return the milliseconds until what was done is painted."""
    before = perf_counter()
    act()
    pane.grab()
    QApplication.processEvents()
    return (perf_counter() - before) * 1000


def _tell(name: str, times: list[float]) -> None:
    ordered = sorted(times)
    worst = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    print(f"{name:34} median {statistics.median(times):7.1f} ms   p99 {worst:7.1f} ms")


def main(count: int) -> None:
    """Fill a conversation and measure the pane."""
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder, desk_at(Path(folder) / "data", app) as desk:
        at = desk.workplace
        made = preparing.create_conversation(at, kit_id="ogp-strategy-2022", language="en")
        for number in range(count):
            entry = note_taking.Entry(
                question_id="q1",
                kind_id=_KINDS[number % len(_KINDS)],
                text=f"{number}. {_WORDS[: 30 + number % 55]}",
            )
            note_taking.record_note(at, conversation_id=made.id, entry=entry)
        panes: list[NotesPane] = []

        def start() -> None:
            panes.append(open_notes(desk, made.id))
            panes[0].resize(600, 640)
            panes[0].show()

        before = perf_counter()
        start()
        pane = panes[0]
        pane.grab()
        _tell(f"opening with {count} notes", [(perf_counter() - before) * 1000])
        edit = pane.entry.box.edit
        pane.focus_entry()
        _tell("nothing done, painted", [_ms(lambda: None, pane) for _ in range(50)])
        _tell("key to painted", [_ms(lambda: QTest.keyClicks(edit, "a"), pane) for _ in range(100)])
        saves = []
        for number in range(30):
            pane.entry.put_text(f"Note {number} of the measurement, as long as notes usually are")
            saves.append(_ms(lambda: QTest.keyClick(edit, Qt.Key.Key_Return), pane))
        _tell("Enter to saved and painted", saves)
        hears = [_ms(lambda: pane.heard_requested.emit(None), pane) for _ in range(30)]
        _tell("heard again to painted", hears)
        bar = pane.list.verticalScrollBar()
        steps = range(0, bar.maximum(), max(1, bar.maximum() // 50))
        _tell("scroll to painted", [_ms(lambda to=to: bar.setValue(to), pane) for to in steps])
        pane.close()
        pane.deleteLater()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
