"""The dated record: tests, launches, reports, deliveries against caps, claims of revenue, positions."""
