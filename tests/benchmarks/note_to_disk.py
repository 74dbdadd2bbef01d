"""How long from Enter until a note is on disk, beside a bare commit of one row by ``sqlite3``.

The kinds take turns, each on its own file in one folder, with the same pragmas. ``service`` is
``record_note`` with a draft to forget. ``Enter to committed`` is the key press in the notes pane of
the Run screen until ``record_note`` returned; ``Enter to empty box`` until the window is ready for
the next note.
"""

import os
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter_ns
from typing import Any

from ogp_desktop.services import note_taking
from ogp_desktop.storage.engine import PRAGMAS
from tests.benchmarks.measuring import asked, figures, percentile, tell
from tests.support.workplaces import begun, line, workplace_at

TEXT = "Le budget de la commune n'est publié qu'après le vote, {number}, et personne ne le lit"
WARM_UP = 20
Act = Callable[[int], None]
Kind = Callable[[Path], AbstractContextManager[Act]]


@contextmanager
def bare(folder: Path) -> Iterator[Act]:
    """Give a commit of one row."""
    connection = sqlite3.connect(folder / "bare.sqlite3", isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(pragma)
    connection.execute("CREATE TABLE note (id TEXT PRIMARY KEY, text TEXT, at TEXT)")

    def commit(number: int) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "INSERT INTO note VALUES (?, ?, ?)",
            (str(number), TEXT.format(number=number), "2022-08-01T15:00:00+00:00"),
        )
        connection.execute("COMMIT")

    yield commit
    connection.close()


@contextmanager
def service(folder: Path) -> Iterator[Act]:
    """Give ``record_note``."""
    with workplace_at(folder / "service") as at:
        conversation_id = begun(at)

        def record(number: int) -> None:
            entry = line(TEXT.format(number=number))
            note_taking.record_note(at, conversation_id=conversation_id, entry=entry)

        yield record


@contextmanager
def window(folder: Path) -> Iterator[Act]:
    """Give Enter in the entry box of the Run screen."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from tests.benchmarks.run_window import entry_box, run_screen

    record = note_taking.record_note

    def timed(*given: Any, **named: Any) -> note_taking.Recorded:
        recorded = record(*given, **named)
        clock.committed_ns = perf_counter_ns()
        return recorded

    with run_screen(folder / "window") as (app, screen, _at, _conversation_id):
        box = entry_box(screen)

        def press(number: int) -> None:
            box.setPlainText(TEXT.format(number=number))
            app.processEvents()
            note_taking.record_note = timed
            clock.started_ns = perf_counter_ns()
            QTest.keyClick(box, Qt.Key.Key_Return)
            note_taking.record_note = record
            if box.toPlainText():
                raise RuntimeError("the note was not taken")

        yield press


@dataclass
class Times:
    """The moments of the act that is being timed."""

    started_ns: int = 0
    committed_ns: int = 0


clock = Times()


def measure(notes: int, kinds: dict[str, Kind]) -> dict[str, object]:
    """Return the figures of so many notes of each kind, in turns, and ratios of p99 and median."""
    times: dict[str, list[float]] = defaultdict(list)
    with TemporaryDirectory(prefix="ogp-desktop-benchmark-") as name, ExitStack() as opened:
        acts = {kind: opened.enter_context(make(Path(name))) for kind, make in kinds.items()}
        for number in range(notes + WARM_UP):
            for kind, act in acts.items():
                clock.committed_ns, clock.started_ns = 0, perf_counter_ns()
                act(number)
                ended_ns = perf_counter_ns()
                if number >= WARM_UP:
                    times[kind].append((ended_ns - clock.started_ns) / 1e6)
                    if clock.committed_ns:
                        until = clock.committed_ns - clock.started_ns
                        times["Enter to committed"].append(until / 1e6)
    results: dict[str, object] = {kind: figures(series) for kind, series in times.items()}
    plain = times["bare commit"]
    for kind, series in times.items():
        if series is not plain:
            ratio = percentile(series, 0.99) / percentile(plain, 0.99)
            results[f"p99 ratio, {kind} (goal 2)"] = round(ratio, 2)
            ratio = percentile(series, 0.5) / percentile(plain, 0.5)
            results[f"median ratio, {kind}"] = round(ratio, 2)
    return results


KINDS = {"bare commit": bare, "service": service, "Enter to empty box": window}

if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    wanted = asked(__doc__, notes=1000)
    tell(measure(wanted.notes, KINDS), as_json=wanted.json)
