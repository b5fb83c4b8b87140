"""A region's report.html in Chromium, as a reader has it before them."""

from selenium import webdriver
from selenium.webdriver import ActionChains
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

# What takes longer never happens; machines are slow at times.
PATIENCE = 300

def browser(width=1280, height=900, script=True):
    options = webdriver.ChromeOptions()
    # Without its sandbox, since containers seldom allow it one.
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                     f"--window-size={width},{height}"]:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    driver.set_script_timeout(PATIENCE)
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

    def wait(self, condition):
        WebDriverWait(self.driver, PATIENCE).until(lambda _: condition())

    def fragment(self):
        return self.run("return location.hash")

    def logs(self):
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def point_at(self, element):
        ActionChains(self.driver).move_to_element(element).perform()

    def rows(self):
        return self.shown("#list tbody")
