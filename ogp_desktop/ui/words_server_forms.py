"""What a server says of the form of a kit, in sentences that say what to do."""

from PySide6.QtCore import QCoreApplication

from ogp_desktop.domain.server_forms import Difference, FormCheck, FormRead
from ogp_desktop.ui.widgets.bidi import isolated_ltr


def form_words(form: FormCheck, host: str) -> str:
    """Say whether the form on this host takes what would be sent."""
    differences = form.differences
    if Difference.MISSING in differences:
        return _missing_words(form, host)
    if Difference.OTHER_FORM in differences:
        name = "" if form.found is None else form.found.name
        return QCoreApplication.translate(
            "ServerForms",
            "The form {name} on {host} is not that of this kit: it has no place for {count} of the "
            "fields that would be sent. Choose another one, or ask the people there.",
        ).format(name=isolated_ltr(name), count=form.lacking, host=host)
    told = []
    if Difference.VERSION in differences:
        told = [_version_words(form, host), "" if form.read is None else _place_words()]
    if form.read is None:
        told.append(
            QCoreApplication.translate(
                "ServerForms", "Whether it is encrypted could not be seen from here."
            )
        )
    elif Difference.KEY in differences:
        told.append(_key_words(form.read, form.key))
    if Difference.VERSION not in differences:
        told.insert(
            0,
            QCoreApplication.translate(
                "ServerForms", "{host} answers, and has the form of this kit."
            ).format(host=host),
        )
    return " ".join(filter(None, told))


def _missing_words(form: FormCheck, host: str) -> str:
    if not form.listed:
        return QCoreApplication.translate(
            "ServerForms",
            "{host} answers, but lists no form that is open to you. Ask the people there whether "
            "the form of this kit is published, open and shared with you.",
        ).format(host=host)
    return QCoreApplication.translate(
        "ServerForms",
        "{host} answers, but does not list the form {id}. It is closed, not shared with you, or "
        "goes by another name there, as in KoboToolbox: then choose it here. If it is not among "
        "them, ask the people there.",
    ).format(id=isolated_ltr(form.sent_as.id), host=host)


def _version_words(form: FormCheck, host: str) -> str:
    theirs = "" if form.found is None else form.found.version
    if not theirs:
        return QCoreApplication.translate(
            "ServerForms",
            "{host} answers and has the form of this kit, but without a version; version {ours} "
            "would be sent. Ask the people there to give it that version.",
        ).format(ours=isolated_ltr(form.sent_as.version), host=host)
    return QCoreApplication.translate(
        "ServerForms",
        "{host} answers and has the form of this kit in version {theirs}; version {ours} would be "
        "sent.",
    ).format(theirs=isolated_ltr(theirs), ours=isolated_ltr(form.sent_as.version), host=host)


def _place_words() -> str:
    return QCoreApplication.translate(
        "ServerForms", "Every field that would be sent has its place in it."
    )


def _key_words(read: FormRead, ours: str | None) -> str:
    if read.key is None:
        return QCoreApplication.translate(
            "ServerForms", "It is not encrypted there, although an encryption key is set here."
        )
    if ours is None:
        return QCoreApplication.translate(
            "ServerForms", "It is encrypted there, and no encryption key is set here."
        )
    return QCoreApplication.translate(
        "ServerForms",
        "It is encrypted there with another key than the one set here. Ask the people there "
        "before you take theirs.",
    )


def take_words() -> str:
    """Name the button that takes version and key from the server."""
    return QCoreApplication.translate("ServerForms", "Take what the server says")


def choose_words() -> str:
    """Name the list of the server's forms."""
    return QCoreApplication.translate("ServerForms", "Its form there")


def none_words() -> str:
    """Say in the list that none of them is chosen."""
    return QCoreApplication.translate("ServerForms", "Choose one")
