#!/usr/bin/env python3
"""Writes edges.md: what every function does at the edges of its domain.

    generate.py > edges.md

The first table is the contract, in words of the second; the second is computed, with mpmath.
"""
import struct
from mpmath import mp, mpf, exp, expm1, log1p, tanh, cosh, isinf

mp.dps = 60
LAMBDA = mpf("1.050700987355480493419334985294837294")
ALPHA = mpf("1.673263242354377284817042991671722862")

CONTRACT = """\
# Edge values

What value and derivative are where arguments are special: for float and double, in both tiers, with
default parameters. tests/edges_test.cpp reads these tables; generate.py beside this file writes
them.

`least` is the smallest positive number and `largest` the largest. `x` stands for the argument
itself, `slope` for 0.01 (leaky_relu), 1/4 (prelu) or 11/48 (rrelu); lambda and alpha are selu's. A
NaN is a NaN whether it is quiet or signalling, positive or negative, and so is the result. Kinks
are at 0: there the derivative is the left one.

| function | member | -inf | -largest | -least | -0 | 0 | least | largest | inf | NaN |
|---|---|---|---|---|---|---|---|---|---|---|
| step | value | 0 | 0 | 0 | 0 | 0 | 1 | 1 | 1 | NaN |
| step | derivative | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | NaN |
| sigmoid | value | 0 | 0 | 1/2 | 1/2 | 1/2 | 1/2 | 1 | 1 | NaN |
| sigmoid | derivative | 0 | 0 | 1/4 | 1/4 | 1/4 | 1/4 | 0 | 0 | NaN |
| tanh | value | -1 | -1 | x | -0 | 0 | x | 1 | 1 | NaN |
| tanh | derivative | 0 | 0 | 1 | 1 | 1 | 1 | 0 | 0 | NaN |
| relu | value | 0 | 0 | 0 | 0 | 0 | x | x | inf | NaN |
| relu | derivative | 0 | 0 | 0 | 0 | 0 | 1 | 1 | 1 | NaN |
| leaky_relu | value | -inf | slope x | slope x | -0 | 0 | x | x | inf | NaN |
| leaky_relu | derivative | slope | slope | slope | slope | slope | 1 | 1 | 1 | NaN |
| prelu | value | -inf | slope x | slope x | -0 | 0 | x | x | inf | NaN |
| prelu | derivative | slope | slope | slope | slope | slope | 1 | 1 | 1 | NaN |
| rrelu | value | -inf | slope x | slope x | -0 | 0 | x | x | inf | NaN |
| rrelu | derivative | slope | slope | slope | slope | slope | 1 | 1 | 1 | NaN |
| elu | value | -1 | -1 | x | -0 | 0 | x | x | inf | NaN |
| elu | derivative | 0 | 0 | 1 | 1 | 1 | 1 | 1 | 1 | NaN |
| selu | value | -lambda alpha | -lambda alpha | lambda alpha x | -0 | 0 | lambda x | inf | inf | NaN |
| selu | derivative | 0 | 0 | lambda alpha | lambda alpha | lambda alpha | lambda | lambda | lambda | NaN |
| softplus | value | 0 | 0 | ln 2 | ln 2 | ln 2 | ln 2 | x | inf | NaN |
| softplus | derivative | 0 | 0 | 1/2 | 1/2 | 1/2 | 1/2 | 1 | 1 | NaN |

Where a result reaches its limit: the first argument with that result, the one before it and the
one after it, all correctly rounded. The exact tier has these bits; the default tier is as near to
them as its bounds say.

| function | member | type | x | result |
|---|---|---|---|---|"""


class Type:
    """float or double: numbers in order, and the rounding of a result."""
    def __init__(self, name, bits, least, limit, code):
        self.name, self.bits, self.least, self.limit, self.code = name, bits, least, limit, code

    def number(self, i):
        """The i-th positive number."""
        return struct.unpack("<" + self.code[0], struct.pack("<" + self.code[1], i))[0]

    def rounded(self, x):
        """To nearest, ties to even, subnormal results included."""
        if x == 0:
            return mpf(0)
        exponent = max(mp.mag(x) - self.bits, self.least)
        return mp.nint(x / mpf(2)**exponent) * mpf(2)**exponent


TYPES = [Type("float", 24, -149, 0x7f800000, "fI"), Type("double", 53, -1074, 0x7ff << 52, "dQ")]

sigmoid = lambda x: 1 / (1 + exp(-x))
softplus = lambda x: max(x, 0) + log1p(exp(-abs(x)))
sigmoid_derivative = lambda x: 1 / (2 + 2 * cosh(x))

# function, member, formula, sign of x, whether the limit has been reached
EDGES = [
    ("sigmoid", "value", sigmoid, 1, lambda x, y: y == 1),
    ("sigmoid", "value", sigmoid, -1, lambda x, y: y == 0),
    ("sigmoid", "derivative", sigmoid_derivative, 1, lambda x, y: y == 0),
    ("sigmoid", "derivative", sigmoid_derivative, -1, lambda x, y: y == 0),
    ("tanh", "value", tanh, 1, lambda x, y: y == 1),
    ("tanh", "value", tanh, -1, lambda x, y: y == -1),
    ("tanh", "derivative", lambda x: 1 / cosh(x)**2, 1, lambda x, y: y == 0),
    ("tanh", "derivative", lambda x: 1 / cosh(x)**2, -1, lambda x, y: y == 0),
    ("elu", "value", expm1, -1, lambda x, y: y == -1),
    ("elu", "derivative", exp, -1, lambda x, y: y == 0),
    ("selu", "value", lambda x: LAMBDA * ALPHA * expm1(x), -1, None),
    ("selu", "derivative", lambda x: LAMBDA * ALPHA * exp(x), -1, lambda x, y: y == 0),
    ("softplus", "value", softplus, 1, lambda x, y: x > 1 and y == x),
    ("softplus", "value", softplus, -1, lambda x, y: y == 0),
    ("softplus", "derivative", sigmoid, 1, lambda x, y: y == 1),
    ("softplus", "derivative", sigmoid, -1, lambda x, y: y == 0),
]


def hexadecimal(x):
    mantissa, exponent = float(x).hex().split("p")
    return f"{mantissa.rstrip('0').rstrip('.')}p{exponent}"


def first(reached):
    """The least i for which reached(i), which stays true beyond."""
    low, high = 0, 1 << 63
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if reached(middle) else (middle + 1, high)
    return low


print(CONTRACT)
for name, member, f, sign, reached in EDGES:
    for t in TYPES:
        result = lambda i: t.rounded(f(sign * mpf(t.number(i))))
        done = reached or (lambda x, y: y == t.rounded(-LAMBDA * ALPHA))
        edge = first(lambda i: i >= t.limit or t.number(i) > 2000 or
                     done(sign * mpf(t.number(i)), result(i)))
        for i in (edge - 1, edge, edge + 1):
            print(f"| {name} | {member} | {t.name} | `{hexadecimal(sign * t.number(i))}` | "
                  f"`{hexadecimal(result(i))}` |")
