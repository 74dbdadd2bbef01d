"""The smoke test: every screen opens once on the sample conversation, then it leaves.

What no screen loads by itself, and a frozen program may lack, is used once too.
"""

import sys
from io import BytesIO
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QTimer
from PySide6.QtGui import QImage, QImageWriter

from ogp_desktop.commands.pictures.send_states import sample_endpoint_text
from ogp_desktop.ui.stage import Stage
from ogp_desktop.wiring import read_code

if TYPE_CHECKING:
    from ogp_desktop.commands.program import Program

PATIENCE_MS = 60_000
_PICTURE = "a picture"


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
        if _reads_pictures():
            self._done.append(_PICTURE)
        self._limit.stop()
        self._program.window.close()

    def verdict(self) -> int:
        """Return 0 when every screen opened, else say which did not and return 1."""
        wanted = [*(stage.value for stage in Stage), "home", _PICTURE]
        missing = [name for name in wanted if name not in self._done]
        if missing:
            print(f"smoke test: not opened: {', '.join(missing)}", file=sys.stderr)
            return 1
        print(f"smoke test: opened {', '.join(self._done)}")
        return 0


def _reads_pictures() -> bool:
    """Tell whether the QR code of an endpoint is read off a JPEG picture of it."""
    import segno

    text, printed, picture = sample_endpoint_text(), BytesIO(), QBuffer()
    segno.make(text, micro=False).save(printed, kind="png", scale=4)
    picture.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(picture, QByteArray(b"jpeg")).write(QImage.fromData(printed.getvalue()))
    return read_code(bytes(picture.data().data())) == text
