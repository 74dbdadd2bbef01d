"""Pictures of the pages that the bar leads to from anywhere."""

from ogp_desktop.commands.pictures.studio import Studio
from ogp_desktop.ui.send.send_screen import SendScreen


def pages(studio: Studio) -> None:
    """The outbox and carrying for others, the settings, and all keys."""
    bar = studio.window.header
    bar.outbox_requested.emit()
    studio.take("outbox")
    screen = studio.part(SendScreen)
    screen.carrying_requested.emit()
    screen.carried_file_named.emit("/media/usb/feedback-9F02-5D1B.age")
    studio.take("outbox-carry")
    bar.settings_requested.emit()
    studio.take("settings")
    bar.keys_requested.emit()
    studio.take("keys")
