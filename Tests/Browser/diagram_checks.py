"""What a reader does with the diagrams."""

from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys


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
    # What is drawn beside the links, such as the legend, is none to select.
    page.run("""const known = new Set([...document.querySelectorAll('#every tr')].map((r) => r.dataset.link));
        for (const node of document.querySelectorAll('.sheet .node'))
            if (!known.has(node.dataset.link)) node.dispatchEvent(new MouseEvent('click', {bubbles: true}))""")
    page.expect(not page.all(".selected") and not page.one("#selection").is_displayed(), "the legend is a link")
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
    # One with both, that both be seen.
    ends = [link for link in dict.fromkeys(end for pair in edge for end in pair)
            if {link} <= {a for a, _ in edge} & {b for _, b in edge}]
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

    for role, expected in [("supplier", {a for a, b in edge if b == link}),
                           ("buyer", {b for a, b in edge if a == link})]:
        page.expect(set(lit(role)) == expected, f"{link}: {role} {lit(role)} and not {sorted(expected)}")


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
