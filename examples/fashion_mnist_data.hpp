// SPDX-License-Identifier: MIT
#pragma once

// Reads the data of fashion_mnist.cpp: four gzip-compressed files in the IDX format.

#include <zlib.h>

#include <Eigen/Core>
#include <algorithm>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>

namespace fashion_mnist {

using Eigen::Index;
using bytes = Eigen::Matrix<std::uint8_t, Eigen::Dynamic, Eigen::Dynamic>;

constexpr Index pixels = 784, classes = 10;

/// Pictures, one in each column, and the class of what each shows.
struct dataset {
  bytes pictures, labels;
};

/// Pictures as columns of numbers from 0 to 1, for the network.
inline Eigen::MatrixXf inputs(const Eigen::Ref<const bytes>& pictures) {
  return pictures.cast<float>() / 255.0f;
}

struct missing_data : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The first items of an IDX file, at most limit, one in each column. The file has a header of
/// big-endian 32-bit numbers (format, count, the sizes of an item), then items of item_size bytes.
inline bytes read_idx(const std::string& path, Index header_size, Index item_size, Index limit) {
  const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(gzopen(path.c_str(), "rb"), gzclose);
  if (!file)
    throw missing_data("cannot open " + path +
                       "; on Debian, 'apt-get install dataset-fashion-mnist' brings the data, "
                       "elsewhere name its folder with --data");
  const auto read = [&](std::uint8_t* to, Index size) {
    if (gzread(file.get(), to, static_cast<unsigned>(size)) != size)
      throw std::runtime_error(path + " is damaged or too short");
  };
  std::uint8_t header[16];
  read(header, header_size);
  const Index count = Index{header[4]} << 24 | header[5] << 16 | header[6] << 8 | header[7];
  bytes items(item_size, std::min(count, limit));
  read(items.data(), items.size());
  return items;
}

/// The first pictures, at most limit, of prefix's two files.
inline dataset load(const std::string& prefix, Index limit) {
  dataset data{read_idx(prefix + "-images-idx3-ubyte.gz", 16, pixels, limit),
               read_idx(prefix + "-labels-idx1-ubyte.gz", 8, 1, limit)};
  const Index count = data.labels.size();
  if (count == 0 || data.pictures.cols() != count || data.labels.maxCoeff() >= classes)
    throw std::runtime_error(prefix + "-*: pictures and labels do not fit together");
  return data;
}

}  // namespace fashion_mnist
