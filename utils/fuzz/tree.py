# ===- tree.py - A program as data ------------------------------------------===//
#
# Part of the deferc project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===------------------------------------------------------------------------===//
"""The form of a program, and ways through its statements.

A program is a dictionary: its functions (`funcs`, the first is called with 2), each
with a name, a `kind` (free, ptr, val or iface: a method by pointer, by value, through
an interface), a `res` (none, unnamed, named) of a `type` (int, or the structures Pair
and Big) and a `body`. A body is a list of statements, each a dictionary whose `k` says
what it is; lists of statements inside it are its bodies. Expressions are text that Go,
C and Python read alike.
"""

# Statements whose bodies are functions of their own.
CLOSURES = ("iife", "gdecl", "defer")


def bodies(s):
    """The statement lists inside a statement."""
    for key in ("body", "then", "els"):
        if isinstance(s.get(key), list):
            yield s[key]
    yield from s.get("cases", ())


def statements(body):
    """Every statement of a body and of what is inside it."""
    for s in body:
        yield s
        for inner in bodies(s):
            yield from statements(inner)


def lists(body):
    """The statement lists of the same function or closure: a body, and those inside it."""
    yield body
    for s in body:
        if s["k"] not in CLOSURES:
            for inner in bodies(s):
                yield from lists(inner)


def ends(s):
    """Whether nothing after the statement runs."""
    return s["k"] in ("ret", "retcall", "panic", "goexit") and not s.get("c")
