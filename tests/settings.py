"""The production settings with what tests need: a key and a folder of their own, no waiting on password hashes."""

import os
import secrets
import tempfile

os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(50))
os.environ["NEWSROOM_VAR"] = os.environ.get("TEST_VAR") or tempfile.mkdtemp(prefix="newsroom-tests-")

from newsroom.settings import *

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # a file, so that requests at once have connections of their own
    DATABASES["default"]["TEST"] = {"NAME": VAR_DIR / "test.sqlite3"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
LOGGING = {**LOGGING, "loggers": {"axes": {"level": "ERROR"}}}
