"""Where access codes are kept: outside the data file, the settings and the logs."""

from typing import Protocol

from ogp_desktop.domain.ids import DestinationId


class Secrets(Protocol):
    """The system's keyring, or the memory of this run where a machine has none."""

    @property
    def is_lasting(self) -> bool:
        """Tell whether a code kept now is still there after a restart."""
        ...

    def code(self, destination_id: DestinationId) -> str | None:
        """Return the access code for a destination, if one is kept."""
        ...

    def keep(self, destination_id: DestinationId, code: str | None) -> None:
        """Keep an access code, or forget it."""
        ...
