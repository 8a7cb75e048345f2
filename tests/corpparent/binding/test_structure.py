"""Structure trees of parts under one document: nothing lost, nothing mixed up, and what is broken left out."""

from io import BytesIO

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from corpparent.binding import Part
from corpparent.binding.trees import pairs
from tests.corpparent.binding.counting import below, elements, is_sound, texts
from tests.corpparent.binding.papers import bound, changed, paper, tagged
from tests.documents import pdf_of
from tests.pdfua_structure import Tree

FRONT = pdf_of("Front")


def merged(*parts):
    return Pdf.open(BytesIO(bound(*parts, front=FRONT).content))


def roles_of(file):
    tree = Tree(file)
    return [tree.role(element) for element in below(file.Root.StructTreeRoot)]


def owners(file):
    """For each page: the roles of the elements that its marked content leads to."""
    found = {int(key): value for key, value in pairs(file.Root.StructTreeRoot.ParentTree, "/Nums")}
    pages = [page.obj for page in file.pages if "/StructParents" in page.obj]
    return [[str(element.S) for element in found[page.StructParents]] for page in pages]


def test_parts_become_parts_of_one_document_with_their_titles_and_languages():
    with merged(Part("One", paper("One", 1)), Part("Two", tagged("P", "P"))) as file:
        document = file.Root.StructTreeRoot.K
        assert str(document.S) == "/Document"
        assert [(str(part.S), str(part.T)) for part in document.K] == [("/Part", "One"), ("/Part", "Two")]
        assert str(document.K[0].Lang) == "en-GB"
        assert all(kid.P.objgen == document.K[1].objgen for kid in document.K[1].K)
        assert file.Root.MarkInfo.Marked is True


def test_content_leads_to_the_elements_of_its_own_part():
    with merged(tagged("P", "H1"), tagged("H1", "P", "P")) as file:
        assert owners(file) == [["/P", "/H1"], ["/H1", "/P", "/P"]]
        assert file.Root.StructTreeRoot.ParentTreeNextKey == 2


def test_drawings_and_annotations_get_new_numbers_too():
    def change(file):
        page, tree = file.pages[0].obj, file.Root.StructTreeRoot
        drawing = file.make_stream(b"/P <</MCID 0>> BDC 0 0 9 9 re f EMC")
        drawing.Type, drawing.Subtype, drawing.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
        drawing.StructParents = 7
        page.Resources.XObject = Dictionary(Fx0=drawing)
        page.Annots = Array(
            [file.make_indirect(Dictionary(Subtype=Name.Link, Rect=Array([0, 0, 1, 1]), StructParent=9))]
        )
        tree.ParentTree.Nums.extend([7, Array([tree.K[0]]), 9, tree.K[1]])

    part = changed(tagged("P", "Link"), change)
    with merged(part, part) as file:
        keys = [int(key) for key, _ in pairs(file.Root.StructTreeRoot.ParentTree, "/Nums")]
        drawings = [one.StructParents for one in file.objects if isinstance(one, Stream) and "/StructParents" in one]
        notes = [page.obj.Annots[0].StructParent for page in list(file.pages)[1:]]
        assert keys == [0, 1, 2, 3, 4, 5]
        assert sorted(drawings) == [1, 4]
        assert notes == [2, 5]


def test_roles_that_two_parts_mean_differently_stay_two():
    one = tagged("Heading", "Text", role_map={"Heading": "H1", "Text": "P"})
    two = tagged("Heading", "Text", role_map={"Heading": "Caption", "Text": "P"})
    with merged(one, two) as file:
        assert roles_of(file) == ["Document", "Part", "H1", "P", "Part", "Caption", "P"]
        assert set(file.Root.StructTreeRoot.RoleMap.keys()) == {"/Heading", "/Text", "/Heading-2"}


def test_a_standard_role_given_another_meaning_keeps_it_in_its_part_alone():
    with merged(tagged("P"), tagged("P", role_map={"P": "Quote"})) as file:
        assert roles_of(file) == ["Document", "Part", "P", "Part", "Quote"]


def test_classes_that_differ_stay_two():
    one, two = tagged("P", classes={"Wide": "Layout"}), tagged("P", classes={"Wide": "List"})
    with merged(one, two, one) as file:
        assert {key: str(value.O) for key, value in file.Root.StructTreeRoot.ClassMap.items()} == {
            "/Wide": "/Layout",
            "/Wide-2": "/List",
        }
        assert [str(one.C) for one in below(file.Root.StructTreeRoot) if "/C" in one] == ["/Wide", "/Wide-2", "/Wide"]


def test_ids_stay_apart_and_cells_find_their_heads():
    def change(file):
        file.Root.StructTreeRoot.K[1].A = Dictionary(O=Name.Table, Headers=Array([b"head"]))

    part = changed(tagged("TH", "TD", ids=["head", "cell"]), change)
    with merged(part, part) as file:
        found = {bytes(key): value for key, value in pairs(file.Root.StructTreeRoot.IDTree, "/Names")}
        assert list(found) == sorted([b"head", b"cell", b"2-head", b"2-cell"])
        assert all(bytes(value.ID) == key for key, value in found.items())
        assert [bytes(found[cell].A.Headers[0]) for cell in (b"cell", b"2-cell")] == [b"head", b"2-head"]


def test_namespaces_are_kept():
    def change(file):
        space = file.make_indirect(Dictionary(Type=Name.Namespace, NS="http://iso.org/pdf2/ssn"))
        file.Root.StructTreeRoot.Namespaces = Array([space])
        file.Root.StructTreeRoot.K[0].NS = space

    with merged(changed(tagged("P"), change), tagged("P")) as file:
        assert len(file.Root.StructTreeRoot.Namespaces) == 1


def no_owners(file):
    del file.Root.StructTreeRoot.ParentTree


def owners_of_nothing(file):
    file.Root.StructTreeRoot.ParentTree = Dictionary(Nums=Array([0]))


def owners_that_are_words(file):
    file.Root.StructTreeRoot.ParentTree = Dictionary(Nums=Array([0, "one"]))


def round_and_round(file):
    tree = file.Root.StructTreeRoot
    tree.K[0].K = Array([tree.K[1]])
    tree.K[1].K = Array([tree.K[0]])


def a_tree_of_owners_in_a_circle(file):
    tree = file.make_indirect(Dictionary())
    tree.Kids = Array([tree])
    file.Root.StructTreeRoot.ParentTree = tree


def no_elements(file):
    file.Root.StructTreeRoot.K = Array([])


def elements_without_roles(file):
    del file.Root.StructTreeRoot.K[0].S


def a_tree_of_words(file):
    file.Root.StructTreeRoot = Array(["one"])


@pytest.mark.parametrize(
    "harm",
    [
        no_owners,
        owners_of_nothing,
        owners_that_are_words,
        round_and_round,
        a_tree_of_owners_in_a_circle,
        no_elements,
        elements_without_roles,
        a_tree_of_words,
    ],
)
def test_a_part_whose_structure_is_broken_is_left_untagged(harm, tmp_path):
    pack = bound(changed(tagged("P", "P"), harm), tagged("H1"), front=FRONT)
    assert elements(pack.content) == 3
    assert "Page 2" in texts(pack.content)[1]
    assert is_sound(pack.content, tmp_path)
    with Pdf.open(BytesIO(pack.content)) as file:
        assert "/StructParents" not in file.pages[1].obj
        assert owners(file) == [["/H1"]]


def test_a_pack_of_untagged_parts_claims_nothing():
    with merged(pdf_of("One"), pdf_of("Two")) as file:
        assert "/StructTreeRoot" not in file.Root
        assert "/MarkInfo" not in file.Root
