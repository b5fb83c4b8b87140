"""How the page looks, what its address carries, and how it prints."""

import base64
import io
import unicodedata

import pypdf

A4 = {(595, 842), (842, 595)}

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
  if (!text.checkVisibility()) continue;
  const bar = text.matches('.bars .mark, .point .mark') ? text.previousElementSibling : null;
  const under = bar ? parse(getComputedStyle(bar).fill) : ground(text.ownerSVGElement);
  const found = ratio(parse(getComputedStyle(text).fill), under);
  if (found < 4.5) bad.add(`${text.getAttribute('class')} ${found.toFixed(2)}`);
}
return [...bad];
"""

# Letters in the diagrams against what was painted last beneath their middle.
CONTRAST_IN_DIAGRAMS = CONTRAST.split("const bad")[0] + """
const bad = {};
const sheet = [...document.querySelectorAll('.sheet')].find((sheet) => sheet.checkVisibility());
const shapes = [...sheet.querySelectorAll('polygon, path, ellipse, text')];
const boxes = new Map(shapes.map((shape) => [shape, shape.getBoundingClientRect()]));
const colours = (shape) => {
  const fill = getComputedStyle(shape).fill;
  const id = fill.match(/#([^")]+)/);
  if (!fill.startsWith('url') || !id) return [parse(fill)];
  return [...document.getElementById(id[1]).querySelectorAll('stop')]
    .map((stop) => parse(getComputedStyle(stop).stopColor));
};
shapes.forEach((text, place) => {
  if (text.tagName !== 'text' || !text.textContent.trim()) return;
  const box = boxes.get(text);
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  let under = [ground(sheet)];
  for (const shape of shapes.slice(0, place)) {
    const b = boxes.get(shape);
    if (shape.tagName === 'text' || b.left > x || b.right < x || b.top > y || b.bottom < y) continue;
    const fill = getComputedStyle(shape).fill;
    if (fill === 'none' || parse(fill)[3] === 0) continue;
    under = colours(shape);
  }
  for (const colour of under) {
    const found = ratio(parse(getComputedStyle(text).fill), colour);
    if (found < 4.5) bad[text.getAttribute('fill') + ' on ' + colour] = text.textContent + ' ' + found.toFixed(2);
  }
});
return bad;
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
        for place in range(len(page.all("[role=tab]"))):
            page.all("[role=tab]")[place].click()
            bad = page.run(CONTRAST_IN_DIAGRAMS)
            page.expect(bad == {}, f"{theme}, diagram {place}: {bad}")


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


def goes_back_and_forward(page):
    """Back and forward lead through the views, and typing leaves one step, not one for each letter."""
    page.open()
    page.run("""window.steps = 0; const push = history.pushState.bind(history);
        history.pushState = (...all) => { window.steps += 1; push(...all); }""")
    page.one("label[for=theme-dark]").click()
    page.one("#list th[data-key=name] button").click()
    first = page.run("return document.querySelector('#list tbody').dataset.link")
    page.one("#filter-text").send_keys("abc")
    page.wait(lambda: "q=abc" in page.fragment())
    page.expect(page.run("return window.steps") == 2, "letters that are steps")
    page.driver.back()
    page.wait(lambda: "sort" not in page.fragment())
    page.expect(page.one("#theme-dark").is_selected(), "back: not the theme")
    page.expect(page.one("#filter-text").get_attribute("value") == "", "back: still filtered")
    page.expect(page.one("th[data-key=name]").get_attribute("aria-sort") == "none", "back: still sorted")
    page.driver.back()
    page.wait(lambda: page.one("#theme-auto").is_selected())
    page.driver.forward()
    page.driver.forward()
    page.wait(lambda: "sort" in page.fragment())
    page.expect(page.one("th[data-key=name]").get_attribute("aria-sort") == "ascending", "forward: not sorted")
    page.expect(page.run("return document.querySelector('#list tbody').dataset.link") == first, "forward: order")


def remembers_its_zoom(page):
    """What of a diagram shows stands in the address, and comes back from there."""
    page.open()
    figure = page.shown("figure.diagram")[0]
    figure.find_element("css selector", "[data-zoom=in]").click()
    page.wait(lambda: "view=" in page.fragment())
    box = "return document.querySelector('figure.diagram:not([hidden]) .sheet.zh svg').getAttribute('viewBox')"
    before = [float(v) for v in page.run(box).split()]
    page.open(page.fragment())
    after = [float(v) for v in page.run(box).split()]
    page.expect(all(abs(a - b) <= 1 for a, b in zip(before, after)), f"{before} came back as {after}")


def folds_its_details(page):
    """The chapters are closed at first; a link to one opens it, and printing opens all."""
    page.open()
    folds = page.all("details.fold")
    page.expect(len(folds) > 5, "no chapters")
    page.expect(not [f for f in folds if f.get_attribute("open")], "open at first")
    chapter = page.shown("details.chapter")[1].get_attribute("id")
    page.open(f"#at={chapter}")
    page.expect(page.one(f"#{chapter}").get_attribute("open"), "a link does not open its chapter")
    page.expect(0 <= page.run(f"return document.getElementById('{chapter}').getBoundingClientRect().top") < 900,
                "the chapter is out of sight")


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
        # Chinese comes back in part as the signs of its radicals.
        texts = [unicodedata.normalize("NFKC", sheet.extract_text()) for sheet in reader.pages]
        headings = set(page.run("""return [...document.querySelectorAll('h2, h3, h4')]
            .flatMap((h) => [...h.querySelectorAll('.' + arguments[0]), h]).map((h) => h.textContent.trim())""",
                                language))
        for place, text in enumerate(texts):
            lines = [line.strip() for line in text.splitlines() if line.strip()]
            # The number of the page comes last, or first.
            lines = [line for line in lines if line != f"{place + 1} / {len(texts)}"]
            page.expect(not lines or lines[-1] not in headings,
                        f"{language}: {lines[-1:]} stands alone at the end of page {place + 1}")
        page.expect(set(sizes) <= A4, f"{language}: sizes {set(sizes)}")
        landscape = sum(size[0] > size[1] for size in sizes)
        page.expect(landscape == wide, f"{language}: {landscape} wide pages for {wide} wide diagrams")
        blank = [place + 1 for place, text in enumerate(texts) if len(text.strip()) < 25]
        page.expect(blank == [], f"{language}: blank pages {blank}")
        page.expect(5 <= len(texts) <= 40, f"{language}: {len(texts)} pages")
        last = {"zh": "方法说明", "en": "Method"}[language]
        page.expect(last in "".join(texts[-2:]), f"{language}: the chapters are not printed")
        joined = "".join(texts)
        for word in {"zh": ["清除筛选", "浅色"], "en": ["Clear filters", "Zoom"]}[language]:
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
    page.expect(len(page.shown("details.chapter h4, details.chapter p")) > 10, "the chapters are closed")
    page.one("#list summary").click()
    page.expect(page.one("#list .explanation").is_displayed(), "no explanation")
    page.one("label[for=language-en]").click()
    page.expect("whom to recruit" in page.one("h1").text, "no English")


def fits_a_telephone(page):
    """Nothing is wider than the screen, whether 390 px or 320, in either language."""
    for width in [390, 320]:
        page.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": 844, "deviceScaleFactor": 1, "mobile": True})
        for language in ["zh", "en"]:
            page.open(f"#lang={language}&whole=1")
            page.run("for (const details of document.querySelectorAll('details')) details.open = true")
            found = page.run("return document.documentElement.scrollWidth")
            page.expect(found <= width, f"{language}: {found} px on {width}")
            page.driver.execute_script("scrollTo(500, 0)")
            page.expect(page.run("return scrollX") == 0, f"{language}: scrolls sideways on {width}")
            tiles = page.run("""return [...document.querySelectorAll('.tile')].filter((tile) =>
                tile.scrollWidth > tile.clientWidth).map((tile) => tile.textContent)""")
            page.expect(tiles == [], f"{language}, {width}: figures that do not fit: {tiles}")
