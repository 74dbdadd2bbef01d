"""Words for a kit that is refused: what is wrong, in which file, at which field, what to do."""

from PySide6.QtCore import QCoreApplication

from ogp_desktop.kits.errors import KitFault, KitRefused


def refused_words(refused: KitRefused) -> str:
    """Return why a kit was not added; nothing was changed by it."""
    return kit_fault_words(refused.reason, refused.file, refused.field, refused.detail)


def kit_fault_words(fault: KitFault, file: str, field: str, detail: str) -> str:
    """Return where the fault is and what it is: "text.fr.toml, title: a text is missing here."."""
    place = QCoreApplication.translate("Kit", "{file}, {field}") if field else "{file}"
    place = place.format(file=file, field=field)
    what = _fault(fault).format(detail=detail)
    return QCoreApplication.translate("Kit", "{place}: {what}").format(place=place, what=what)


def _fault(fault: KitFault) -> str:
    return (_file_faults() | _content_faults())[fault]


def _file_faults() -> dict[KitFault, str]:
    return {
        KitFault.NOT_FOUND: QCoreApplication.translate("Kit", "there is no kit here."),
        KitFault.NOT_A_KIT: QCoreApplication.translate(
            "Kit", "this is not a kit, or the file is damaged."
        ),
        KitFault.MISSING_FILE: QCoreApplication.translate("Kit", "this file is missing."),
        KitFault.UNSAFE_PATH: QCoreApplication.translate(
            "Kit", "this path could lead out of the kit."
        ),
        KitFault.DUPLICATE_FILE: QCoreApplication.translate("Kit", "this file is there twice."),
        KitFault.TOO_LARGE: QCoreApplication.translate("Kit", "the kit is larger than 20 MB."),
        KitFault.NOT_UTF8: QCoreApplication.translate(
            "Kit", "this file is not saved as UTF-8 (byte {detail})."
        ),
        KitFault.NOT_TOML: QCoreApplication.translate("Kit", "this file cannot be read: {detail}."),
        KitFault.NEWER_SCHEMA: QCoreApplication.translate(
            "Kit", "this kit needs a newer version of the program."
        ),
        KitFault.VERSION_TAKEN: QCoreApplication.translate(
            "Kit", "another kit is here as version {detail}. Its author must raise the version."
        ),
        KitFault.DAMAGED: QCoreApplication.translate("Kit", "the stored kit is damaged."),
    }


def _content_faults() -> dict[KitFault, str]:
    return {
        KitFault.UNKNOWN_FIELD: QCoreApplication.translate("Kit", "kits have no such field."),
        KitFault.MISSING_FIELD: QCoreApplication.translate("Kit", "this field is missing."),
        KitFault.WRONG_VALUE: QCoreApplication.translate(
            "Kit", "this value does not fit ({detail})."
        ),
        KitFault.DUPLICATE_ID: QCoreApplication.translate("Kit", "“{detail}” is there twice."),
        KitFault.UNKNOWN_ID: QCoreApplication.translate("Kit", "nothing is called “{detail}”."),
        KitFault.MISSING_TEXT: QCoreApplication.translate("Kit", "a text is missing here."),
        KitFault.REMOTE_IMAGE: QCoreApplication.translate(
            "Kit", "this picture is not in the kit: {detail}. Kits fetch nothing."
        ),
        KitFault.UNKNOWN_IMAGE: QCoreApplication.translate(
            "Kit", "this picture is not in the kit, or not a picture. {detail}"
        ),
        KitFault.UNKNOWN_LINK: QCoreApplication.translate(
            "Kit", "links lead to the kit's own link slots only, not to {detail}."
        ),
        KitFault.MARKUP: QCoreApplication.translate("Kit", "HTML cannot be used here: {detail}"),
        KitFault.WRONG_KINDS: QCoreApplication.translate(
            "Kit", "the kinds of notes do not fit this question ({detail})."
        ),
    }
