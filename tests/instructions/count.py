#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Count the instructions of every loop, and compare them with those that have been recorded.

    count.py FOLDER            print the table of the loops of act::dispatch, which has been built
                               in FOLDER, such as build/test
    count.py FOLDER --write    record it in instructions.txt
    count.py FOLDER --check    compare it with instructions.txt

    --compiler COMMAND, --objdump COMMAND    by default g++ and objdump

Vector code that has become scalar, a call that is not inlined, registers that no longer suffice:
all this shows in the machine code.  To see it takes no clock, and no processor that has the
instruction set, as nothing is run.  Each row is one loop of array::run_on: its instructions, and
how many of them use the stack, for each register full of its argument.
"""
import argparse
import pathlib
import re
import subprocess
import sys
from collections import defaultdict

HERE = pathlib.Path(__file__).resolve().parent
TABLE = HERE / "instructions.txt"
HEADING = "# instructions, and those that use the stack, for each register of x"
RECORDED_WITH = "GCC 12"
SLACK, SLACK_OF_OTHERS = 1.1, 1.5       # times what is recorded
REGISTER = {"sse2": "xmm", "avx2": "ymm", "avx512": "zmm"}

# run_on itself or a function that it calls: <instruction set, operation<formula<type>>, ...>
FUNCTION = re.compile(r"[0-9a-f]+ <void act::dispatched::array::\w+<[^,]+, "
                      r"act::dispatched::op::(\w+)<(act::dispatched::exact::rounded<)?act::dispatched::formula::(\w+<\w+>) ?>.*>:\n")
INSTRUCTION = re.compile(r"^ +([0-9a-f]+):\t(\S+) *([^<#\n]*)", re.MULTILINE)


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def compiler_name(compiler):
    macros = run(compiler, "-dM", "-E", "-xc++", "/dev/null")
    macros = dict(re.findall(r"#define (\w+) (.*)", macros))
    clang = macros.get("__clang_major__")
    return f"Clang {clang}" if clang else f"GCC {macros['__GNUC__']}"


def disassembly(options, chosen):
    """The functions of act::dispatch for one set, as text."""
    objects = sorted(pathlib.Path(options.folder, "dispatch").rglob(f"act_dispatch_{chosen}.dir/*.o"))
    if not objects:
        sys.exit(f"no objects for {chosen} below {options.folder}: build the target act_dispatch")
    return run(options.objdump, "-d", "--demangle", "--no-show-raw-insn", *objects).split("\n\n")


def reached(start, edges):
    """All places that edges lead to from start."""
    seen, ahead = set(), [start]
    while ahead:
        for at in edges[ahead.pop()] - seen:
            seen.add(at)
            ahead.append(at)
    return seen


def loops(function):
    """Of each loop its instructions: what leads from the target of a jump backwards to it again."""
    if "mov    %rsp,%rbp" in function:  # the frame pointer
        function = function.replace("(%rbp", "(%rsp")
    code = {int(address, 16): (name, operands.strip())
            for address, name, operands in INSTRUCTION.findall(function)}
    before, after, heads = defaultdict(set), defaultdict(set), set()
    for (at, (name, operands)), following in zip(code.items(), [*code][1:]):
        ways = set() if name in ("jmp", "ret") else {following}
        if name.startswith("j") and not operands.startswith("*"):
            ways.add(int(operands, 16))
        for to in ways:
            after[at].add(to)
            before[to].add(at)
        heads |= {to for to in ways if to <= at}
    return [[" ".join(code[at]) for at in sorted(reached(head, after) & reached(head, before))]
            for head in heads]


def measure(functions, register, outputs):
    """Instructions, and those that use the stack, for each register of x."""
    stack = re.compile(r".*\(%rsp")
    store = re.compile(rf"v?mov\S+ %{register}\d+,[^%]*\((?!%rsp).*\)$")
    packed = re.compile(rf"(?!v?mov|v?broadcast)\S+p[sd] .*%{register}")
    scalar = re.compile(r"(?!v?p?mov|v?p?broadcast)\S+s[sd] ")

    def count(pattern, loop):
        return sum(bool(pattern.match(line)) for line in loop)

    # Of loops that differ only in how they end or store, the longest.
    hot = max((loop for function in functions for loop in loops(function)),
              key=lambda loop: (count(store, loop), len(loop)), default=[])
    if not count(store, hot) or count(packed, hot) <= count(scalar, hot):
        raise ValueError(f"is not vectorised: it has no loop that computes and stores %{register}")
    if any(line.startswith("call") for line in hot):
        raise ValueError("calls a function in its loop, where all should have been inlined")
    vectors = count(store, hot) / outputs
    return round(len(hot) / vectors, 2), round(count(stack, hot) / vectors, 2)


def measure_all(options):
    """The table; for loops that are not vector code, a sentence."""
    table, faults = {}, {}
    for chosen, register in REGISTER.items():
        functions = defaultdict(list)
        for function in disassembly(options, chosen):
            if found := FUNCTION.match(function):
                functions[found.groups()].append(function)
        for (op, tier, formula), texts in functions.items():
            # Where value and derivative take turns, there is no loop, or one that calls their loops.
            if op == "both" and (any("\tcall" in text for text in texts) or
                                 not any(loops(text) for text in texts)):
                continue
            name = f"{chosen} {'exact::' if tier else ''}{formula}.{op}"
            try:
                table[name] = measure(texts, register, 2 if op == "both" else 1)
            except ValueError as fault:
                faults[name] = f"{name} {fault}"
    return table, faults


def read():
    rows = (line.rsplit(maxsplit=2) for line in TABLE.read_text().splitlines() if line[0] != "#")
    return {" ".join(name.split()): (float(total), float(stack)) for name, total, stack in rows}


def show(table):
    rows = (name.split() + [*figures] for name, figures in sorted(table.items()))
    return "\n".join([HEADING, *("{:9} {:35} {:7.2f} {:7.2f}".format(*row) for row in rows)]) + "\n"


def compare(table, recorded, slack):
    """What is worse than recorded, and what is better, in sentences."""
    worse, better = [], []
    for name in sorted(table.keys() | recorded.keys()):
        if name not in recorded:
            worse.append(f"{name} is not recorded; count.py --write does it")
        elif name not in table:
            worse.append(f"{name} is recorded, but there is no such loop")
        else:
            for now, before, what in zip(table[name], recorded[name], ("", " on the stack")):
                sentence = f"{name}: {now:g} instructions{what}, {before:g} were recorded"
                if now >= before + 1 and now > before * slack:
                    worse.append(sentence)
                if now <= before - 1 and now * slack < before:
                    better.append(f"{sentence}; it is better, count.py --write records it")
    return worse, better


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--compiler", default="g++")
    parser.add_argument("--objdump", default="objdump")
    options = parser.parse_args()

    compiler = compiler_name(options.compiler)
    if options.write and compiler != RECORDED_WITH:
        return f"the table is recorded with {RECORDED_WITH}"
    table, faults = measure_all(options)
    worse = list(faults.values())
    if options.check:
        slack = SLACK
        if compiler != RECORDED_WITH:
            slack = SLACK_OF_OTHERS
            print(f"{compiler} may take {slack} times what {RECORDED_WITH} took")
        recorded = {name: row for name, row in read().items() if name not in faults
                    and (name in table or compiler == RECORDED_WITH or not name.endswith(".both"))}
        more, better = compare(table, recorded, slack)
        worse += more
        print("\n".join(better + worse + [f"{len(table)} loops, {len(worse)} faults"]))
    elif options.write and not worse:
        TABLE.write_text(show(table))
    else:
        print(show(table) + "\n".join(worse))
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
