"""From text and conversation to a typed `Reading`, by rules and a gazetteer, without a language model."""
