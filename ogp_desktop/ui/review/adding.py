"""Puts a line of the host's own into its spot."""

from ogp_desktop.domain.review import Line, Review
from ogp_desktop.domain.review_adding import (
    add_card,
    add_disagreement,
    add_follow_up,
    add_for_all,
    add_other,
    add_reason,
    add_to_box,
)
from ogp_desktop.ui.review.rows import Spot, SpotKind


def added(review: Review, spot: Spot, kind_id: str, line: Line) -> Review:
    """Return the review with the line in the spot; ``kind_id`` for a card or a reason."""
    here = spot.question_id
    match spot.kind:
        case SpotKind.CARD:
            return add_card(review, here, line, kind_id)
        case SpotKind.FOLLOW_UP:
            return add_follow_up(review, here, spot.card, spot.part, line)
        case SpotKind.FOR_ALL:
            return add_for_all(review, here, spot.part, line)
        case SpotKind.REASON:
            return add_reason(review, here, spot.part, kind_id, line)
        case SpotKind.BOX:
            return add_to_box(review, here, spot.part, line)
        case SpotKind.OTHER:
            return add_other(review, here, line)
        case SpotKind.DISAGREEMENT:
            return add_disagreement(review, line)
