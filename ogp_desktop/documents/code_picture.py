"""Reads the QR code of an endpoint off a picture: a photograph of a poster, a picture in a message.

Nothing of the picture is kept. Whatever is not one such code is refused by a name of its own.
"""

from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader

from ogp_desktop.domain.endpoint_file import LONGEST_PICTURE, TEXT_START
from ogp_desktop.domain.errors import Refusal

MOST_PIXELS = 64_000_000
"""More than the cameras of phones take; they are a quarter of a gigabyte while they are read."""
_FORMATS = {b"png", b"jpeg"}
_SIDE = 4096
"""Larger pictures are made smaller while they are read: a code is a good part of them."""


def code_in(picture: bytes | QImage) -> str:
    """Return the text of the code; a file is read as PNG or JPEG.

    Raises ``Refusal``: ``"no_picture"``, ``"picture_too_large"``, ``"damaged_picture"``,
    ``"no_code"``, ``"damaged_code"``, ``"other_code"`` or ``"several_codes"``.
    """
    image = picture if isinstance(picture, QImage) else _image(picture)
    if image.isNull():
        raise Refusal("no_picture")
    if image.width() * image.height() > MOST_PIXELS:
        raise Refusal("picture_too_large")
    texts = _texts(image)
    ours = {text for text in texts if text.strip().upper().startswith(TEXT_START)}
    if len(ours) == 1:
        return ours.pop()
    if ours:
        raise Refusal("several_codes")
    if not texts:
        raise Refusal("no_code")
    raise Refusal("other_code" if any(texts) else "damaged_code")


def _image(data: bytes) -> QImage:
    if len(data) > LONGEST_PICTURE:
        raise Refusal("picture_too_large")
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    if reader.format().data() not in _FORMATS:
        raise Refusal("no_picture")
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        raise Refusal("picture_too_large")
    if max(size.width(), size.height()) > _SIDE:
        reader.setScaledSize(size.scaled(_SIDE, _SIDE, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise Refusal("damaged_picture")
    return image


def _texts(image: QImage) -> set[str]:
    """Return what stands in the QR codes of a picture; nothing for one that cannot be read.

    Half as large, grain and blur even out: that is the second look.
    """
    texts = set(_read(image))
    if not any(texts) and image.width() > 1:
        half = image.scaledToWidth(image.width() // 2, Qt.TransformationMode.SmoothTransformation)
        texts |= set(_read(half))
    return texts


def _read(image: QImage) -> Iterator[str]:
    import zxingcpp

    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    view = zxingcpp.ImageView(
        grey.constBits(),
        grey.width(),
        grey.height(),
        zxingcpp.ImageFormat.Lum,
        row_stride=grey.bytesPerLine(),
    )
    only = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
    for code in zxingcpp.read_barcodes(view, formats=only, return_errors=True):
        yield code.text if code.valid else ""
