// SPDX-License-Identifier: MIT

// Makes the page of a run, or of two, opens it in a headless Chromium, as wide as a screen and as a
// phone, and looks for what a reader would miss: node check.mjs RUN.json [SECOND.json]

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

const widths = [1280, 360];
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--window-size=1400,1000', '--virtual-time-budget=60000', '--dump-dom'];

/// Runs in the page, before all else.
function watch() {
  window.problems = [];
  const note = (...what) => window.problems.push(what.map(String).join(' '));
  console.error = console.warn = note;
  window.addEventListener('error', (event) => note(event.message));
  window.addEventListener('unhandledrejection', (event) => note(event.reason));
}

/// Runs in the page, after all else, and tells the page around it what it has found.
async function probe() {
  const functions = [];
  const note = (what) => window.problems.push(`${kind.value}: ${what}`);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const kind = document.getElementById('kind');
  const tip = document.getElementById('tip');
  const tipOf = (mark) => {
    tip.hidden = true;
    mark.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = mark.getBoundingClientRect();
    const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true };
    const hit = document.elementFromPoint(at.clientX, at.clientY);
    hit?.dispatchEvent(new MouseEvent('mousemove', at));
    return tip.hidden ? '' : tip.textContent;
  };
  try {
    document.getElementById('figures').open = true;
    for (const { value } of [...kind.options]) {
      kind.value = value;
      kind.onchange();
      await window.drawn;
      for (const chart of all('figure')) {
        const mark = all('.mark-rect.role-mark path', chart)[0] ??
          all('.mark-symbol.role-mark path', chart).at(-1);
        if (!mark || !/\d elements per ns/.test(tipOf(mark)))
          note(`${chart.ariaLabel} shows no values`);
      }
      functions.push(...all('#throughput figure').map((chart) => chart.ariaLabel.split(':')[0]));
      if (!all('tbody tr').length) note('no table');
      const drawn = all('figure, table').map((each) => each.outerHTML).join();
      if (/NaN|undefined|Infinity/.test(drawn)) note('a number is missing');
      if (document.documentElement.scrollWidth > innerWidth) note('wider than the screen');
    }
    for (const { name } of performance.getEntriesByType('resource')) note(`loads ${name}`);
  } catch (error) {
    note(error.stack);
  }
  parent.postMessage({ width: innerWidth, functions, problems: window.problems }, '*');
}

function open(page, folder) {
  const script = (code) => `<script>${code}</script>`;
  writeFileSync(`${folder}/probed.html`,
    page.replace('<head>', () => `<head>${script(`(${watch})()`)}`) + script(`(${probe})()`));
  const show = `onmessage = ({ data }) =>
    found.append(encodeURIComponent(JSON.stringify(data)) + '\\n')`;
  writeFileSync(`${folder}/frames.html`, `<pre id="found"></pre>${script(show)}` +
    widths.map((w) => `<iframe src="probed.html" width="${w}" height="800"></iframe>`).join(''));
  const dom = execFileSync(process.env.CHROMIUM ?? 'chromium',
    [...flags, `--user-data-dir=${folder}/profile`, `file://${folder}/frames.html`],
    { encoding: 'utf8', timeout: 120000, maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'ignore'] });
  const lines = dom.match(/<pre id="found">([^<]*)/)[1].trim().split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(decodeURIComponent(line)));
}

const paths = process.argv.slice(2);
const folder = mkdtempSync(`${tmpdir()}/report-`);
try {
  const program = fileURLToPath(new URL('report.mjs', import.meta.url));
  execFileSync('node', [program, ...paths, '--out', folder], { stdio: 'inherit' });
  const entries = paths.flatMap((path) => JSON.parse(readFileSync(path)).benchmarks);
  const names = entries.map(({ run_name: name }) => name.match(/^(\w+)\/f(32|64)\//)?.[1]);
  const expected = new Set(names.filter(Boolean));
  expected.delete('copy');
  const found = open(readFileSync(`${folder}/report.html`, 'utf8'), folder);
  assert.deepEqual(found.map((each) => each.width).sort(), [...widths].sort(), 'not finished');
  for (const { width, functions, problems } of found) {
    assert.deepEqual(problems, [], `at ${width} pixels`);
    assert.deepEqual([...new Set(functions)].sort(), [...expected].sort(), 'functions with a chart');
  }
  console.log(`${expected.size} functions, each with its chart, at ${widths.join(' and ')} pixels`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
