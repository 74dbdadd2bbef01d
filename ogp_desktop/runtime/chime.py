"""Plays one soft sound with the computer's own player: beside the program, and one at a time.

Qt's own sound is not among the libraries we bring. Where the computer has no player, none is made
up: ``is_possible`` says so, and nothing is played.
"""

import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

LIMIT_MS = 5_000
"""A player that hangs, as without a sound card, is ended after this."""
_PLAYERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "darwin": (("afplay",),),
    "linux": (("pw-play",), ("paplay",), ("aplay", "-q")),
}


class Chime(QObject):
    """``play()`` returns at once; ``failed()`` when nothing could be heard after all.

    ``players`` are command lines to which the file is added, the best first: one that fails makes
    way for the next.
    """

    failed = Signal()

    def __init__(
        self,
        sound: Path | None = None,
        players: Sequence[tuple[str, ...]] = (),
        beep: Callable[[Path], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sound, self._beep = sound, beep
        self._players = list(players)
        self._process: QProcess | None = None
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(LIMIT_MS)
        self._limit.timeout.connect(self._cut)

    @property
    def is_possible(self) -> bool:
        """Tell whether this computer has something that plays sounds."""
        return self._sound is not None and bool(self._players or self._beep)

    @property
    def is_playing(self) -> bool:
        """Tell whether a sound is under way; meanwhile no other begins."""
        return self._process is not None

    def play(self) -> None:
        """Play the sound, unless one is being played or there is nothing to play it with."""
        if not self.is_possible or self.is_playing or self._sound is None:
            return
        if self._beep is not None:
            self._beep(self._sound)
        else:
            self._begin()

    def _begin(self) -> None:
        program, *arguments = self._players[0]
        process = self._process = QProcess(self)
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._not_started)
        self._limit.start()
        process.start(program, [*arguments, str(self._sound)])

    def _cut(self) -> None:
        if self._process is not None:
            self._process.kill()

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._ended(-1, QProcess.ExitStatus.CrashExit)

    def _ended(self, code: int, how: QProcess.ExitStatus) -> None:
        self._limit.stop()
        if self._process is not None:
            self._process.deleteLater()
            self._process = None
        if code == 0 and how is QProcess.ExitStatus.NormalExit:
            return
        if len(self._players) > 1:
            del self._players[0]
            self._begin()
        else:
            self.failed.emit()


def system_chime(sound: Path, parent: QObject | None = None) -> Chime:
    """Return the sound as this computer can play it."""
    if sys.platform == "win32":
        return Chime(sound, beep=_windows_beep, parent=parent)
    known = _PLAYERS.get(sys.platform, _PLAYERS["linux"])
    found = [(path, *rest) for name, *rest in known if (path := shutil.which(name))]
    return Chime(sound, found, parent=parent)


def _windows_beep(sound: Path) -> None:
    """Let Windows play the file beside the program; a new sound ends the one before."""
    if sys.platform == "win32":
        import winsound

        flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
        winsound.PlaySound(str(sound), flags)
