// SPDX-License-Identifier: MIT
#pragma once

// All of act: the activations, for scalars, batches, arrays and Eigen's expressions.

#include <act/array/transform.hpp>  // IWYU pragma: export
#include <act/eigen.hpp>            // IWYU pragma: export
#include <act/version.hpp>          // IWYU pragma: export
