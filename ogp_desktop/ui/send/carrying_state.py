"""What the page shows where somebody else's file is sent; no words, no Qt."""

from dataclasses import dataclass

from ogp_desktop.domain.carrying import Carried
from ogp_desktop.domain.destination import Destination
from ogp_desktop.ui.send.choosing_state import AddressForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrying:
    """The page where somebody else's file is sent; ``path`` is empty until one is chosen."""

    form: AddressForm
    known: tuple[Destination, ...] = ()
    path: str = ""
    is_busy: bool = False
    carried: Carried | None = None
    saved_as: str = ""
    refused_field: str = ""
    refused_code: str = ""
