"""What still works: the table of connectivity and subscription states."""
