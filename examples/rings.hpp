// SPDX-License-Identifier: MIT
#pragma once

// A task that no linear model solves, and a small network to solve it with: two lessons use them.

#include <Eigen/Core>
#include <act/act.hpp>
#include <cmath>
#include <numbers>

#include "lesson.hpp"

namespace lesson {

/// Points in the plane, one in each column, and whether each is in the inner ring.
struct rings {
  Eigen::MatrixXf points;
  Eigen::RowVectorXf inner;

  /// By turns in a disk of radius 1/2 and in a ring of radius 3/4 to 1.
  rings(Index count, normal& draw) : points(2, count), inner(count) {
    for (Index i = 0; i < count; ++i) {
      const double u = draw.uniform(), angle = 2 * std::numbers::pi * draw.uniform();
      inner[i] = i % 2 == 0;
      const double radius = i % 2 == 0 ? 0.5 * u : 0.75 + 0.25 * u;
      points(0, i) = static_cast<float>(radius * std::cos(angle));
      points(1, i) = static_cast<float>(radius * std::sin(angle));
    }
  }
};

/// The probability that a point is in the inner ring: sigmoid(v f(w x + b) + c).
template <class F>
struct rings_network {
  F f;
  Eigen::MatrixXf w;
  Eigen::VectorXf b;
  Eigen::RowVectorXf v;
  float c = 0;

  rings_network(const F& activation, Index units, normal& draw)
      : f(activation),
        w(draw.matrix(units, 2)),
        b(Eigen::VectorXf::Zero(units)),
        v(draw.matrix(1, units, 1 / std::sqrt(static_cast<double>(units)))) {}

  [[nodiscard]] Eigen::MatrixXf hidden(const Eigen::MatrixXf& x) const {
    return (w * x).colwise() + b;
  }
  [[nodiscard]] Eigen::RowVectorXf scores(const Eigen::MatrixXf& h) const {
    return (v * h).array() + c;
  }
  [[nodiscard]] Eigen::RowVectorXf operator()(const Eigen::MatrixXf& x) const {
    return act::sigmoid(scores(f(hidden(x))));
  }

  /// The mean cross-entropy: -ln sigmoid(s) inside and -ln sigmoid(-s) outside.
  [[nodiscard]] static float loss(const Eigen::RowVectorXf& scores, const rings& data) {
    return act::softplus((1 - 2 * data.inner.array()) * scores.array()).mean();
  }
  [[nodiscard]] float loss(const rings& data) const {
    return loss(scores(f(hidden(data.points))), data);
  }

  /// A step of gradient descent, where h = activate(z) and dz = backward(z, dh).
  template <class Activate, class Backward>
  void learn(const rings& data, float rate, const Activate& activate, const Backward& backward) {
    const Eigen::MatrixXf z = hidden(data.points), h = activate(z);
    const Eigen::RowVectorXf ds =
        (act::sigmoid(scores(h)) - data.inner) / static_cast<float>(data.inner.size());
    const Eigen::MatrixXf dh = v.transpose() * ds, dz = backward(z, dh);
    v -= rate * ds * h.transpose();
    c -= rate * ds.sum();
    w -= rate * dz * data.points.transpose();
    b -= rate * dz.rowwise().sum();
  }
  void learn(const rings& data, float rate) {
    learn(
        data, rate, [&](const auto& z) { return f(z); },
        [&](const auto& z, const auto& dh) { return f.backward(z, dh); });
  }
};

}  // namespace lesson
