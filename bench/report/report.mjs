// SPDX-License-Identifier: MIT

// Makes a page and pictures of a run of act_bench, or of two side by side:
//   node report.mjs RUN.json [SECOND.json] --out FOLDER
// Takes Debian's node-vega, and esbuild, which puts Vega into the page.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as charts from './charts.mjs';
import { readErrors, readRun, Refusal } from './run.mjs';

const usage = 'node report.mjs RUN.json [SECOND.json] --out FOLDER';
const packages = 'apt-get install --no-install-recommends nodejs node-vega esbuild';
const pictureWidth = 860;

const place = (name) => fileURLToPath(new URL(name, import.meta.url));

function parseArguments(args) {
  const out = args.indexOf('--out');
  const [folder] = out < 0 ? [] : args.splice(out, 2).slice(1);
  if (!folder || args.length < 1 || args.length > 2 || args.some((arg) => arg.startsWith('-')))
    throw new Refusal(`give one run or two, and a folder: ${usage}`);
  return { folder, paths: args };
}

function bundle(source, format) {
  const env = { ...process.env, NODE_PATH: '/usr/share/nodejs' };
  const args = ['--bundle', '--minify', '--log-level=error', '--charset=utf8',
    `--format=${format}`];
  try {
    const options = { env, encoding: 'utf8', maxBuffer: 1e8 };
    return execFileSync('esbuild', [place(source), ...args], options);
  } catch (error) {
    throw new Refusal(`cannot bundle Vega (${error.code ?? 'see above'}): ${packages}`);
  }
}

function licences() {
  const docs = '/usr/share/doc/';
  const names = readdirSync(docs).filter((name) => /^node-(vega|d3-.*)$/.test(name));
  return names.map((name) => readFileSync(`${docs}${name}/copyright`, 'utf8')).join('\n\n');
}

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function factsOf({ name, facts }, index, count) {
  const marks = ['solid lines, full points and bars', 'dashed lines, hollow points, pale bars'];
  const rows = Object.entries(count > 1 ? { run: `${name}: ${marks[index]}`, ...facts } : facts);
  return `<dl>${rows.map(([k, v]) => `<dt>${k}</dt><dd>${escape(v)}</dd>`).join('')}</dl>`;
}

function page(report) {
  const parts = {
    facts: report.runs.map((run, i) => factsOf(run, i, report.runs.length)).join(''),
    data: JSON.stringify(report).replaceAll('<', '\\u003c'),
    licences: licences().replaceAll('</script', ''),
    program: bundle('page.mjs', 'iife'),
  };
  return readFileSync(place('page.html'), 'utf8').replace(/<!--(\w+)-->/g, (_, part) => parts[part]);
}

async function pictures(report) {
  const code = Buffer.from(bundle('vega.mjs', 'esm')).toString('base64');
  const { parse, View } = await import(`data:text/javascript;base64,${code}`);
  const [kind] = charts.kindsOf(report);
  const rows = charts.rowsOf(report, kind);
  const specs = { overview: charts.bars(report, kind, charts.sizesOf(rows)[0], pictureWidth) };
  const errors = charts.errors(report, kind, pictureWidth);
  if (errors) specs.errors = errors;
  for (const fn of charts.functionsOf(rows))
    specs[`throughput_${fn}`] = charts.throughput(report, kind, fn, pictureWidth);
  // White with round corners, which suits a light page and a dark one.
  const svg = async (spec) => {
    const text = await new View(parse(spec, charts.theme(false)), { renderer: 'none' }).toSVG();
    return text.replace('<rect ', '<rect rx="8" ');
  };
  return Promise.all(Object.entries(specs).map(
    async ([name, spec]) => [`${name}.svg`, await svg(spec)]));
}

try {
  const { folder, paths } = parseArguments(process.argv.slice(2));
  const errors = readErrors(place('../../tests/exhaustive/accuracy.md'));
  const report = { runs: paths.map((path) => readRun(path, errors)) };
  const files = [['report.html', page(report)], ...await pictures(report)];
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) writeFileSync(`${folder}/${name}`, text);
  console.log(`The page: ${folder}/report.html`);
} catch (error) {
  if (!(error instanceof Refusal) && !error.syscall) throw error;
  console.error(`report.mjs: ${error.message}${error.syscall ? `; use ${usage}` : ''}`);
  process.exitCode = 1;
}
