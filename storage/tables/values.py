"""The table of single values."""

from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class KeyValueTable(Base):
    """Single values that must outlive the process: what was last set at Telegram, and the like."""

    __tablename__ = "key_values"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
