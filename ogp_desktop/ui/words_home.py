"""Words for a conversation in the list: what it is, how far it has come, and what to press."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from ogp_desktop.domain.conversation_row import ConversationRow
from ogp_desktop.domain.format import Format
from ogp_desktop.ui.translation import INTERFACE, Speaker
from ogp_desktop.ui.widgets.box import Tone
from ogp_desktop.ui.words_shell import trouble_words
from ogp_desktop.ui.words_time import day


def format_word(way: Format, speaker: Speaker = INTERFACE) -> str:
    """Return the word for a way to meet."""
    words = {
        Format.IN_PERSON: speaker.translate("Home", "In person"),
        Format.ONLINE: speaker.translate("Home", "Online"),
        Format.HYBRID: speaker.translate("Home", "Hybrid"),
    }
    return words[way]


def kept_in(folder: Path, *, has_notes: bool) -> str:
    """Say where the notes are kept, and that those found there are opened."""
    text = QCoreApplication.translate(
        "Home", "Your notes are kept on this computer only, in: {folder}"
    )
    if has_notes:
        text = QCoreApplication.translate(
            "Home",
            "Your notes are kept on this computer only, in: {folder}. The notes that are there "
            "already will be opened.",
        )
    return text.format(folder=f"\u2066{folder}\u2069")


def folder_refused(code: str) -> str:
    """Say why a folder cannot hold the notes, and what to do."""
    words = {
        "cannot_write": QCoreApplication.translate(
            "Home", "That folder cannot be written. Choose another one."
        ),
        "newer_file": QCoreApplication.translate(
            "Home",
            "That folder holds notes of a newer version of the program. Choose another one.",
        ),
        "damaged": QCoreApplication.translate(
            "Home", "The notes' file in that folder is damaged. Choose another one."
        ),
        "in_use": QCoreApplication.translate(
            "Home", "Another window has the notes in that folder open. Choose another one."
        ),
    }
    return words.get(code) or trouble_words(code)


def facts(format_value: str, minutes: int, people: int) -> str:
    """Return place-free facts in one line: "In person · 90 min · 18 people"."""
    return QCoreApplication.translate("Home", "{format} · {minutes} · {people}").format(
        format=format_word(Format(format_value)),
        minutes=QCoreApplication.translate("Home", "%n min", "", minutes),
        people=QCoreApplication.translate("Home", "%n people", "", people),
    )


def row_facts(row: ConversationRow) -> str:
    """Return the facts of one line of the list, its place first where there is one.

    The last is the day on which it was changed, which tells namesakes apart.
    """
    changed = datetime.fromisoformat(row.updated_at).astimezone()
    line = QCoreApplication.translate("Home", "{facts} · {day}").format(
        facts=facts(row.format, row.minutes, row.people),
        day=day(changed.date()),
    )
    if not row.place:
        return line
    return QCoreApplication.translate("Home", "{place} · {facts}").format(
        place=row.place, facts=line
    )


def title_or_unnamed(title: str) -> str:
    """Return a conversation's title, or the words for one that has none."""
    return title or QCoreApplication.translate("Home", "Conversation without a title")


def phase_word(row: ConversationRow) -> str:
    """Return how far a conversation has come, in one word."""
    return phase_words()[_phase(row)]


def phase_tone(row: ConversationRow) -> Tone:
    """Return the tint that goes with ``phase_word``; the word alone is enough."""
    tones: dict[str, Tone] = {"running": "ok", "next": "accent"}
    return tones.get(_phase(row), "neutral")


def phase_words() -> dict[str, str]:
    """Return the word of every phase, by its key."""
    return {
        "next": QCoreApplication.translate("Home", "Next"),
        "running": QCoreApplication.translate("Home", "Running"),
        "draft": QCoreApplication.translate("Home", "Draft"),
        "done": QCoreApplication.translate("Home", "Done"),
    }


def _phase(row: ConversationRow) -> str:
    phases = {"draft": "draft", "ready": "next", "running": "running", "paused": "running"}
    return phases.get(row.state, "done")


def state_icon(row: ConversationRow) -> str:
    """Return the icon that goes with ``state_words``."""
    if row.state == "sealed" and row.outbox is not None:
        return _OUTBOX_ICONS[row.outbox]
    return _STATE_ICONS[row.state]


def state_words(row: ConversationRow) -> str:
    """Return where a conversation stands: its own state, or that of its submission."""
    if row.state == "sealed" and row.outbox is not None:
        return outbox_words(row.outbox)
    words = {
        "draft": QCoreApplication.translate("Home", "Agenda to check"),
        "ready": QCoreApplication.translate("Home", "Ready to run"),
        "running": QCoreApplication.translate("Home", "The clock is going"),
        "paused": QCoreApplication.translate("Home", "Paused"),
        "held": QCoreApplication.translate("Home", "To review"),
        "sealed": QCoreApplication.translate("Home", "Sealed"),
    }
    return words[row.state]


def outbox_words(state: str) -> str:
    """Return the words for where a sealed submission is; never more than is known."""
    words = {
        "ready": QCoreApplication.translate("Home", "Ready to send"),
        "held": QCoreApplication.translate("Home", "Held by you"),
        "sending": QCoreApplication.translate("Home", "Sending"),
        "waiting": QCoreApplication.translate("Home", "Waiting for a connection"),
        "attention": QCoreApplication.translate("Home", "Needs your attention"),
        "handed_over": QCoreApplication.translate("Home", "Handed over, no receipt yet"),
        "confirmed": QCoreApplication.translate("Home", "Confirmed"),
        "withdrawing": QCoreApplication.translate("Home", "Not withdrawn there yet"),
        "withdrawn": QCoreApplication.translate("Home", "Withdrawn"),
    }
    return words[state]


_STATE_ICONS = {
    "draft": "pencil",
    "ready": "circle-check",
    "running": "play",
    "paused": "pause",
    "held": "notebook-pen",
    "sealed": "package-check",
}
_OUTBOX_ICONS = {
    "ready": "package-check",
    "held": "hand",
    "sending": "loader",
    "waiting": "wifi-off",
    "attention": "octagon-alert",
    "handed_over": "file-check",
    "confirmed": "badge-check",
    "withdrawing": "hourglass",
    "withdrawn": "undo-2",
}
