"""Measures the text of diagrams as Chromium shows them.

Takes a folder of SVG files. The last line that it prints is JSON: what is wrong in each file, by the
file's name; an empty list where every text stands in its own box, none touches another one, no box crosses
a heading and no arrow the title or the key, and every text stands out from its ground by 4.5 to 1.

The ink of a text counts, not its line: fonts for Chinese have lines half as high again as their
letters. All lengths are points of the diagram.
"""

import json
import pathlib
import sys

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

MEASURE = r"""
// Letters may miss their box by so much, since Graphviz and the browser round differently.
const slack = 0.5;
const wrong = [];
const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas').getContext('2d');
const kind = (element) => {
  for (let up = element; up && up.getAttribute; up = up.parentNode)
    if (up.tagName === 'g' && ['node', 'edge', 'cluster', 'graph'].includes(up.getAttribute('class')))
      return up;
  return null;
};

// The box of what a text element inks.
function ink(text) {
  const style = getComputedStyle(text);
  // Twenty times as large, since the browser rounds ink to whole pixels.
  canvas.font = `${style.fontWeight} ${20 * parseFloat(style.fontSize)}px ${style.fontFamily}`;
  const measure = canvas.measureText(text.textContent);
  const width = text.getComputedTextLength();
  const anchor = style.textAnchor;
  const at = text.x.baseVal[0].value, base = text.y.baseVal[0].value;
  const start = anchor === 'middle' ? at - width / 2 : anchor === 'end' ? at - width : at;
  // Blanks at the ends ink nothing.
  const words = text.textContent.replace(/^ +| +$/g, '');
  const blank = words.length - words.trimStart().length, trimmed = words.trim().length;
  const left = start + (blank ? text.getSubStringLength(0, blank) : 0);
  return {left, right: left + (trimmed ? text.getSubStringLength(blank, trimmed) : 0), top: base - measure.actualBoundingBoxAscent / 20,
          bottom: base + measure.actualBoundingBoxDescent / 20, words};
}
function box(shape) {
  const {x, y, width, height} = shape.getBBox();
  return {left: x, right: x + width, top: y, bottom: y + height};
}
const inside = (inner, outer, slack) =>
  inner.left >= outer.left - slack && inner.right <= outer.right + slack &&
  inner.top >= outer.top - slack && inner.bottom <= outer.bottom + slack;
const apart = (one, other, slack) =>
  one.right <= other.left + slack || other.right <= one.left + slack ||
  one.bottom <= other.top + slack || other.bottom <= one.top + slack;
const middle = (it) => [(it.left + it.right) / 2, (it.top + it.bottom) / 2];
const area = (it) => (it.right - it.left) * (it.bottom - it.top);

const graph = document.querySelector('g.graph');
const paper = box(graph.querySelector('polygon'));
const texts = [...document.querySelectorAll('text')].filter((it) => it.textContent.trim()).map((element) =>
  ({...ink(element), element, group: kind(element), kind: kind(element).getAttribute('class')}));
const shapes = [...document.querySelectorAll('polygon, path')]
  .filter((shape) => !shape.closest('defs') && kind(shape)?.getAttribute('class') !== 'edge')
  .map((element) => ({...box(element), element, group: kind(element)}));
const frames = [...document.querySelectorAll('g.node')].map((node) => {
  const shape = [...node.querySelectorAll('polygon, path')].find((it) => !it.closest('defs'));
  return shape && {...box(shape), node, name: node.querySelector('title').textContent};
}).filter(Boolean);

for (const text of texts) {
  if (!inside(text, paper, slack)) wrong.push(`"${text.words}" leaves the paper`);
  // The smallest shape around its middle: a badge, else the box of its node.
  const [x, y] = middle(text);
  const around = shapes.filter((it) => it.group === text.group && it.element.tagName === 'polygon' &&
    x > it.left && x < it.right && y > it.top && y < it.bottom &&
    it.element !== graph.querySelector('polygon'));
  around.sort((one, other) => area(one) - area(other));
  if (text.kind === 'node' && !around.length) wrong.push(`"${text.words}" stands outside of its box`);
  if (around.length && !inside(text, around[0], slack)) {
    const over = [around[0].left - text.left, text.right - around[0].right,
                  around[0].top - text.top, text.bottom - around[0].bottom];
    wrong.push(`"${text.words}" overflows its box by ${Math.max(...over).toFixed(1)}`);
  }
}

texts.sort((one, other) => one.left - other.left);
for (let first = 0; first < texts.length; first++)
  for (let next = first + 1; next < texts.length && texts[next].left < texts[first].right; next++)
    if (!apart(texts[first], texts[next], slack))
      wrong.push(`"${texts[first].words}" and "${texts[next].words}" overlap`);

// Headings of frames, the title, the key, and the numbers at arrows; no arrow crosses title or key.
for (const text of texts.filter((it) => it.kind !== 'node'))
  for (const frame of frames)
    if (!apart(text, frame, slack)) wrong.push(`"${text.words}" is crossed by the box ${frame.name}`);
const headings = texts.filter((it) => it.kind === 'graph');
for (const edge of document.querySelectorAll('g.edge path')) {
  const length = edge.getTotalLength();
  const reach = box(edge);
  const near = headings.filter((it) => !apart(it, reach, 0));
  if (!near.length) continue;
  const crossed = new Set();
  for (let step = 0; step <= length; step += 1) {
    const {x, y} = edge.getPointAtLength(step);
    for (const it of near)
      if (x > it.left && x < it.right && y > it.top && y < it.bottom) crossed.add(it.words);
  }
  for (const words of crossed)
    wrong.push(`"${words}" is crossed by ${edge.parentNode.closest('g.edge').querySelector('title').textContent}`);
}

// Contrast after WCAG 2: text against everything painted under it.
const channels = (color) => color.match(/[\d.]+/g).slice(0, 3).map(Number);
const luminance = (color) => {
  const [red, green, blue] = channels(color).map((it) => {
    const value = it / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const fills = (element) => {
  const fill = getComputedStyle(element).fill;
  const gradient = fill.match(/url\("?#([^")]+)/);
  if (gradient) return [...document.getElementById(gradient[1]).querySelectorAll('stop')]
    .map((stop) => getComputedStyle(stop).stopColor);
  return fill === 'none' || (fill.startsWith('rgba') && fill.endsWith(', 0)')) ? [] : [fill];
};
const painted = shapes.filter((it) => it.element.tagName === 'polygon' && fills(it.element).length);
for (const text of texts) {
  const [x, y] = middle(text);
  const under = painted.filter((it) => x > it.left && x < it.right && y > it.top && y < it.bottom);
  const ground = under.at(-1);
  const color = luminance(getComputedStyle(text.element).fill);
  for (const fill of ground ? fills(ground.element) : ['rgb(255,255,255)']) {
    const other = luminance(fill);
    const ratio = (Math.max(color, other) + 0.05) / (Math.min(color, other) + 0.05);
    if (ratio < 4.5) wrong.push(`"${text.words}" stands out by ${ratio.toFixed(2)} only`);
  }
}
return [...new Set(wrong)];
"""


def main(folder):
    options = webdriver.ChromeOptions()
    # Without its sandbox, since containers seldom allow it one.
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]:
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    findings = {}
    try:
        for picture in sorted(pathlib.Path(folder).glob("*.svg")):
            driver.get(picture.resolve().as_uri())
            findings[picture.name] = driver.execute_script(MEASURE)
    finally:
        driver.quit()
    print(json.dumps(findings))


if __name__ == "__main__":
    main(sys.argv[1])
