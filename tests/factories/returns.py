"""A small statutory return for the year ending March 2025, with marks in it that must never be found again."""

import csv
import io
import zipfile

CHILD = "QXCANARY7704"
UPN = "Z998877665544"
POSTCODE = "ZZ98 7QX"
CANARIES = (CHILD, UPN, POSTCODE, POSTCODE.replace(" ", ""))

BORN = {"CHILD": CHILD, "DOB": "03/02/2010"}
EPISODE = {
    "CHILD": CHILD,
    "DECOM": "10/05/2024",
    "RNE": "S",
    "LS": "C2",
    "CIN": "N1",
    "PLACE": "U6",
    "PLACE_PROVIDER": "PR1",
    "DEC": "",
    "REC": "",
    "REASON_PLACE_CHANGE": "",
    "HOME_POST": POSTCODE,
    "PL_POST": POSTCODE,
    "URN": "SC000001",
}
HEADER = BORN | {"SEX": "F", "ETHNIC": "WBRI", "UPN": UPN, "MOTHER": "0", "MC_DOB": ""}
TABLES = {
    "header": [HEADER],
    "episodes": [EPISODE],
    "reviews": [BORN | {"REVIEW": "05/06/2024", "REVIEW_CODE": "PN1"}],
    "uasc": [BORN | {"SEX": "F", "DUC": ""}],
    "oc2": [
        BORN
        | {"SDQ_SCORE": "15", "SDQ_REASON": "", "CONVICTED": "0", "HEALTH_CHECK": "", "IMMUNISATIONS": "1"}
        | {"TEETH_CHECK": "1", "HEALTH_ASSESSMENT": "1", "SUBSTANCE_MISUSE": "0"}
        | {"INTERVENTION_RECEIVED": "", "INTERVENTION_OFFERED": ""}
    ],
    "oc3": [BORN | {"DOB": "03/02/2005", "IN_TOUCH": "YES", "ACTIV": "F2", "ACCOM": "U1"}],
    "ad1": [
        BORN
        | {"DATE_INT": "01/06/2024", "DATE_MATCH": "01/07/2024", "FOSTER_CARE": "0", "NB_ADOPTR": "2"}
        | {"SEX_ADOPTR": "MF", "LS_ADOPTR": "L0"}
    ],
    "placed_adoption": [BORN | {"DATE_PLACED": "01/07/2024", "DATE_PLACED_CEASED": "", "REASON_PLACED_CEASED": ""}],
    "prev_perm": [BORN | {"PREV_PERM": "Z1", "LA_PERM": "", "DATE_PERM": ""}],
    "missing": [BORN | {"MISSING": "M", "MIS_START": "01/08/2024", "MIS_END": "03/08/2024"}],
    "sw_episodes": [
        BORN | {"SW_ID": CHILD, "SW_DECOM": "10/05/2024", "SW_DEC": "", "SW_REASON": "MANAGE"},
    ],
}


def table(rows):
    """Rows (dicts) as the bytes of a CSV file."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def small_return(**changes):
    """[(name, bytes)] of every table; `small_return(header=[...])` has other rows in one, None leaves it out."""
    return [(f"{name}.csv", table(rows)) for name, rows in (TABLES | changes).items() if rows]


def zipped(files):
    """The files as one zip."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return made.getvalue()
