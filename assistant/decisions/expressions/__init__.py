"""Regular expressions: compiled at first use, and tried only where a text can hold a match."""
