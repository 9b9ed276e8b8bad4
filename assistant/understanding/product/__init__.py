"""Products, versions and editions: how they are written, and which part each plays."""
