"""Keeps the requests to take submissions back, and the answers that prove that it was done."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, exists, select
from sqlalchemy.dialects.sqlite import insert as upsert

from ogp_desktop.domain.ids import OutboxItemId
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.domain.withdrawal import Withdrawal, WithdrawalState
from ogp_desktop.domain.withdrawn import SignedWithdrawn
from ogp_desktop.storage import schema
from ogp_desktop.storage.json_text import from_json, to_json

_TIMES = ("next_try_at", "lease_until", "asked_at", "updated_at", "proved_at")
_PENDING = [WithdrawalState.ASKED.value, WithdrawalState.SENDING.value]

# Made once: building a statement takes longer than running it.
_table = schema.withdrawal
_ONE = select(_table).where(_table.c.item_id == bindparam("asked"))
_WAIT = _table.c.state.in_(_PENDING)
_ALL_PENDING = select(_table).where(_WAIT).order_by(_table.c.attempts, _table.c.asked_at)
_ANY_PENDING = select(exists().where(_WAIT))
_KEPT = upsert(_table)
_KEEP = _KEPT.on_conflict_do_update(
    index_elements=["item_id"],
    set_={name: _KEPT.excluded[name] for name in _table.c.keys() if name != "item_id"},  # noqa: SIM118
)


class Withdrawals:
    """The withdrawals of one data file, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, one: Withdrawal) -> None:
        """Keep a request as it is now."""
        self._connection.execute(_KEEP, _columns(one))

    def of(self, item_id: OutboxItemId) -> Withdrawal | None:
        """Return the request for an item, if somebody asked."""
        row = self._connection.execute(_ONE, {"asked": item_id}).mappings().first()
        return None if row is None else _withdrawal(row)

    def pending(self) -> tuple[Withdrawal, ...]:
        """Return the requests that go on by themselves, the least tried first."""
        return tuple(map(_withdrawal, self._connection.execute(_ALL_PENDING).mappings()))

    def has_pending(self) -> bool:
        """Tell whether there are any, which costs nearly nothing."""
        return bool(self._connection.execute(_ANY_PENDING).scalar_one())


def _columns(one: Withdrawal) -> dict[str, Any]:
    values: dict[str, Any] = {
        name: getattr(one, name) for name in Withdrawal.__dataclass_fields__ if name != "proof"
    }
    for time in _TIMES:
        values[time] = values[time] and values[time].isoformat()
    values["state"] = one.state.value
    values["reason"] = one.reason and one.reason.value
    values["answer"] = None if one.proof is None else to_json(one.proof)
    return values


def _withdrawal(row: RowMapping) -> Withdrawal:
    values = {str(name): value for name, value in row.items()}
    answer = values.pop("answer")
    times = {time: values[time] and datetime.fromisoformat(values[time]) for time in _TIMES}
    return Withdrawal(
        **{
            **values,
            **times,
            "item_id": OutboxItemId(values["item_id"]),
            "state": WithdrawalState(values["state"]),
            "reason": values["reason"] and OutcomeKind(values["reason"]),
            "proof": answer and from_json(answer, SignedWithdrawn),
        }
    )
