"""Words of the frame around every screen: stages, pills, menu, and what troubles mean."""

from PySide6.QtCore import QCoreApplication

from ogp_desktop.ui.shell.network_hint import NetworkHint
from ogp_desktop.ui.stage import Stage


def stage_word(stage: Stage) -> str:
    """Return a stage's name."""
    words = {
        Stage.PREPARE: QCoreApplication.translate("Shell", "Prepare"),
        Stage.RUN: QCoreApplication.translate("Shell", "Run"),
        Stage.VIEWS: QCoreApplication.translate("Shell", "Individual views"),
        Stage.REVIEW: QCoreApplication.translate("Shell", "Review"),
        Stage.SEND: QCoreApplication.translate("Shell", "Send"),
    }
    return words[stage]


STAGE_ICONS = {
    Stage.PREPARE: "clipboard-list",
    Stage.RUN: "play",
    Stage.VIEWS: "tablet-smartphone",
    Stage.REVIEW: "notebook-pen",
    Stage.SEND: "send",
}


def network_word(hint: NetworkHint) -> str:
    """Return what stands on the pill."""
    offline = QCoreApplication.translate("Shell", "Offline")
    words = {
        NetworkHint.SHUT: offline,
        NetworkHint.UNKNOWN: QCoreApplication.translate("Shell", "Network not known"),
        NetworkHint.NONE: offline,
        NetworkHint.LOCAL: QCoreApplication.translate("Shell", "Local network"),
        NetworkHint.FOUND: QCoreApplication.translate("Shell", "Network found"),
    }
    return words[hint]


def network_sentence(hint: NetworkHint) -> str:
    """Return what is known of the network, and how little that is."""
    words = {
        NetworkHint.SHUT: QCoreApplication.translate(
            "Shell", "The program was started offline and opens no connection. What may go waits."
        ),
        NetworkHint.UNKNOWN: QCoreApplication.translate(
            "Shell", "The system does not tell whether there is a network."
        ),
        NetworkHint.NONE: QCoreApplication.translate("Shell", "The system reports no network."),
        NetworkHint.LOCAL: QCoreApplication.translate(
            "Shell", "The system reports a network, perhaps without internet behind it."
        ),
        NetworkHint.FOUND: QCoreApplication.translate(
            "Shell",
            "The system reports a network. Whether it reaches anybody shows only on sending.",
        ),
    }
    hint_only = QCoreApplication.translate(
        "Shell",
        "This is a hint of the system; nothing was sent to find it out. "
        "Nothing here needs the internet except Send.",
    )
    return f"{words[hint]} {hint_only}"


NETWORK_ICONS = {
    NetworkHint.SHUT: "wifi-off",
    NetworkHint.UNKNOWN: "circle-help",
    NetworkHint.NONE: "wifi-off",
    NetworkHint.LOCAL: "wifi",
    NetworkHint.FOUND: "wifi",
}


def trouble_words(code: str) -> str:
    """Return what the world did, and what is safe, for a ``Trouble`` met anywhere."""
    words = {
        "disk_full": QCoreApplication.translate(
            "Shell", "The disk is full. What was saved before is safe."
        ),
        "locked": QCoreApplication.translate(
            "Shell", "Another program holds the notes' file. What was saved before is safe."
        ),
        "read_only": QCoreApplication.translate(
            "Shell", "The notes' file may not be written. What was saved before is safe."
        ),
        "cannot_write": QCoreApplication.translate(
            "Shell", "The file or folder cannot be written. What was saved before is safe."
        ),
        "cannot_print": QCoreApplication.translate(
            "Shell", "The printer takes nothing. Save the pages as PDF instead."
        ),
        "kit_not_saved": QCoreApplication.translate(
            "Shell", "The kit cannot be saved on this computer. Nothing was changed."
        ),
        "kit_unreadable": QCoreApplication.translate("Shell", "The kit's file cannot be read."),
        "cannot_open": QCoreApplication.translate("Shell", "The notes' file cannot be opened."),
        "disk_error": QCoreApplication.translate(
            "Shell", "The disk reports an error. Save a copy elsewhere soon."
        ),
        "damaged": QCoreApplication.translate("Shell", "The notes' file is damaged."),
        "folder_missing": QCoreApplication.translate(
            "Shell",
            "The folder of your notes is not there now. Connect the disk it is on, then try again.",
        ),
        "newer_file": QCoreApplication.translate(
            "Shell",
            "These notes were written by a newer version of the program. Nothing was changed.",
        ),
    }
    return words.get(code) or QCoreApplication.translate("Shell", "Something went wrong.")
