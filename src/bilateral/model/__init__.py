"""The records. They know no text, no file and no format."""
