// SPDX-License-Identifier: MIT

#include "unit.hpp"

namespace act::inline ACT_ABI::dispatch {

template void compile_list<set, float>(functions);
template void compile_others<set, float>();

}  // namespace act::inline ACT_ABI::dispatch
