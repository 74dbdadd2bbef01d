"""Leave to send belongs to the item, and names where to and with whose access code.

An address or a code that was changed since gives no leave to what was sealed before: on a shared
computer the next host's address and code are another's.
"""

from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.outbox import Address, OutboxItem, OutboxState


def leave_for(destination: Destination) -> Address:
    """Return the event that gives an item leave to go there, as the destination is now."""
    return Address(
        destination_id=destination.id,
        url=destination.url,
        code_generation=destination.code_generation,
    )


def has_leave(item: OutboxItem, destination: Destination) -> bool:
    """Tell whether the item may go to this destination, as it is now."""
    given = (item.destination_id, item.leave_url, item.leave_code)
    return given == (destination.id, destination.url, destination.code_generation)


def asks_for_leave(item: OutboxItem, destination: Destination | None) -> bool:
    """Tell whether a person is to be asked: it is held, and its leave is for something else."""
    if destination is None or item.state is not OutboxState.HELD:
        return False
    return not has_leave(item, destination)
