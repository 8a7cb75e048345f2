"""A list of councillors as ModernGov gives it, from the invented council's own people."""

from datetime import date
from itertools import groupby
from operator import itemgetter
from xml.etree import ElementTree as ET
from zlib import crc32


def sitting(row):
    """Somebody who sits as before: the same row, with its term."""
    days = (date.fromisoformat(row[name]) if row[name] else None for name in ("starts_on", "ends_on"))
    return row | {"terms": [tuple(days)]}


def written(rows):
    """The list as bytes. Each row: name, email, ward, party, and terms as (first day, last day or None)."""
    root = ET.Element("councillorsbyward")
    wards = ET.SubElement(root, "wards")
    for title, inside in groupby(sorted(rows, key=itemgetter("ward")), itemgetter("ward")):
        ward = ET.SubElement(wards, "ward")
        ET.SubElement(ward, "wardtitle").text = title
        councillors = ET.SubElement(ward, "councillors")
        for row in inside:
            add(councillors, row)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def add(councillors, row):
    element = ET.SubElement(councillors, "councillor")
    ET.SubElement(element, "councillorid").text = str(crc32(row["email"].encode()))
    ET.SubElement(element, "fullusername").text = row["name"].replace("Cllr", "Councillor")
    ET.SubElement(element, "politicalpartytitle").text = row["party"]
    ET.SubElement(ET.SubElement(element, "workaddress"), "email").text = row["email"]
    ET.SubElement(ET.SubElement(element, "homeaddress"), "line1").text = "7 Canary Cottages"
    terms = ET.SubElement(element, "termsofoffice")
    for starts_on, ends_on in row["terms"]:
        term = ET.SubElement(terms, "termofoffice")
        ET.SubElement(term, "startdate").text = f"{starts_on:%d/%m/%Y}"
        ET.SubElement(term, "enddate").text = f"{ends_on:%d/%m/%Y}" if ends_on else "unspecified"
