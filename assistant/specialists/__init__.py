"""The specialists that a reading is put to. Each returns findings, or none when it isn't concerned."""
