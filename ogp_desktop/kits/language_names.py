"""Languages whose own name the system would give with a country that nobody asked for."""

from collections.abc import Mapping

OWN_NAMES: Mapping[str, str] = {"en": "English", "es": "Español", "pt": "Português"}
