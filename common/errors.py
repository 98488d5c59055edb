"""Errors with two texts: one for the log, and a key that a view translates for the person."""


class KeruenError(Exception):
    """Something that Keruen expects to go wrong.

    `key` and `args` name the sentence a person is shown; `str(error)` is the line for the log.
    """

    def __init__(self, log: str, key: str, **values: object) -> None:
        super().__init__(log)
        self.key = key
        self.values = values


class OperatorError(KeruenError):
    """Told at the command line in one English sentence; nobody meets it in a chat."""

    def __init__(self, log: str) -> None:
        super().__init__(log, "error-unexpected")


class StorageError(KeruenError):
    """The database could not do what was asked; the driver's error is the cause."""

    def __init__(self, log: str) -> None:
        super().__init__(log, "error-storage")
