"""Why a kit is refused, as data: one fault, the file and the field it stands in."""

from enum import StrEnum

from ogp_desktop.domain.errors import Refusal


class KitFault(StrEnum):
    """What is wrong; ``detail`` of the refusal holds what is said after the colon here."""

    NOT_FOUND = "kit_not_found"
    NOT_A_KIT = "kit_not_a_kit"  # neither a folder nor a zip that opens
    MISSING_FILE = "kit_missing_file"
    UNSAFE_PATH = "kit_unsafe_path"  # a path that leaves the kit, or a link
    DUPLICATE_FILE = "kit_duplicate_file"
    TOO_LARGE = "kit_too_large"  # : the most bytes allowed
    NOT_UTF8 = "kit_not_utf8"  # : the byte's position
    NOT_TOML = "kit_not_toml"  # : where the parser stopped
    NEWER_SCHEMA = "kit_newer_schema"  # : the newest number this program reads
    UNKNOWN_FIELD = "kit_unknown_field"
    MISSING_FIELD = "kit_missing_field"
    WRONG_VALUE = "kit_wrong_value"  # : what was expected and found
    DUPLICATE_ID = "kit_duplicate_id"  # : the id
    UNKNOWN_ID = "kit_unknown_id"  # : the id that nothing bears
    MISSING_TEXT = "kit_missing_text"
    REMOTE_IMAGE = "kit_remote_image"  # : its address
    UNKNOWN_IMAGE = "kit_unknown_image"  # : its path
    UNKNOWN_LINK = "kit_unknown_link"  # : its target
    MARKUP = "kit_markup"  # : HTML where only text may stand
    WRONG_KINDS = "kit_wrong_kinds"  # note kinds that do not fit the question: the role
    VERSION_TAKEN = "kit_version_taken"  # another kit of this id and version is here: the version
    DAMAGED = "kit_damaged"


class KitRefused(Refusal):
    """A kit that cannot be used; ``field`` is its path in ``file``, empty when it is the file."""

    def __init__(self, reason: KitFault, *, file: str, field: str = "", detail: str = "") -> None:
        super().__init__(reason.value, file=file, field=field, detail=detail)
        self.reason = reason
        self.file = file
        self.field = field
        self.detail = detail
