"""What a turn says of the talk: replies, corrections, going back, what is left out and carried over."""
