from datetime import date

import pytest

from reports.indicators.files.problems import FileRefused
from reports.indicators.ssda903.measures import measure
from reports.indicators.ssda903.reading import read

RETURN = b"""<?xml version="1.0" encoding="us-ascii"?>
<EXPSSDA903><CHILD>
  <HEADER><CHILDID>c01</CHILDID><SEX>F</SEX><DOB>01/05/2006</DOB><ETHNIC>WBRI</ETHNIC><UPN>UN1</UPN>
    <UASC>1</UASC><DUC>01/05/2024</DUC>
    <AREVIEW><REVIEW>01/06/2024</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>
    <AREVIEW><REVIEW>01/12/2024</REVIEW><REVIEW_CODE>PN2</REVIEW_CODE></AREVIEW>
    <OC2><SDQ_SCORE>12</SDQ_SCORE><CONVICTED>0</CONVICTED></OC2>
    <AMISSING><MISSING>M</MISSING><MIS_START>01/06/2024</MIS_START><MIS_END/></AMISSING>
    <IN_TOUCH>YES</IN_TOUCH><ACTIV>F1</ACTIV><ACCOM>U1</ACCOM>
  </HEADER>
  <EPISODE><DECOM>01/05/2023</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U4</PL><DEC>01/05/2024</DEC><REC>E5</REC>
  </EPISODE>
</CHILD></EXPSSDA903>
"""


def test_read_xml_gives_the_same_tables():
    tables = read([("", RETURN)], 2025).tables

    assert {key: table.height for key, table in tables.items()} == {
        "header": 1,
        "episodes": 1,
        "reviews": 2,
        "uasc": 1,
        "oc2": 1,
        "oc3": 1,
        "missing": 1,
    }
    assert tables["episodes"].select("row", "CHILD", "DECOM", "PLACE", "REC").row(0) == (
        11,
        "C01",
        date(2023, 5, 1),
        "U4",
        "E5",
    )
    assert tables["reviews"]["DOB"].to_list() == [date(2006, 5, 1)] * 2


def test_measure_of_xml():
    values = {figure.code: figure.value for figure in measure(read([("", RETURN)], 2025))}

    assert values["left-care"] == 1
    assert values["took-part-in-review"] == 100


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'<!DOCTYPE a [<!ENTITY b "c">]><EXPSSDA903>&b;</EXPSSDA903>', "The XML declares entities or a document type"),
        (RETURN[:-40], "The XML breaks off or is damaged in line"),
        (b'<?xml version="1.0" encoding="x-none"?><EXPSSDA903/>', "The XML names an encoding that nobody knows."),
        (b"<html><body>Sign in</body></html>", "This is a web page or another XML file"),
    ],
)
def test_read_refuses_xml(content, reason):
    with pytest.raises(FileRefused, match=f"File 1: {reason}"):
        read([("", content)], 2025)
