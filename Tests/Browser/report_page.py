"""Opens a region's report.html in Chromium and does what its readers do.

Takes the page's path and the name of a firm that must show as plain text. The last line that it
prints is JSON: what went wrong in each check, by the check's name; an empty list where all went well.
"""

import base64
import io
import json
import pathlib
import sys
import traceback

import pypdf
from selenium import webdriver
from selenium.webdriver import ActionChains
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

A4 = {(595, 842), (842, 595)}


def browser(width=1280, height=900, script=True):
    options = webdriver.ChromeOptions()
    # Without its sandbox, since containers seldom allow it one.
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                     f"--window-size={width},{height}"]:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600})
    if not script:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    return driver


class Reader:
    """A page in a browser, and what is wrong with it."""

    def __init__(self, url, firm, **options):
        self.driver = browser(**options)
        self.url, self.firm, self.wrong = url, firm, []

    def open(self, fragment=""):
        self.driver.get("about:blank")
        self.driver.get(self.url + fragment)

    def all(self, selector):
        return self.driver.find_elements("css selector", selector)

    def one(self, selector):
        return self.driver.find_element("css selector", selector)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def expect(self, condition, words):
        if not condition:
            self.wrong.append(words)

    def shown(self, selector):
        return [element for element in self.all(selector) if element.is_displayed()]

    def fragment(self):
        return self.run("return location.hash")

    def logs(self):
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def rows(self):
        return self.shown("#list tbody")


def loads(page):
    """Loads without a word in the console, in both languages, and asks no network for anything."""
    for fragment in ["", "#lang=en&theme=dark"]:
        page.open(fragment)
        page.expect(page.logs() == [], f"the console says: {page.logs()}")
        count = page.run("return performance.getEntriesByType('resource').length")
        page.expect(count == 0, f"{count} other resources")
        twice = page.run("""const seen = {}; for (const e of document.querySelectorAll('[id]'))
            seen[e.id] = (seen[e.id] || 0) + 1;
            return Object.keys(seen).filter((id) => seen[id] > 1)""")
        page.expect(twice == [], f"ids that stand twice: {twice}")


def shows_names_as_text(page):
    """A firm's name is text, whatever it looks like."""
    page.open()
    page.expect(page.run("return document.scripts.length") == 1, "more than one script")
    text = page.run("return document.body.textContent")
    page.expect(page.firm in text, f"{page.firm} is not on the page")
    one = page.run("""return document.querySelectorAll('a[href^="http"], img, iframe, form[action]').length""")
    page.expect(one == 0, "elements that the page does not have")


def obeys_its_policy(page):
    """The policy admits nothing but the page's own script and style."""
    page.open()
    policy = page.one("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    page.expect("default-src 'none'" in policy and "unsafe" not in policy, policy)
    ran = page.run("""const script = document.createElement('script');
        script.textContent = 'window.foreign = 1'; document.body.append(script);
        const button = document.createElement('button');
        button.setAttribute('onclick', 'window.foreign = 2'); document.body.append(button); button.click();
        return window.foreign === undefined""")
    page.expect(ran, "a foreign script ran")


def sorts(page):
    """A heading sorts by its column, at first the way that is asked for most."""
    page.open("#whole=1")
    key = "chainValueMillionCNY"
    head = page.one(f"#list th[data-key={key}]")

    def values():
        return page.run("""return [...document.querySelectorAll('#list tbody')].map((body) =>
            Number(body.querySelector('.c-' + arguments[0]).dataset.order))""", key)

    head.find_element("css selector", "button").click()
    page.expect(head.get_attribute("aria-sort") == "descending", "aria-sort is not descending")
    page.expect(values() == sorted(values(), reverse=True), "not by falling chain value")
    head.find_element("css selector", "button").send_keys(Keys.ENTER)
    page.expect(head.get_attribute("aria-sort") == "ascending", "aria-sort is not ascending")
    page.expect(values() == sorted(values()), "not by rising chain value")
    others = [h for h in page.all("#list thead th") if h.get_attribute("aria-sort") == "none"]
    page.expect(len(others) == len(page.all("#list thead th")) - 1, "two columns say they sort")
    page.expect(f"sort={key}.ascending" in page.fragment(), page.fragment())


def filters(page):
    """Chain, kind, stage and words narrow the list; resetting gives it back."""
    page.open("#whole=1")
    whole = len(page.rows())
    page.expect(whole > 1, "the list has no rows")
    for name in ["chain", "kind", "stage"]:
        select = Select(page.one(f"#filter-{name}"))
        value = select.options[1].get_attribute("value")
        select.select_by_value(value)
        rows = page.rows()
        page.expect(rows and all(row.get_attribute(f"data-{name}") == value for row in rows),
                    f"rows of another {name}")
        page.expect(f"{name}={value}" in page.fragment(), page.fragment())
        page.one("#filters button[type=reset]").click()
        WebDriverWait(page.driver, 5).until(lambda _: len(page.rows()) == whole)
    first = page.run("return document.querySelector('#list tbody .c-name .zh').textContent")
    page.one("#filter-text").send_keys(first)
    found = [row.text for row in page.rows()]
    page.expect(0 < len(found) < whole or whole == 1, f"{len(found)} of {whole} rows hold {first}")
    page.one("#filter-text").send_keys(" zzzz")
    page.expect(not page.rows() and page.one("#empty").is_displayed(), "nothing says that none fits")
    page.expect(page.logs() == [], "the console is not silent")


def explains(page):
    """A row opens its explanation."""
    page.open()
    row = page.rows()[0]
    row.find_element("css selector", "tr.target").click()
    text = row.find_element("css selector", ".explanation").text
    for word in ["综合得分", "谁来买", "链上价值", "数据"]:
        page.expect(word in text, f"the explanation lacks {word}")
    row.find_element("css selector", "summary").send_keys(Keys.ENTER)
    page.expect(not row.find_element("css selector", ".explanation").is_displayed(), "does not close")


def switches_language(page):
    """One switch changes every word, the title and the document's language."""
    page.open()
    chinese = page.one("h1").text
    page.expect(page.run("return document.documentElement.lang") == "zh-CN", "not Chinese at first")
    page.one("label[for=language-en]").click()
    page.expect(page.one("h1").text != chinese, "the title stays")
    page.expect(page.run("return document.documentElement.lang") == "en", "lang is not en")
    page.expect(page.driver.title == page.one("h1").text, page.driver.title)
    page.expect(not page.shown("main .zh"), "Chinese parts still show")
    page.expect("lang=en" in page.fragment(), page.fragment())
    option = page.one("#filter-chain option").text
    page.expect(option == "All", option)
    page.one("label[for=language-zh]").click()
    page.expect(page.one("h1").text == chinese and not page.shown("main .en"), "not back to Chinese")


CONTRAST = """
const parse = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
const light = (rgb) => rgb.slice(0, 3).map((v) => v / 255)
  .map((v) => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
  .reduce((sum, v, place) => sum + v * [.2126, .7152, .0722][place], 0);
const ratio = (a, b) => (Math.max(light(a), light(b)) + .05) / (Math.min(light(a), light(b)) + .05);
const ground = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const colour = parse(getComputedStyle(at).backgroundColor);
    if (colour.length === 3 || colour[3] > 0) return colour;
  }
  return [255, 255, 255];
};
const bad = new Set();
for (const element of document.querySelectorAll('body *:not(svg *):not(option)')) {
  const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  if (!hasText || !element.checkVisibility() || element.closest('script, .sr, legend, .skip')) continue;
  const style = getComputedStyle(element);
  const found = ratio(parse(style.color), ground(element));
  if (found < 4.5) bad.add(`${element.tagName}.${element.className} ${found.toFixed(2)}`);
}
for (const text of document.querySelectorAll('.chart svg text')) {
  if (!text.checkVisibility() || text.matches('.point .mark')) continue;
  const bar = text.matches('.bars .mark') ? text.previousElementSibling : null;
  const under = bar ? parse(getComputedStyle(bar).fill) : ground(text.ownerSVGElement);
  const found = ratio(parse(getComputedStyle(text).fill), under);
  if (found < 4.5) bad.add(`${text.getAttribute('class')} ${found.toFixed(2)}`);
}
return [...bad];
"""


def keeps_contrast(page):
    """Light and dark, all text stands out from its ground by 4.5 to 1."""
    for theme in ["light", "dark"]:
        page.open(f"#whole=1&theme={theme}")
        page.run("for (const details of document.querySelectorAll('details')) details.open = true")
        page.expect(page.run("return getComputedStyle(document.documentElement).colorScheme") == theme,
                    f"not {theme}")
        bad = page.run(CONTRAST)
        page.expect(bad == [], f"{theme}: {bad}")


def selects_from_diagram(page):
    """A click on a link in a diagram selects it in the list and in the plots, and leads there."""
    page.open()
    target = page.run("return document.querySelector('#list tbody').dataset.link")
    chain = target.split("/")[0]
    page.one(f"#tab-{chain}").click()
    node = page.one(f"#diagram-{chain} .sheet.zh .node[data-link='{target}']")
    page.run("arguments[0].scrollIntoView({block: 'center'})", node)
    ActionChains(page.driver).move_to_element(node).click().perform()
    for selector in ["#list tbody", ".point", f"#diagram-{chain} .sheet.zh .node"]:
        chosen = [e.get_attribute("data-link") for e in page.all(f"{selector}.selected")]
        page.expect(chosen == [target], f"{selector}: {chosen}")
    page.expect(f"link={chain}%2F" in page.fragment(), page.fragment())
    page.one("#to-list").click()
    body = page.one("#list tbody.selected")
    page.expect(body.find_element("css selector", ".explanation").is_displayed(), "not explained")
    place = page.run("return arguments[0].getBoundingClientRect().top", body)
    page.expect(0 <= place < 900, "the row is out of sight")
    page.one("#clear").click()
    page.expect(not page.all(".selected"), "still selected")
    # And from a plot, by keyboard.
    page.run("arguments[0].focus()", page.one(f".point[data-link='{target}']"))
    page.driver.switch_to.active_element.send_keys(Keys.ENTER)
    page.expect(page.one("#list tbody.selected").get_attribute("data-link") == target, "no keys")
    page.one("#to-diagram").click()
    page.expect(len(page.shown(f"#diagram-{chain}")) == 1, "the diagram does not show")


def lights_neighbours(page):
    """Pointing at a link lights its suppliers and its buyers, and they alone."""
    page.open()
    figure = page.shown("figure.diagram")[0]
    page.run("arguments[0].scrollIntoView({block: 'start'})", figure)
    edge = page.run("""const sheet = arguments[0].querySelector('.sheet.zh');
        return [...sheet.querySelectorAll('.edge[data-from]')].map((e) => [e.dataset.from, e.dataset.to])""",
                    figure)
    page.expect(len(edge) > 0, "no arrows")
    ends = dict.fromkeys(end for pair in edge for end in pair)
    for link in ends:
        node = figure.find_element("css selector", f".sheet.zh .node[data-link='{link}']")
        inside = page.run("""const n = arguments[0].getBoundingClientRect();
            const s = arguments[0].closest('.sheet').getBoundingClientRect();
            return n.left > s.left && n.top > s.top && n.right < s.right && n.bottom < Math.min(s.bottom, innerHeight)
                && document.elementFromPoint(n.left + n.width / 2, n.top + n.height / 2).closest('.node') === arguments[0]""",
                          node)
        if inside:
            break
    ActionChains(page.driver).move_to_element(node).perform()

    def lit(role):
        return sorted(page.run("""return [...arguments[0].querySelectorAll('.sheet.zh .node.' + arguments[1])]
            .map((n) => n.dataset.link)""", figure, role))

    neighbours = lit("supplier") + lit("buyer")
    expected = sorted({a for a, b in edge if b == link} | {b for a, b in edge if a == link})
    page.expect(sorted(neighbours) == expected, f"{link}: {neighbours} and not {expected}")


def zooms(page):
    """Buttons, keys, the wheel and two fingers change what a diagram shows; a drag moves it."""
    page.open()
    sheet = page.shown(".sheet.zh")[0]
    page.run("arguments[0].scrollIntoView({block: 'center'})", sheet)

    def view():
        return [float(v) for v in page.run(
            "return arguments[0].querySelector('svg').getAttribute('viewBox')", sheet).split()]

    figure = sheet.find_element("xpath", "..")
    figure.find_element("css selector", "[data-zoom=reset]").click()
    whole = view()
    figure.find_element("css selector", "[data-zoom=in]").click()
    page.expect(view()[2] < whole[2], "the button does not enlarge")
    page.run("arguments[0].focus()", sheet)
    before = view()
    page.driver.switch_to.active_element.send_keys("+")
    page.expect(view()[2] < before[2], "the key does not enlarge")
    before = view()
    page.driver.switch_to.active_element.send_keys(Keys.ARROW_RIGHT)
    page.expect(view()[0] > before[0], "the arrow key does not move")
    before = view()
    ActionChains(page.driver).move_to_element(sheet).click_and_hold().move_by_offset(60, 40).release().perform()
    page.expect(view()[0] < before[0], "a drag does not move")
    page.expect(not page.all(".selected"), "a drag selects")
    middle = page.run("""const b = arguments[0].getBoundingClientRect();
        return [b.left + b.width / 2, b.top + b.height / 2]""", sheet)
    before = view()
    page.driver.execute_cdp_cmd("Input.dispatchMouseEvent", {
        "type": "mouseWheel", "x": middle[0], "y": middle[1], "deltaX": 0, "deltaY": -120, "modifiers": 2})
    page.expect(view()[2] < before[2], "the wheel does not enlarge")
    figure.find_element("css selector", "[data-zoom=reset]").click()
    page.expect(view() == whole, "not whole again")
    figure.find_element("css selector", "[data-zoom=in]").click()
    before = view()

    def touch(kind, gap):
        points = [] if gap is None else [
            {"x": middle[0] - gap, "y": middle[1], "id": 1}, {"x": middle[0] + gap, "y": middle[1], "id": 2}]
        page.driver.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    page.driver.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": True, "maxTouchPoints": 2})
    touch("touchStart", 40)
    for gap in [60, 80, 100]:
        touch("touchMove", gap)
    touch("touchEnd", None)
    page.expect(view()[2] < before[2], "two fingers do not enlarge")


def remembers_its_view(page):
    """A link with a fragment opens the view that it was copied from."""
    page.open()
    chain = page.run("return document.querySelector('#list tbody').dataset.chain")
    link = page.run("return document.querySelector('#list tbody').dataset.link")
    page.open(f"#lang=en&theme=dark&chain={chain}&sort=name.descending&link={link}&diagram={chain}")
    page.expect(page.one("#language-en").is_selected() and page.one("#theme-dark").is_selected(), "switches")
    page.expect(page.one("#filter-chain").get_attribute("value") == chain, "the filter")
    page.expect(page.one("th[data-key=name]").get_attribute("aria-sort") == "descending", "the order")
    page.expect(len(page.all("#list tbody.selected")) == 1, "the selection")
    page.expect(len(page.shown(f"#diagram-{chain}")) == 1, "the diagram")
    page.open("#lang=xx&theme=<b>&chain=none&sort=none.up&link=none&diagram=none")
    page.expect(page.logs() == [] and page.one("h1").is_displayed(), "a wrong fragment breaks the page")


def is_labelled(page):
    """Whatever takes the focus has a name; tables have headings; one heading leads."""
    page.open("#whole=1")
    tree = page.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    for node in tree:
        properties = {p["name"]: p["value"].get("value") for p in node.get("properties", [])}
        if not properties.get("focusable") or node.get("ignored"):
            continue
        role = node["role"]["value"]
        if role in ("RootWebArea", "scrollable"):
            continue
        page.expect(node.get("name", {}).get("value"), f"a {role} without a name")
    page.expect(len(page.all("h1")) == 1, "not one title")
    page.expect(not page.run("""return [...document.querySelectorAll('table')]
        .filter((t) => !t.querySelector('thead th[scope=col]')).length"""), "a table without headings")
    page.expect(not page.run("""return [...document.querySelectorAll('#list thead th')]
        .filter((t) => !t.hasAttribute('aria-sort')).length"""), "a column without aria-sort")


def prints(page):
    """Paper is A4 without a blank page; each diagram has one of its own; controls stay away."""
    for language in ["zh", "en"]:
        page.open(f"#lang={language}&theme=dark")
        wide = len(page.all("figure.diagram:not(.tall)"))
        result = page.driver.execute_cdp_cmd("Page.printToPDF", {
            "printBackground": True, "preferCSSPageSize": True})
        reader = pypdf.PdfReader(io.BytesIO(base64.b64decode(result["data"])))
        sizes = [tuple(round(float(side)) for side in sheet.mediabox[2:]) for sheet in reader.pages]
        texts = [sheet.extract_text() for sheet in reader.pages]
        page.expect(set(sizes) <= A4, f"{language}: sizes {set(sizes)}")
        landscape = sum(size[0] > size[1] for size in sizes)
        page.expect(landscape == wide, f"{language}: {landscape} wide pages for {wide} wide diagrams")
        blank = [place + 1 for place, text in enumerate(texts) if len(text.strip()) < 25]
        page.expect(blank == [], f"{language}: blank pages {blank}")
        page.expect(5 <= len(texts) <= 40, f"{language}: {len(texts)} pages")
        joined = "".join(texts)
        for word in {"zh": ["清除筛选", "自动"], "en": ["Clear filters", "Zoom"]}[language]:
            page.expect(word not in joined, f"{language}: {word} is printed")
        white = page.run("return matchMedia('print').media")
        page.expect(white == "print", "no print media")


def reads_without_script(page):
    """Without a script the tables, the explanations, the plots and the diagrams stay."""
    page.open()
    page.expect(page.one("#list").is_displayed(), "no list")
    page.expect(len(page.rows()) == len(page.all("#list tbody")), "rows are hidden")
    page.expect(len(page.shown("figure.diagram .sheet.zh")) == len(page.all("figure.diagram")), "no diagrams")
    page.expect(page.one("svg.scatter").is_displayed(), "no plots")
    page.expect(not page.shown(".script-only"), "controls that do nothing show")
    page.one("#list summary").click()
    page.expect(page.one("#list .explanation").is_displayed(), "no explanation")
    page.one("label[for=language-en]").click()
    page.expect("whom to recruit" in page.one("h1").text, "no English")


def fits_a_telephone(page):
    """Nothing is wider than a telephone of 390 px, in either language."""
    for language in ["zh", "en"]:
        page.open(f"#lang={language}&whole=1")
        page.run("for (const details of document.querySelectorAll('details')) details.open = true")
        width = page.run("return document.documentElement.scrollWidth")
        page.expect(width <= 390, f"{language}: {width} px wide")
        page.driver.execute_script("scrollTo(500, 0)")
        page.expect(page.run("return scrollX") == 0, f"{language}: scrolls sideways")


CHECKS = [
    (loads, {}), (shows_names_as_text, {}), (obeys_its_policy, {}), (sorts, {}), (filters, {}),
    (explains, {}), (switches_language, {}), (keeps_contrast, {}), (selects_from_diagram, {}),
    (lights_neighbours, {}), (zooms, {}), (remembers_its_view, {}), (is_labelled, {}), (prints, {}),
    (reads_without_script, {"script": False}), (fits_a_telephone, {"width": 390, "height": 844}),
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
