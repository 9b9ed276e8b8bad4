"""Error codes: found in text whatever their spelling, looked up exactly, explained from the reference.

Nothing here loads a model or an index.
"""
