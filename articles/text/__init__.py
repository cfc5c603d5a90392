"""Pure text: no database, no settings, no clock."""
