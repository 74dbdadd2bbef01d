"""The body of an OpenRosa submission, whole and final: an instance, or its ciphertext and manifest.

What is returned here is kept and sent as it is, however often: some servers compare bytes.
"""

from ogp_desktop.domain.canonical import sha256_hex
from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.frozen import Frozen
from ogp_desktop.domain.instance import form_name_there, instance_id, instance_xml
from ogp_desktop.domain.submission import Submission

XML_PART = "xml_submission_file"

Part = tuple[str, str, str, bytes]
"""Its name, file name, media type and bytes."""


def frozen_body(submission: Submission, to: Destination) -> Frozen:
    """Return the final bytes for an OpenRosa server; a form with a key gets nothing in the clear.

    Raises ``Refusal("bad_form_key", field="form_key")`` when it is no key.
    """
    there = to.form_of(submission.kit.id)
    form = form_name_there(submission.kit, there)
    xml = instance_xml(submission, form)
    if there.key is None:
        return multipart([(XML_PART, "submission.xml", "text/xml", xml)])
    from ogp_desktop.delivery.form_encryption import ENCRYPTED_XML, encrypted

    made = encrypted(xml, form, instance_id(submission.id), there.key)
    return multipart(
        [
            (XML_PART, "submission.xml", "text/xml", made.manifest),
            (ENCRYPTED_XML, ENCRYPTED_XML, "application/octet-stream", made.ciphertext),
        ]
    )


def check_form_key(key: str) -> None:
    """Refuse what is no public key of a form (``Refusal("bad_form_key", field="form_key")``)."""
    from ogp_desktop.delivery.form_encryption import form_public_key

    form_public_key(key)


def multipart(parts: list[Part]) -> Frozen:
    """Return the parts as ``multipart/form-data``; the boundary follows from what they hold."""
    boundary = sha256_hex(b"".join(data for *_, data in parts))
    lines = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="{file}"\r\n'
        f"Content-Type: {media_type}\r\n\r\n".encode()
        + data
        + b"\r\n"
        for name, file, media_type, data in parts
    ]
    body = b"".join([*lines, f"--{boundary}--\r\n".encode()])
    return Frozen(
        data=body,
        sha256=sha256_hex(body),
        media_type=f"multipart/form-data; boundary={boundary}",
    )
