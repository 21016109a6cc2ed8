"""One importer to a list format: bytes in, entities and the facts of the edition out."""
