"""Reads a PDF: usage: pages.py input.json, which holds {"file": …}; prints the pages as JSON."""

import json
import sys

import pypdfium2


def main():
    question = json.load(open(sys.argv[1], encoding="utf-8"))
    pages = []
    for page in pypdfium2.PdfDocument(question["file"]):
        width, height = page.get_size()
        pages.append({"width": width, "height": height, "text": page.get_textpage().get_text_bounded()})
    print(json.dumps({"pages": pages}))


main()
