"""A lane answers in the GUI thread, in order, hands faults on, and never holds up the end."""

import subprocess
import sys
import threading
from time import monotonic

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ogp_desktop.runtime.background import AtOnce, Lane


def test_answers_come_in_the_gui_thread_and_in_order(qapp: QApplication, qtbot: QtBot) -> None:
    lane = Lane("test")
    answers: list[int] = []
    work_threads: set[int] = set()
    answer_threads: set[bool] = set()

    def work(number: int) -> int:
        work_threads.add(threading.get_ident())
        return number

    def done(number: int) -> None:
        answers.append(number)
        answer_threads.add(QThread.currentThread() is qapp.thread())

    for number in range(50):
        lane.run(lambda number=number: work(number), done, pytest.fail)
    assert answers == []
    qtbot.waitUntil(lambda: len(answers) == 50)
    assert answers == list(range(50))
    assert answer_threads == {True}
    assert len(work_threads) == 1
    assert threading.get_ident() not in work_threads
    assert lane.close(5)


def test_fault_comes_to_failed_and_the_lane_goes_on(qtbot: QtBot) -> None:
    lane = Lane("test")
    heard: list[object] = []

    def broken() -> None:
        raise LookupError("x")

    lane.run(broken, pytest.fail, heard.append)
    lane.run(lambda: "after", heard.append, pytest.fail)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert isinstance(heard[0], LookupError)
    assert heard[1] == "after"
    assert lane.close(5)


def test_closed_lane_answers_no_more(qtbot: QtBot) -> None:
    lane = Lane("test")
    answers: list[str] = []
    held = threading.Event()
    begun = threading.Event()

    def slow() -> str:
        begun.set()
        held.wait(5)
        return "late"

    lane.run(slow, answers.append, pytest.fail)
    lane.run(lambda: "never begun", answers.append, pytest.fail)
    assert begun.wait(5)
    assert not lane.close(0)
    held.set()
    assert lane.close(5)
    qtbot.wait(0)
    assert answers == []


def test_work_at_once_hands_over_before_it_returns() -> None:
    heard: list[object] = []
    AtOnce().run(lambda: 1, heard.append, pytest.fail)
    AtOnce().run(lambda: 1 // 0, pytest.fail, heard.append)
    assert heard[0] == 1
    assert isinstance(heard[1], ZeroDivisionError)


LEAVING = """
import faulthandler, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from ogp_desktop.runtime.background import Lane

faulthandler.enable()
app = QApplication([])
window = QWidget()
window.show()
lanes = [Lane("a", window), Lane("b", window)]
{hang}
for lane in lanes:
    lane.run(hang, lambda _: None, lambda _: None)

def leave():
    for lane in lanes:
        lane.close({wait})
    window.close()

QTimer.singleShot(50, leave)
app.exec()
print("left", flush=True)
"""
SLEEPING = "hang = lambda: time.sleep(60)"
BUSY = """
def hang():
    while True:
        sum(range(1000))
"""
NEARLY_DONE = "hang = lambda: time.sleep(0.0501)"


@pytest.mark.slow
@pytest.mark.parametrize("hang", [SLEEPING, BUSY, NEARLY_DONE])
@pytest.mark.parametrize("wait", [0.0, 0.4])
def test_leaving_with_a_hung_job_is_quick_and_clean(hang: str, wait: float) -> None:
    script = LEAVING.format(hang=hang, wait=wait)
    started = monotonic()
    with subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "left\n"
        left_at = monotonic()
        _, errors = process.communicate(timeout=10)
    assert process.returncode == 0, errors
    assert "Traceback" not in errors
    assert monotonic() - left_at < 2
    assert left_at - started < 30
