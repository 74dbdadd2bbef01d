"""Opens a page of the program; each package is loaded when somebody first goes there."""

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.stage import Stage, StageScreen


def open_stage(desk: Desk, stage: Stage, conversation_id: ConversationId) -> StageScreen:
    """Return a fresh screen for one stage of a conversation, with its model attached."""
    match stage:
        case Stage.PREPARE:
            from ogp_desktop.ui.prepare.prepare_opening import open_prepare

            return open_prepare(desk, conversation_id, in_turns=True)
        case Stage.RUN:
            from ogp_desktop.ui.run.run_opening import open_run

            return open_run(desk, conversation_id, in_turns=True)
        case Stage.VIEWS:
            from ogp_desktop.ui.views.views_opening import open_views

            return open_views(desk, conversation_id, in_turns=True)
        case Stage.REVIEW:
            from ogp_desktop.ui.review.review_opening import open_review

            return open_review(desk, conversation_id, in_turns=True)
        case Stage.SEND:
            from ogp_desktop.ui.send.send_opening import open_send

            return open_send(desk, conversation_id, in_turns=True)


def open_outbox(desk: Desk) -> StageScreen:
    """Return the page of everything that waits, of all conversations."""
    from ogp_desktop.ui.send.send_opening import open_send

    return open_send(desk, None, in_turns=True)


def open_settings(desk: Desk) -> StageScreen:
    """Return Settings."""
    from ogp_desktop.ui.settings.settings_screen import open_settings as opened

    return opened(desk)


def open_keys(desk: Desk) -> StageScreen:
    """Return the sheet of all keys."""
    from ogp_desktop.ui.settings.settings_screen import open_keys as opened

    return opened(desk)
