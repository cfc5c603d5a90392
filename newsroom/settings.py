"""All settings in one file; what differs between machines comes from the environment (README, "Environment")."""

from pathlib import Path

from django.urls import reverse_lazy
from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from newsroom import env

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = env.made_folder("NEWSROOM_VAR", BASE_DIR / "var")

DEBUG = env.flag("DEBUG")
SECRET_KEY = env.secret("SECRET_KEY", file=VAR_DIR / "secret-key")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
HTTPS = env.flag("HTTPS")

PAPER_NAME = env.text("PAPER_NAME", "Newsroom")
WEBSUB_HUB = env.address("WEBSUB_HUB", may_have_path=True)
SITE_URL = env.address("SITE_URL", needed_by="WEBSUB_HUB" if WEBSUB_HUB else "")
PEOPLE_CONFIRM_FROM = env.share("PEOPLE_CONFIRM_FROM", 1.0)  # the score from which a person is linked without an editor

INSTALLED_APPS = [
    "unfold",
    "unfold.contrib.filters",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "django_filters",
    "django_prose_editor",
    "taggit",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "articles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "newsroom.csp.AdminPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsroom.compression.CompressionMiddleware",
    "newsroom.caching.CachingMiddleware",
    "newsroom.maintenance.MaintenanceMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "newsroom.caching.ConditionalMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "articles.admin.login.LoginMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
    "articles.search.sync.DrainMiddleware",
    "articles.once.OnceMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "newsroom.context.paper",
            ],
        },
    }
]

DATABASES = {"default": env.database("DATABASE_URL", sqlite=VAR_DIR / "newsroom.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "articles.Editor"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
# The first hashes new passwords; what an older one hashed is taken and hashed anew at the next login.
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
REQUIRE_SECOND_FACTOR = env.flag("REQUIRE_SECOND_FACTOR")
OTP_TOTP_ISSUER = PAPER_NAME
SESSION_HOURS = env.number("SESSION_HOURS", 12, least=1)  # from the login on, whatever is done
SESSION_IDLE_MINUTES = env.number("SESSION_IDLE_MINUTES", 120, least=1)
SESSION_COOKIE_AGE = SESSION_HOURS * 3600
AXES_FAILURE_LIMIT = env.number("LOGIN_ATTEMPTS", 10, least=1)
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_LOCKOUT_CALLABLE = "articles.views.errors.locked_out"
AXES_ENABLE_ADMIN = False  # its lists search without bounds; `manage.py axes_reset` ends a rest early

LANGUAGE_CODE = "de"
LANGUAGES = [("de", _("Deutsch")), ("en", _("Englisch"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "newsroom.formats"
TIME_ZONE = env.zone("TIME_ZONE", "Europe/Berlin")
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = env.folder("STATIC_ROOT", VAR_DIR / "static")
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "newsroom.stylesheet.OneStylesheetStorage"
    },
}

MEDIA_ROOT = env.folder("MEDIA_ROOT", VAR_DIR / "media")  # portraits: to be backed up
SHARE_DIR = VAR_DIR / "share"  # pictures of articles, drawn anew where they are missing
INDEX_DIR = env.folder("INDEX_DIR", VAR_DIR / "index")
RANK_BY_TIME = env.flag("RANK_BY_TIME", default=True)
SEARCH_ENGINE = "articles.search.embedded.EmbeddedEngine"
TAGGIT_CASE_INSENSITIVE = True

SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF, CSP.NONCE],
    "style-src": [CSP.SELF, CSP.NONCE],
    "img-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
    "manifest-src": [CSP.SELF],
}
# Unfold writes inline styles and ships an Alpine that evaluates expressions; it gets what it needs and no more.
ADMIN_CSP = {
    **SECURE_CSP,
    "script-src": [CSP.SELF, CSP.NONCE, CSP.UNSAFE_EVAL],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "img-src": [CSP.SELF, "data:"],
    "frame-src": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
}

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz)$"]  # probes ask the process itself, which speaks no TLS
SECURE_HSTS_SECONDS = env.number("HSTS_SECONDS", 31_536_000) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS")
if env.flag("BEHIND_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    AXES_IPWARE_PROXY_COUNT = 1

DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

LOG_LEVEL = env.choice("LOG_LEVEL", "INFO", {"DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"})
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
        "none": {"class": "logging.NullHandler"},
    },
    # Anyone can ask for a name that is not ours, or for /wp-login.php, all day long; the answer says enough.
    "loggers": {
        "django.security.DisallowedHost": {"handlers": ["none"], "propagate": False},
        "django.request": {"level": "ERROR"},
    },
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
}

UNFOLD = {
    "SITE_TITLE": PAPER_NAME,
    "SITE_HEADER": PAPER_NAME,
    "SITE_SUBHEADER": _("Redaktion"),
    "SITE_SYMBOL": "newsmode",
    "SITE_URL": "/",
    "SITE_FAVICONS": [{"rel": "icon", "type": "image/svg+xml", "href": "articles.admin.navigation.icon"}],
    "DASHBOARD_CALLBACK": "articles.admin.dashboard.dashboard",
    "SHOW_HISTORY": True,
    "SHOW_VIEW_ON_SITE": False,
    "ACCOUNT": {
        "navigation": [
            {"title": _("Kennwort ändern"), "link": reverse_lazy("admin:password_change")},
            {"title": _("Anmeldung mit Code"), "link": reverse_lazy("second_factor_setup")},
        ]
    },
    "BORDER_RADIUS": "3px",
    "STYLES": ["articles.admin.navigation.stylesheet"],
    "SIDEBAR": {"show_search": False, "navigation": "articles.admin.navigation.sidebar"},
    "COLORS": {  # the deep red of the site as the one accent
        "primary": {
            "50": "oklch(97% .014 20)",
            "100": "oklch(94% .03 20)",
            "200": "oklch(88% .06 20)",
            "300": "oklch(80% .1 20)",
            "400": "oklch(70% .15 22)",
            "500": "oklch(65% .17 24)",
            "600": "oklch(47% .17 25)",
            "700": "oklch(41% .15 25)",
            "800": "oklch(35% .12 25)",
            "900": "oklch(30% .1 25)",
            "950": "oklch(22% .07 25)",
        },
    },
}
