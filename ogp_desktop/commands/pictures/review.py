"""Pictures of Review, of reading back, and of what is sealed."""

from ogp_desktop.commands.pictures.studio import Studio
from ogp_desktop.services import sealing
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.ui.audience.audience_output import AudienceOutput
from ogp_desktop.ui.review.places import FORM
from ogp_desktop.ui.review.review_screen import ReviewScreen
from ogp_desktop.ui.stage import Stage


def pages(studio: Studio) -> SealedAndQueued:
    """A conversation that was held, until it is sealed; return what was sealed."""
    held = studio.sample(minutes_before=20)
    studio.open_page(held, Stage.REVIEW)
    studio.take("review")
    _read_back(studio)
    studio.part(ReviewScreen).section_chosen.emit(FORM)
    studio.take("review-form")
    made = sealing.seal(studio.at, conversation_id=held)
    studio.take_anew(held, Stage.REVIEW, "review-sealed")
    return made


def _read_back(studio: Studio) -> None:
    """Show what the room reads, and Review meanwhile."""
    screen = studio.part(ReviewScreen)
    for key_id in ("read_screen", "read_confirmed", "read_next"):
        screen.keys.pressed.emit(key_id)
    studio.take("review-reading-back")
    studio.take("audience-read-back", studio.part(AudienceOutput).window)
    screen.keys.pressed.emit("read_screen")
    studio.window.activateWindow()
