"""Writes the soft sound of the clock, ``resources/sounds/turn.wav``: two quiet tones that fade.

    python3 packaging/chime.py

The sound is kept in the repository; run this only to change how it sounds.
"""

import math
import wave
from pathlib import Path

RATE = 22_050
LENGTH_S = 1.1
PEAK = 0.16
"""Share of the loudest that a file can hold; the person's own volume does the rest."""
TONES = ((523.25, 0.0, 0.65), (659.25, 0.16, 0.35))
"""Pitch in hertz, when it begins in seconds, and its share of the whole."""
ATTACK_S, FADE_S = 0.02, 0.28


def main() -> None:
    """Write the file."""
    where = Path(__file__).resolve().parent.parent / "resources" / "sounds" / "turn.wav"
    where.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(where), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        samples = (round(32_767 * PEAK * _at(n / RATE)) for n in range(round(RATE * LENGTH_S)))
        file.writeframes(b"".join(sample.to_bytes(2, "little", signed=True) for sample in samples))


def _at(second: float) -> float:
    """Return the sound at a moment, from -1 to 1; silent at both ends."""
    end = min(1.0, (LENGTH_S - second) / 0.1)
    return end * sum(share * _tone(pitch, second - begins) for pitch, begins, share in TONES)


def _tone(pitch: float, second: float) -> float:
    if second < 0:
        return 0.0
    loud = min(1.0, second / ATTACK_S) * math.exp(-second / FADE_S)
    return loud * math.sin(2 * math.pi * pitch * second)


if __name__ == "__main__":
    main()
