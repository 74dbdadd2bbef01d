"""What is known of the network: a hint of the system, no promise, and never asked of anybody."""

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # loaded after the first paint, by whoever watches the network
    from PySide6.QtNetwork import QNetworkInformation


class NetworkHint(StrEnum):
    """The hint of the moment; ``SHUT`` when the program was told to open no connection."""

    SHUT = "shut"
    UNKNOWN = "unknown"
    NONE = "none"
    LOCAL = "local"
    FOUND = "found"


def network_hint(reachability: "QNetworkInformation.Reachability") -> NetworkHint:
    """Return what Qt's word for it means to us."""
    return {
        "Disconnected": NetworkHint.NONE,
        "Local": NetworkHint.LOCAL,
        "Site": NetworkHint.LOCAL,
        "Online": NetworkHint.FOUND,
    }.get(reachability.name, NetworkHint.UNKNOWN)
