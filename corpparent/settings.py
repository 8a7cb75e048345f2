"""One settings file. The environment is read through `corpparent.environment`; `dotenv-sample` lists every variable.

Without DATABASE_URL the embedded default runs: SQLite and a file broker in DATA_DIR, plain http on this machine. With
it the portal is in production and refuses to start while SECRET_KEY, ALLOWED_HOSTS, BASE_URL or EMAIL_URL is missing.
"""

from datetime import timedelta
from pathlib import Path

from csp.constants import NONCE, NONE, SELF

from corpparent.environment import (
    broker_folders,
    data_dir,
    directory,
    embedded_secret,
    env,
    origins,
    refuse_unsafe,
    required_in_production,
)

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = data_dir(BASE_DIR)
IS_PRODUCTION = bool(env.str("DATABASE_URL", default=""))

SECRET_KEY = required_in_production("SECRET_KEY", "", is_production=IS_PRODUCTION) or embedded_secret(DATA_DIR)
ALLOWED_HOSTS = required_in_production("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]", is_production=IS_PRODUCTION).split(
    ","
)
BASE_URL = required_in_production("BASE_URL", "http://localhost:8000", is_production=IS_PRODUCTION).rstrip("/")
IS_HTTPS = BASE_URL.startswith("https://")
DEBUG = env.bool("DEBUG", default=False)
if IS_PRODUCTION:
    refuse_unsafe(secret_key=SECRET_KEY, base_url=BASE_URL, debug=DEBUG)

INSTALLED_APPS = [
    "corpparent",
    "members",
    "reports.indicators",
    "pledges",
    "visits",
    "reports.committees",
    "reports.packs",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "crispy_forms",
    "crispy_forms_gds",
    "csp",
    "django_filters",
]

MIDDLEWARE = [
    # Outermost, so that redirects, refusals and static files carry the headers too.
    "csp.middleware.CSPMiddleware",
    "corpparent.middleware.headers",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "corpparent.middleware.HealthMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "members.getting_in.middleware.ClockMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "members.getting_in.middleware.StandingMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "corpparent.urls"
WSGI_APPLICATION = "corpparent.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "members.context.portal",
            ],
        },
    },
]

# Data

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'portal.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Django's default mode lost most small writes of 8 processes; IMMEDIATE lost none (docs/adr/0003).
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA recursive_triggers=ON;",
    }
else:
    DATABASES["default"] |= {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}

# Jobs (corpparent.jobs): Celery only wakes a worker, so results and long visibility are not wanted.

CELERY_BROKER_URL = env.str("CELERY_BROKER_URL", default="filesystem://")
# Nobody waits on a page for a broker that is away: one try, and the sweep does the rest.
CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, object] = {
    "socket_connect_timeout": 2,
    "socket_timeout": 5,
    "max_retries": 0,
}
if CELERY_BROKER_URL.startswith("filesystem"):
    CELERY_BROKER_TRANSPORT_OPTIONS = {**broker_folders(DATA_DIR)}
CELERY_TASK_IGNORE_RESULT = True
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BEAT_SCHEDULE = {
    "sweep": {"task": "corpparent.sweep", "schedule": 30, "options": {"expires": 25}},
}
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA_DIR / "beat-schedule")
JOB_LEASE = timedelta(seconds=env.int("JOB_LEASE_SECONDS", default=45))

# People

AUTH_USER_MODEL = "members.Person"
AUTHENTICATION_BACKENDS = ["members.getting_in.backend.Backend"]
# E-mail is unique on Lower("email") where there is one; a person may have none. Django only sees plain `unique`.
SILENCED_SYSTEM_CHECKS = [
    "auth.W004",
    "models.W040",  # SQLite leaves the columns out that PostgreSQL keeps beside an index
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "members.getting_in.passwords.VariedPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "members.getting_in.accounts.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # e-mail addresses are entered by the council, not by strangers
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 10 * 60  # seconds since the last proof (members.getting_in.fresh)
ACCOUNT_FORMS = {
    "login": "members.forms.SignInForm",
    "change_password": "members.forms.ChangePasswordForm",
    "set_password": "members.forms.FirstPasswordForm",
    "reset_password": "members.forms.ResetPasswordForm",
    "reset_password_from_key": "members.forms.NewPasswordForm",
    "reauthenticate": "members.forms.ReauthenticateForm",
}
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# Failures count; a town hall signs in from one address.
ACCOUNT_RATE_LIMITS = {"login": "300/h/ip", "login_failed": "30/h/ip,5/15m/key", "reset_password": "20/h/ip,5/h/key"}

# Hosts that lists of councillors may be fetched from (members.feeds.fetching); none unless they are named.
MEMBER_FEED_HOSTS = {host.strip().lower() for host in env.list("MEMBER_FEED_HOSTS", default=[])}

# Passkeys, codes from an app, recovery codes

MFA_ADAPTER = "members.getting_in.accounts.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1  # the code before and the one after: telephones' clocks differ, and people type slowly
# A passkey cannot be guessed, and a town hall signs in from one address.
MFA_RATE_LIMITS = {"webauthn_login": "300/m/ip"}
MFA_FORMS = {
    "authenticate": "members.forms.CodeForm",
    "authenticate_webauthn": "members.forms.PasskeyAsSecondForm",
    "login_webauthn": "members.forms.PasskeyAloneForm",
    "reauthenticate": "members.forms.CodeAgainForm",
    "reauthenticate_webauthn": "members.forms.PasskeyAgainForm",
    "activate_totp": "members.forms.CodesForm",
    "deactivate_totp": "members.forms.NoCodesForm",
    "generate_recovery_codes": "members.forms.NewRecoveryCodesForm",
}

# The council's own directory (docs/how-to/connect-the-councils-directory.md)

OIDC_SERVER_URL = env.str("OIDC_SERVER_URL", default="")
OIDC_NAME = env.str("OIDC_NAME", default="the council’s account")
OIDC_HAS_SECOND_FACTOR = env.bool("OIDC_HAS_SECOND_FACTOR", default=True)
SOCIALACCOUNT_ADAPTER = "members.getting_in.accounts.DirectoryAdapter"
SOCIALACCOUNT_PROVIDERS = {"openid_connect": directory(OIDC_SERVER_URL, OIDC_NAME)}

# Sessions, cookies, headers (docs/explanation/security.md)

SESSION_ENGINE = "corpparent.sessions"
SESSION_COOKIE_AGE = 12 * 60 * 60  # the longest there is; members.getting_in.clock ends one sooner when nobody is there
SESSION_SAVE_EVERY_REQUEST = False
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_NAME = "__Host-session" if IS_HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if IS_HTTPS else "csrf"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_TRUSTED_ORIGINS = [BASE_URL]
CSRF_FAILURE_VIEW = "corpparent.views.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
# https ends at one proxy before us: it says so, and it adds the visitor's address as the last of X-Forwarded-For.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS else None
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if IS_HTTPS else 0
SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^health/$"]  # whoever watches the server asks it directly, without a certificate
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = IS_HTTPS
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "base-uri": [NONE],
        "connect-src": [SELF],
        "font-src": [SELF],
        # The button that leads to the council's directory is a form which ends there.
        "form-action": [SELF, *origins(OIDC_SERVER_URL)],
        "frame-ancestors": [NONE],
        "img-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF, NONCE],
        "worker-src": [SELF],
    }
}

# Uploads stay in memory: corpparent.uploads says why, and has the sentence for a body that is too large.

DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
UPLOAD_MAX_BYTES = FILE_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "corpparent.uploads.RefuseUnwanted",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
]

# E-mail

required_in_production("EMAIL_URL", "consolemail://", is_production=IS_PRODUCTION)
vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
EMAIL_TIMEOUT = 10  # seconds
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", default="portal@localhost")

# Language, time, static files

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": DATA_DIR / "files"}},
    "staticfiles": {"BACKEND": "corpparent.storage.Storage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

CRISPY_ALLOWED_TEMPLATE_PACKS = ["gds"]
CRISPY_TEMPLATE_PACK = "gds"
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "fido2": {"level": "WARNING"},  # its lines name passkeys
        "fontTools": {"level": "WARNING"},
        "pikepdf": {"level": "WARNING"},
        "kombu": {"level": "ERROR"},
        "weasyprint": {"level": "ERROR"},
        "celery": {"level": "INFO"},
    },
}
