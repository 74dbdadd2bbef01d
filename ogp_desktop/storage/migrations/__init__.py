"""The steps from each schema this program ever wrote to the next; shipped as data."""
