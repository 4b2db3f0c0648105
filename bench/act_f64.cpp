// SPDX-License-Identifier: MIT

#include "act_loops.hpp"

template bench::rival<double> bench::act_rival();
