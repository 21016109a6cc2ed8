"""Official lists: their formats, editions and changes."""
