"""The kit each sealed conversation was held with, in its language; read once, for none changes."""

from ogp_desktop.kits.local_kit import LocalKit
from ogp_desktop.kits.localised import in_language
from ogp_desktop.services.outbox_reading import Dispatch
from ogp_desktop.services.reading import prepared
from ogp_desktop.services.workplace import Workplace


class PinnedKits:
    """``kits.of(dispatch)``."""

    def __init__(self, at: Workplace) -> None:
        self._at = at
        self._known: dict[tuple[str, str], LocalKit] = {}

    def of(self, one: Dispatch) -> LocalKit:
        """Return the kit of a sealed submission."""
        preparation, pinned = one.conversation.preparation, one.conversation.kit
        key = (pinned.digest, preparation.language)
        if key not in self._known:
            kit = prepared(self._at, conversation_id=one.conversation.id).kit
            self._known[key] = in_language(kit, kit.best_language(preparation.language))
        return self._known[key]
