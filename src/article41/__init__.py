"""Article 41: a UN sanctions regime made executable."""

__version__ = "0.1.0"
