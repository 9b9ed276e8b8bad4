"""What a turn means in its talk: carried over, corrected, gone back to, told apart by a name or a label."""
