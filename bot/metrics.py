"""Metrics for Prometheus: the process's own, and how much goes in and out."""

from prometheus_client import CONTENT_TYPE_LATEST, Counter, generate_latest

updates = Counter("keruen_updates", "Updates handled")
messages = Counter("keruen_messages", "Messages of the outbox by what came back", ["outcome"])


def exposition() -> tuple[bytes, str]:
    """All metrics, and their content type."""
    return generate_latest(), CONTENT_TYPE_LATEST
