"""Reads the list of conversations with the standard library alone, so that it paints at once.

SQLAlchemy takes longer to load than the window takes to open; this module never imports it, only
reads, and says nothing when the file is missing, older or strange: the full start-up will.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from ogp_desktop.domain.conversation_row import ConversationRow

QUERY = """
SELECT c.id, c.title, c.place, c.format, c.minutes, c.people, c.state, c.updated_at, k.kit_id,
       (SELECT iif(w.state IN ('asked', 'sending', 'held', 'refused'), 'withdrawing', o.state)
        FROM submission s JOIN outbox_item o ON o.submission_id = s.id
        LEFT JOIN withdrawal w ON w.item_id = o.id
        WHERE s.conversation_id = c.id ORDER BY s.revision DESC LIMIT 1)
FROM conversation c JOIN kit_copy k ON k.digest = c.kit_digest
ORDER BY c.updated_at DESC, c.id LIMIT ? OFFSET ?
"""
PAGE = 50


def first_rows(path: Path, limit: int = PAGE, offset: int = 0) -> tuple[ConversationRow, ...]:
    """Return a page of conversations, latest touched first; empty when the file cannot tell."""
    if not path.exists():
        return ()
    fields = tuple(ConversationRow.__dataclass_fields__)
    address = f"{path.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True, timeout=0.2)) as file:
            rows = file.execute(QUERY, (limit, offset)).fetchall()
    except (sqlite3.Error, UnicodeDecodeError):
        return ()
    return tuple(ConversationRow(**dict(zip(fields, row, strict=True))) for row in rows)
