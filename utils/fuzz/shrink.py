# ===- shrink.py - Smaller programs that still differ -----------------------===//
#
# Part of the deferc project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===------------------------------------------------------------------------===//
"""Makes a program (tree.py) smaller while a test of it holds.

The test looks at many candidates at once, since one build costs as much for a
hundred programs as for one.
"""

import copy
import re

from tree import CLOSURES, bodies, statements

DECLARE = ("decl", "odecl", "idecl", "fvdecl", "gdecl", "goto")


def size(program):
    """What to make small: statements first, then what they are made of."""
    total = 0
    for f in program["funcs"]:
        total += 60 + 5 * (f["kind"] != "free") + 3 * f["guard"] + 2 * f["noinline"]
        total += {"none": 0, "unnamed": 2, "named": 4}[f["res"]]
        for s in statements(f["body"]):
            total += 10 + len(s.get("e") or "") // 4 + len(s.get("c") or "") // 4
            total += 4 * (s.get("flavour", "plain") != "plain") + s.get("again", 0)
            total += (s.get("how", "for") != "for") + any(s.get("falls", ()))
            total += s.get("val", ["i"])[0] != "i"
            if "arg" in s:
                total += 2 * bool(s["arg"]["w"]) + len(s["arg"]["e"]) // 4
        total += len(f["final"] or "") // 4
    return total


class Names:
    """Whether every name a program uses is there."""

    def __init__(self, program):
        self.funcs = {f["name"]: f for f in program["funcs"]}
        self.program = program

    def valid(self):
        # The interface is written only when it has methods.
        kinds = {f["kind"] for f in self.program["funcs"]}
        if "iface" not in kinds and any(
            s["k"] == "idecl" for f in self.program["funcs"] for s in statements(f["body"])
        ):
            return False
        for f in self.program["funcs"]:
            names = {"a"} | ({"s"} if f["kind"] != "free" else set())
            names |= {"r"} if f["res"] == "named" else set()
            if not self.body(f["body"], set(names), f, frozenset(), False, False):
                return False
            declared = set(names)
            for s in f["body"]:
                self.declare(s, declared)
            if f["final"] and not self.seen(f["final"], declared):
                return False
            if (f["final"] is None) != (f["res"] == "none"):
                return False
        return True

    @staticmethod
    def declare(s, names):
        if s["k"] in ("decl", "odecl", "idecl", "fvdecl", "gdecl"):
            names.add(s["v"])

    @staticmethod
    def seen(text, names):
        return all(n in names for n in re.findall(r"(?<![.\w])[a-z]\w*", text))

    def body(self, body, names, f, jumps, closure, nodecl):
        """\\p jumps are what may leave where the body stands: break, continue, and labels."""
        for s in body:
            k = s["k"]
            if nodecl and k in DECLARE:
                return False
            used = [s[key] for key in ("e", "c", "dst", "recv") if isinstance(s.get(key), str)]
            if k in ("set", "fvset", "fvcall", "gcall") or s.get("form") in ("fv", "gval"):
                used.append(s["v"])
            if "arg" in s:
                used.append(s["arg"]["e"])
            if not all(self.seen(text, names) for text in used):
                return False
            target = s.get("f")
            if target and target not in self.funcs:
                return False
            if k in ("break", "continue") and k not in jumps or k == "leave" and s["label"] not in jumps:
                return False
            if k == "retcall":
                other = self.funcs[target]
                if closure or (other["res"] == "none", other["type"]) != (f["res"] == "none", f["type"]):
                    return False
            if k == "ret":
                res = "none" if closure else f["res"]
                if (s["e"] is None and res == "unnamed") or (s["e"] is not None and res == "none"):
                    return False
            inner_closure = k in CLOSURES
            inner_jumps = jumps | {"for": {"break", "continue"}, "switch": {"break"}}.get(k, set())
            if k == "outer":
                inner_jumps |= {s["label"]}
            for inner in bodies(s):
                seen = set(names)
                if k in ("for", "goto") or s.get("form") == "lambda":
                    seen.add(s["v"] if k != "defer" else s["p"])
                if not self.body(
                    inner, seen, f, frozenset() if inner_closure else inner_jumps,
                    closure or inner_closure, k == "fwd",
                ):
                    return False
            self.declare(s, names)
        return True


def variants(program):
    """Programs that are one step smaller."""

    def edit(change):
        p = copy.deepcopy(program)
        change(p)
        return p

    # Whole functions, with all that names them.
    for i in range(1, len(program["funcs"])):
        name = program["funcs"][i]["name"]

        def drop(p):
            del p["funcs"][i]

            def clean(body):
                body[:] = [s for s in body if s.get("f") != name]
                for s in body:
                    for inner in bodies(s):
                        clean(inner)

            for f in p["funcs"]:
                clean(f["body"])

        yield edit(drop)

    def paths(f):
        """Every statement list as a way to find it in a copy."""

        def walk(body, path):
            yield path
            for at, s in enumerate(body):
                for which, inner in enumerate(bodies(s)):
                    yield from walk(inner, path + [(at, which)])

        yield from walk(f["body"], [])

    def find(p, index, path):
        body = p["funcs"][index]["body"]
        for at, which in path:
            body = list(bodies(body[at]))[which]
        return body

    for index, f in enumerate(program["funcs"]):
        for path in paths(f):
            body = find(program, index, path)
            count = len(body)
            step = count
            while step >= 1:
                for at in range(0, count, step):

                    def cut(p):
                        del find(p, index, path)[at : at + step]

                    yield edit(cut)
                step //= 2
            for at, s in enumerate(body):
                for which, _ in enumerate(bodies(s)):

                    def hoist(p):
                        place = find(p, index, path)
                        place[at : at + 1] = list(bodies(place[at]))[which]

                    yield edit(hoist)
                for key, simple in (
                    ("e", "1"), ("c", None), ("flavour", "plain"), ("again", False), ("n", 2),
                    ("how", "for"), ("falls", [False] * len(s.get("cases", ()))), ("val", ["i", 300]),
                ):
                    if key == "n" and s["k"] not in ("for", "goto"):
                        continue
                    if key == "c" and s["k"] in ("if", "fwd"):
                        simple = "a > 9" if s["k"] == "fwd" else "a > 0"
                    if s.get(key) in (None, simple) or (key == "e" and s["k"] == "ret" and 0):
                        continue

                    def simplify(p):
                        find(p, index, path)[at][key] = simple

                    yield edit(simplify)
                if "arg" in s and s["arg"] != {"e": "1", "w": None}:

                    def plain(p):
                        find(p, index, path)[at]["arg"] = {"e": "1", "w": None}

                    yield edit(plain)
        for key, simple in (("guard", False), ("noinline", False), ("final", "1")):
            if f[key] not in (None, simple):

                def simplify_function(p):
                    p["funcs"][index][key] = simple

                yield edit(simplify_function)
        if f["res"] == "unnamed" and not any(s["k"] == "retcall" for s in statements(f["body"])):

            def no_result(p):
                p["funcs"][index].update(res="none", final=None, type="int")
                for s in statements(p["funcs"][index]["body"]):
                    if s["k"] == "ret":
                        s["e"] = None

            yield edit(no_result)


def shrink(program, holds, rounds=40, width=120):
    """The smallest program found for which holds() says True.

    \\p holds takes a list of programs and answers for each."""
    best = program
    for _ in range(rounds):
        limit = size(best)
        seen, candidates = set(), []
        for p in variants(best):
            key = repr(p)
            if size(p) < limit and key not in seen and Names(p).valid():
                seen.add(key)
                candidates.append(p)
        candidates.sort(key=size)
        for at in range(0, len(candidates), width):
            group = candidates[at : at + width]
            good = [p for p, ok in zip(group, holds(group)) if ok]
            if good:
                best = min(good, key=size)
                break
        else:
            return best
    return best
