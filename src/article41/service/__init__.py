"""The use cases: the one thing that command line, web desk and other doors call."""
