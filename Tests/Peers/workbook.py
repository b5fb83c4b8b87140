"""Reads a workbook as others do: with openpyxl, and with LibreOffice, which converts each sheet.

Usage: workbook.py input.json, which holds {"file": …, "office": … or null}; prints JSON.
"""

import csv
import json
import pathlib
import subprocess
import sys
import tempfile

import openpyxl
from openpyxl.utils import column_index_from_string, get_column_letter

# Comma, quotes, UTF-8, from the first line on; every sheet to a file of its own, text as it is.
FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"


def converted(office, file, names):
    """The rows of each sheet as LibreOffice reads them."""
    with tempfile.TemporaryDirectory() as folder:
        profile = pathlib.Path(folder, "profile").as_uri()
        out = pathlib.Path(folder, "out")
        subprocess.run(
            [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", FILTER,
             "--outdir", str(out), file],
            check=True, timeout=600, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        stem = pathlib.Path(file).stem
        sheets = {}
        for name in names:
            with open(out / f"{stem}-{name}.csv", encoding="utf-8", newline="") as lines:
                sheets[name] = list(csv.reader(lines))
        return sheets


def cell(value):
    return {"type": value.data_type, "value": str(value.value) if value.value is not None else "",
            "format": value.number_format,
            "link": value.hyperlink.target if value.hyperlink else ""}


def printing(sheet):
    """How a sheet is printed."""
    setup, area = sheet.page_setup, sheet.print_area
    last = area.split(":")[1].split("$")[1] if area else get_column_letter(sheet.max_column)
    texts = {place: "".join(part.text or "" for part in (head.left, head.center, head.right))
             for place, head in (("header", sheet.oddHeader), ("footer", sheet.oddFooter))}
    return {"paper": int(setup.paperSize), "orientation": setup.orientation,
            "fitToWidth": int(setup.fitToWidth or 1), "fitToHeight": int(setup.fitToHeight or 0),
            "titleRows": sheet.print_title_rows or "",
            "columnCount": column_index_from_string(last), **texts}


def main():
    question = json.load(open(sys.argv[1], encoding="utf-8"))
    file = question["file"]
    book = openpyxl.load_workbook(file)
    office = question.get("office")
    rows = converted(office, file, book.sheetnames) if office else {}
    print(json.dumps({
        "title": book.properties.title, "created": book.properties.created.isoformat(),
        "sheets": [{
            "name": sheet.title, "frozen": sheet.freeze_panes or "",
            "filter": sheet.auto_filter.ref or "",
            "widths": [sheet.column_dimensions[get_column_letter(column + 1)].width
                       for column in range(sheet.max_column)],
            "print": printing(sheet),
            "cells": [[cell(value) for value in row] for row in sheet.iter_rows()],
            "converted": rows.get(sheet.title),
        } for sheet in book]}))


main()
