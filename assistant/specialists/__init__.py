"""The specialists that a reading is put to. Each returns findings, or none when the question is not its own."""
