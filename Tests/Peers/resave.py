"""Opens a workbook in another program and saves it again, as a planner's Excel does.

Usage: resave.py input.json, which holds {"file": …, "to": …, "office": … or null}: LibreOffice where
it is named, else openpyxl. Prints as JSON what openpyxl sees of the original: the drop-downs, the
notes on headings, the frozen panes and the number formats of the second row, by sheet.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import openpyxl


def resave(question):
    if not question.get("office"):
        openpyxl.load_workbook(question["file"]).save(question["to"])
        return
    with tempfile.TemporaryDirectory() as folder:
        profile = pathlib.Path(folder, "profile").as_uri()
        subprocess.run(
            [question["office"], f"-env:UserInstallation={profile}", "--headless", "--convert-to",
             "xlsx:Calc MS Excel 2007 XML", "--outdir", folder, question["file"]],
            check=True, timeout=600, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        shutil.move(pathlib.Path(folder, pathlib.Path(question["file"]).name), question["to"])


def main():
    question = json.load(open(sys.argv[1], encoding="utf-8"))
    resave(question)
    book = openpyxl.load_workbook(question["file"])
    print(json.dumps({
        sheet.title: {
            "frozen": sheet.freeze_panes or "",
            "choices": [f"{rule.sqref} {rule.formula1}"
                        for rule in sheet.data_validations.dataValidation],
            "noteCount": sum(1 for cell in sheet[1] if cell.comment),
            "formats": [cell.number_format for cell in sheet[2]] if sheet.max_row > 1 else [],
        } for sheet in book}))


main()
