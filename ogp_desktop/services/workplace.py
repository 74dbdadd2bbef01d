"""What every service needs from outside: the store, the time, fresh ids and the kits at hand."""

from collections.abc import Callable
from dataclasses import dataclass

from ogp_desktop.domain.clock import Clock
from ogp_desktop.domain.conversation import Conversation
from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.frozen import Freeze, Frozen
from ogp_desktop.domain.submission import Submission
from ogp_desktop.kits.bytes import kit_from_bytes
from ogp_desktop.kits.library import KitLibrary
from ogp_desktop.kits.model import Kit
from ogp_desktop.storage.store import Store, UnitOfWork


def _json_alone(_submission: Submission, to: Destination) -> Frozen:
    raise Refusal("no_protocol", protocol=to.protocol)


def _no_form_key(_key: str) -> None:
    raise Refusal("bad_form_key", field="form_key")


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """Built once in ``wiring``; ``new_id`` returns a fresh UUID as text at every call.

    ``freeze`` makes the final bytes for destinations that take something else than JSON, and
    ``check_form_key`` refuses what is no key of a form.
    """

    store: Store
    clock: Clock
    new_id: Callable[[], str]
    library: KitLibrary
    app_version: str
    freeze: Freeze = _json_alone
    check_form_key: Callable[[str], object] = _no_form_key


def pinned_kit(unit: UnitOfWork, conversation: Conversation) -> Kit:
    """Return the very kit a conversation was made with, from its own data file."""
    return kit_from_bytes(unit.conversations.kit_body(conversation.kit.digest))
