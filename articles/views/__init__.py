"""What readers get: one module a kind of page. Views only: questions are in listings.py, sentences in sentences.py."""
