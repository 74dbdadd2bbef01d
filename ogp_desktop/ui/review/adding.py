"""The edits that bring a line in: the host's own into its spot, or a note that none came from."""

from functools import partial

from ogp_desktop.domain.notes import Note, clean_text, is_quotation
from ogp_desktop.domain.observations import line_from, use_note
from ogp_desktop.domain.review import Line, Review
from ogp_desktop.domain.review_adding import (
    add_card,
    add_disagreement,
    add_follow_up,
    add_for_all,
    add_other,
    add_reason,
    add_to_box,
    join,
)
from ogp_desktop.kits.model import Kit
from ogp_desktop.services.reviewing import shapes_of
from ogp_desktop.ui.review.edit import Edit
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


def new_line(spot: Spot, kind_id: str, text: str, line_id: str) -> Edit:
    """Return the edit that adds words of the host's own; it may be refused when made."""

    def change(review: Review) -> Review:
        words = clean_text(text)
        line = Line(id=line_id, text=words, is_quotation=is_quotation(words))
        return added(review, spot, kind_id, line)

    return Edit(change=change, about=spot.part or spot.kind.value)


def used_note(note: Note, kit: Kit) -> Edit:
    """Return the edit that makes a line of a note, where its kind belongs."""
    shape = next(one for one in shapes_of(kit) if one.id == note.question_id)
    return Edit(change=lambda review: use_note(review, shape, note), about=note.id)


def joined_note(note: Note, line_id: str) -> Edit:
    """Return the edit that joins the words of a note to a line."""
    return Edit(change=partial(join, line_id=line_id, more=line_from(note)), about=line_id)
