"""The tabs that choose one part of the Run screen where there is room for one column only."""

from PySide6.QtCore import QCoreApplication

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.choices import Option, StageSwitcher


def pane_tabs(theme: Theme, *, has_turns: bool) -> StageSwitcher:
    """Return the tabs: question, notes, agenda and, while they are counted, turns."""
    translate = QCoreApplication.translate
    parts = [
        Option("question", translate("RunScreen", "Question"), "circle-help"),
        Option("notes", translate("RunScreen", "Notes"), "notebook-pen"),
        Option("agenda", translate("RunScreen", "Agenda"), "list-checks"),
    ]
    if has_turns:
        parts.append(Option("turns", translate("RunScreen", "Turns"), "users"))
    tabs = StageSwitcher(theme, tuple(parts), translate("RunScreen", "Parts of the page"))
    policy = tabs.sizePolicy()
    policy.setHorizontalPolicy(policy.Policy.Expanding)
    tabs.setSizePolicy(policy)
    return tabs
