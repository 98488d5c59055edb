"""Frozen dataclasses, ids and enums in the glossary's words."""
