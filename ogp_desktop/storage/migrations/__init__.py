"""Brings an older data file up to date in one transaction, after a snapshot, and refuses a newer one."""
