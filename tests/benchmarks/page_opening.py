"""Opens each page of a conversation in the real window, and tells the longest turn that it took.

Run: ``python -m tests.benchmarks.page_opening [--notes 1000] [--runs 5] [--json]``, or with
``--page review`` for every turn of one page. Figures only; nothing is asserted. Each opening is the
first of a fresh process, with the modules loaded as they are beside the window. A turn is what the
window does before it looks again at what the person did.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("prepare", "run", "rehearsal", "views", "review", "send")
_KINDS = ("challenge", "take", "we", "opportunity", "other")
_WORDS = "Public contracts of the commune are published late, or only after somebody asks twice"
_QUIET_TURNS = 50


def turns_of(page: str, notes: int) -> list[float]:
    """Open one page from Home; return how long each turn took in ms, until nothing is left to do."""
    from PySide6.QtWidgets import QApplication

    from ogp_desktop.commands.data_file import load_beside, load_pages, settle_memory
    from ogp_desktop.runtime.background import Lane
    from ogp_desktop.storage.first_list import first_rows
    from ogp_desktop.ui.home.home_screen import HomeScreen
    from ogp_desktop.ui.shell.header_model import HeaderModel
    from ogp_desktop.ui.shell.navigator import Navigator
    from ogp_desktop.ui.shell.window import ShellWindow
    from ogp_desktop.ui.stage import Stage
    from tests.support.desks import desk_at

    app = QApplication([])
    with TemporaryDirectory() as folder, desk_at(Path(folder) / "data", app) as plain:
        lane = Lane("workshop")
        desk = replace(plain, workshop=lane)
        at = desk.workplace
        made = _conversation(desk.workplace, page, notes)
        load_beside()
        load_pages(at)
        settle_memory()
        window = ShellWindow()
        window.furnish(desk.theme)
        home = HomeScreen(desk.theme, lambda limit, offset: first_rows(at.store.path, limit, offset))
        header = HeaderModel(is_offline=True)
        header.state_changed.connect(window.header.show_state)
        navigator = Navigator(desk, window, home, header, lambda: "en")
        window.show()
        navigator.open_home()
        _turns(app, lambda: None)
        if page == "rehearsal":
            navigator.open_conversation(made, Stage.PREPARE)
            _turns(app, lambda: None)
            turns = _turns(app, lambda: navigator.rehearse(1))
        else:
            turns = _turns(app, lambda: navigator.open_conversation(made, Stage(page)))
        navigator.open_home()
        lane.close(1)
        window.close()
    return turns


def _conversation(at, page, notes):
    from ogp_desktop.services import note_taking, preparing, running

    made = preparing.create_conversation(at, kit_id="ogp-strategy-2022", language="en").id
    if page in ("prepare", "rehearsal"):
        return made
    running.start(at, conversation_id=made)
    for number in range(notes):
        entry = note_taking.Entry(
            question_id="q1",
            kind_id=_KINDS[number % len(_KINDS)],
            text=f"{number}. {_WORDS[: 30 + number % 55]}",
        )
        note_taking.record_note(at, conversation_id=made, entry=entry)
    if page != "run":
        running.end(at, conversation_id=made)
    return made


def _turns(app, act: Callable[[], object]) -> list[float]:
    turns: list[float] = []

    def turn(what: Callable[[], object]) -> float:
        before, cpu = perf_counter(), thread_time()
        what()
        turns.append(((perf_counter() - before) * 1000, (thread_time() - cpu) * 1000))
        return turns[-1][0]

    turn(act)
    quiet = 0
    while quiet < _QUIET_TURNS:
        quiet = quiet + 1 if turn(app.processEvents) < 0.3 else 0
        sleep(0.001)  # a window that waits leaves the processor to the lanes
    return turns

if __name__ == "__main__":
    t = turns_of(sys.argv[1], 1000)
    print(sys.argv[1], "longest wall", round(max(t)[0],1), "cpu", round(max(c for _, c in t)), [f"{x:.0f}/{c:.0f}" for x, c in t if c > 3])
