"""Opens, puts back and copies the data file, always in the workshop; loads beside it what the
window's thread would otherwise stop for.
"""

import gc
import importlib
import logging
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ogp_desktop import logs, wiring
from ogp_desktop.clocks import SystemClock
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.runtime.background import Lane
from ogp_desktop.storage.trouble import troubles_named
from ogp_desktop.wiring import Folders

if TYPE_CHECKING:
    from ogp_desktop.services.workplace import Workplace
    from ogp_desktop.storage.snapshots import Snapshot, Snapshots

_log = logging.getLogger("ogp_desktop.program")
OBJECTS_BETWEEN = 20_000
SNAPSHOT_MS = 10 * 60 * 1000
_LOADED_BESIDE = (
    "ogp_desktop.commands.desk",
    "ogp_desktop.commands.notice_answers",
    "ogp_desktop.commands.sending",
    "ogp_desktop.delivery.keyring_secrets",
    "ogp_desktop.services.running",
    "ogp_desktop.ui.shell.kit_import",
    "ogp_desktop.ui.shell.navigator",
)
_PAGES = (
    "ogp_desktop.ui.prepare.prepare_opening",
    "ogp_desktop.ui.run.run_opening",
    "ogp_desktop.ui.review.review_opening",
    "ogp_desktop.ui.rehearsal.rehearsal_screen",
    "ogp_desktop.ui.views.views_screen",
    "ogp_desktop.ui.send.send_opening",
)


class DataFile(QObject):
    """Signals: ``opened(Workplace)``; ``not_opened(Exception)``, a ``Trouble`` where the disk or
    the file is the reason; ``copy_failed(Exception)``.
    """

    opened = Signal(object)
    not_opened = Signal(object)
    copy_failed = Signal(object)

    def __init__(self, where: Folders, workshop: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self.where = where
        self._workshop = workshop
        self._timer = QTimer(self)
        self._timer.setInterval(SNAPSHOT_MS)
        self._timer.timeout.connect(self.copy)

    def open(self) -> None:
        """Open the file, and make or upgrade it where that is needed."""
        gc.disable()  # a search through all that is being loaded would hold the window up
        where, window = self.where, threading.get_ident()
        self._workshop.run(lambda: _opened(where, window), self._tell_opened, self._tell_not_opened)

    def put_back(self) -> None:
        """Put the newest good copy in the place of a damaged file, then open it."""
        copies = self._copies()

        def work() -> None:
            newest = copies.newest_good()
            if newest is None:
                raise Trouble("damaged")
            copies.put_back(newest)

        self._workshop.run(work, lambda _: self.open(), self._tell_not_opened)

    def copies(self) -> "tuple[Snapshot, ...]":
        """Return the copies there are, the newest first."""
        return self._copies().all()

    def newest_good(self) -> "Snapshot | None":
        """Return the newest copy that is whole."""
        return self._copies().newest_good()

    def copy(self) -> None:
        """Make a copy now; after opening one is made every ten minutes."""
        self._workshop.run(self._copies().take, lambda _: None, self.copy_failed.emit)

    def close(self) -> None:
        """Make no more copies by the clock."""
        self._timer.stop()

    def _copies(self) -> "Snapshots":
        return wiring.snapshots_of(self.where, SystemClock())

    def _tell_opened(self, workplace: "Workplace") -> None:
        self._timer.start()
        self.opened.emit(workplace)

    def _tell_not_opened(self, error: Exception) -> None:
        settle_memory()
        _log.error("not opened: %s", logs.describe(error))
        self.not_opened.emit(error)


def settle_memory() -> None:
    """Collect from now on, seldom, and never again look through what is loaded for good.

    A note that is saved makes some hundreds of objects: by Python's own measure every few notes
    would wait for a collection, which frees next to nothing.
    """
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN)
    gc.enable()


def load_beside() -> None:
    """Load what the window needs once the file is open."""
    for name in _LOADED_BESIDE:
        importlib.import_module(name)


def load_pages(at: "Workplace") -> None:
    """Load the pages that are opened next, and read a conversation as they will."""
    for name in _PAGES:
        importlib.import_module(name)
    from ogp_desktop.domain.ids import ConversationId
    from ogp_desktop.services import reading

    for row in reading.conversations(at, limit=1):
        reading.course(at, conversation_id=ConversationId(row.id))


def _opened(where: Folders, window_thread: int) -> "Workplace":
    with troubles_named():
        workplace = wiring.open_workplace(where, brisk_thread=window_thread)
    load_beside()
    _ask_once(workplace)
    return workplace


def _ask_once(at: "Workplace") -> None:
    """Ask what the window will ask first: a statement is built at its first use."""
    from ogp_desktop.services.outbox_reading import waiting_count
    from ogp_desktop.services.running import interrupted

    with suppress(Trouble):  # the window will meet it, and say so
        waiting_count(at)
        interrupted(at)
