"""Invented feeds, as bytes."""

from xml.sax.saxutils import escape

CANARIES = ["7 Canary Cottages", "01632 960111", "home@canary.example", "surgery-canary", "07700 900111", "pic-canary"]


def councillor(number="17", name="Councillor Amina Yusuf", email="amina@larchford.example", party="Labour", terms=()):
    """One councillor's element, with everything that must never be kept."""
    dated = "".join(
        f"<termofoffice><startdate>{first}</startdate><enddate>{last}</enddate></termofoffice>" for first, last in terms
    )
    return f"""
        <councillor>
          <councillorid>{number}</councillorid>
          <fullusername>{name}</fullusername>
          <photosmallurl>http://larchford.example/pic-canary.jpg</photosmallurl>
          <politicalpartytitle>{escape(party)}</politicalpartytitle>
          <districttitle>
          </districttitle>
          <workaddress><phone>01632 960111</phone><email>{email}</email></workaddress>
          <homeaddress>
            <line1>7 Canary Cottages</line1><mobile>07700 900111</mobile><email>home@canary.example</email>
          </homeaddress>
          <surgerydetails><line1>surgery-canary</line1></surgerydetails>
          <termsofoffice>{dated}</termsofoffice>
        </councillor>"""


def feed(*councillors, ward="Bablake"):
    """A feed of one ward."""
    return f"""<?xml version="1.0" encoding="utf-8"?>
<councillorsbyward>
  <wards>
    <ward>
      <wardtitle>{ward}</wardtitle>
      <councillors>
        <councillorcount> {len(councillors)}</councillorcount>{"".join(councillors)}
      </councillors>
    </ward>
  </wards>
</councillorsbyward>""".encode()


OPEN = [("06/05/2022", "unspecified")]
HEAD = "council_id,raw_division,raw_identifier,email,url,raw_name,raw_party"


def table(*rows, head=HEAD):
    return "\r\n".join([head, *rows]).encode()
