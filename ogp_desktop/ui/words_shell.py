"""Words of the frame around every screen: stages, pills, menu, and what troubles mean."""

from PySide6.QtCore import QCoreApplication

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
        "cannot_open": QCoreApplication.translate("Shell", "The notes' file cannot be opened."),
        "disk_error": QCoreApplication.translate(
            "Shell", "The disk reports an error. Save a copy elsewhere soon."
        ),
        "damaged": QCoreApplication.translate("Shell", "The notes' file is damaged."),
        "newer_file": QCoreApplication.translate(
            "Shell",
            "These notes were written by a newer version of the program. Nothing was changed.",
        ),
    }
    return words.get(code) or QCoreApplication.translate("Shell", "Something went wrong.")
