"""The index on disk: generations, their SQLite file and Chroma folder, and the reader over the live one."""
