"""What happened, for whoever mends the program: ids, counts, states and durations, nothing else.

An exception is written as its type and its places in the code, never with its message, which may
hold what somebody wrote.
"""

import faulthandler
import logging
import threading
from collections.abc import Callable
from pathlib import Path
from traceback import extract_tb

_SIZE = 500_000


def describe(error: BaseException) -> str:
    """Return the type of an error and where it passed, innermost last, without its message."""
    places = [
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in extract_tb(error.__traceback__)
    ]
    code = getattr(error, "code", None)
    name = type(error).__name__ if code is None else f"{type(error).__name__}({code})"
    return " < ".join([name, *reversed(places)])


class _Wordless(logging.Formatter):
    """Formats a record whose exception is described and not quoted."""

    def formatException(self, ei: object) -> str:  # noqa: N802 - logging's name
        error = ei[1] if isinstance(ei, tuple) else None
        return "" if error is None else describe(error)


def start(folder: Path) -> Callable[[], None]:
    """Write to ``program.log`` in the folder; a crash of the interpreter goes to ``crash.log``.

    A log that has grown long is kept once under another name. (``logging.handlers`` would do this
    at any time, and cost the first paint what it costs to load the network's library.) A folder
    that cannot be written is no reason not to start: then nothing is logged. Returns what stops it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        written = folder / "program.log"
        if written.exists() and written.stat().st_size > _SIZE:
            written.replace(folder / "program.1.log")
        crash = (folder / "crash.log").open("a", encoding="utf-8")
    except OSError:
        return lambda: None
    handler = logging.FileHandler(written, encoding="utf-8", delay=True)
    handler.setFormatter(_Wordless("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("ogp_desktop")
    root.setLevel(logging.INFO)
    root.addHandler(handler)
    root.propagate = False
    faulthandler.enable(crash)
    printing, threading.excepthook = threading.excepthook, _fault_in_thread

    def stop() -> None:
        threading.excepthook = printing
        faulthandler.disable()
        crash.close()
        root.removeHandler(handler)
        root.propagate = True
        handler.close()

    return stop


def _fault_in_thread(fault: threading.ExceptHookArgs) -> None:
    """Log a fault that Python would print with its message."""
    if fault.exc_value is not None:
        logging.getLogger("ogp_desktop.thread").critical("fault: %s", describe(fault.exc_value))
