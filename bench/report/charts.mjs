// SPDX-License-Identifier: MIT

// The charts, as specifications for Vega. The page and the pictures are made of the same.

/// Also the order of legends and tables.
const looks = {
  act: ['#d9480f', 'circle', 'act'],
  act_avx512: ['#d9480f', 'circle', 'act, AVX-512'],
  act_avx2: ['#f08c00', 'triangle-up', 'act, AVX2'],
  act_sse2: ['#e0a800', 'triangle-down', 'act, SSE2'],
  act_neon: ['#d9480f', 'triangle-right', 'act, NEON'],
  exact: ['#9c36b5', 'diamond', 'act::exact'],
  xsimd: ['#228be6', 'square', 'xsimd'],
  eigen: ['#2f9e44', 'square', 'Eigen'],
  sleef: ['#1098ad', 'cross', 'SLEEF'],
  onednn: ['#e64980', 'diamond', 'oneDNN'],
  xnnpack: ['#7568e8', 'triangle-up', 'XNNPACK'],
  std: ['#8d5524', 'circle', 'std::'],
  copy: ['#868e96', 'stroke', 'a copy'],
};
const order = Object.keys(looks);
const look = (rival) => looks[rival] ?? ['#74b816', 'cross', rival];
export const nameOf = (rival) => look(rival)[2];
const rank = (rival) => (order.indexOf(rival) + order.length + 1) % (order.length + 1);
const unique = (values) => [...new Set(values)];
const rivalsOf = (rows) => unique(rows.map((row) => row.rival)).sort((a, b) => rank(a) - rank(b));

const actOnTop = (rows) => rows.sort((a, b) => rank(b.rival) - rank(a.rival));

const inL1 = 1024;
const clip = 1e8;

const short = (x) => (x >= 100 ? Math.round(x).toLocaleString('en') : String(+x.toPrecision(3)));

export const title = (kind) =>
  kind.replace('f32', 'float').replace('f64', 'double').replaceAll('/', ', ').replaceAll('_', ' ');

/// Rows of functions in all runs, with what the charts show of them.
export function rowsOf(report, kind) {
  return report.runs.flatMap((run, index) =>
    run.rows.filter((row) => row.kind === kind && row.fn !== 'copy').map((row) => {
      const lines = [
        `${row.fn}, ${nameOf(row.rival)}, ${row.size.toLocaleString('en')} elements`,
        `${short(row.ns)} ns per element, ${short(1 / row.ns)} elements per ns`,
      ];
      if (row.cycles > 0) lines.push(`${short(row.cycles)} cycles per element`);
      if (row.bytes > 0) lines.push(`${short(row.bytes / row.ns)} GB/s`);
      if (row.ofCopy > 0) lines.push(`${short(100 * row.ofCopy)} % of the copy loop's speed`);
      if (row.error) lines.push(`largest error ${row.error} ulp`);
      if (report.runs.length > 1) lines.unshift(run.name);
      return { ...row, run: index, speed: 1 / row.ns, label: nameOf(row.rival),
        hint: lines.join('\n') };
    }));
}

/// By function, then by who computes, then by size.
export const inOrder = (rows) => {
  const functions = functionsOf(rows);
  return [...rows].sort((a, b) => functions.indexOf(a.fn) - functions.indexOf(b.fn) ||
    rank(a.rival) - rank(b.rival) || a.run - b.run || a.size - b.size);
};

export const functionsOf = (rows) => unique(rows.map((row) => row.fn));

/// float's values first, then what has most rows.
export function kindsOf(report) {
  const count = {};
  for (const { rows } of report.runs)
    for (const row of rows) if (row.fn !== 'copy') count[row.kind] = (count[row.kind] ?? 0) + 1;
  const weight = (kind) => (kind === 'f32/value' ? Infinity : count[kind]);
  return Object.keys(count).sort((a, b) => weight(b) - weight(a));
}

export const sizesOf = (rows) => {
  const sizes = unique(rows.map((row) => row.size)).sort((a, b) => a - b);
  return sizes.includes(inL1) ? unique([inL1, ...sizes]) : sizes;
};

export function theme(dark) {
  const [text, faint] = dark ? ['#c9d1d9', '#30363d'] : ['#30363d', '#dfe3e8'];
  return {
    background: dark ? '#0d1117' : '#ffffff',
    axis: { labelColor: text, titleColor: text, tickColor: faint, domainColor: faint,
      gridColor: faint, titleFontWeight: 'normal', labelFontSize: 11, titleFontSize: 11 },
    legend: { labelColor: text, labelFontSize: 11, symbolSize: 60, labelLimit: 0 },
    title: { color: text, subtitleColor: text, fontSize: 14, subtitleFontSize: 12, anchor: 'start',
      offset: 10, subtitlePadding: 4 },
    text: { fill: text, fontSize: 11 },
    rule: { stroke: text },
    style: { faint: { stroke: text, strokeOpacity: 0.45 } },
  };
}

const at = (kind, size) => `${title(kind)}, ${size.toLocaleString('en')} elements`;

/// The models, such as "AMD EPYC".
const processors = (report) =>
  unique(report.runs.map((run) => run.facts.processor.split(',')[0])).join(' and ');

const margins = 16;

const spec = (text, subtitle, width, height, rest) => ({
  description: `${text}: ${[subtitle].flat().join(', ')}`, title: { text, subtitle }, width, height,
  padding: margins / 2, ...rest,
});

const label = (signal) => ({ labels: { update: { text: { signal } } } });

const isReference = (value) => ['scale', 'signal', 'field'].some((key) => key in Object(value));

const enter = (values) => ({
  enter: Object.fromEntries(Object.entries(values).map(([name, value]) =>
    [name, isReference(value) ? value : { value }])),
});

const lookScales = (rivals) => [
  { name: 'color', type: 'ordinal', domain: rivals, range: rivals.map((r) => look(r)[0]) },
  { name: 'shape', type: 'ordinal', domain: rivals, range: rivals.map((r) => look(r)[1]) },
];

const legend = (rivals, width) => ({
  fill: 'color', stroke: 'color', shape: 'shape',
  encode: label(`{ ${rivals.map((r) => `'${r}': '${nameOf(r)}'`).join(', ')} }[datum.value]`),
  orient: 'bottom', direction: 'horizontal', offset: 12,
  columns: Math.max(2, Math.min(rivals.length, Math.floor(width / 105))), columnPadding: 14,
});

/// The second run is hollow. Transparent marks above make them easy to hit with a finger.
const points = (x, y, data) => [
  { from: { data }, type: 'symbol', encode: enter({
    x, y, shape: { scale: 'shape', field: 'rival' }, stroke: { scale: 'color', field: 'rival' },
    fill: { scale: 'color', field: 'rival' }, size: 50, strokeWidth: 1.5,
    fillOpacity: { signal: 'datum.run ? 0 : 1' } }) },
  { from: { data }, type: 'symbol', encode: enter({
    x, y, size: 260, fill: 'transparent', tooltip: { field: 'hint' } }) },
];

function ticks([low, high]) {
  const steps = high / low > 200 ? [1] : [1, 2, 5];
  const values = [];
  for (let e = -4; e < 12; ++e) for (const s of steps) values.push(+`${s}e${e}`);
  return values.filter((v) => v >= low && v <= high);
}

const logScale = (name, range, domain) => ({ name, type: 'log', range, domain });

/// The copy loop at each size: its own rows, or as it was measured beside the function, whose bytes
/// per second are the share ofCopy of the copy loop's.
function ceilingOf(report, kind, rows) {
  return report.runs.flatMap(({ rows: all }, run) => {
    const copies = all.filter((row) => row.fn === 'copy' && row.kind === kind);
    const beside = rows.filter((row) => row.run === run && row.ofCopy > 0);
    return unique([...copies, ...beside].map((row) => row.size)).map((size) => {
      const own = copies.filter((row) => row.size === size).map((row) => 1 / row.ns);
      const derived = beside.filter((row) => row.size === size).map((row) => row.speed / row.ofCopy)
        .sort((a, b) => a - b);
      const speed = own.length ? Math.max(...own) : derived[derived.length >> 1];
      return { rival: 'copy', run, size, speed,
        hint: `the copy loop, ${size.toLocaleString('en')} elements\n${short(speed)} elements per ns` };
    });
  });
}

function cacheMarks(report, row, [low, high]) {
  const each = row.member === 'in_place' ? row.bytes / 2 : row.bytes;
  const marks = report.runs.flatMap(({ caches }, run) =>
    caches.map(({ level, size }) => ({ run, label: `L${level}`, size: size / each })));
  return marks.filter((mark, i) => mark.size > low && mark.size < high &&
    marks.findIndex((m) => m.label === mark.label && m.size === mark.size) === i);
}

/// The name of each curve beside its end, no two closer than a line of text.
function endLabels(rows, [low, high], height) {
  const line = 13;
  const ends = unique(rows.map((row) => row.rival)).map((rival) => {
    const own = rows.filter((row) => row.rival === rival);
    const last = own.reduce((a, b) => (b.size > a.size ? b : a));
    return { rival, name: nameOf(rival),
      y: height * (1 - Math.log(last.speed / low) / Math.log(high / low)) };
  }).sort((a, b) => a.y - b.y);
  for (let i = 1; i < ends.length; ++i) ends[i].y = Math.max(ends[i].y, ends[i - 1].y + line);
  for (let i = ends.length - 1, most = height; i >= 0; --i, most -= line)
    ends[i].y = Math.min(ends[i].y, most);
  return ends;
}

/// Throughput over array size.
export function throughput(report, kind, fn, width) {
  const own = rowsOf(report, kind).filter((row) => row.fn === fn);
  const rows = actOnTop([...own, ...ceilingOf(report, kind, own)]);
  const rivals = rivalsOf(rows);
  const sizes = rows.map((row) => row.size);
  const speeds = rows.map((row) => row.speed);
  const domain = [Math.min(...sizes) / 1.5, Math.max(...sizes) * 1.5];
  const range = [Math.min(...speeds) / 2, Math.max(...speeds) * 1.6];
  const curves = rows.filter((row) => rows.filter((other) =>
    other.rival === row.rival && other.run === row.run).length > 2);
  const x = { scale: 'x', field: 'size' };
  const y = { scale: 'y', field: 'speed' };
  const height = 250;
  return spec(fn, [title(kind), processors(report)], width, height, {
    autosize: { type: 'fit-x', contains: 'padding' },
    padding: { left: margins / 2, top: margins / 2, bottom: margins / 2, right: margins / 2 + 82 },
    data: [
      { name: 'rows', values: rows }, { name: 'curves', values: curves },
      { name: 'caches', values: cacheMarks(report, own[0], domain) },
      { name: 'names', values: endLabels(rows.filter((row) => row.run === 0), range, height) },
    ],
    scales: [logScale('x', 'width', domain), logScale('y', 'height', range), ...lookScales(rivals)],
    axes: [
      { orient: 'bottom', scale: 'x', title: 'elements of the array', ticks: false,
        values: [64, 1024, 16384, 262144, 4194304, 67108864], labelOverlap: true,
        encode: label(`datum.value < 1024 ? datum.value : datum.value < 1048576
          ? datum.value / 1024 + ' Ki' : datum.value / 1048576 + ' Mi'`) },
      { orient: 'left', scale: 'y', title: 'elements per ns', grid: true, values: ticks(range),
        ticks: false, domain: false, format: '~r' },
    ],
    marks: [
      { type: 'text', from: { data: 'names' }, encode: enter({
        x: { signal: 'width + 8' }, y: { field: 'y' }, baseline: 'middle',
        fill: { scale: 'color', field: 'rival' }, text: { field: 'name' } }) },
      { type: 'rule', style: 'faint', from: { data: 'caches' }, encode: enter({
        x, y: 0, y2: { signal: 'height' }, strokeDash: [2, 3] }) },
      { type: 'text', from: { data: 'caches' }, encode: enter({
        x, y: { signal: 'height - 5 - 12 * datum.run' }, dx: 3, text: { signal: "'past ' + datum.label" } }) },
      { type: 'group',
        from: { facet: { name: 'curve', data: 'curves', groupby: ['rival', 'run'] } },
        marks: [{ type: 'line', from: { data: 'curve' }, sort: { field: 'x' }, encode: enter({
          x, y, stroke: { scale: 'color', field: 'rival' }, strokeWidth: 1.75,
          strokeDash: { signal: 'datum.run ? [5, 4] : [1, 0]' } }) }] },
      ...points(x, y, 'rows'),
    ],
  });
}

/// Panels side by side, as many as fit, each with room at its left for labels.
function panels(all, width, { least, room, gap, top }) {
  const columns = Math.max(1, Math.min(all.length, Math.floor((width + gap) / (least + gap))));
  const cell = Math.floor((width - gap * (columns - 1)) / columns);
  const plot = cell - room;
  const marks = [];
  let y = 0;
  for (let i = 0; i < all.length; i += columns) {
    const row = all.slice(i, i + columns);
    row.forEach(({ name, height, ...rest }, column) => marks.push({
      type: 'group', title: { text: name, fontSize: 12, offset: 4, frame: 'group' }, ...rest,
      signals: [{ name: 'width', value: plot }, { name: 'height', value: height }],
      encode: enter({ x: column * (cell + gap) + room, y, width: plot, height }) }));
    y += Math.max(...row.map((panel) => panel.height)) + top;
  }
  return { marks, height: y - top };
}

/// Bars across instruction sets and rivals, the fastest first; a panel for each function. Those
/// whose fastest are within a factor of three share a scale.
export function bars(report, kind, size, width) {
  const rows = rowsOf(report, kind).filter((row) => row.size === size);
  const runs = report.runs.length;
  const step = runs > 1 ? 22 : 15;
  const fastest = (fn) => Math.max(...rows.filter((row) => row.fn === fn).map((row) => row.speed));
  const limit = Math.max(...rows.map((row) => row.speed)) / 3;
  const functions = functionsOf(rows);
  const slow = functions.filter((fn) => fastest(fn) < limit);
  const longest = (fn) => Math.max(...(slow.includes(fn) ? slow : functions).map(fastest));
  const all = [...slow, ...functions.filter((fn) => !slow.includes(fn))].map((fn) => {
    const values = rows.filter((row) => row.fn === fn)
      .map((row) => ({ ...row, name: nameOf(row.rival), label: short(row.speed) }))
      .sort((a, b) => a.run - b.run || b.speed - a.speed);
    const names = unique(values.map((row) => row.name));
    const at = (part) =>
      ({ signal: `scale('y', datum.name) + (datum.run + ${part}) * bandwidth('y') / ${runs}` });
    const end = { scale: 'x', field: 'speed' };
    return {
      name: fn,
      height: names.length * step,
      data: [{ name: 'bars', values }],
      scales: [
        { name: 'x', type: 'linear', range: [0, { signal: 'width - 34' }],
          domain: [0, longest(fn)] },
        { name: 'y', type: 'band', domain: names, range: 'height', padding: 0.15 },
      ],
      axes: [
        { orient: 'left', scale: 'y', ticks: false, domain: false, labelPadding: 5 },
        { orient: 'bottom', scale: 'x', grid: true, tickCount: 4, ticks: false, domain: false },
      ],
      marks: [
        { type: 'rect', from: { data: 'bars' }, encode: enter({
          x: 0, x2: end, y: at(0), height: { signal: `bandwidth('y') / ${runs}` },
          fill: { scale: 'color', field: 'rival' }, tooltip: { field: 'hint' },
          fillOpacity: { signal: 'datum.run ? 0.45 : 1' } }) },
        { type: 'text', from: { data: 'bars' }, encode: enter({ x: end, y: at(0.5), dx: 4,
          baseline: 'middle', fontSize: 10, text: { field: 'label' } }) },
      ],
    };
  });
  const inner = width - margins;
  const { marks, height } = panels(all, inner, { least: 250, room: 86, gap: 20, top: 50 });
  return spec('Elements per ns: longer is faster', [at(kind, size), processors(report)], inner,
    height + 20, { scales: lookScales(rivalsOf(rows)), marks });
}

/// What has an error to show: functions that all compute exactly would be flat lines.
function withErrors(report, kind) {
  const known = rowsOf(report, kind).filter((row) => row.error && row.size === inL1)
    .map((row) => ({ ...row, ulp: Number(row.error.replace('inf', 'Infinity')) }))
    .map((row) => ({ ...row, shown: Math.min(Math.max(row.ulp, 0.4), clip) }));
  const telling = functionsOf(known.filter((row) => row.ulp > 0.5));
  return known.filter((row) => telling.includes(row.fn));
}

/// Error against speed, a panel for each function on common scales; nothing if no error is known.
export function errors(report, kind, width) {
  const rows = actOnTop(withErrors(report, kind));
  if (!rows.length) return undefined;
  const rivals = rivalsOf(rows);
  const speeds = rows.map((row) => row.speed);
  const domain = [Math.min(...speeds) / 1.6, Math.max(...speeds) * 1.6];
  const range = [0.3, 8 * Math.max(...rows.map((row) => row.shown))];
  const x = { scale: 'x', field: 'speed' };
  const y = { scale: 'y', field: 'shown' };
  const all = functionsOf(rows).map((fn) => ({
    name: fn,
    height: 200,
    data: [{ name: 'points', values: rows.filter((row) => row.fn === fn) }],
    scales: [logScale('x', 'width', domain), logScale('y', 'height', range)],
    axes: [
      { orient: 'bottom', scale: 'x', title: 'elements per ns', grid: true, values: ticks(domain),
        ticks: false, domain: false, format: '~r', labelOverlap: true },
      { orient: 'left', scale: 'y', title: 'largest error, ulp', grid: true,
        values: [1, 10, 100, 1e4, 1e6, 1e8], ticks: false, domain: false,
        encode: label("{ 1e4: '10⁴', 1e6: '10⁶', 1e8: '10⁸' }[datum.value] || datum.value") },
    ],
    marks: [
      ...points(x, y, 'points'),
    ],
  }));
  const inner = width - margins;
  const { marks, height } = panels(all, inner, { least: 300, room: 46, gap: 16, top: 62 });
  return spec('Largest error against speed', [`${at(kind, inL1)}; bottom right is best`,
    processors(report)], inner, height, {
    scales: lookScales(rivals), marks,
    legends: [{ ...legend(rivals, inner), orient: 'top', offset: 24 }],
  });
}

/// What the page begins with: of each function, the fastest form of act beside std and the fastest
/// other, at one size, and the errors of both. Of the first run.
export function conclusions(report, kind) {
  const rows = rowsOf(report, kind).filter((row) => row.run === 0 && row.size === inL1);
  return functionsOf(rows).flatMap((fn) => {
    const of = rows.filter((row) => row.fn === fn);
    const best = (some) => some.reduce((a, b) => (b?.ns < (a?.ns ?? Infinity) ? b : a), undefined);
    const act = best(of.filter((row) => /^act/.test(row.rival)));
    const other = best(of.filter((row) => !/^(act|exact)/.test(row.rival)));
    const plain = of.find((row) => row.rival === 'std');
    return act && other && plain ? [{ fn, act, other, plain }] : [];
  });
}
