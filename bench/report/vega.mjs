// SPDX-License-Identifier: MIT

// The parts of Vega that the charts use. The whole cannot be bundled from Debian 12's packages, which
// lack what its maps and Voronoi cells are made of.

import { transforms } from 'vega-dataflow';
import * as encode from 'vega-encode';
import * as data from 'vega-transforms';
import * as layout from 'vega-view-transforms';

Object.assign(transforms, data, encode, layout);

export { parse } from 'vega-parser';
export { View } from 'vega-view';
