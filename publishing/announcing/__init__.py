"""Announcements: written, aimed, sent, watched, and put right or taken back afterwards.

draft | confirm | fix the recipients | feed the outbox, a little at a time | watch | report
"""
