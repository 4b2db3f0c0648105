// SPDX-License-Identifier: MIT

#include "act_loops.hpp"

bench::rival<float> bench::exact_rival() {
  return {"exact", "", loops_for_all<act_loops, float>(exact_functions{}), false};
}
