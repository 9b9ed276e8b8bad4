"""The form of a message: sentences, lists, questions and asides, its language and its spelling."""
