"""Settings: wiring only. What varies between installations comes from the environment."""

import os
from datetime import timedelta
from pathlib import Path

from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy

from config.secret_key import report_key, secret_key
from goodstanding.database import connect
from goodstanding.rules.telling.reach import networks

BASE_DIR = Path(__file__).resolve().parent.parent
DATA = connect.data_folder(os.environ)
#: An address with https: cookies are then sent over https only.
SECURE = os.environ.get("GOODSTANDING_HTTPS") == "1"

#: An instance for trying out: its clock can be moved. The demonstration leaves its mark in the data.
SANDBOX = os.environ.get("GOODSTANDING_SANDBOX") == "1" or (DATA / "sandbox").is_file()

DEBUG = os.environ.get("GOODSTANDING_DEBUG") == "1"
SECRET_KEY = secret_key(os.environ, DATA)
#: Signs dry run reports (Ed25519), made when one is first signed or verified; and the public keys of
#: before, by which older ones are known.
REPORT_KEY = SimpleLazyObject(lambda: report_key(os.environ, DATA))
REPORT_KEYS_BEFORE = [
    k for k in os.environ.get("GOODSTANDING_REPORT_KEYS_BEFORE", "").split(",") if k
]
ALLOWED_HOSTS = os.environ.get("GOODSTANDING_HOSTS", "127.0.0.1,localhost,testserver").split(",")
CSRF_TRUSTED_ORIGINS = [o for o in os.environ.get("GOODSTANDING_ORIGINS", "").split(",") if o]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "ninja",
    "goodstanding.departments",
    "goodstanding.register",
    "goodstanding.sandbox",
    "goodstanding.audit",
    "goodstanding.organisations",
    "goodstanding.catalogue",
    "goodstanding.clocks",
    "goodstanding.designations",
    "goodstanding.measures",
    "goodstanding.publication",
    "goodstanding.remedies",
    "goodstanding.removals",
    "goodstanding.commitments",
    "goodstanding.evidence",
    "goodstanding.consents",
    "goodstanding.disclosure",
    "goodstanding.aside",
    "goodstanding.applications",
    "goodstanding.enquiries",
    "goodstanding.procedures",
    "goodstanding.inspections",
    "goodstanding.intake",
    "goodstanding.outbox",
    "goodstanding.web",
    "goodstanding.api",
    "goodstanding.jobs",
]

#: Dotted names of tuples of Shelf: the tables the register keeps as pictures of its states.
SHELVES: list[str] = [
    "goodstanding.organisations.rows.SHELVES",
    "goodstanding.catalogue.rows.SHELVES",
    "goodstanding.clocks.rows.SHELVES",
    "goodstanding.designations.rows.SHELVES",
    "goodstanding.measures.rows.SHELVES",
    "goodstanding.publication.rows.SHELVES",
    "goodstanding.remedies.rows.SHELVES",
    "goodstanding.removals.rows.SHELVES",
    "goodstanding.commitments.rows.SHELVES",
    "goodstanding.consents.rows.SHELVES",
    "goodstanding.disclosure.rows.SHELVES",
    "goodstanding.aside.rows.SHELVES",
    "goodstanding.inspections.rows.SHELVES",
    "goodstanding.applications.rows.SHELVES",
]

#: Dotted names of functions without arguments that say what else is wrong, for `verify`.
BESIDE: list[str] = ["goodstanding.flow.inspection_digests.problems"]

#: The tables that count rows of them which are alike.
TALLIES: list[str] = ["goodstanding.clocks.tally.TALLIES"]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "goodstanding.web.middleware.Door",
    "goodstanding.web.access.AccessLog",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "goodstanding.web.context.frame",
            ],
        },
    },
]

# --- database -------------------------------------------------------------------------------
DATABASES = connect.databases(os.environ)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- accounts -------------------------------------------------------------------------------
AUTH_USER_MODEL = "departments.Account"
AUTHENTICATION_BACKENDS = ["goodstanding.departments.backend.AccountBackend"]
_VALIDATION = "django.contrib.auth.password_validation."
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": _VALIDATION + "MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {
        "NAME": _VALIDATION + "UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("login", "display_name")},
    },
    {"NAME": _VALIDATION + "CommonPasswordValidator"},
    {"NAME": _VALIDATION + "NumericPasswordValidator"},
]
#: Whether those who serve the city must have a second factor: "required" or "offered".
SECOND_FACTOR = os.environ.get("GOODSTANDING_SECOND_FACTOR", "offered" if SANDBOX else "required")
SESSION_IDLE = timedelta(minutes=int(os.environ.get("GOODSTANDING_IDLE_MINUTES", "30")))
#: The city's identity service (OpenID Connect); empty: there is none. The claim names the credit
#: code of the organisation that somebody comes for.
IDENTITY = {
    "issuer": os.environ.get("GOODSTANDING_IDENTITY_ISSUER", "").rstrip("/"),
    "client": os.environ.get("GOODSTANDING_IDENTITY_CLIENT", ""),
    "secret": os.environ.get("GOODSTANDING_IDENTITY_SECRET", ""),
    "claim": os.environ.get("GOODSTANDING_IDENTITY_CLAIM", ""),
    "scope": os.environ.get("GOODSTANDING_IDENTITY_SCOPE", "openid"),
}

# --- language and time ----------------------------------------------------------------------
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", gettext_lazy("Simplified Chinese")), ("en", gettext_lazy("English"))]
LOCALE_PATHS = [BASE_DIR / "locale" / "refusals", BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"

# --- files ----------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
#: In development the files are served where they lie; production collects them first.
WHITENOISE_USE_FINDERS = True
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 60
FILE_UPLOAD_PERMISSIONS = 0o600

#: A form that was open too long is shown with what was typed, to be copied.
CSRF_FAILURE_VIEW = "goodstanding.web.views.too_old.too_old"

# --- security -------------------------------------------------------------------------------
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_SECURE = SECURE
CSRF_COOKIE_SECURE = SECURE
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None

# --- reading without signing in ---------------------------------------------------------------
#: Pages a minute from one network address; 0: the proxy counts, and no header is sent.
PAGES_PER_MINUTE = int(os.environ.get("GOODSTANDING_PAGES_PER_MINUTE", "600"))
#: The header in which the proxy writes the reader's address, for example X-Real-IP; empty: no proxy.
ADDRESS_HEADER = os.environ.get("GOODSTANDING_ADDRESS_HEADER", "")

# --- destruction of contents ------------------------------------------------------------------
#: The removal journal: kept apart from backups, read by every restore. Default: beside the data.
REMOVAL_JOURNAL_NAMED = bool(os.environ.get("GOODSTANDING_REMOVAL_JOURNAL"))
REMOVAL_JOURNAL = Path(
    os.environ.get("GOODSTANDING_REMOVAL_JOURNAL") or DATA.with_name(f"{DATA.name}.removals.jsonl")
)

# --- evidence -----------------------------------------------------------------------------------
#: ``name:secret,name:secret``, the one in use first; without it a key derived from SECRET_KEY.
EVIDENCE_KEYS = os.environ.get("GOODSTANDING_EVIDENCE_KEYS", "")

# --- open data --------------------------------------------------------------------------------
#: Where the files for everybody are made and given out from.
OPEN_DATA = Path(os.environ.get("GOODSTANDING_OPEN_DATA") or DATA / "opendata")
#: Where readers find this register, as https://credit.example; empty: addresses are given as paths.
SITE = os.environ.get("GOODSTANDING_SITE", "").rstrip("/")
#: The terms, as the body that runs the register words them; a licence is named by its address.
OPEN_DATA_LICENCE = {
    "zh": os.environ.get(
        "GOODSTANDING_LICENCE_ZH",
        "免费提供。使用时请注明来源、登记册位置和日期，并在每行“最后一日”之后删去该行。运行机构尚未指定具体的许可协议。",
    ),
    "en": os.environ.get(
        "GOODSTANDING_LICENCE_EN",
        "Given free of charge. Name the source, the position and the day, and drop each line after"
        " its last day. The body that runs this register has not named a licence yet.",
    ),
    "url": os.environ.get("GOODSTANDING_LICENCE_URL", ""),
}

# --- sending ----------------------------------------------------------------------------------
#: The mail server; without one a sandbox writes its mails into a folder, and others send none.
EMAIL_HOST = os.environ.get("GOODSTANDING_MAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("GOODSTANDING_MAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("GOODSTANDING_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("GOODSTANDING_MAIL_PASSWORD", "")
EMAIL_USE_SSL = os.environ.get("GOODSTANDING_MAIL_TLS", "starttls") == "tls"
EMAIL_USE_TLS = os.environ.get("GOODSTANDING_MAIL_TLS", "starttls") == "starttls"
EMAIL_TIMEOUT = 20
EMAIL_FILE_PATH = DATA / "mail"
EMAIL_BACKEND = "django.core.mail.backends." + (
    "smtp.EmailBackend" if EMAIL_HOST else "filebased.EmailBackend"
)
DEFAULT_FROM_EMAIL = os.environ.get("GOODSTANDING_MAIL_FROM", "goodstanding@localhost")
MAIL = bool(EMAIL_HOST) or SANDBOX
#: Networks of the city's own in which webhooks may be received, as 10.20.0.0/16,10.30.0.0/16.
WEBHOOK_NETWORKS = networks(os.environ.get("GOODSTANDING_WEBHOOK_NETWORKS", ""))
#: The gateway for text messages: an https address with the secret that signs, or a function by its
#: dotted name; neither: no texts.
SMS_GATEWAY = {
    "url": os.environ.get("GOODSTANDING_SMS_URL", ""),
    "secret": os.environ.get("GOODSTANDING_SMS_SECRET", ""),
    "function": os.environ.get("GOODSTANDING_SMS_FUNCTION", ""),
    "networks": networks(os.environ.get("GOODSTANDING_SMS_NETWORKS", "")),
}

# --- logging --------------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": os.environ.get("GOODSTANDING_LOG", "WARNING")},
    # Django's own development server writes query strings, and a query may hold anything.
    "loggers": {"django.server": {"handlers": ["nowhere"], "propagate": False}},
}
