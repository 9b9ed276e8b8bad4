"""The routers: each parses, calls and renders, and nothing else."""
