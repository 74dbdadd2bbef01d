"""Where submissions may go: an address and the key its receipts are checked with, no secret."""

import re
from dataclasses import dataclass, replace

from ogp_desktop.domain.ids import DestinationId

JSON, OPENROSA = "json", "openrosa"
KEY_PLACE = "*"
"""Stands in an address for a key that is part of it, and is kept in the keyring."""

_KEY = re.compile(r"(?P<before>/(?:key|test|collector)/)(?P<key>[^/]{16,})(?=/|$)")
"""ODK Central gives each app user an address with a key in it; KoboToolbox does, for collectors."""
_TOKEN = re.compile("[0-9a-f]{40}")
_SUBMISSION, _FORM_LIST = "/submission", "/formList"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormThere:
    """How an OpenRosa server calls the form of a kit, where it is otherwise than we do.

    KoboToolbox gives every form an id of its own, ODK Central another version to one that it
    encrypts. ``key`` is the form's ``base64RsaPublicKey``. Where ``kit_id`` is empty, it is of
    every kit that has none of its own.
    """

    kit_id: str
    id: str | None = None
    version: str | None = None
    key: str | None = None

    def tidied(self) -> "FormThere":
        """Return it without stray spaces and empty texts."""
        return replace(
            self,
            id=(self.id or "").strip() or None,
            version=(self.version or "").strip() or None,
            key="".join((self.key or "").split()) or None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """One receiving side.

    ``receipt_key`` is its Ed25519 public key in base64; without one a receipt is shown as
    unsigned. ``recipient`` is the age key (``age1...``) that files for it are encrypted with;
    without one no encrypted file can be made. ``closes`` is the last day at which it takes anything
    (``YYYY-MM-DD``), where it is known. The access code lives in the system's keyring under the
    destination's id; ``code_generation`` counts how often it was replaced, so that a submission
    knows with which one it was given leave to go.
    ``forms`` says how an OpenRosa server calls the forms of kits.
    """

    id: DestinationId
    name: str
    url: str
    protocol: str = JSON
    receipt_key: str | None = None
    recipient: str | None = None
    closes: str | None = None
    code_generation: int = 0
    forms: tuple[FormThere, ...] = ()

    def form_of(self, kit_id: str) -> FormThere:
        """Return how the form of this kit is called there, as far as it is known."""
        own = (form for wanted in (kit_id, "") for form in self.forms if form.kit_id == wanted)
        return next(own, FormThere(kit_id=kit_id))

    def with_forms(self, forms: tuple[FormThere, ...]) -> "Destination":
        """Return the destination that calls the forms of these kits so, and others as before."""
        named = {form.kit_id: form for form in (*self.forms, *forms)}
        return replace(self, forms=tuple(named.values()))


def without_key(url: str) -> tuple[str, str | None]:
    """Return an OpenRosa address as it is stored, and the key that stood in it.

    What a form of such a server adds to its address itself is left out.
    """
    cleaned = url.strip().rstrip("/").removesuffix(_SUBMISSION).removesuffix(_FORM_LIST).rstrip("/")
    found = _KEY.search(cleaned)
    if found is None:
        return cleaned, None
    return _KEY.sub(rf"\g<before>{KEY_PLACE}", cleaned, count=1), found["key"]


def api_token(code: str) -> str | None:
    """Return the token in what was typed or pasted, if it is one of KoboToolbox or Ona."""
    token = code.strip().removeprefix("Token").strip()
    return token if _TOKEN.fullmatch(token) else None


def has_key_place(url: str) -> bool:
    """Tell whether a key belongs into the address."""
    return f"/{KEY_PLACE}/" in f"{url}/"


def submission_url(url: str, key: str | None) -> str:
    """Return where an OpenRosa server takes submissions; with its key, this is a secret."""
    return _whole(url, key) + _SUBMISSION


def form_list_url(url: str, key: str | None) -> str:
    """Return where it lists its forms; with its key, this is a secret."""
    return _whole(url, key) + _FORM_LIST


def _whole(url: str, key: str | None) -> str:
    whole = f"{url}/".replace(f"/{KEY_PLACE}/", f"/{key}/", 1) if key else f"{url}/"
    return whole.rstrip("/")
