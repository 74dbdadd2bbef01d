"""Keeps the encrypted bundles that couriers brought to an endpoint that cannot open them.

They are kept as they came, and each has its answer for the courier who asks again once it was
opened elsewhere: its receipts, or why it was refused.
"""

from collections.abc import Callable, Iterator
from datetime import datetime

from sqlalchemy import Engine, select, update
from sqlalchemy.exc import IntegrityError

from ogp_desktop.domain.canonical import sha256_hex
from ogp_desktop.endpoint.database import told_as_trouble
from ogp_desktop.endpoint.tables import bundle_table


class KeptBundles:
    """The bundles of one database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def keep(self, data: bytes, *, now: datetime) -> bytes | None:
        """Keep an encrypted bundle; return the answer to it if somebody gave one meanwhile."""
        name, table = sha256_hex(data), bundle_table
        row = {"sha256": name, "body": data, "kept_at": now.isoformat()}
        with told_as_trouble():
            try:
                with self._engine.begin() as connection:
                    connection.execute(table.insert().values(row))
            except IntegrityError:
                with self._engine.connect() as connection:
                    found = select(table.c.answer).where(table.c.sha256 == name)
                    answer: bytes | None = connection.execute(found).scalar_one()
                    return answer
        return None

    def waiting(self, is_again: Callable[[bytes], bool] = lambda _answer: False) -> Iterator[bytes]:
        """Return one after the other the bundles that nobody answered yet, oldest first, and those
        whose answer is to be given again.
        """
        table = bundle_table
        all_kept = select(table.c.sha256, table.c.answer).order_by(table.c.kept_at)
        with told_as_trouble(), self._engine.connect() as connection:
            rows = connection.execute(all_kept)
            names = [row.sha256 for row in rows if row.answer is None or is_again(row.answer)]
        for name in names:
            with told_as_trouble(), self._engine.connect() as connection:
                body = select(table.c.body).where(table.c.sha256 == name)
                data: bytes = connection.execute(body).scalar_one()
            yield data

    def answer(self, data: bytes, answer: bytes) -> None:
        """Keep the answer to a bundle that was kept, for the courier who asks again."""
        table = bundle_table
        answered = update(table).where(table.c.sha256 == sha256_hex(data)).values(answer=answer)
        with told_as_trouble(), self._engine.begin() as connection:
            connection.execute(answered)
