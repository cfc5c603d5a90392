"""Pictures: those that are brought in, made harmless and small, and those that the archive draws. No database."""
