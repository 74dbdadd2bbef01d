"""Opens each page of a conversation in the real window, and tells the longest turn that it took.

Run: ``python -m tests.benchmarks.page_opening [--notes 1000] [--runs 5] [--json]``, or with
``--page review`` for every turn of one opening. Figures only; nothing is asserted. Each opening is
the first in a fresh process, with the modules loaded as they are beside the window. A turn is what
the window does before it looks again at what the person did; its processor time tells how long it
is where nothing else is at work.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep
from typing import TYPE_CHECKING

from tests.benchmarks.measuring import Turn, figures, tell, turn_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ogp_desktop.domain.ids import ConversationId
    from ogp_desktop.services.workplace import Workplace
    from ogp_desktop.ui.desk import Desk
    from ogp_desktop.ui.shell.navigator import Navigator
    from ogp_desktop.ui.shell.window import ShellWindow

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("prepare", "run", "rehearsal", "views", "review", "send")
_KINDS = ("challenge", "take", "we", "opportunity", "other")
_WORDS = "Public contracts of the commune are published late, or only after somebody asks twice"
_QUIET_TURNS = 50


def opening(page: str, notes: int) -> list[Turn]:
    """Open one page from where a person comes to it; return every turn that it took."""
    from PySide6.QtWidgets import QApplication

    from ogp_desktop.commands.data_file import load_beside, load_pages, settle_memory
    from ogp_desktop.runtime.background import Lane
    from ogp_desktop.ui.stage import Stage
    from tests.support.desks import desk_at

    app = QApplication([])
    with TemporaryDirectory() as folder, desk_at(Path(folder) / "data", app) as plain:
        lane = Lane("workshop")
        desk = replace(plain, workshop=lane)
        made = _conversation(desk.workplace, page, notes)
        load_beside()
        load_pages(desk.workplace)
        settle_memory()
        window, navigator = _window(desk)
        window.show()
        navigator.open_home()
        _turns(app, window, lambda: None)
        if page == "rehearsal":
            navigator.open_conversation(made, Stage.PREPARE)
            _turns(app, window, lambda: None)
            here = window.pages.currentWidget()
            turns = _turns(app, window, lambda: navigator.rehearse(1), other_than=here)
        else:
            turns = _turns(app, window, lambda: navigator.open_conversation(made, Stage(page)))
        navigator.open_home()
        lane.close(1)
        window.close()
    return turns


def _conversation(at: "Workplace", page: str, notes: int) -> "ConversationId":
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


def _window(desk: "Desk") -> "tuple[ShellWindow, Navigator]":
    from ogp_desktop.storage.first_list import first_rows
    from ogp_desktop.ui.home.home_screen import HomeScreen
    from ogp_desktop.ui.shell.header_model import HeaderModel
    from ogp_desktop.ui.shell.navigator import Navigator
    from ogp_desktop.ui.shell.window import ShellWindow

    file = desk.workplace.store.path
    window = ShellWindow()
    window.furnish(desk.theme)
    home = HomeScreen(desk.theme, lambda limit, offset: first_rows(file, limit, offset))
    header = HeaderModel(is_offline=True)
    header.state_changed.connect(window.header.show_state)
    return window, Navigator(desk, window, home, header, lambda: "en")


def _turns(
    app: "QApplication", window: "ShellWindow", act: Callable[[], object], other_than: object = None
) -> list[Turn]:
    """Do it; return each turn until another page is whole and nothing is left to do."""
    turns: list[Turn] = []

    turns.append(turn_of(act))
    quiet = 0
    while quiet < _QUIET_TURNS:
        page = window.pages.currentWidget()
        is_whole = page is not other_than and getattr(page, "is_whole", True)
        turns.append(turn_of(app.processEvents))
        quiet = quiet + 1 if turns[-1].work < 0.3 and is_whole else 0
        sleep(0.001)  # a window that waits leaves the processor to the lanes
    return turns


def _in_a_process(page: str, notes: int) -> list[Turn]:
    asked = [sys.executable, "-m", __spec__.name, "--page", page, "--notes", str(notes), "--json"]
    ran = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    return [Turn(*turn) for turn in json.loads(ran.stdout)["turns"]]


def main() -> None:
    """Open every page some times in turn, or one page once in this process."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--page", choices=PAGES)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    if given.page is not None:
        turns = opening(given.page, given.notes)
        longest = {
            "longest turn": max(turn.stop for turn in turns),
            "in processor time": max(turn.work for turn in turns),
        }
        tell({"page": given.page, **longest, "turns": turns}, as_json=given.json)
        return
    longest_of: dict[str, list[Turn]] = {page: [] for page in PAGES}
    for _ in range(given.runs):
        for page, seen in longest_of.items():
            made = _in_a_process(page, given.notes)
            seen.append(Turn(max(one.stop for one in made), max(one.work for one in made)))
    results: dict[str, object] = {"notes": given.notes}
    for page, seen in longest_of.items():
        results[f"{page}, longest turn"] = figures([one.stop for one in seen])
        results[f"{page}, in processor time"] = figures([one.work for one in seen])
    tell(results, as_json=given.json)


if __name__ == "__main__":
    main()
