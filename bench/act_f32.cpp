// SPDX-License-Identifier: MIT

#include "act_loops.hpp"

template bench::rival<float> bench::act_rival();
