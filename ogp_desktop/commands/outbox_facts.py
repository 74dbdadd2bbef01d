"""What the command line tells of one submission, and how it is found by its id."""

from typing import Any

from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.services.addressing import destinations
from ogp_desktop.services.outbox_reading import Dispatch, outbox
from ogp_desktop.services.workplace import Workplace


def found(at: Workplace, submission_id: str) -> Dispatch:
    """Return a sealed submission; raise ``Trouble("not_found")``."""
    one = next((one for one in outbox(at) if one.sealed.id == submission_id), None)
    if one is None:
        raise Trouble("not_found", what=submission_id)
    return one


def place_named(at: Workplace, name: str | None, option: str = "--destination") -> Destination:
    """Return the destination that is named, or the only one; raise ``Trouble`` if it is unclear."""
    known = destinations(at)
    fit = [one for one in known if name in {None, one.id, one.name, one.url}]
    if len(fit) != 1:
        names = ", ".join(one.name for one in known) or "none"
        raise Trouble("which_destination", option=option, known=names)
    return fit[0]


def facts(one: Dispatch) -> dict[str, Any]:
    """Return what programs are told of it."""
    return {
        "submission": one.sealed.id,
        "sha256": one.sealed.sha256,
        "revision": one.sealed.revision,
        "state": one.state_name,
        "destination": one.destination and one.destination.name,
        "attempts": one.item.attempts,
        "may_be_stored": one.item.maybe_stored,
        "withdrawal": one.withdrawal and one.withdrawal.state.value,
    }
