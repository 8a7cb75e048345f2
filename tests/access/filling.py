"""A form filled in as somebody would who takes the first choice everywhere."""

from html.parser import HTMLParser

from django.utils import timezone

WORDS = "Ask the bus company about passes"
ADDRESS = "https://www.larchford.example/passes"


class Form(HTMLParser):
    """What a page's own form would send: `sent` by name, with what stands there already, else the first choice."""

    def __init__(self, day):
        super().__init__()
        self.sent, self.select, self.area = {}, None, None
        self.parts = {"_0": day.day, "_1": day.month, "_2": day.year}

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        name, value = said.get("name"), said.get("value") or ""
        if tag == "input" and name and said.get("type") not in ("file", "submit"):
            self.put(name, said.get("type"), value)
        elif tag in ("select", "textarea") and name:
            self.select, self.area = (name, None) if tag == "select" else (None, name)
            self.sent.setdefault(name, "")
        elif tag == "option" and self.select and value and (not self.sent[self.select] or "selected" in said):
            self.sent[self.select] = value

    def put(self, name, kind, value):
        if kind in ("radio", "checkbox"):
            self.sent.setdefault(name, value or "on")
        elif kind == "hidden":
            self.sent[name] = value
        elif name[-2:] in self.parts:
            self.sent[name] = value or self.parts[name[-2:]]
        else:
            self.sent[name] = value or self.guess(name)

    @staticmethod
    def guess(name):
        return next((fit for part, fit in (("link", ADDRESS), ("email", ""), ("phone", "")) if part in name), WORDS)

    def handle_data(self, data):
        if self.area:
            self.sent[self.area] += data.strip()

    def handle_endtag(self, tag):
        if tag == "textarea" and self.area:
            self.sent[self.area] = self.sent[self.area] or WORDS
        if tag in ("select", "textarea"):
            self.select = self.area = None


def filled(page, day=None):
    """{name: value} of the forms on `page` (HTML), every day in it being `day`, or today."""
    form = Form(day or timezone.localdate())
    form.feed(page)
    return {name: value for name, value in form.sent.items() if name != "csrfmiddlewaretoken"}
