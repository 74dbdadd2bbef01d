"""The sentences of Settings and About."""

from PySide6.QtCore import QCoreApplication, QLocale

from ogp_desktop.ui.theme.theme import Scheme


def scheme_name(scheme: Scheme) -> str:
    """Name a look."""
    names = {
        Scheme.SYSTEM: QCoreApplication.translate("Settings", "Like the computer"),
        Scheme.LIGHT: QCoreApplication.translate("Settings", "Light"),
        Scheme.DARK: QCoreApplication.translate("Settings", "Dark"),
    }
    return names[scheme]


def text_size_name(scale: float) -> str:
    """Name a text size; 1.0 is 100 %."""
    return QCoreApplication.translate("Settings", "{percent} %").format(
        percent=QLocale().toString(round(scale * 100))
    )


def licences() -> str:
    """Say under which licences the program and what it brings along may be used."""
    return QCoreApplication.translate(
        "Settings",
        "Free software under the Apache License 2.0. It brings along Qt for Python (LGPL 3.0), "
        "the fonts Inter and Noto Sans (SIL Open Font License 1.1) and icons by Lucide (ISC). "
        "It works without internet and sends nothing until you choose Send.",
    )
