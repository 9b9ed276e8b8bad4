"""The protection matrix."""
