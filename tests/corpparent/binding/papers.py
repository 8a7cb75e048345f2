"""Parts for tests of binding: tagged papers of the portal's own, and pages with whatever a test puts into them."""

from functools import cache
from io import BytesIO
from pathlib import Path

from pikepdf import Array, Dictionary, Name, Pdf

from corpparent.binding import Part, bind, part_link
from corpparent.paper import pdf

ASSETS = [Path(__file__).parents[3] / "static"]


@cache
def paper(title, sections=2):
    """A tagged paper: a title page, and sections with a heading, a link, a list and a table, a page each."""
    body = "".join(
        f'<section style="break-before: page"><h2 id="s{number}">Part {number}</h2>'
        f'<p>See <a href="#s{sections}">the last part</a>.</p><ul><li>One</li><li>Two</li></ul>'
        "<table><thead><tr><th>Year</th><th>Children</th></tr></thead>"
        "<tbody><tr><th>2025</th><td>12</td></tr></tbody></table></section>"
        for number in range(1, sections + 1)
    )
    return html(f"<title>{title}</title>", f"<h1>{title}</h1>{body}")


@cache
def html(head, body):
    page = f'<!doctype html><html lang="en-GB"><head>{head}</head><body>{body}</body></html>'
    return pdf(page, assets=ASSETS).content


def front(placed):
    """A front sheet with a list of links to the parts."""
    lines = "".join(
        f'<li><a href="{part_link(one.number)}">{one.title}</a>, from {one.page}, {one.pages} pages</li>'
        for one in placed
    )
    return html("<title>Agenda</title>", f"<h1>Agenda</h1><ol>{lines}</ol>")


def bound(*parts, **more):
    """The parts behind their front, numbered from 1 unless told otherwise. Each part is a Part, or bytes."""
    several = [
        one if isinstance(one, Part) else Part(f"Paper {number}", one) for number, one in enumerate(parts, start=1)
    ]
    words = {"first_page": 1, "lang": "en-GB", "title": "Agenda pack"} | more
    return bind(words.pop("front", front), several, **words)


def changed(content, change):
    """`content` after `change` was done to it."""
    with Pdf.open(BytesIO(content)) as file:
        change(file)
        written = BytesIO()
        file.save(written, static_id=True)
    return written.getvalue()


def tagged(*roles, role_map=None, ids=(), classes=None):
    """A page whose tree holds an element of each role, the marked content its own; IDs and classes where given."""
    with Pdf.new() as file:
        page = file.add_blank_page(page_size=(595, 842)).obj
        root = file.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        made = [
            file.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), P=root, K=number, Pg=page))
            for number, role in enumerate(roles)
        ]
        page.StructParents = 0
        drawn = "".join(f"/{role} <</MCID {number}>> BDC 0 0 9 9 re f EMC\n" for number, role in enumerate(roles))
        page.Contents = file.make_stream(drawn.encode())
        root.K, root.ParentTree = Array(made), Dictionary(Nums=Array([0, Array(made)]))
        if role_map:
            root.RoleMap = Dictionary({f"/{key}": Name(f"/{value}") for key, value in role_map.items()})
        if classes:
            root.ClassMap = Dictionary({f"/{key}": Dictionary(O=Name(f"/{owner}")) for key, owner in classes.items()})
            for element, name in zip(made, classes, strict=False):
                element.C = Name(f"/{name}")
        if ids:
            for element, name in zip(made, ids, strict=False):
                element.ID = name
            pairs = sorted(zip(ids, made, strict=False), key=lambda pair: pair[0])
            root.IDTree = Dictionary(Names=Array([one for pair in pairs for one in pair]))
        file.Root.StructTreeRoot = root
        file.Root.MarkInfo = Dictionary(Marked=True)
        written = BytesIO()
        file.save(written)
    return written.getvalue()
