"""Limits of the guide and what is reckoned with them: disks, scratch space, points, download."""
