// SPDX-License-Identifier: MIT

#include "unit.hpp"

namespace act::inline ACT_ABI::dispatch {

template void compile_list<set, double>(functions);
template void compile_others<set, double>();

}  // namespace act::inline ACT_ABI::dispatch
