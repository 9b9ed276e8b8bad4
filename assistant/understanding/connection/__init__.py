"""The connection of the server: up or down, whose it is, and for how long."""
