"""Measures the pages of a project book as they are printed.

Takes the book's path. The last line that it prints is JSON: what is wrong, by page; nothing where each
is one full page of A4 with everything in its place.
"""

import json
import pathlib
import sys

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

MEASURE = """
const millimetre = 96 / 25.4;
const wrong = {};
const box = element => element.getBoundingClientRect();
document.querySelectorAll('.sheet').forEach((sheet, place) => {
  const found = [];
  const page = box(sheet);
  const expect = (holds, words) => { if (!holds) found.push(words); };
  expect(Math.abs(page.width - 210 * millimetre) < 1, 'width ' + page.width);
  expect(Math.abs(page.height - 297 * millimetre) < 1, 'height ' + page.height);
  expect(sheet.scrollHeight <= sheet.clientHeight + 1,
    'cut by ' + (sheet.scrollHeight - sheet.clientHeight));
  const edges = {right: page.right - 13 * millimetre, bottom: page.bottom - 9 * millimetre};
  for (const element of sheet.querySelectorAll('*')) {
    if (element.closest('svg')) continue;
    const place = box(element);
    if (!place.width || !place.height) continue;
    const isCutOnPurpose = getComputedStyle(element).textOverflow === 'ellipsis';
    if (place.right > edges.right || place.bottom > edges.bottom
        || !isCutOnPurpose && element.clientWidth && element.scrollWidth > element.clientWidth + 1) {
      found.push(element.tagName + ' outside: ' + element.textContent.trim().slice(0, 40));
    }
  }
  const foot = sheet.querySelector('footer, .notes');
  expect(foot && Math.abs(box(foot).bottom - (page.bottom - 10 * millimetre)) < 2, 'foot');
  // Nothing stands on anything else: the parts of a page follow each other.
  const parts = [...sheet.children].filter(part => box(part).height);
  parts.slice(1).forEach((part, place) => expect(
    box(part).top >= box(parts[place]).bottom - 1, part.className + ' over the part above'));
  const picture = sheet.querySelector('.picture svg');
  if (picture) {
    expect(box(picture).height > 18 * millimetre, 'picture ' + box(picture).height / millimetre);
    const gap = box(foot).top - box(sheet.querySelector('figure')).bottom;
    expect(gap < 8 * millimetre, 'empty above the foot: ' + gap / millimetre + ' mm');
  }
  const columns = sheet.querySelector('.columns');
  if (columns && picture) {
    const empty = box(picture.closest('.picture')).height / page.height;
    expect(empty < 0.42, 'half empty: ' + empty);
  }
  if (found.length) wrong['page ' + (place + 1)] = found;
});
return wrong;
"""


def main():
    options = webdriver.ChromeOptions()
    # Without its sandbox, since containers seldom allow it one.
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]:
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    try:
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": 794, "height": 1123, "deviceScaleFactor": 1, "mobile": False})
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        driver.get(pathlib.Path(sys.argv[1]).absolute().as_uri())
        print(json.dumps(driver.execute_script(MEASURE), ensure_ascii=False))
    finally:
        driver.quit()


main()
