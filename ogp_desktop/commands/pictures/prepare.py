"""Pictures of Prepare, and of the rehearsal that starts there."""

from dataclasses import replace
from datetime import time

from ogp_desktop.commands.pictures.studio import Studio
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.services import reading
from ogp_desktop.ui.prepare.prepare_screen import PrepareScreen
from ogp_desktop.ui.stage import Stage


def pages(studio: Studio, draft: ConversationId, waiting: ConversationId) -> None:
    """A conversation that is new, and one that is prepared."""
    studio.open_page(draft, Stage.PREPARE)
    studio.take("prepare-new")
    studio.open_page(waiting, Stage.PREPARE)
    studio.take("prepare")


def offers(studio: Studio) -> None:
    """What is said of an end too near or past, and of too few minutes."""
    for name, values in (
        ("late", {"ends_by": time(16, 40)}),
        ("past", {"ends_by": time(14, 48)}),
        ("short", {"ends_by": None, "minutes": 14}),
    ):
        made = studio.sample(is_started=False)
        studio.open_page(made, Stage.PREPARE)
        before = reading.prepared(studio.at, conversation_id=made).conversation.preparation
        studio.part(PrepareScreen).preparation_edited.emit(replace(before, **values))
        studio.take(f"prepare-{name}")


def rehearsal(studio: Studio) -> None:
    """What stands in Prepare, tried out on a faster clock."""
    studio.navigator.rehearse(60)
    studio.take("rehearsal")
    studio.navigator.back()
