"""The smoke test: every screen opens once on the sample conversation, then it leaves."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ogp_desktop.ui.stage import Stage

if TYPE_CHECKING:
    from ogp_desktop.commands.program import Program

PATIENCE_MS = 60_000


class Smoke(QObject):
    """Drives the program once it is ready; ``verdict`` is the exit code."""

    def __init__(self, program: "Program") -> None:
        super().__init__(program)
        self._program = program
        self._done: list[str] = []
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(program.window.close)
        self._limit.start(PATIENCE_MS)
        program.ready.connect(lambda: QTimer.singleShot(0, self._walk))

    def _walk(self) -> None:
        self._program.try_sample()
        navigator = self._program.navigator
        if navigator is not None:
            for stage in Stage:
                navigator.go(stage)
                self._done.append(stage.value)
            navigator.open_home()
            self._done.append("home")
        self._limit.stop()
        self._program.window.close()

    def verdict(self) -> int:
        """Return 0 when every screen opened, else say which did not and return 1."""
        wanted = [*(stage.value for stage in Stage), "home"]
        missing = [name for name in wanted if name not in self._done]
        if missing:
            print(f"smoke test: not opened: {', '.join(missing)}", file=sys.stderr)
            return 1
        print(f"smoke test: opened {', '.join(self._done)}")
        return 0
