"""The only way in which the program opens an address elsewhere: in the person's own browser."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_in_browser(url: str) -> bool:
    """Open an https address in the browser; tell whether the system took it."""
    address = QUrl(url, QUrl.ParsingMode.StrictMode)
    is_safe = address.isValid() and address.scheme() == "https"
    return is_safe and QDesktopServices.openUrl(address)
