"""Wiring: settings, addresses, server entry. No newsroom logic."""
