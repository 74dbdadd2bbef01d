"""Encrypts an instance for a form with a public key (ODK XForms specification, Encrypted Forms).

Only the holder of the private key reads it. Nothing here tells who wrote it: the "signature" of the
specification is made with the public key, which anybody has.
"""

from base64 import b64decode, b64encode
from dataclasses import dataclass
from hashlib import md5
from secrets import token_bytes
from xml.sax.saxutils import escape, quoteattr

from cryptography.hazmat.decrepit.ciphers.modes import CFB
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.padding import PKCS7
from cryptography.hazmat.primitives.serialization import load_der_public_key

from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.instance import META, FormName

ENCRYPTED_XML = "submission.xml.enc"
_MANIFEST = "http://opendatakit.org/submissions"
_BLOCK = 16
_PADDING = OAEP(mgf=MGF1(SHA256()), algorithm=SHA256(), label=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Encrypted:
    """What goes in the place of an instance: its ciphertext, and what says how to open it."""

    manifest: bytes
    ciphertext: bytes


def encrypted(xml: bytes, form: FormName, instance: str, public_key: str) -> Encrypted:
    """Encrypt an instance with a fresh key of its own; two calls never give the same bytes."""
    theirs = form_public_key(public_key)
    key = token_bytes(32)
    wrapped = b64encode(theirs.encrypt(key, _PADDING)).decode()
    signed = [form.id, form.version, wrapped, instance, f"submission.xml::{_md5(xml).hex()}"]
    digest = _md5("".join(f"{line}\n" for line in signed).encode())
    manifest = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<data xmlns="{_MANIFEST}" encrypted="yes"'
        f" id={quoteattr(form.id)} version={quoteattr(form.version)}>"
        f"<base64EncryptedKey>{wrapped}</base64EncryptedKey>"
        f'<meta xmlns="{META}"><instanceID>{escape(instance)}</instanceID></meta>'
        f"<encryptedXmlFile>{ENCRYPTED_XML}</encryptedXmlFile>"
        "<base64EncryptedElementSignature>"
        f"{b64encode(theirs.encrypt(digest, _PADDING)).decode()}"
        "</base64EncryptedElementSignature></data>"
    )
    padder = PKCS7(_BLOCK * 8).padder()
    cipher = Cipher(AES256(key), CFB(first_iv(instance, key))).encryptor()
    ciphertext = cipher.update(padder.update(xml) + padder.finalize()) + cipher.finalize()
    return Encrypted(manifest=manifest.encode(), ciphertext=ciphertext)


def form_public_key(text: str) -> RSAPublicKey:
    """Return a form's key; raise ``Refusal("bad_form_key", field="form_key")`` if it is none."""
    try:
        key = load_der_public_key(b64decode("".join(text.split()), validate=True))
    except ValueError as error:
        raise Refusal("bad_form_key", field="form_key") from error
    if not isinstance(key, RSAPublicKey):
        raise Refusal("bad_form_key", field="form_key")
    return key


def first_iv(instance: str, key: bytes) -> bytes:
    """Return the initialisation vector of the first file: a digest, its first byte counted up."""
    seed = bytearray(_md5(instance.encode() + key))
    seed[0] = (seed[0] + 1) % 256
    return bytes(seed)


def _md5(data: bytes) -> bytes:
    return md5(data, usedforsecurity=False).digest()
