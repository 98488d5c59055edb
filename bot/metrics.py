"""Metrics for Prometheus: the process's own, and what every part counts."""

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest


def exposition() -> tuple[bytes, str]:
    """All metrics, and their content type."""
    return generate_latest(), CONTENT_TYPE_LATEST
