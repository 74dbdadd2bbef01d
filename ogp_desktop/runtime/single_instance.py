"""Sees to it that one data folder has one window: a second start raises the first and ends.

The lock file decides who is first (it goes away with its process); the local socket only carries
the wish to be raised.
"""

import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_MS = 500


class SingleInstance(QObject):
    """Signals: ``raise_requested()`` when somebody started the program a second time."""

    raise_requested = Signal()

    def __init__(self, data_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        digest = hashlib.sha256(str(data_folder.resolve()).encode()).hexdigest()[:16]
        self._name = f"ogp-desktop-{digest}"
        self._lock = QLockFile(str(data_folder / "window.lock"))
        self._lock.setStaleLockTime(0)  # a long conversation is not a stale lock
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def is_first(self) -> bool:
        """Take the place of the first window, or raise the one that has it and return ``False``."""
        if self._lock.tryLock(0):
            QLocalServer.removeServer(self._name)  # left by a process that was killed
            self._server.listen(self._name)
            return True
        self._knock()
        return False

    def leave(self) -> None:
        """Give the place up."""
        self._server.close()
        self._lock.unlock()

    def _knock(self) -> None:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(ANSWER_MS):
            socket.write(b"raise")
            socket.waitForBytesWritten(ANSWER_MS)
            socket.disconnectFromServer()

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.raise_requested.emit()
