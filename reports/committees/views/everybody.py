"""Pages for everybody: all strangers read the same, so that it is drawn once for each state of the record."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils.safestring import SafeString

from corpparent.remembered import as_recorded

LONGEST = 40  # characters of one choice in an address


class Elsewhere(Exception):
    """The view answers with something else than a page."""

    def __init__(self, answer: HttpResponse) -> None:
        super().__init__()
        self.answer = answer


class Drawn:
    """Before a view with a template: `template_name` draws what the page says, and page.html stands around it.

    `choices`: what an address may choose, of which there are few enough to remember each. Of what is typed there is no
    end, so a page that was searched for is drawn for its reader alone. `heading` of the window: `title_of(context)`.
    """

    request: HttpRequest
    choices: tuple[str, ...] = ()
    heading = ""

    def title_of(self, context: dict) -> str:
        return self.heading

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        view: Callable[..., HttpResponse] = super().get  # type: ignore[misc]

        def draw() -> dict[str, str | SafeString]:
            answer = view(request, *args, **kwargs)
            if not isinstance(answer, TemplateResponse) or answer.context_data is None:
                raise Elsewhere(answer)
            context = answer.context_data
            said = render_to_string(answer.template_name, context, request)  # type: ignore[arg-type]
            return {"title": self.title_of(context), "said": said}

        try:
            told = as_recorded(self.name(), draw) if self.is_remembered() else draw()
        except Elsewhere as elsewhere:
            return elsewhere.answer
        return TemplateResponse(request, "committees/page.html", told)

    def is_remembered(self) -> bool:
        given = self.request.GET
        is_known = given.keys() <= {*self.choices, "page"}
        return (
            not self.request.user.is_authenticated and is_known and all(len(one) <= LONGEST for one in given.values())
        )

    def name(self) -> str:
        chosen = sorted((name, value) for name, value in self.request.GET.items() if value)
        return f"{self.request.path} {chosen!r}"
