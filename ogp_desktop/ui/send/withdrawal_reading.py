"""Makes what the Send screen shows of taking a submission back: plain functions of read models."""

from collections.abc import Iterable

from ogp_desktop.domain.destination_health import DestinationState
from ogp_desktop.domain.outbox import may_be_there
from ogp_desktop.domain.withdrawal import WithdrawalState, may_ask
from ogp_desktop.domain.withdrawn import withdrawn_time
from ogp_desktop.services.outbox_reading import Dispatch
from ogp_desktop.ui.send.send_state import Deed, Group, Standing, WithdrawalShown

PAPERS = (Deed.SAVE_FILE, Deed.COPY, Deed.REPORT, Deed.PRINT)
NEEDS_SOMEBODY = {DestinationState.AUTH, DestinationState.CLOSED, DestinationState.TLS}
ASKS = NEEDS_SOMEBODY | {DestinationState.PORTAL}


def withdrawal_shown(one: Dispatch) -> WithdrawalShown | None:
    """Return how far a submission is taken back, if somebody asked for that."""
    found, to = one.withdrawal, one.destination
    if found is None:
        return None
    statement = None if found.proof is None else found.proof.statement
    return WithdrawalShown(
        state=found.state,
        name=to.name if to else "",
        number=one.sealed.id,
        attempts=found.attempts,
        reason=found.reason,
        is_leave_other=to is not None and not may_ask(found, to),
        asked_at=found.asked_at,
        endpoint=statement.endpoint if statement else "",
        withdrawn_at=withdrawn_time(statement) if statement else None,
        proved_at=found.proved_at,
        is_verified=found.proof is not None and found.proof.is_verified,
    )


def withdrawal_group(at: Standing, one: WithdrawalShown) -> Group:
    """Return the part of the list: as of a delivery, what needs a person comes first."""
    if one.state is WithdrawalState.SENDING:
        return Group.WAITING
    if one.state is WithdrawalState.ASKED:
        return Group.NEEDS_YOU if at.destination_state in ASKS else Group.WAITING
    is_left = one.state is WithdrawalState.HELD and one.is_leave_other
    return Group.NEEDS_YOU if is_left or one.state is WithdrawalState.REFUSED else Group.DONE


def withdrawn_deeds(at: Standing) -> tuple[Deed, tuple[Deed, ...]]:
    """Return the likely next step with what was withdrawn, and what else can be done."""
    match None if at.withdrawal is None else at.withdrawal.state:
        case WithdrawalState.ASKED if at.destination_state in NEEDS_SOMEBODY:
            return Deed.READDRESS, (Deed.ASK_AGAIN, Deed.STOP_ASKING, *PAPERS, Deed.CORRECT)
        case WithdrawalState.ASKED:
            return Deed.ASK_AGAIN, (Deed.STOP_ASKING, *PAPERS, Deed.CORRECT)
        case WithdrawalState.WITHDRAWN:
            return Deed.PRINT_RECEIPT, (Deed.RECEIPT, *PAPERS, Deed.CORRECT)
    there = (Deed.WITHDRAW_THERE,) if at.may_withdraw_there else ()
    return Deed.CORRECT, (*PAPERS, *there)


def revisions_there(found: Iterable[Dispatch], one: Dispatch) -> tuple[int, ...]:
    """Return the other revisions of its conversation that may be stored with somebody."""
    return tuple(
        each.sealed.revision
        for each in found
        if each.conversation.id == one.conversation.id
        and each.item.id != one.item.id
        and may_be_there(each.item)
    )
