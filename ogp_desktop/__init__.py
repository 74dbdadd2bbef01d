"""OGP Desktop: hold a community conversation offline, and hand over what the group observed."""

__version__ = "0.1.0"
