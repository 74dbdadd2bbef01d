"""Countries by their ISO 3166-1 letters, with their names where Qt knows them in a language."""

from functools import cache

from PySide6.QtCore import QLocale

_CODE_LENGTH = 2


def country_names(locale: QLocale) -> tuple[tuple[str, str], ...]:
    """Return letters and name of each country, in the order of the names."""
    return _names(locale.language())


@cache
def _names(language: QLocale.Language) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for territory in QLocale.Country:
        code = QLocale.territoryToCode(territory)
        if len(code) == _CODE_LENGTH and code.isalpha() and code not in ("EU", "UN", "EZ"):
            local = QLocale(language, territory)
            is_known = local.territory() == territory and local.language() == language
            name = local.nativeTerritoryName() if is_known else ""
            found[code] = f"{name or QLocale.territoryToString(territory)} ({code})"
    return tuple(sorted(found.items(), key=lambda pair: pair[1].casefold()))
