"""How long until the list of conversations is painted, beside a bare window that lists 50 rows.

Each run is a fresh process; the kinds take turns. The time runs from just before the process
is made to the end of the first paint of the titles, and of the list with all its facts. The
program's own start path is run; it then goes on loading, and a timer of 5 ms shows how long the
window could not answer meanwhile.

A third kind is the bare window that also names ``Qt`` and ``QStyle``, as whoever paints rows with
all their parts must: PySide makes all their enumerations then.

Compiled modules are kept in a folder of the run, as they are from the second start on.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic_ns
from typing import Any

from tests.benchmarks.measuring import asked, figures, tell

ROOT = Path(__file__).resolve().parents[2]
STARTED = "OGP_BENCHMARK_STARTED_NS"


def _ms_since_start() -> float:
    return (monotonic_ns() - int(os.environ[STARTED])) / 1e6


def named(file: str) -> None:
    """Do as ``bare`` after naming what a painted row needs of Qt."""
    from PySide6.QtCore import Qt  # noqa: F401
    from PySide6.QtWidgets import QStyle  # noqa: F401

    bare(file)


def bare(file: str) -> None:
    """Open a window with 50 rows, paint it, and tell when that was."""
    import sqlite3

    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QListWidget, QMainWindow

    class List(QListWidget):
        def paintEvent(self, event: Any) -> None:
            super().paintEvent(event)
            if not times:
                times["painted"] = _ms_since_start()
                QTimer.singleShot(0, app.quit)

    times: dict[str, float] = {}
    app = QApplication([])
    connection = sqlite3.connect(file)
    rows = connection.execute(
        "SELECT title FROM conversation ORDER BY updated_at DESC LIMIT 50"
    ).fetchall()
    shown = List()
    shown.addItems([title for (title,) in rows])
    window = QMainWindow()
    window.setCentralWidget(shown)
    window.resize(1280, 800)
    window.show()
    app.exec()
    print(json.dumps(times))


def ours(folder: str) -> None:
    """Start the program; tell when titles and list were painted, all was loaded, longest gap."""
    from PySide6.QtCore import QObject, QTimer

    from ogp_desktop import cli
    from ogp_desktop.runtime.plain_import import import_plainly

    import_plainly()  # as the command line does; it is done here because of the hooks below
    from ogp_desktop.commands.opening import Opening
    from ogp_desktop.ui.home.first_look import FirstLook

    times: dict[str, float] = {}
    gaps: list[tuple[float, float]] = []
    begin, make = Opening.begin, Opening._make

    def painted(self: Opening) -> None:
        if isinstance(look := self._window.centralWidget(), FirstLook):
            times["painted"] = _ms_since_start()
            times["rows"] = len(look.titles)
            watch(self._window)
        begin(self)

    def watch(parent: QObject) -> None:
        timer = QTimer(parent)
        last = [_ms_since_start()]

        def tick() -> None:
            now = _ms_since_start()
            gaps.append((now - last[0], last[0]))
            last[0] = now

        timer.timeout.connect(tick)
        timer.start(5)

    def made(self: Opening, dress: Any) -> None:
        from ogp_desktop.ui.home.conversation_list import ConversationList

        make(self, dress)
        program, paint_list = self._program, ConversationList.paintEvent

        def list_painted(self: ConversationList, event: Any) -> None:
            paint_list(self, event)
            times.setdefault("list", _ms_since_start())
            if not gaps:
                watch(self.window())

        def ready() -> None:
            times["ready"] = _ms_since_start()
            QTimer.singleShot(500, finish)

        def finish() -> None:
            times["longest_gap"], times["longest_gap_at"] = max(gaps)
            program.window.close()

        ConversationList.paintEvent = list_painted  # type: ignore[method-assign]
        program.ready.connect(ready)

    Opening.begin = painted  # type: ignore[method-assign]
    Opening._make = made  # type: ignore[method-assign]
    cli.main(["--data-dir", folder, "--offline", "--lang", "fr"])
    print(json.dumps(times))


def _fill(folder: Path, conversations: int) -> Path:
    """Store conversations as the program does, and preferences so that Home opens."""
    from ogp_desktop import settings
    from ogp_desktop.services import preparing, running
    from ogp_desktop.wiring import folders, open_workplace

    where = folders(folder)
    at = open_workplace(where)
    for number in range(conversations):
        made = preparing.create_conversation(
            at,
            kit_id="ogp-strategy-2022",
            language="fr",
            title=f"Conversation {number} à Kpalimé",
        )
        if number % 3 == 0:
            running.start(at, conversation_id=made.id)
            running.end(at, conversation_id=made.id)
    at.store.close()
    settings.save(where.settings, settings.Preferences(language="fr", scheme="light"))
    return where.file


def _timed(kind: str, path: Path, compiled: Path) -> dict[str, float]:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(compiled),
        STARTED: str(monotonic_ns()),
    }
    ran = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.first_paint", kind, str(path)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    answer: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return answer


def measure(runs: int, conversations: int) -> dict[str, object]:
    """Return the figures of so many runs of each kind, after one that warms the page cache."""
    with TemporaryDirectory(prefix="ogp-desktop-benchmark-") as name:
        folder, compiled = Path(name) / "data", Path(name) / "compiled"
        file = _fill(folder, conversations)
        bare_ms, named_ms, ours_ms, list_ms, ready_ms, gaps_ms = [], [], [], [], [], []
        for run in range(runs + 1):
            plain = _timed("bare", file, compiled)
            named_only = _timed("named", file, compiled)
            full = _timed("ours", folder, compiled)
            if run:
                bare_ms.append(plain["painted"])
                named_ms.append(named_only["painted"])
                ours_ms.append(full["painted"])
                list_ms.append(full["list"])
                ready_ms.append(full["ready"])
                gaps_ms.append(full["longest_gap"])
        return {
            "conversations": conversations,
            "bare window": figures(bare_ms),
            "bare window that names Qt and QStyle": figures(named_ms),
            "our titles": figures(ours_ms),
            "our list, with all its facts": figures(list_ms),
            "ratio of medians (goal 1.3)": round(median(ours_ms) / median(bare_ms), 2),
            "ratio of the whole list": round(median(list_ms) / median(bare_ms), 2),
            "everything loaded": figures(ready_ms),
            "longest GUI gap (goal 50 ms)": figures(gaps_ms),
        }


if __name__ == "__main__":
    kinds = {"bare": bare, "named": named, "ours": ours}
    if len(sys.argv) == 3 and sys.argv[1] in kinds:
        kinds[sys.argv[1]](sys.argv[2])
    else:
        wanted = asked(__doc__, runs=10, conversations=1000)
        tell(measure(wanted.runs, wanted.conversations), as_json=wanted.json)
