"""What the page shows where a way to hand over is chosen; no words, no Qt."""

from dataclasses import dataclass, field
from datetime import datetime

from ogp_desktop.domain.connection import Probed
from ogp_desktop.domain.conversation import KitPin
from ogp_desktop.domain.destination import JSON, OPENROSA, Destination, FormThere
from ogp_desktop.domain.ids import DestinationId
from ogp_desktop.services.endpoint_files import Offer
from ogp_desktop.ui.send.told import Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Where the kit says observations go; without an address its note says what to do."""

    name: str
    url: str
    receipt_key: str
    note: str
    protocol: str = JSON


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressForm:
    """The address as it is edited; ``destination_id`` is ``None`` for a new one.

    A code that is kept is never shown: an empty field leaves it as it is. ``user`` is the name that
    an OpenRosa server asks for with it. A key may stand in an address while it is typed.
    """

    destination_id: DestinationId | None = None
    protocol: str = JSON
    name: str = ""
    url: str = field(default="", repr=False)
    receipt_key: str = ""
    form_id: str = ""
    form_version: str = ""
    form_key: str = ""
    user: str = ""
    access_code: str = field(default="", repr=False)
    recipient: str = ""

    @property
    def is_openrosa(self) -> bool:
        """Tell whether it is the address of an OpenRosa server."""
        return self.protocol == OPENROSA

    def form_of(self, kit: KitPin | None) -> FormThere | None:
        """Return how the server calls the form of this kit."""
        if kit is None or not self.is_openrosa:
            return None
        return FormThere(
            kit_id=kit.id, id=self.form_id, version=self.form_version, key=self.form_key
        )

    @property
    def code(self) -> str | None:
        """Return the access code that was typed, if any; with a name it is ``name:password``."""
        if self.is_openrosa and self.user.strip():
            return f"{self.user.strip()}:{self.access_code}"
        return self.access_code or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosing:
    """The page where a way to hand over is chosen; ``kit`` is that of the submission."""

    form: AddressForm
    kit: KitPin | None = None
    known: tuple[Destination, ...] = ()
    note: str = ""
    is_code_lasting: bool | None = None
    refused_field: str = ""
    refused_code: str = ""
    is_busy: bool = False
    may_test: bool = False
    is_testing: bool = False
    probed: Probed | None = None
    probed_url: str = ""
    probed_at: datetime | None = None
    offer: Offer | None = None
    offer_refused: Told | None = None
    is_reading_offer: bool = False
