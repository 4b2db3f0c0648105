// SPDX-License-Identifier: MIT

// What runs in the page.

import * as charts from './charts.mjs';
import { parse, View } from './vega.mjs';

const report = JSON.parse(document.getElementById('data').textContent);
const dark = matchMedia('(prefers-color-scheme: dark)');
const find = (id) => document.getElementById(id);
const kind = find('kind'), size = find('size'), tip = find('tip'), table = find('table');
const summary = find('summary'), words = find('words');
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
  for (const section of document.querySelectorAll('section:not(#conclusion)')) section.hidden = false;
  for (const place of ['bars', 'errors', 'throughput']) find(place).replaceChildren();
  window.drawn = Promise.all([
    draw('bars', (width) => charts.bars(report, kind.value, Number(size.value), width)),
    draw('errors', (width) => charts.errors(report, kind.value, width)),
    ...charts.functionsOf(charts.rowsOf(report, kind.value)).map((fn) =>
      draw('throughput', (width) => charts.throughput(report, kind.value, fn, width))),
  ]);
}

const fixed = (x, digits) => x?.toFixed(digits) ?? '';

/// A text for each column, or a number with so many decimals.
const columns = {
  run: (row) => report.runs[row.run].name,
  function: (row) => row.fn,
  'computed by': (row) => row.label,
  elements: (row) => row.size.toLocaleString('en'),
  'ns per element': (row) => fixed(row.ns, 3),
  'elements per ns': (row) => fixed(row.speed, 2),
  'cycles per element': (row) => fixed(row.cycles, 2),
  'of copy speed, %': (row) => fixed(row.ofCopy * 100, 0),
  'largest error, ulp': (row) => inWords(row.error),
};
const isText = (name) => ['run', 'function', 'computed by'].includes(name);

function fillRows(place, names, rows) {
  const head = element('tr', '', element('thead', '', place));
  for (const name of names) element('th', name, head).scope = 'col';
  const body = element('tbody', '', place);
  for (const cells of rows) {
    const line = element('tr', '', body);
    cells.forEach((cell, i) => element('td', cell, line).className = isText(names[i]) ? 'text' : '');
  }
  [...head.children].forEach((th, i) => th.className = isText(names[i]) ? 'text' : '');
}

/// Above 10^5 ulp a float has no right digit.
function inWords(error) {
  if (error === undefined) return '';
  const ulp = Number(error.replace('inf', 'Infinity'));
  return ulp > 1e5 ? 'no right digit' : ulp.toFixed(2);
}

function fillTable() {
  table.replaceChildren();
  if (!find('figures').open) return;
  element('caption', charts.title(kind.value), table);
  const used = Object.keys(columns).filter((name) => name !== 'run' || report.runs.length > 1);
  const rows = charts.inOrder(charts.rowsOf(report, kind.value));
  fillRows(table, used, rows.map((row) => used.map((name) => columns[name](row))));
}

const range = (values) => {
  const [low, high] = [Math.min(...values), Math.max(...values)]
    .map((x) => (x < 9.95 ? x.toFixed(1) : x.toFixed(0)));
  return low === high ? low : `${low} to ${high}`;
};

/// Three sentences and a table of what the charts below show of arrays in the first-level cache.
function conclude() {
  summary.replaceChildren();
  words.textContent = '';
  const all = charts.conclusions(report, kind.value);
  find('conclusion').hidden = !all.length;
  if (!all.length) return;
  const ratio = ({ act, other }) => other.ns / act.ns;
  const overStd = ({ act, plain }) => plain.ns / act.ns;
  const inexact = all.filter(({ act }) => Number(act.error) > 0.5);
  const computed = inexact.length ? inexact : all;
  const slower = all.filter((each) => ratio(each) < 0.95);
  const worst = Math.max(...computed.map(({ act }) => Number(act.error ?? 0)));
  const lost = inexact.filter(({ other }) => Number(other.error) > 1e5).map(({ fn }) => fn);
  const sentences = [
    `On one core of the processor above, ${computed.map(({ fn }) => fn).join(', ')} of 1,024 elements ` +
    `are ${range(computed.map(overStd))} times as fast with act as with a plain loop and std::, and ` +
    `${range(computed.map(ratio))} times as fast as with the fastest other library.`,
    worst > 0 ? `act's largest error is ${worst.toFixed(2)} ulp` + (lost.length
      ? `; the fastest other loses all digits somewhere for ${lost.join(', ')}.` : '.') : '',
    slower.length ? `act is slower than the fastest other for ${slower.map(({ fn }) => fn).join(', ')}: ` +
      'where a function costs no more than a copy, it pays for passing NaN through.'
      : 'No function is slower than with the fastest other.',
  ];
  words.textContent = sentences.filter(Boolean).join(' ');
  const names = ['function', 'times std::', 'times the best other', 'computed by',
    'act, largest error', 'best other, largest error'];
  fillRows(summary, names, all.map((each) => [each.fn, fixed(overStd(each), 1), fixed(ratio(each), 2),
    each.other.label, inWords(each.act.error), inWords(each.other.error)]));
  summary.querySelectorAll('th')[3].textContent = 'which is';
}

function choose() {
  const sizes = charts.sizesOf(charts.rowsOf(report, kind.value));
  fill(size, sizes, (n) => `${n.toLocaleString('en')} elements`);
  conclude();
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
