"""Whether a machine is ready: the prerequisites, and the facts that they are held against."""
