"""The sentences about the paper pack: what is in it, what came of making it, and how far it is."""

from PySide6.QtCore import QCoreApplication

from ogp_desktop.ui.prepare.pack_state import PackNews, PackNewsKind, PackReadiness, PackView
from ogp_desktop.ui.translation import listed
from ogp_desktop.ui.widgets.box import Tone


def contents(pack: PackView) -> str:
    """Say what is in the pack for this room."""
    parts = [QCoreApplication.translate("Pack", "a running sheet")]
    parts.append(QCoreApplication.translate("Pack", "%n note sheet(s)", "", pack.questions))
    if pack.tables:
        sheets = pack.questions * pack.tables
        parts.append(QCoreApplication.translate("Pack", "%n table sheet(s)", "", sheets))
    if pack.people:
        parts.append(QCoreApplication.translate("Pack", "%n individual sheet(s)", "", pack.people))
    text = QCoreApplication.translate("Pack", "On paper: {parts}.")
    return text.format(parts=listed(parts))


def news(told: PackNews) -> str:
    """Say what came of the last wish."""
    if told.kind is PackNewsKind.WORKING:
        return QCoreApplication.translate("Pack", "The pack is being made.")
    if told.kind is PackNewsKind.NO_PRINTER:
        return QCoreApplication.translate(
            "Pack",
            "No printer was found on this computer. Save the pack as PDF and print it elsewhere.",
        )
    if told.kind is PackNewsKind.NOT_OPENED:
        text = QCoreApplication.translate(
            "Pack", "No program on this computer opens the PDF. It is here: {file}"
        )
        return text.format(file=f"\u2066{told.file}\u2069")
    drawn = told.pages.drawn if told.pages else 0
    if told.kind is PackNewsKind.SAVED:
        text = QCoreApplication.translate("Pack", "Saved with %n page(s): {file}", "", drawn)
        return text.format(file=f"\u2066{told.file}\u2069")
    text = QCoreApplication.translate("Pack", "%n page(s) handed to {printer}.", "", drawn)
    printer = told.printer or QCoreApplication.translate("Pack", "the printer")
    return text.format(printer=printer)


def readiness(pack: PackView) -> tuple[str, str, Tone]:
    """Say in a few words how far the pack is, with an icon and a tone; no pack is no fault."""
    facts: dict[PackReadiness, tuple[str, str, Tone]] = {
        PackReadiness.MISSING: (
            QCoreApplication.translate("Pack", "Paper pack not printed"),
            "printer",
            "neutral",
        ),
        PackReadiness.SAVED: (
            QCoreApplication.translate("Pack", "Paper pack saved as PDF"),
            "check",
            "ok",
        ),
        PackReadiness.PRINTED: (
            QCoreApplication.translate("Pack", "Paper pack handed to the printer"),
            "check",
            "ok",
        ),
        PackReadiness.OUTDATED: (
            QCoreApplication.translate("Pack", "Paper pack older than the plan"),
            "triangle-alert",
            "warn",
        ),
    }
    return facts[pack.readiness]
