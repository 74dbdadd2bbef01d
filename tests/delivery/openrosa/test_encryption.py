"""Encrypted forms: only the private key opens what leaves, and the bytes are made once."""

from base64 import b64decode, b64encode
from functools import cache
from hashlib import md5
from xml.etree.ElementTree import fromstring

import pytest
from cryptography.hazmat.decrepit.ciphers.modes import CFB
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from ogp_desktop.delivery.form_encryption import form_public_key
from ogp_desktop.delivery.openrosa import OpenRosa
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.outcome import OutcomeKind
from tests.support.central import Central, Stored
from tests.support.instances import instance_id_of, read_instance
from tests.support.openrosa import KEY, frozen_of, keyed_url, parcel_of, submission_of

S = "{http://opendatakit.org/submissions}"
PADDING = OAEP(mgf=MGF1(SHA256()), algorithm=SHA256(), label=None)


@cache
def private_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def public_key() -> str:
    der = private_key().public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return b64encode(der).decode()


def opened(stored: Stored) -> bytes:
    """Decrypt a record as ODK Central and Briefcase do, step by step of the specification."""
    manifest = fromstring(stored.xml)
    assert manifest.get("encrypted") == "yes"
    assert manifest.findtext(f"{S}encryptedXmlFile") == "submission.xml.enc"
    wrapped = manifest.findtext(f"{S}base64EncryptedKey") or ""
    key = private_key().decrypt(b64decode(wrapped), PADDING)
    instance = instance_id_of(stored.xml) or ""
    iv = bytearray(md5(instance.encode() + key).digest())
    iv[0] = (iv[0] + 1) % 256
    assert stored.enclosed is not None
    cipher = Cipher(AES256(key), CFB(bytes(iv))).decryptor()
    padded = cipher.update(stored.enclosed) + cipher.finalize()
    xml = padded[: -padded[-1]]
    signed = [manifest.get("id"), manifest.get("version"), wrapped, instance]
    signed.append(f"submission.xml::{md5(xml).hexdigest()}")
    signature = manifest.findtext(f"{S}base64EncryptedElementSignature") or ""
    digest = private_key().decrypt(b64decode(signature), PADDING)
    assert digest == md5("".join(f"{line}\n" for line in signed).encode()).digest()
    return xml


def test_private_key_opens_what_the_server_has(central: Central, central_port: int) -> None:
    submission = submission_of(1)
    parcel = parcel_of(submission, public_key())
    gateway = OpenRosa(keyed_url(central_port, "*"), code=KEY)
    for _ in range(2):
        assert gateway.deliver(parcel, deadline_s=20).kind is OutcomeKind.CONFIRMED
    gateway.close()
    stored = central.stored()[submission.id]
    assert read_instance(opened(stored)) == submission


def test_nothing_in_the_clear_leaves() -> None:
    submission = submission_of(1)
    frozen = frozen_of(submission, public_key())
    assert submission.observations.summary.encode() not in frozen.data
    assert b"<observations>" not in frozen.data
    assert b"<observations>" in frozen_of(submission).data


def test_encrypting_again_gives_other_bytes_so_they_are_made_once() -> None:
    submission = submission_of(1)
    assert frozen_of(submission) == frozen_of(submission)
    assert frozen_of(submission, public_key()) != frozen_of(submission, public_key())


@pytest.mark.parametrize("text", ["", "no key", b64encode(b"x" * 300).decode(), "é"])
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="bad_form_key"):
        form_public_key(text)


def test_key_broken_into_lines_is_read() -> None:
    text = public_key()
    assert form_public_key(f" {text[:70]}\n{text[70:]}\n").key_size == 2048
