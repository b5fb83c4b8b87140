"""What the page tells, and how its list sorts, filters and explains."""

from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select


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
        page.wait(lambda: len(page.rows()) == whole)
    first = page.run("return document.querySelector('#list tbody .c-name .zh').textContent")
    page.one("#filter-text").send_keys(first)
    page.wait(lambda: "q=" in page.fragment())
    found = [row.text for row in page.rows()]
    page.expect(0 < len(found) < whole or whole == 1, f"{len(found)} of {whole} rows hold {first}")
    page.one("#filter-text").send_keys(" zzzz")
    page.wait(lambda: "zzzz" in page.fragment())
    page.expect(not page.rows() and page.one("#empty").is_displayed(), "nothing says that none fits")
    page.expect(page.logs() == [], "the console is not silent")


def explains(page):
    """A row opens its explanation."""
    page.open()
    row = page.rows()[0]
    row.find_element("css selector", "tr.target").click()
    text = row.find_element("css selector", ".explanation").text
    terms = [term.text for term in row.find_elements("css selector", ".terms.zh dt")]
    for word in ["综合得分", "谁来买", "原料从哪来", "链上价值", "典型项目", "找谁谈", "以商招商", "落地条件", "数据", "来源"]:
        page.expect(word in terms, f"the explanation lacks {word}")
    page.expect("本地供应环节" in text or "本地买家环节" in text, "no suppliers and no buyers next door")
    chip = row.find_element("css selector", ".chip")
    chip.click()
    page.expect(page.one("#every tr.selected").get_attribute("data-link") == chip.get_attribute("data-select"),
                "a neighbour does not select")
    page.one("#clear").click()
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


def tells_the_story(page):
    """The first screen says what it comes to, with figures, and what to do next."""
    page.open()
    conclusions = page.shown(".conclusions li")
    page.expect(3 <= len(conclusions) <= 5, f"{len(conclusions)} conclusions")
    for conclusion in conclusions:
        page.expect(any(letter.isdigit() for letter in conclusion.text), f"no figure: {conclusion.text}")
    bottom = page.run("return document.querySelector('.conclusions ol').getBoundingClientRect().bottom")
    page.expect(bottom <= 900, f"the conclusions end at {bottom} px")
    page.expect(len(page.shown(".next li")) >= 3, "hardly a next step")
    tiles = page.run("""return [...document.querySelectorAll('.tile')].filter((tile) =>
        tile.scrollWidth > tile.clientWidth).map((tile) => tile.textContent)""")
    page.expect(tiles == [], f"figures that do not fit: {tiles}")
    page.open("#lang=en")
    tiles = page.run("""return [...document.querySelectorAll('.tile')].filter((tile) =>
        tile.scrollWidth > tile.clientWidth).map((tile) => tile.textContent)""")
    page.expect(tiles == [], f"figures that do not fit in English: {tiles}")


def dates_what_changed(page):
    """What changed says since when, and what that day is."""
    page.open()
    heading = page.one(".changes h3").text
    page.expect("20" in heading and "以来" in heading, heading)
    page.expect("上一次" in page.one(".changes .note").text, "does not say what day it is held against")
    line = page.one(".changes li[data-link]")
    line.click()
    page.expect(page.one("#every tr.selected").get_attribute("data-link") == line.get_attribute("data-link"),
                "a changed link does not select")


def draws_plots(page):
    """Each target has a mark of its kind's shape, named to the pointer; the others have their bars."""
    page.open()
    rows = {b.get_attribute("data-link"): b.get_attribute("data-kind") for b in page.all("#list tbody")}
    marks = {m.get_attribute("data-link"): m.get_attribute("data-kind") for m in page.all(".point")}
    page.expect(marks.items() <= rows.items() and len(marks) > 1, "marks that are no targets")
    shapes = page.run("""const shapes = {};
        for (const key of document.querySelectorAll('.scatter ~ *, .chart .keys path'))
            if (key.matches('path')) shapes[key.getAttribute('class')] = key.getAttribute('d');
        return shapes""")
    page.expect(len(set(shapes.values())) == len(shapes) >= 2, f"kinds of one shape: {list(shapes)}")
    front = page.one(".scatter .front").get_attribute("points").split()
    page.expect(len(front) >= 1, "no front")
    at = [[float(side) for side in point.split(",")] for point in front]
    page.expect(at == sorted(at), "the front turns back")
    mark = page.all(".point")[-1]
    page.run("arguments[0].scrollIntoView({block: 'center'})", mark)
    page.point_at(mark)
    tip = page.one("#tip")
    name = page.run("return arguments[0].getAttribute('data-tip-zh')", mark)
    page.expect(tip.is_displayed() and tip.text == name, f"the pointer is told {tip.text!r}")
    for row in page.run("""return [...document.querySelectorAll('#charts .bars .bar')].map((bar) =>
            [...bar.querySelectorAll('rect:not(.track)')].reduce((sum, r) => sum + r.width.baseVal.value, 0))"""):
        page.expect(0 < row <= 461, f"bars of {row}")
    heights = [float(c.get_attribute("cy")) for c in page.all(".curve circle")]
    page.expect(heights == sorted(heights, reverse=True) and heights, "the curve falls")


def stays_quick(page):
    """Opens and filters with little work; processor time, since waits depend on what else is running."""
    page.driver.execute_cdp_cmd("Performance.enable", {})

    def processor_time():
        metrics = page.driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
        return next(metric["value"] for metric in metrics if metric["name"] == "ThreadTime")

    page.open()
    # A page that is opened gets a process of its own, whose time this is.
    loaded = processor_time()
    page.expect(0 < loaded < 2, f"{loaded:.2f} s to load")
    before = processor_time()
    # From a letter to the rows that it leaves, painted.
    page.driver.execute_async_script("""const done = arguments[0];
        const box = document.getElementById('filter-text');
        const shown = document.getElementById('shown');
        const type = (texts) => {
          if (!texts.length) { done(); return; }
          new MutationObserver((_, observer) => {
            observer.disconnect();
            requestAnimationFrame(() => setTimeout(() => type(texts.slice(1))));
          }).observe(shown, {childList: true});
          box.value = texts[0];
          box.dispatchEvent(new Event('input', {bubbles: true}));
        };
        type(['电', '电池', '电池级', '']);""")
    typed = (processor_time() - before) / 4
    page.expect(0 < typed < 0.5, f"{typed:.2f} s for a letter")
