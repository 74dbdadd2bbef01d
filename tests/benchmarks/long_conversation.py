"""Peak memory of a scripted conversation of three hours with 1,000 notes through the real window.

The clock is moved by hand; every note is typed into the entry box of the Run screen and saved with
Enter, over all questions, and the window is painted after each.
"""

import os
import resource
import sys
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.benchmarks.measuring import asked, figures, tell

HOURS = 3
TEXT = "Note {number} : le budget de la commune n'est publié qu'après le vote du conseil"


def _memory_mb() -> float:
    scale = 1024 if sys.platform == "darwin" else 1
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / scale / 1024


def measure(notes: int) -> dict[str, object]:
    """Return the peak before the first note, after each quarter and at the end, in MB."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from ogp_desktop.services import reading, running
    from tests.benchmarks.run_window import entry_box, run_screen
    from tests.support.clock import FixedClock

    marks: dict[str, object] = {}
    times: list[float] = []
    with (
        TemporaryDirectory(prefix="ogp-desktop-benchmark-") as name,
        run_screen(Path(name)) as (app, screen, at, conversation_id),
    ):
        clock = at.clock
        assert isinstance(clock, FixedClock)
        marks["peak at the start, MB"] = round(_memory_mb(), 1)
        box = entry_box(screen)
        for number in range(notes):
            clock.advance(timedelta(hours=HOURS) / notes)
            running.beat(at, conversation_id=conversation_id)
            box.setPlainText(TEXT.format(number=number))
            app.processEvents()
            begun_at = perf_counter()
            QTest.keyClick(box, Qt.Key.Key_Return)
            times.append(1000 * (perf_counter() - begun_at))
            app.processEvents()
            if (number + 1) % max(1, notes // 4) == 0:
                marks[f"peak after {number + 1} notes, MB"] = round(_memory_mb(), 1)
        kept = len(reading.notes_of(at, conversation_id=conversation_id))
        if kept != notes:
            raise RuntimeError(kept)
    marks["Enter to empty box, first tenth"] = figures(times[: max(1, notes // 10)])
    marks["Enter to empty box, last tenth"] = figures(times[-max(1, notes // 10) :])
    return marks


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    wanted = asked(__doc__, notes=1000)
    tell(measure(wanted.notes), as_json=wanted.json)
