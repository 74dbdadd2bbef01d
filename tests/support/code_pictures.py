"""Pictures of QR codes as people take them: turned, from the side, small, blurred, dirty."""

import io
from collections.abc import Callable
from random import Random

import segno
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF, QTransform

_GREY = QImage.Format.Format_Grayscale8
_SMOOTH = Qt.TransformationMode.SmoothTransformation

Change = Callable[[QImage], QImage]


def code(text: str, scale: int = 8) -> QImage:
    """Return a QR code as it is printed."""
    file = io.BytesIO()
    segno.make(text, error="m", boost_error=False, micro=False).save(file, kind="png", scale=scale)
    return QImage.fromData(file.getvalue()).convertToFormat(QImage.Format.Format_RGB32)


def encoded(image: QImage, kind: str = "PNG", quality: int = -1) -> bytes:
    """Return a picture as a file."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind, quality)
    return bytes(held.data())


def turned(image: QImage, degrees: float) -> QImage:
    """Return it as it is held by whoever is in a hurry."""
    return on_table(image.transformed(QTransform().rotate(degrees), _SMOOTH))


def from_the_side(image: QImage) -> QImage:
    """Return it in perspective: the far edge is a third shorter."""
    wide, high = float(image.width()), float(image.height())
    corners = [QPointF(0, 0), QPointF(wide, 0), QPointF(wide, high), QPointF(0, high)]
    seen = [QPointF(wide / 6, high / 8), QPointF(wide * 0.85, 0), corners[2], corners[3]]
    change = QTransform()
    assert QTransform.quadToQuad(QPolygonF(corners), QPolygonF(seen), change)
    return on_table(image.transformed(change, _SMOOTH))


def on_table(image: QImage, colour: str = "#8d7b66") -> QImage:
    """Return it on something of another colour, with room around it."""
    table = QImage(image.width() + 300, image.height() + 200, QImage.Format.Format_RGB32)
    table.fill(QColor(colour))
    return beside(table, (image, 170, 90))


def small(image: QImage, share: float = 0.35) -> QImage:
    """Return it as it is from afar, three dots or so for each of its squares."""
    return image.scaledToWidth(int(image.width() * share), _SMOOTH)


def blurred(image: QImage, share: float = 0.4) -> QImage:
    """Return it out of focus."""
    return small(image, share).scaled(image.size(), mode=_SMOOTH)


def in_bad_light(image: QImage) -> QImage:
    """Return it with a shadow over one half, and grey instead of black."""
    seen = QImage(image)
    painter = QPainter(seen)
    painter.fillRect(seen.rect(), QColor(200, 190, 160, 130))
    painter.fillRect(0, 0, seen.width() // 2, seen.height(), QColor(0, 0, 0, 110))
    painter.end()
    return seen


def grainy(image: QImage, spread: float = 38) -> QImage:
    """Return it as a cheap camera sees it in the evening."""
    seen = image.convertToFormat(_GREY)
    chance = Random(4)
    grains = [round(chance.gauss(0, spread)) for _ in range(999)]
    dots = bytes(
        min(255, max(0, dot + grain))
        for dot, grain in zip(
            seen.constBits(), chance.choices(grains, k=seen.sizeInBytes()), strict=True
        )
    )
    return QImage(dots, seen.width(), seen.height(), seen.bytesPerLine(), _GREY).copy()


def dirty(image: QImage, share: float) -> QImage:
    """Return it with a stain in the middle, so wide and so high."""
    wide, high = int(image.width() * share), int(image.height() * share)
    stain = QImage(wide, high, QImage.Format.Format_RGB32)
    stain.fill(QColor("#444444"))
    return beside(image, (stain, (image.width() - wide) // 2, (image.height() - high) // 2))


def beside(ground: QImage, *pictures: tuple[QImage, int, int]) -> QImage:
    """Return a picture with others painted on it, each at its place."""
    made = QImage(ground)
    painter = QPainter(made)
    for picture, left, top in pictures:
        painter.drawImage(left, top, picture)
    painter.end()
    return made
