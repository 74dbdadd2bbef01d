"""Opens the data file and gives out units of work; the only ``commit`` of the program is here."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine

from ogp_desktop.storage.conversations import Conversations
from ogp_desktop.storage.destinations import Destinations
from ogp_desktop.storage.engine import (
    BRISK_TIMEOUT_MS,
    BUSY_TIMEOUT_MS,
    READ_ONLY,
    driver_of,
    open_engine,
)
from ogp_desktop.storage.frozen_bytes import FrozenBytes
from ogp_desktop.storage.hand_ticks import HandTicks
from ogp_desktop.storage.notes import Notes
from ogp_desktop.storage.outbox import Outbox
from ogp_desktop.storage.reviews import Reviews
from ogp_desktop.storage.trouble import troubles_named
from ogp_desktop.storage.withdrawals import Withdrawals

_PATIENCE = "patience_ms"


@dataclass(frozen=True, slots=True)
class UnitOfWork:
    """Everything one transaction may touch; all of it is kept, or none."""

    conversations: Conversations
    notes: Notes
    reviews: Reviews
    outbox: Outbox
    destinations: Destinations
    ticks: HandTicks
    frozen: FrozenBytes
    withdrawals: Withdrawals


class Store:
    """One data file. ``Trouble`` comes out of every method when the disk or the file says no.

    While another program writes, a thread waits for its turn; ``brisk_thread`` (an identifier as
    ``threading.get_ident`` gives it) soon gives up with ``Trouble("locked")`` instead.
    """

    def __init__(self, path: Path, *, brisk_thread: int | None = None) -> None:
        self.path = path
        self._brisk_thread = brisk_thread
        self._engine: Engine = open_engine(path)

    @contextmanager
    def writing(self) -> Iterator[UnitOfWork]:
        """Give a transaction that is committed at the end of the block, or rolled back whole."""
        with troubles_named(), self._engine.connect() as connection:
            self._set_patience(connection)
            with connection.begin():
                yield _unit(connection)

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        """Give one consistent view of the file that waits for no writer and keeps nothing."""
        options = {READ_ONLY: True}
        with troubles_named(), self._engine.connect().execution_options(**options) as connection:
            yield _unit(connection)

    @contextmanager
    def sitting(self) -> Iterator["Sitting"]:
        """Give several transactions, one after the other, that know what came between them."""
        with troubles_named():
            connection = self._engine.connect()
            self._set_patience(connection)
        with connection:
            yield Sitting(connection)

    def _set_patience(self, connection: Connection) -> None:
        """Let a connection wait as long as the thread that has it now; it may come from another."""
        is_brisk = threading.get_ident() == self._brisk_thread
        patience_ms = BRISK_TIMEOUT_MS if is_brisk else BUSY_TIMEOUT_MS
        if connection.info.get(_PATIENCE, BUSY_TIMEOUT_MS) != patience_ms:
            driver_of(connection).execute(f"PRAGMA busy_timeout={patience_ms}")
            connection.info[_PATIENCE] = patience_ms

    def close(self) -> None:
        """Close every connection, which folds the write-ahead log into the file."""
        self._engine.dispose()


class Sitting:
    """Transactions over one connection, which notices what any other one commits meanwhile."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._found: int | None = None

    @contextmanager
    def writing(self) -> Iterator[UnitOfWork]:
        """Give a transaction that is committed at the end of the block, or rolled back whole."""
        self._found = None
        with troubles_named(), self._connection.begin():
            self._found = self._version()
            yield _unit(self._connection)

    def is_as_left(self) -> bool:
        """Tell whether nobody else committed anything since the last transaction here began."""
        with troubles_named():
            return self._found is not None and self._version() == self._found

    def _version(self) -> int:
        """Return a number that changes when another connection commits, and never for our own.

        Asked inside a transaction that writes, when nobody else can
        (https://sqlite.org/pragma.html#pragma_data_version).
        """
        cursor = self._connection.connection.cursor()
        cursor.execute("PRAGMA data_version")
        (version,) = cursor.fetchall()[0]
        cursor.close()
        return int(version)


def _unit(connection: Connection) -> UnitOfWork:
    return UnitOfWork(
        conversations=Conversations(connection),
        notes=Notes(connection),
        reviews=Reviews(connection),
        outbox=Outbox(connection),
        destinations=Destinations(connection),
        ticks=HandTicks(connection),
        frozen=FrozenBytes(connection),
        withdrawals=Withdrawals(connection),
    )
