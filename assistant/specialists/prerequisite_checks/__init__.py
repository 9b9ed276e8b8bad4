"""The checks of prerequisites, by what they look at: each reads its facts from a question."""
