"""Prints how long Review takes with 1,000 notes: opening, another line, an edit, another section.

Run: ``python -m tests.benchmarks.review_screen [--notes 1000] [--json]``. Figures only; nothing is
asserted. All but the first are stops: the longest time in which the window could not answer.
"""

import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter, sleep

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.runtime.background import Lane
from ogp_desktop.services import note_taking, preparing, running
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.review.review_opening import open_review
from ogp_desktop.ui.review.review_screen import ReviewScreen
from tests.benchmarks.measuring import asked, figures, tell
from tests.support.desks import desk_at

_KINDS = ("challenge", "take", "we", "opportunity", "other")
_WORDS = "Public contracts of the commune are published late, or only after somebody asks twice"


def main() -> None:
    """Hold a conversation with many notes and measure the screen."""
    given = asked(__doc__, notes=1000)
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder, desk_at(Path(folder) / "data", app) as plain:
        lane = Lane("workshop")
        desk = replace(plain, workshop=lane)
        made = _held(desk, given.notes)
        results = _measured(app, desk, made)
        lane.close(1)
    tell({"notes": given.notes, **results}, as_json=given.json)


def _held(desk: Desk, count: int) -> ConversationId:
    at = desk.workplace
    made = preparing.create_conversation(at, kit_id="ogp-strategy-2022", language="en").id
    running.start(at, conversation_id=made)
    for number in range(count):
        entry = note_taking.Entry(
            question_id="q1",
            kind_id=_KINDS[number % len(_KINDS)],
            text=f"{number}. {_WORDS[: 30 + number % 55]}",
        )
        note_taking.record_note(at, conversation_id=made, entry=entry)
    running.end(at, conversation_id=made)
    return made


class _Watch:
    """Measures turns of the event loop, and the longest of them."""

    def __init__(self, app: QApplication) -> None:
        self._app = app

    def until(self, act: Callable[[], object], is_done: Callable[[], bool]) -> tuple[float, float]:
        """Return how long it took until done and painted, and the longest stop, in ms."""
        begun = turn = perf_counter()
        longest = 0.0
        act()
        while True:
            self._app.processEvents()
            now = perf_counter()
            longest, turn = max(longest, now - turn), now
            if is_done():
                break
            sleep(0.0005)  # a window that waits leaves the processor to the lanes
            turn = perf_counter()
        for _ in range(3):
            self._app.processEvents()
            now = perf_counter()
            longest, turn = max(longest, now - turn), now
        return (perf_counter() - begun) * 1000, longest * 1000


def _measured(app: QApplication, desk: Desk, made: ConversationId) -> dict[str, object]:
    watch = _Watch(app)
    opened: list[tuple[float, float]] = []
    screens: list[ReviewScreen] = []

    def start() -> None:
        screens.append(open_review(desk, made))
        screens[-1].resize(1280, 752)
        screens[-1].show()

    for _ in range(5):
        opened.append(watch.until(start, lambda: screens[-1].text.rows.model().rowCount() > 0))
        if len(opened) < 5:
            screens[-1].close()
            screens[-1].deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    page = screens[-1]
    rows = page.text.rows
    while rows.has_guesses:  # what is not seen is measured while nobody waits
        app.processEvents()
    page.activateWindow()
    rows.setFocus()

    def series(act: Callable[[int], object], count: int = 20) -> list[float]:
        return [watch.until(lambda at=at: act(at), lambda: True)[1] for at in range(count)]

    lines = series(lambda _at: QTest.keyClick(rows, Qt.Key.Key_Down))
    rows.focus_card()
    edit = QApplication.focusWidget()
    keys = series(lambda _at: QTest.keyClicks(edit, "a"))

    def settle(at: int) -> None:
        QTest.keyClicks(edit, "b")
        page.text.settle()

    edits = series(settle)
    begun = series(lambda _at: page.keys.pressed.emit("read_screen"), 1)
    reads = series(lambda _at: page.keys.pressed.emit("read_next"))
    page.keys.pressed.emit("read_screen")
    sections = series(lambda at: page.section_chosen.emit(("q2", "q1")[at % 2]))
    page.close()
    page.deleteLater()
    return {
        "opening until painted": figures([whole for whole, _ in opened]),
        "longest stop while opening": figures([stop for _, stop in opened]),
        "another line": figures(lines),
        "key typed": figures(keys),
        "edit kept": figures(edits),
        "reading back begun": figures(begun),
        "next line read back": figures(reads),
        "another section": figures(sections),
    }


if __name__ == "__main__":
    main()
