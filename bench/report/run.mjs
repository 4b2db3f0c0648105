// SPDX-License-Identifier: MIT

// What the benchmark recorded, as rows.

import { readFileSync } from 'node:fs';

const types = { float: 'f32', double: 'f64' };

/// A sentence for the user, who has given something that no report can be made of.
export class Refusal extends Error {}

const advice = 'record one with act_bench --table --benchmark_out=FILE';

function parse(path) {
  const text = readFileSync(path, 'utf8');
  try {
    const run = JSON.parse(text);
    if (run.context && Array.isArray(run.benchmarks)) return run;
  } catch {
    // Cut short, or something else altogether.
  }
  throw new Refusal(`${path} is not a whole run of Google Benchmark; ${advice}`);
}

/// Google Benchmark appends min_time:0.010 and the like to names.
function toRow(entry, own) {
  const parts = String(entry.run_name).split('/').filter((part) => !part.includes(':'));
  const [fn, type, member, rival, size, input = 'ordinary'] = parts;
  const ns = entry['time/element'] * 1e9;
  const known = entry.run_type === 'iteration' && Object.values(types).includes(type);
  if (!known || !(size > 0) || !(ns > 0)) return null;
  return {
    fn, type, member, rival: rival === 'act' ? own : rival, input, ns,
    kind: `${type}/${member}${input === 'ordinary' ? '' : `/${input}`}`,
    size: Number(size),
    cycles: entry['cycles/element'],
    ofCopy: entry.of_copy_speed,
    bytes: Math.round(entry.bytes_per_second / entry.items_per_second),
  };
}

function bestRows(benchmarks, own) {
  const best = new Map();
  for (const row of benchmarks.map((entry) => toRow(entry, own))) {
    if (!row) continue;
    const key = [row.fn, row.kind, row.rival, row.size].join('/');
    if (!(best.get(key)?.ns <= row.ns)) best.set(key, row);
  }
  return [...best.values()];
}

/// The largest errors by rival, function, type and member. Instruction sets with fused
/// multiply-adds give the same bits, those without have rows of their own.
export function readErrors(path) {
  const errors = new Map();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const cells = line.split('|').map((cell) => cell.trim());
    const [, library, fn, member, type, , error, , , , , , on] = cells;
    if (!types[type]) continue;
    const name = library === 'act::exact' ? 'exact' : library.match(/\w+/)[0].toLowerCase();
    const rival = library === 'act' && /^sse/.test(on) ? 'act without fma' : name;
    errors.set([rival, fn, types[type], member].join('/'), error);
  }
  return errors;
}

function errorRival(rival, arch) {
  if (!rival.startsWith('act')) return rival;
  const set = rival.match(/^act_(sse2|avx2|avx512|neon)$/)?.[1] ?? arch;
  return /^(sse.*|avx)$/.test(set) ? 'act without fma' : 'act';
}

export function readRun(path, errors) {
  const { context, benchmarks } = parse(path);
  const arch = context.compiler?.match(/for (\S+)$/)?.[1] ?? '';
  // What the compiler makes of the headers is one with act::dispatch's loops for the same set.
  const set = arch.match(/avx512|avx2|sse2|neon/)?.[0];
  const rows = bestRows(benchmarks, set ? `act_${set}` : 'act');
  if (!rows.some((row) => row.fn !== 'copy'))
    throw new Refusal(`${path} has no run such as tanh/f32/value/act/1024; ${advice}`);
  for (const row of rows)
    row.error = errors.get([errorRival(row.rival, arch), row.fn, row.type, row.member].join('/'));
  const caches = (context.caches ?? []).filter((cache) => cache.type !== 'Instruction');
  return {
    rows,
    name: path.split('/').slice(-2).join('/'),
    facts: {
      processor: context.processor ?? `${context.num_cpus} cores`,
      compiler: context.compiler ?? 'not recorded',
      libraries: context.libraries ?? 'not recorded',
      time: context.time ?? context.date,
    },
    caches: caches.map(({ level, size }) => ({ level, size })),
  };
}
