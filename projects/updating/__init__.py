"""Updates: what officials say of projects, from the first tap to the entry in the history."""
