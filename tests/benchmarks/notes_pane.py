"""Prints how long the Run screen takes with 1,000 notes: opening, a key, a save, a scroll.

Run: ``python -m tests.benchmarks.notes_pane [NOTES]``. Figures only; nothing is asserted.
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter, sleep
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ogp_desktop.commands.data_file import load_pages
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.runtime.background import Lane
from ogp_desktop.services import note_taking, preparing
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run.notes_pane import NotesPane
from ogp_desktop.ui.run.run_opening import open_run
from ogp_desktop.ui.run.run_screen import RunScreen
from tests.support.desks import desk_at

T = TypeVar("T")
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


def _opening(
    desk: Desk, conversation_id: ConversationId, app: QApplication
) -> tuple[list[float], RunScreen]:
    """Open Run as the program does; return how long each turn of the window took, and the page."""
    turns: list[float] = []

    def turn(act: Callable[[], T]) -> T:
        before = perf_counter()
        done = act()
        turns.append((perf_counter() - before) * 1000)
        return done

    screen = turn(lambda: open_run(desk, conversation_id, in_turns=True))
    screen.resize(1280, 752)
    turn(screen.show)
    quiet = 0
    while quiet < 50:  # until nothing is left to read and to measure
        turn(app.processEvents)
        quiet = quiet + 1 if turns[-1] < 0.2 else 0
        sleep(0.001)
    return turns, screen


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
        lane = Lane("workshop")
        load_pages(at)  # as the program does beside the window
        turns, screen = _opening(replace(desk, workshop=lane), made.id, app)
        pane = screen.notes
        _tell(f"opening Run with {count} notes, turns", turns)
        print(f"{'  longest turn, all turns':34} {max(turns):7.1f} ms {sum(turns):9.1f} ms")
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
        lane.close()
        screen.close()
        screen.deleteLater()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
