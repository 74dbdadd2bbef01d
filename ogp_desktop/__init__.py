"""OGP Desktop: hold a community conversation offline and hand its observations over with a receipt."""

__version__ = "0.1.0"
