"""The tabs that choose one part of the Run screen where there is room for one column only."""

from PySide6.QtCore import QCoreApplication

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.choices import Option, StageSwitcher


def pane_tabs(theme: Theme) -> StageSwitcher:
    """Return the tabs: question, notes and agenda."""
    translate = QCoreApplication.translate
    tabs = StageSwitcher(
        theme,
        (
            Option("question", translate("RunScreen", "Question"), "circle-help"),
            Option("notes", translate("RunScreen", "Notes"), "notebook-pen"),
            Option("agenda", translate("RunScreen", "Agenda"), "list-checks"),
        ),
        translate("RunScreen", "Parts of the page"),
    )
    policy = tabs.sizePolicy()
    policy.setHorizontalPolicy(policy.Policy.Expanding)
    tabs.setSizePolicy(policy)
    return tabs
