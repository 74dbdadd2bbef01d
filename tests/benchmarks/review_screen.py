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
from tests.benchmarks.measuring import Turn, asked, figures, tell, turn_of
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

    def until(self, act: Callable[[], object], is_done: Callable[[], bool]) -> tuple[float, Turn]:
        """Return how long it took until done and painted, in ms, and the longest stop."""
        begun = perf_counter()

        def first() -> None:
            act()
            self._app.processEvents()

        turns = [turn_of(first)]
        while not is_done():
            sleep(0.0005)  # a window that waits leaves the processor to the lanes
            turns.append(turn_of(self._app.processEvents))
        turns += [turn_of(self._app.processEvents) for _ in range(3)]
        whole = (perf_counter() - begun) * 1000
        return whole, Turn(max(one.stop for one in turns), max(one.work for one in turns))


def _measured(app: QApplication, desk: Desk, made: ConversationId) -> dict[str, object]:
    watch = _Watch(app)
    opened: list[tuple[float, Turn]] = []
    screens: list[ReviewScreen] = []

    def start() -> None:
        screens.append(open_review(desk, made, in_turns=True))
        screens[-1].resize(1280, 752)
        screens[-1].show()

    for _ in range(5):
        opened.append(watch.until(start, lambda: screens[-1].is_whole))
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

    def series(act: Callable[[int], object], count: int = 20) -> list[Turn]:
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
    series_of = {
        "longest stop while opening": [stop for _, stop in opened],
        "another line": lines,
        "key typed": keys,
        "edit kept": edits,
        "reading back begun": begun,
        "next line read back": reads,
        "another section": sections,
    }
    results: dict[str, object] = {
        "opening until painted": figures([whole for whole, _ in opened]),
    }
    for name, stops in series_of.items():
        results[name] = figures([one.stop for one in stops])
        results[f"{name}, processor"] = figures([one.work for one in stops])
    return results


if __name__ == "__main__":
    main()
