// SPDX-License-Identifier: MIT
#pragma once

// The activations and their binding to Eigen: dense expressions as arguments, and what needs the
// shape of arrays.

#include <act/eigen/assign.hpp>      // IWYU pragma: export
#include <act/eigen/expression.hpp>  // IWYU pragma: export
#include <act/eigen/parallel.hpp>    // IWYU pragma: export
#include <act/eigen/prelu.hpp>       // IWYU pragma: export
#include <act/functions.hpp>         // IWYU pragma: export
