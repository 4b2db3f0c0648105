// SPDX-License-Identifier: MIT

// What runs in the page.

import * as charts from './charts.mjs';
import { parse, View } from './vega.mjs';

const report = JSON.parse(document.getElementById('data').textContent);
const dark = matchMedia('(prefers-color-scheme: dark)');
const find = (id) => document.getElementById(id);
const kind = find('kind'), size = find('size'), tip = find('tip'), table = find('table');
let views = [];

function element(tag, text, parent) {
  const e = document.createElement(tag);
  e.textContent = text;
  parent.append(e);
  return e;
}

function fill(select, values, text) {
  select.replaceChildren();
  for (const value of values) element('option', text(value), select).value = value;
}

function showTip(_, event, item, text) {
  tip.hidden = !text;
  if (!text) return;
  tip.textContent = text;
  const left = Math.min(event.clientX + 12, innerWidth - tip.offsetWidth - 8);
  tip.style.left = `${scrollX + Math.max(4, left)}px`;
  tip.style.top = `${scrollY + event.clientY + 16}px`;
}

function draw(place, make) {
  const figure = element('figure', '', find(place));
  const spec = make(figure.clientWidth);
  find(place).parentElement.hidden = !spec;
  if (!spec) return figure.remove();
  const view = new View(parse(spec, charts.theme(dark.matches)),
    { renderer: 'svg', container: figure });
  views.push(view.tooltip(showTip));
  return view.runAsync();
}

/// window.drawn tells who prints the page, or checks it, that all is drawn.
function drawAll() {
  for (const view of views) view.finalize();
  views = [];
  tip.hidden = true;
  for (const section of document.querySelectorAll('section')) section.hidden = false;
  for (const place of ['bars', 'errors', 'throughput']) find(place).replaceChildren();
  window.drawn = Promise.all([
    draw('bars', (width) => charts.bars(report, kind.value, Number(size.value), width)),
    draw('errors', (width) => charts.errors(report, kind.value, width)),
    ...charts.functionsOf(charts.rowsOf(report, kind.value)).map((fn) =>
      draw('throughput', (width) => charts.throughput(report, kind.value, fn, width))),
  ]);
}

const columns = {
  run: (row) => report.runs[row.run].name,
  function: (row) => row.fn,
  rival: (row) => row.rival,
  elements: (row) => row.size.toLocaleString('en'),
  'ns per element': (row) => row.ns.toPrecision(3),
  'elements per ns': (row) => row.speed.toPrecision(3),
  'cycles per element': (row) => row.cycles?.toPrecision(3) ?? '',
  'of copy speed': (row) => row.ofCopy?.toPrecision(2) ?? '',
  'largest error, ulp': (row) => row.error ?? '',
};

function fillTable() {
  table.replaceChildren();
  if (!find('figures').open) return;
  element('caption', charts.title(kind.value), table);
  const used = Object.keys(columns).filter((name) => name !== 'run' || report.runs.length > 1);
  const head = element('tr', '', element('thead', '', table));
  for (const name of used) element('th', name, head).scope = 'col';
  const body = element('tbody', '', table);
  for (const row of charts.rowsOf(report, kind.value)) {
    const line = element('tr', '', body);
    for (const name of used) element('td', columns[name](row), line);
  }
}

function choose() {
  const sizes = charts.sizesOf(charts.rowsOf(report, kind.value));
  fill(size, sizes, (n) => `${n.toLocaleString('en')} elements`);
  fillTable();
  drawAll();
}

fill(kind, charts.kindsOf(report), charts.title);
kind.onchange = choose;
size.onchange = drawAll;
find('figures').ontoggle = fillTable;
dark.onchange = drawAll;
let width = innerWidth;
window.onresize = () => {
  if (innerWidth !== width) drawAll();
  width = innerWidth;
};
choose();
