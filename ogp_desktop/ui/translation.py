"""The language of the interface, switched while the program runs, and words in another beside it.

A text without a translation appears in English, the language of the source.
"""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

_OURS = "ogp-desktop-translator"


def languages(resources: Path) -> list[str]:
    """Return the codes of the languages that the interface speaks, in alphabetical order."""
    found = (resources / "i18n").glob("ogp_*.qm")
    return sorted(file.stem.removeprefix("ogp_") for file in found)


def nearest(wanted: str, resources: Path) -> str:
    """Return the language of the interface for a locale such as ``fr_CA``; English if none fits."""
    plain = QLocale(wanted).name().partition("_")[0]
    return plain if plain in languages(resources) else "en"


def install(app: QApplication, language: str, resources: Path) -> None:
    """Make ``language`` (such as ``fr`` or ``fr_CA``) the one of every text, number and date.

    Every open window receives a ``LanguageChange`` event, and mirrors itself where the script runs
    from right to left. Qt's own texts, such as those of file dialogs, follow where Qt has them.
    """
    for old in app.findChildren(QTranslator, _OURS):
        QCoreApplication.removeTranslator(old)
        old.deleteLater()
    locale = QLocale(language)
    QLocale.setDefault(locale)
    qt_texts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", qt_texts), ("ogp", str(resources / "i18n"))):
        translator = QTranslator(app)
        translator.setObjectName(_OURS)
        if translator.load(locale, name, "_", folder):
            QCoreApplication.installTranslator(translator)
        else:
            translator.deleteLater()
    app.setLayoutDirection(locale.textDirection())


class Speaker(Protocol):
    """Says our words in one language. Name it ``speaker`` where it is used, so that its texts are
    found and translated.
    """

    def translate(
        self, context: str, source: str, /, disambiguation: str | None = None, n: int = -1
    ) -> str:
        """Return a text as Qt does for the interface; ``n`` chooses the plural form."""
        ...

    def number(self, count: int) -> str:
        """Return a number as the language writes it."""
        ...


class _Interface:
    """Speaks the language that the interface has at this moment."""

    def translate(
        self, context: str, source: str, /, disambiguation: str | None = None, n: int = -1
    ) -> str:
        # No alias: to make one, Qt's signatures are loaded, which delays the first paint by 12 ms.
        return QCoreApplication.translate(context, source, disambiguation, n)

    def number(self, count: int) -> str:
        return QLocale().toString(count)


class _OwnLanguage:
    """Speaks one language, whatever the interface does."""

    def __init__(self, language: str, resources: Path) -> None:
        self._locale = QLocale(language)
        self._texts = QTranslator()
        self._texts.load(f"ogp_{language}", str(resources / "i18n"))

    def translate(
        self, context: str, source: str, /, disambiguation: str | None = None, n: int = -1
    ) -> str:
        text = self._texts.translate(context, source, disambiguation, n) or source
        return text.replace("%n", str(n))

    def number(self, count: int) -> str:
        return self._locale.toString(count)


INTERFACE: Speaker = _Interface()


def speaker(language: str, resources: Path) -> Speaker:
    """Return who says our words in the language nearest to this one, whatever the interface speaks.

    For what a room or a sheet shows: there the words of a kit stand beside ours.
    """
    return _OwnLanguage(nearest(language, resources), resources)


def language_name(code: str) -> str:
    """Name a language in its own words, as its readers look for it."""
    # Qt names these three by one of their countries.
    plain = {"en": "English", "es": "Español", "pt": "Português"}
    name = plain.get(code) or QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:] if name else code
