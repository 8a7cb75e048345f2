"""Where static files are served from, under names that change with their contents."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Storage(CompressedManifestStaticFilesStorage):
    """Modules of JavaScript that import each other do so by those names, too."""

    support_js_module_import_aggregation = True
