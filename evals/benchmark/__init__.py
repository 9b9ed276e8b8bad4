"""Runs this project against the plain LlamaIndex starter, over the same documents, in one run."""
