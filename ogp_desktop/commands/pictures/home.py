"""Pictures of the first page and of Home."""

from ogp_desktop import paths
from ogp_desktop.commands.pictures.studio import NOW, SHOWN_FOLDER, Studio
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.turns import TurnsBy
from ogp_desktop.services import counting_turns, preparing, running, sealing
from ogp_desktop.ui import translation
from ogp_desktop.ui.home.first_run import FirstRunScreen


def first_run(studio: Studio) -> None:
    """The first page of all."""
    page = FirstRunScreen(
        studio.theme,
        languages=translation.languages(paths.data_root()),
        language=studio.language,
        folder=SHOWN_FOLDER,
        may_change=True,
    )
    studio.window.header.hide()
    studio.window.show_page(page, page.first_focus())
    studio.take("first-run")
    studio.window.drop_page(page)
    studio.window.header.show()


def empty(studio: Studio) -> None:
    """Home before there is any conversation."""
    studio.navigator.open_home()
    studio.take("home-empty")


def found_again(studio: Studio) -> None:
    """Home as it is after the program was cut off in the middle of a conversation."""
    made = studio.sample(until="q1")
    studio.navigator.open_home()
    studio.clock.move(8 * 60)
    found = next(one for one in running.interrupted(studio.at) if one.conversation.id == made)
    studio.messages.show_interrupted(found, studio.clock)
    studio.take("home-found-again")
    studio.window.show_notice(None)
    studio.clock.move(-8 * 60)
    running.pause(studio.at, conversation_id=made)


def conversations(studio: Studio) -> tuple[ConversationId, ConversationId]:
    """Home with conversations of each kind; return the new one and the one that is prepared."""
    draft = preparing.create_conversation(
        studio.at, kit_id="village-priorities", language=studio.language
    )
    sealing.seal(studio.at, conversation_id=studio.sample(minutes_before=60))
    studio.sample(minutes_before=20)
    waiting = studio.sample(is_started=False)
    counting_turns.count_by(studio.at, conversation_id=waiting, by=TurnsBy.SEAT)
    studio.navigator.open_home()
    studio.take("home")
    studio.messages.show_saved(SHOWN_FOLDER, NOW, range(10))
    studio.take("home-saved")
    studio.window.show_notice(None)
    return draft.id, waiting
