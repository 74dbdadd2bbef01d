"""Sees to it that one data folder has one window: a second start raises the first and ends.

The lock file decides who is first (it goes away with its process); the local socket only carries
the wish to be raised.
"""

import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

ANSWER_MS = 500


class SingleInstance(QObject):
    """Signals: ``raise_requested()`` when somebody started the program a second time."""

    raise_requested = Signal()

    def __init__(self, data_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = f"ogp-desktop-{zlib.crc32(str(data_folder.resolve()).encode()):08x}"
        self._lock = QLockFile(str(data_folder / "window.lock"))
        self._lock.setStaleLockTime(0)  # a long conversation is not a stale lock
        self._server: QLocalServer | None = None

    def is_first(self) -> bool:
        """Take the place of the first window, or raise the one that has it and return ``False``.

        A lock that nobody answers for was left by a process that died under another name of this
        computer, and is taken over. Where no lock can be made at all there is no second window to
        find either: opening the data file will say what is wrong with the folder.
        """
        if self._lock.tryLock(0) or self._lock.error() is not QLockFile.LockError.LockFailedError:
            return True
        if self._knock():
            return False
        return self._lock.removeStaleLockFile() and self._lock.tryLock(0)

    def listen(self) -> None:
        """Answer later starts from now on; not needed before there is a window to raise."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)  # left by a process that was killed
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        self._server.listen(self._name)

    def move_to(self, data_folder: Path) -> bool:
        """Take the first place of another folder and give this one up; ``False`` if it is taken."""
        other = SingleInstance(data_folder)
        if other._name == self._name:
            return True
        if not other.is_first():
            return False
        was_heard = self._server is not None
        self.leave()
        self._name, self._lock = other._name, other._lock
        if was_heard:
            self.listen()
        return True

    def leave(self) -> None:
        """Give the place up."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _knock(self) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(ANSWER_MS):
            return False
        socket.write(b"raise")
        socket.waitForBytesWritten(ANSWER_MS)
        socket.disconnectFromServer()
        return True

    def _answer(self) -> None:
        while self._server and (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.raise_requested.emit()
