// SPDX-License-Identifier: MIT
#pragma once

namespace bench {

/// Times training steps of dense layers, and prints a table of them.
void print_layers();

}  // namespace bench
