"""How well people are found: measured on labelled text and on texts made for it."""
