"""Opens a region's report.html in Chromium and does what its readers do.

Takes the page's path and the name of a firm that must show as plain text. The last line that it
prints is JSON: what went wrong in each check, by the check's name; an empty list where all went well.
"""

import json
import pathlib
import sys
import traceback

import content_checks as content
import diagram_checks as diagrams
import view_checks as views
from reader import Reader

PLAIN = [
    content.loads, content.shows_names_as_text, content.obeys_its_policy, content.tells_the_story,
    content.dates_what_changed, content.sorts, content.filters, content.explains,
    content.switches_language, content.draws_plots, content.stays_quick,
    diagrams.selects_from_diagram, diagrams.lights_neighbours, diagrams.zooms,
    views.keeps_contrast, views.remembers_its_view, views.goes_back_and_forward,
    views.remembers_its_zoom, views.folds_its_details, views.is_labelled, views.prints,
]
CHECKS = [(check, {}) for check in PLAIN] + [
    (views.reads_without_script, {"script": False}),
    (views.fits_a_telephone, {"width": 390, "height": 844}),
]


def main():
    url = pathlib.Path(sys.argv[1]).resolve().as_uri()
    firm = sys.argv[2]
    results, readers = {}, {}
    try:
        for check, options in CHECKS:
            key = json.dumps(options)
            if key not in readers:
                readers[key] = Reader(url, firm, **options)
            page = readers[key]
            page.wrong = []
            try:
                check(page)
            except Exception:
                page.wrong.append(traceback.format_exc(limit=-3))
            page.logs()
            results[check.__name__] = page.wrong
    finally:
        for page in readers.values():
            page.driver.quit()
    print(json.dumps(results))


if __name__ == "__main__":
    main()
