"""``ogp-desktop outbox withdraw``: one submission is taken back, where it was handed over too."""

import argparse
from contextlib import closing

from ogp_desktop import wiring
from ogp_desktop.commands.access_codes import secrets_for
from ogp_desktop.commands.answers import answer, folders
from ogp_desktop.commands.outbox_facts import facts, found
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.outbox import may_be_there
from ogp_desktop.domain.withdrawal import WithdrawalState
from ogp_desktop.services.addressing import withdraw
from ogp_desktop.services.outbox_reading import Dispatch, dispatch
from ogp_desktop.services.withdrawing import Asker, ask_withdrawal, withdraw_next
from ogp_desktop.services.workplace import Workplace


def outbox_withdraw(asked: argparse.Namespace) -> int:
    """Take one submission out of the outbox, or back from where it may be stored.

    Success when nothing of it is there any more; else the wish is kept, and tried again.
    """
    at = wiring.open_workplace(folders(asked))
    with closing(at.store):
        one = found(at, asked.id)
        if not may_be_there(one.item) and one.withdrawal is None:
            withdraw(at, item_id=one.item.id)
        elif one.withdrawal is None or one.withdrawal.state is not WithdrawalState.WITHDRAWN:
            _ask_there(at, one, wiring.asker(secrets_for(asked, at, one.destination)))
        one = dispatch(at, item_id=one.item.id)
        answer(asked, facts(one), (_line(one),))
        return 0 if one.is_taken_back else 1


def _ask_there(at: Workplace, one: Dispatch, asker: Asker) -> None:
    try:
        ask_withdrawal(at, item_id=one.item.id)
    except Refusal as refusal:
        if refusal.code != "no_withdrawal":
            raise
        to = one.destination
        whom = "whoever has it" if to is None else f"the people of {to.name}"
        raise Refusal("no_withdrawal", id=one.sealed.id, whom=whom) from refusal
    while withdraw_next(at, asker) is not None:
        pass


def _line(one: Dispatch) -> str:
    name = one.destination.name if one.destination else ""
    if one.withdrawal is None:
        return "taken out of the outbox; nothing of it had left"
    lines = {
        WithdrawalState.WITHDRAWN: f"{name} answered that it keeps it no longer",
        WithdrawalState.NOT_THERE: f"{name} answered that nothing is stored under this number",
        WithdrawalState.REFUSED: f"{name} refused to take it back; ask the people there",
    }
    waits = f"asked for, no answer from {name} yet; the window or `outbox send` asks again"
    return lines.get(one.withdrawal.state, waits)
