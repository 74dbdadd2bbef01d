"""The first look at a review, made beside the GUI thread: read, drafted once, and laid out."""

from dataclasses import dataclass, replace
from datetime import datetime

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.kits.local_kit import LocalKit
from ogp_desktop.kits.localised import in_language
from ogp_desktop.services import reviewing
from ogp_desktop.services.changes import Changes
from ogp_desktop.services.reviewing import Reviewed
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.ui.review.review_state import (
    Mode,
    ReviewState,
    Shown,
    at_first_line,
    mode_of,
    review_state,
)
from ogp_desktop.ui.review.section_rows import SectionRows


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstLook:
    """What was read, and how it is shown; ``kept`` when the draft was made just now."""

    facts: Reviewed
    kit: LocalKit
    rows: SectionRows
    state: ReviewState
    kept: Changes | None
    kept_at: datetime


def first_look(at: Workplace, conversation_id: ConversationId) -> FirstLook:
    """Read a review; a draft that nobody made yet is made, and from now on the host's."""
    facts = reviewing.reviewed(at, conversation_id=conversation_id)
    kit = in_language(facts.kit, facts.kit.best_language(facts.conversation.preparation.language))
    now = at.clock.now()
    kept = None
    if facts.edited_at is None and mode_of(facts, is_correcting=False) is Mode.OPEN:
        kept = reviewing.keep_review(at, conversation_id=conversation_id, review=facts.review)
        facts = replace(facts, edited_at=now)
    shown, rows = Shown(section=kit.questions[0].id), SectionRows()
    state = at_first_line(review_state(facts, facts.review, kit, shown, rows), facts)
    return FirstLook(facts=facts, kit=kit, rows=rows, state=state, kept=kept, kept_at=now)
