"""The language of the interface, switched while the program runs, and words in another beside it.

A text without a translation appears in English, the language of the source.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from ogp_desktop.kits.language_names import OWN_NAMES

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
    of_qt = QTranslator()
    if of_qt.load(locale, "qtbase", "_", qt_texts):
        _use(app, of_qt)
    ours = _catalogue(nearest(language, resources), resources)
    if ours is not None:
        _use(app, ours)
    app.setLayoutDirection(locale.textDirection())


def _use(app: QApplication, translator: QTranslator) -> None:
    translator.setParent(app)
    translator.setObjectName(_OURS)
    QCoreApplication.installTranslator(translator)


class _Catalogue(QTranslator):
    """Texts from bytes that are kept: a file that Qt maps, and an update then replaces in place,
    would end a conversation with a crash.
    """

    def __init__(self, spoken: str, compiled: bytes) -> None:
        super().__init__()
        self.spoken = spoken
        self._compiled = compiled  # Qt reads from these bytes and makes no copy
        self.load(compiled)


def _catalogue(language: str, resources: Path) -> _Catalogue | None:
    file = resources / "i18n" / f"ogp_{language}.qm"
    return _Catalogue(language, file.read_bytes()) if file.is_file() else None


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
        self._texts = _catalogue(language, resources) or QTranslator()

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


def listed(parts: Sequence[str]) -> str:
    """Join words as the language does that they are in: English, where we lack that of the host."""
    app = QCoreApplication.instance()
    spoken = [one for one in app.children() if isinstance(one, _Catalogue)] if app else []
    return QLocale(spoken[-1].spoken if spoken else "en").createSeparatedList(list(parts))


def language_name(code: str) -> str:
    """Name a language in its own words, as its readers look for it."""
    name = OWN_NAMES.get(code) or QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:] if name else code
