"""What is known of the network: a hint of the system, no promise, and never asked of anybody."""

from enum import StrEnum

from PySide6.QtNetwork import QNetworkInformation

_Reachability = QNetworkInformation.Reachability


class NetworkHint(StrEnum):
    """The hint of the moment; ``SHUT`` when the program was told to open no connection."""

    SHUT = "shut"
    UNKNOWN = "unknown"
    NONE = "none"
    LOCAL = "local"
    FOUND = "found"


def network_hint(reachability: QNetworkInformation.Reachability) -> NetworkHint:
    """Return what Qt's word for it means to us."""
    return {
        _Reachability.Disconnected: NetworkHint.NONE,
        _Reachability.Local: NetworkHint.LOCAL,
        _Reachability.Site: NetworkHint.LOCAL,
        _Reachability.Online: NetworkHint.FOUND,
    }.get(reachability, NetworkHint.UNKNOWN)
