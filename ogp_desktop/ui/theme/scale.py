"""The one place where a design length becomes pixels of this person's text size."""

MIN_TEXT_SCALE = 1.0
MAX_TEXT_SCALE = 2.0
STEP = 0.25


def scaled(length: float, text_scale: float) -> int:
    """Pixels for a design length at 100 %; a length that is not zero never becomes zero."""
    px = round(length * text_scale)
    return px if px or not length else (1 if length > 0 else -1)


def clamped(text_scale: float) -> float:
    """The nearest text size we draw: 1.0 to 2.0."""
    return min(MAX_TEXT_SCALE, max(MIN_TEXT_SCALE, text_scale))
