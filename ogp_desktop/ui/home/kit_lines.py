"""What Home says of each kit at hand; kits that share a title are told apart."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from ogp_desktop.kits.localised import in_language
from ogp_desktop.kits.model import Kit
from ogp_desktop.ui import words_prepare
from ogp_desktop.ui.home.home_screen import KitLine
from ogp_desktop.ui.translation import language_name


def kit_lines(kits: Iterable[Kit], language: str, today: date) -> list[KitLine]:
    """Return the lines, in the order of the kits."""
    titled = [(kit, in_language(kit, kit.best_language(language)).title) for kit in kits]
    shared = Counter(title for _, title in titled)
    return [
        KitLine(
            title=title,
            languages=", ".join(language_name(code) for code in kit.languages),
            edition=(kit.id, kit.version) if shared[title] > 1 else None,
            closed_on=words_prepare.day(kit.window.closes)
            if kit.window is not None and kit.window.is_closed(today)
            else None,
        )
        for kit, title in titled
    ]
