"""Answers from the text of the guide and of the user's own documents."""
