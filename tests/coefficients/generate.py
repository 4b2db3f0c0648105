#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Recompute, print and check every coefficient table of the library.

    generate.py                  print all tables
    generate.py NAME             print one table, for example "tanh"
    generate.py --check FOLDER   look for the tables in the *.hpp files below FOLDER

A kernel needs the polynomial p with the fewest coefficients that keeps the weighted error
|w(x) (f(x) - p(x))| below a goal; w turns an error of p into the relative error of the result.
1. Real coefficients: the exchange algorithm (E. Ya. Remez, "Sur la détermination des polynômes
   d'approximation de degré donnée", Comm. Soc. Math. Kharkov 10, 1934).  By Chebyshev's theorem
   the error of the best p with n coefficients is largest at n + 1 points, with alternating signs.
   Guess them, solve for p and the common error level, move them to the extrema of the error,
   repeat.  No p is better than the level (de La Vallée Poussin): error = level proves p optimal.
2. Float coefficients: round the lowest one, c, then fit the others again so that they make up
   for its rounding: the same problem one degree lower, f(x) = c + x f1(x) with weight w(x) |x|.
   This need not be optimal ("limit" is the error of step 1); N. Brisebarre and S. Chevillard,
   "Efficient polynomial L∞-approximations" (ARITH 18, 2007), use lattice reduction.
mpmath computes with 60 digits, so the output is the same on every machine.
"""
import pathlib
import re
import sys
from collections import namedtuple
from itertools import groupby, product

from mpmath import (atanh, cos, coth, erfc, exp, expm1, ln, log, lu_solve, matrix, mp, mpf, nstr,
                    pi, polyval, sinh, sqrt, tanh)

mp.dps = 60
LN2 = ln(2)
BITS = {"float": 24, "double": 53}
FIT_POINTS, MEASURE_POINTS = 400, 2000  # per interval

# float, double: the error must be at most 2^-this (None: no such table); first: power of the
# first coefficient listed
Poly = namedtuple("Poly", "formula interval f weight float double first", defaults=[0])
# bits of the parts; direction: how all but the last are rounded
Constant = namedtuple("Constant", "formula value float double direction", defaults=["n"])


def odd(function):
    """g(z) in function(v) = v + v z g(z), z = v^2, and the weight of its error."""
    return (lambda z: (function(sqrt(z)) / sqrt(z) - 1) / z,
            lambda z: sqrt(z) * z / function(sqrt(z)))


HALF_LN2 = mpf("0.34662")               # and a little
EXPM1 = lambda r: (expm1(r) - r) / r**2, lambda r: r**2 / abs(expm1(r))
A = erfc(1 / sqrt(2)) * sqrt(mp.e)
SELU_ALPHA = sqrt(2 / pi) / (1 - A)
SELU_LAMBDA = (1 - A) * sqrt(2 * pi) / sqrt(
    2 * erfc(sqrt(2)) * exp(2) + pi * A**2 - 2 * (2 + pi) * A + pi + 2)
SELU_EXPM1 = (lambda r: SELU_LAMBDA * SELU_ALPHA * expm1(r) / r,
              lambda r: r / (SELU_LAMBDA * SELU_ALPHA * expm1(r)))
assert abs(SELU_ALPHA - mpf("1.6732632423543772848")) < 1e-19
assert abs(SELU_LAMBDA - mpf("1.0507009873554804934")) < 1e-19

TABLES = {
    # e^x = (G + f) / (G - f) for x = f ln2: an error of G has the weight 2f / (G^2 - f^2)
    "exp_ratio": Poly("G(z) = f coth(f ln2/2), z = f^2, |f| <= 1/2 + 2^-9",
                      (0, mpf("0.501953125")**2), lambda z: sqrt(z) * coth(sqrt(z) * LN2 / 2),
                      lambda z: 2 * sinh(sqrt(z) * LN2 / 2)**2 / sqrt(z), 29, 60),
    # The same in base e and halved, for e^r = (g + r/2) / (g - r/2) and e^r - 1 = r / (g - r/2)
    "coth_exact": Poly("g = r/2 coth(r/2) = 1 + z G(z), z = r^2, |r| <= 1.01 ln2/2",
                       (0, (LN2 / 2 * mpf("1.01"))**2),
                       lambda z: (sqrt(z) / 2 * coth(sqrt(z) / 2) - 1) / z,
                       lambda z: 2 * z / (sqrt(z) * coth(sqrt(z) / 2) - sqrt(z)), None, 49, 1),
    # log1p(t) = 2 atanh(v/2) for v = 2t / (2 + t); 0 <= t <= 1 gives 0 <= v <= 2/3
    "log1p_ratio": Poly("2 atanh(v/2) = v + v z g(z), z = v^2", (0, mpf(4) / 9),
                        *odd(lambda v: 2 * atanh(v / 2)), 27, 56),
    "log1p_ratio_exact": Poly("2 atanh(v/2) = v + v z g(z), z = v^2", (0, mpf("0.45")),
                              *odd(lambda v: 2 * atanh(v / 2)), None, 53),
    "tanh": Poly("tanh(r) = r + r z t(z), z = r^2, |r| <= 1.01 ln2/4",
                 (0, (LN2 / 4 * mpf("1.01"))**2), *odd(tanh), 24, None),
    "tanh_wide": Poly("tanh(r) = r + r z t(z), z = r^2, |r| <= 0.2525", (0, mpf("0.2525")**2),
                      *odd(tanh), None, 57),
    "expm1": Poly("e^r - 1 = r + r^2 P(r)", (-HALF_LN2, HALF_LN2), *EXPM1, 26, None),
    "expm1_wide": Poly("e^r - 1 = r + r^2 P(r)", (-mpf("0.4967"), HALF_LN2), *EXPM1, None, 57),
    # The error of W0, lambda alpha rounded, is the goal
    "selu": Poly("lambda alpha (e^r - 1) = r W(r)", (-HALF_LN2, HALF_LN2), *SELU_EXPM1, 26, None),
    "selu_wide": Poly("lambda alpha (e^r - 1) = r W(r)", (-mpf("0.4967"), HALF_LN2), *SELU_EXPM1,
                      None, 56),
    "exp": Poly("e^r = 1 + r Q(r), Q0 = 1", (-HALF_LN2, HALF_LN2), EXPM1[0],
                lambda r: r**2 * exp(-r), 28, 57, 1),
    "log2e": Constant("log2(e) = hi + lo", 1 / LN2, [24, 24], [53, 53]),
    "ln2": Constant("ln(2) = hi + lo", LN2, [24, 24], [53, 53]),
    # n * hi is exact for |n| < 2^8, and so is x - n * hi for a float x
    "ln2_exact": Constant("ln(2) = hi + lo", LN2, None, [45, 53], "d"),
    # n * hi and n * mid are exact for |n| < 2^8 (float) or 2^11 (double), even without FMA
    # rounded down, so that lo > 0 and 0 * lo leaves the sign of a zero from which it is subtracted
    "ln2_three_parts": Constant("ln(2) = hi + mid + lo", LN2, [16, 16, 24], [42, 42, 53], "d"),
    # Klambauer et al., "Self-normalizing neural networks" (2017): keep mean 0 and variance 1
    "selu_lambda": Constant("lambda", SELU_LAMBDA, [24], [53]),
    "selu_lambda_alpha": Constant("lambda alpha", SELU_LAMBDA * SELU_ALPHA, [24], [53]),
}


def rounded(x, bits, direction="n"):
    """The number with so many significant bits that is nearest to x, or ("d") next below it."""
    return mpf(x, prec=bits, rounding=direction)


def sample(table, count):
    """x, f and weight at Chebyshev points (an even count: 0 is never among them)."""
    a, b = table.interval
    xs = [(a + b) / 2 - (b - a) / 2 * cos(pi * (2 * i + 1) / (2 * count)) for i in range(count)]
    return xs, [table.f(x) for x in xs], [table.weight(x) for x in xs]


def errors(xs, fs, ws, c):
    """The weighted error of c[0] + c[1] x + ... at each point."""
    return [w * (f - polyval(c[::-1], x)) for x, f, w in zip(xs, fs, ws)]


def extrema(error, count):
    """Indices of `count` extrema with alternating signs, the largest error among them."""
    def peaks(indices):                 # one for each run of equal signs
        return [max(run, key=size) for _, run in groupby(indices, lambda i: error[i] > 0)]
    size = [abs(e) for e in error].__getitem__
    best = peaks(range(len(error)))
    while len(best) > count:            # drop the smallest and join the runs beside it
        best.remove(min((best[0], best[-1]) if len(best) == count + 1 else best, key=size))
        best = peaks(best)
    return best


def remez(xs, fs, ws, n):
    """The best polynomial with n coefficients, and its error."""
    points = [(len(xs) - 1) * i // n for i in range(n + 1)]
    for _ in range(100):
        system = matrix([[xs[i]**k for k in range(n)] + [(-1)**row / ws[i]]
                         for row, i in enumerate(points)])
        *c, level = lu_solve(system, matrix([fs[i] for i in points]))   # w (f - p) = +-level
        error = errors(xs, fs, ws, c)
        if max(map(abs, error)) <= abs(level) * (1 + mpf(2)**-60):
            return c, abs(level)
        points = extrema(error, n + 1)
    raise ArithmeticError("the exchange algorithm does not converge")


def fit(table, kind):
    """The shortest polynomial with rounded coefficients that meets the goal; error; limit."""
    samples, dense = sample(table, FIT_POINTS), sample(table, MEASURE_POINTS)
    goal = mpf(2)**-getattr(table, kind)
    for n in range(1, 30):
        xs, fs, ws = samples
        free, limit = remez(xs, fs, ws, n)
        if limit > goal:
            continue
        c = [rounded(free[0], BITS[kind])]
        while len(c) < n:
            fs = [(f - c[-1]) / x for x, f in zip(xs, fs)]
            ws = [w * abs(x) for x, w in zip(xs, ws)]
            c.append(rounded(remez(xs, fs, ws, n - len(c))[0][0], BITS[kind]))
        error = max(map(abs, errors(*dense, c)))
        if error <= goal:
            return c, error, limit
    raise ArithmeticError("the goal is out of reach")


def split(table, kind):
    """The constant as a sum of rounded parts; relative error."""
    *bits, last = getattr(table, kind)
    parts, rest = [], table.value
    for n in bits:
        parts.append(rounded(rest, n, table.direction))
        rest -= parts[-1]
    parts.append(rounded(rest, last))
    rest -= parts[-1]
    return parts, abs(rest / table.value)


def computed(names):
    """Name, type, coefficients, error (and limit) of each table."""
    for name, kind in product(names, BITS):
        method = fit if isinstance(TABLES[name], Poly) else split
        if getattr(TABLES[name], kind):
            yield name, kind, *method(TABLES[name], kind)


def show(names):
    for name, kind, c, *sizes in computed(names):
        table, end = TABLES[name], "f," if kind == "float" else ","
        about = ", limit ".join(f"2^{nstr(log(x, 2), 4, strip_zeros=False)}" for x in sizes)
        if isinstance(table, Poly):
            a, b = (nstr(x, 6) for x in table.interval)
            about += f", degree {table.first + len(c) - 1} on [{a}, {b}]"
        print(f"{name} ({kind}): {table.formula}\n    error {about}")
        for x in c:                     # at most 53 bits, so float() is exact
            mantissa, exponent = float(x).hex().split("p")
            print(f"    {mantissa.rstrip('0').rstrip('.')}p{exponent}{end}")
        print(flush=True)


def literals(path):
    """The values of all hexfloat literals outside comments, in order."""
    text = re.sub(r"//[^\n]*|/\*.*?\*/", " ", path.read_text("utf-8"), flags=re.DOTALL)
    found = re.findall(r"(-?0x[\da-f']*\.?[\da-f']*p[+-]?\d+)(f?)", text, re.IGNORECASE)
    return [rounded(mpf(float.fromhex(number.replace("'", ""))), 24 if suffix else 53)
            for number, suffix in found]


def check(folder):
    """Is each table a run of consecutive literals in some file?"""
    files = [literals(path) for path in sorted(pathlib.Path(folder).rglob("*.hpp"))]
    results = []
    for name, kind, c, *_ in computed(TABLES):
        results.append(any(x[i:i + len(c)] == c for x in files for i in range(len(x))))
        print("ok     " if results[-1] else "MISSING", name, kind)
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 0 if all(results) else 1


def main(arguments):
    if len(arguments) == 2 and arguments[0] == "--check":
        return check(arguments[1])
    if len(arguments) > 1 or not set(arguments) <= set(TABLES):
        return f"{__doc__}\nNAME is one of: {', '.join(TABLES)}"
    show(arguments or TABLES)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
