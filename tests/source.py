"""The portal's source, as its gates read it: our apps, their files, what each file imports and records."""

import ast
import itertools
from pathlib import Path

from django.apps import apps
from django.conf import settings


def our_apps():
    """The apps that live in this repository, the project among them."""
    places = (Path(config.path) for config in apps.get_app_configs())
    is_ours = [place.is_relative_to(settings.BASE_DIR) and "site-packages" not in place.parts for place in places]
    return list(itertools.compress(apps.get_app_configs(), is_ours))


def our_models():
    return [model for config in our_apps() for model in config.get_models()]


def files(config):
    """Python files of an app, but for its migrations."""
    return sorted(path for path in Path(config.path).rglob("*.py") if "migrations" not in path.parts)


def all_files():
    return [path for config in our_apps() for path in files(config)]


def name_of(path):
    """`members/services.py` -> `members.services`"""
    return ".".join(path.relative_to(settings.BASE_DIR).with_suffix("").parts)


def imports(path):
    """{local name: full name} of everything that a file imports, wherever in it."""
    found = {}
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.asname or alias.name: alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    return found


def declared_events(config):
    """{full name: slug} of the types in the app's events.py."""
    path = Path(config.path) / "events.py"
    if not path.exists():
        return {}
    assignments = [node for node in ast.parse(path.read_text()).body if isinstance(node, ast.Assign)]
    return {f"{name_of(path)}.{node.targets[0].id}": ast.literal_eval(node.value) for node in assignments}


def recorded_events(path):
    """(full name of the type, function that records it) for each `Event.record(TYPE, …)` in a file."""
    names = imports(path)
    functions = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.FunctionDef)]
    for function in functions:
        for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
            if ast.unparse(call.func) == "Event.record":
                type_ = ast.unparse(call.args[0])
                yield names.get(type_, type_), f"{name_of(path)}.{function.name}"
