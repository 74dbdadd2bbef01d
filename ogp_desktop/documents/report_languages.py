"""The languages that a report speaks: each is a module with its words, and a line here."""

from ogp_desktop.documents.report_english import ENGLISH
from ogp_desktop.documents.report_french import FRENCH
from ogp_desktop.documents.report_words import ReportWords

_LANGUAGES = {"en": ENGLISH, "fr": FRENCH}


def words_in(language: str) -> ReportWords:
    """Return the words for a language such as ``fr`` or ``fr-CA``; English if there are none."""
    return _LANGUAGES.get(language.partition("-")[0], ENGLISH)
