"""What editors do to articles: one verb a module. Each checks, acts in one transaction and writes one line of log."""
