"""How people meet: the one word of a plan that the list of conversations already needs."""

from enum import StrEnum


class Format(StrEnum):
    """How people meet."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"
