"""How fast the archive is, measured the way readers meet it. Nothing here runs outside `manage.py benchmark`."""
