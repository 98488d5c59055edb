"""How it goes out: the outgoing message, the outbox, rate limits, sending."""
