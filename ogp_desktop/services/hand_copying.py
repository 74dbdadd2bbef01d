"""Copying a sealed submission by hand into somebody's form: which answers were copied so far."""

from ogp_desktop.domain.ids import OutboxItemId
from ogp_desktop.services.workplace import Workplace


def tick(at: Workplace, *, item_id: OutboxItemId, answer_id: str, is_copied: bool) -> None:
    """Remember that an answer was copied, or that it was not."""
    with at.store.writing() as unit:
        if is_copied:
            unit.ticks.keep(item_id, answer_id, at.clock.now())
        else:
            unit.ticks.forget(item_id, answer_id)


def ticked(at: Workplace, *, item_id: OutboxItemId) -> frozenset[str]:
    """Return the answers that were copied."""
    with at.store.reading() as unit:
        return unit.ticks.of(item_id)
