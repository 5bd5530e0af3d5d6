# ===- program.py - Random programs that Go and C++ can both say ------------===//
#
# Part of the deferc project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===------------------------------------------------------------------------===//
"""Makes random programs (tree.py): which functions there are, who calls whom, and
which of them recovers.

Programs end: calls go to later functions only, but for a guarded recursion, and the
model (model.py) refuses what takes too long.
"""

from statements import Scope, StatementGenerator
from tree import ends


class Generator(StatementGenerator):
    def wanted(self, features):
        """Whether a run with these features is worth a test: few plain ones are."""
        if features & {"recovered", "nested", "goexit"}:
            return True
        return self.rng.percent(50 if "panicked" in features else 12 if "deferred" in features else 0)

    def means(self, sc, needs=None):
        """What a function's later statements can call things by."""
        made = []
        for make, chance in (
            (self.make_odecl, 100 if needs in ("ptr", "val") else 60 if self.has("ptr", "val") else 0),
            (self.make_idecl, 100 if needs == "iface" else 60 if self.has("iface") else 0),
            (self.make_fvdecl, 20 if self.free() else 0),
            (self.make_gdecl, 0 if self.c else 20),
        ):
            if self.rng.percent(chance):
                made.append(make(sc))
        return [s for s in made if s]

    def program(self):
        r = self.rng
        # The last function often recovers, and one before it defers it.
        rescuer = r.weighted([(None, 4), ("free", 2), ("ptr", 2), ("val", 2), ("iface", 0 if self.c else 3)])
        self.methods = r.percent(45)
        self.ifaces = self.methods and not self.c and r.percent(50)
        self.goexits = r.percent(15)
        # Many defers in a function leave the open-coded tier.
        self.defer_weight = r.weighted([(22, 5), (35, 3), (120, 1)])
        self.budget = r.weighted([(5, 4), (8, 5), (13, 2), (30, 1)])
        funcs = []
        count = r.weighted([(1, 3), (2, 4), (3, 3), (4, 1)])
        if self.defer_weight == 120:
            count, self.budget = 1 + r.below(2), r.between(9, 20)
        count = max(count, 2 if rescuer else 1)
        rescued = 0 if r.percent(60) else r.below(max(1, count - 1))
        # Two neighbours that call each other, and that nothing joins but that.
        pair = r.below(count - 2) if count > 2 and r.percent(40) else None
        self.later = []
        for index in reversed(range(count)):
            kind = "free"
            if index and self.methods:
                kind = r.weighted([("free", 3), ("ptr", 2), ("val", 2), ("iface", 2 if self.ifaces else 0)])
            saves = index and (r.percent(20) or (rescuer and index == count - 1))
            if rescuer and index == count - 1:
                kind = rescuer
            if pair is not None and index - pair in (0, 1):
                kind = "free"
            f = self.function(index, kind, saves, rescuer if index == rescued else None, index == pair)
            if index == pair:
                self.joins(f, funcs[0])
            funcs.insert(0, f)
            self.later.insert(0, f)
        return {"funcs": funcs}

    def function(self, index, kind, saves, rescuer, apart):
        """A function; \\p apart from the next, which it does not call."""
        r = self.rng
        f = {
            "name": f"f{index}", "kind": kind,
            "res": r.weighted([("none", 2), ("unnamed", 3), ("named", 4)]),
            "type": r.weighted([("int", 5), ("Pair", 1), ("Big", 1)]),
            "rec": kind == "free" and r.percent(25),
            "noinline": r.percent(35), "guard": r.percent(25), "body": [],
        }
        f["final"] = None
        if f["res"] == "none":
            f["type"] = "int"
        sc = Scope(f, deferred=bool(saves))
        sc.ints.append(("a", True))
        if kind != "free":
            sc.ints.append(("s.v", kind != "val"))
        if f["res"] == "named":
            sc.ints.append(("r" if f["type"] == "int" else "r.v", True))
        x = {"k": "decl", "v": self.name("x"), "e": self.expr(sc)}
        sc.ints.append((x["v"], True))
        self.budget = max(self.budget, 3)
        left = self.budget
        if index:
            self.budget = max(2, self.budget * r.between(30, 60) // 100)
        spent = self.budget
        later = self.later
        self.later = later[1:] if apart else later
        f["body"] = [x]
        if saves:
            self.rescuers.add(f["name"])
            if r.percent(80):
                f["body"].append(self.recovers(sc))
        f["body"] += self.means(sc, rescuer)
        if rescuer:
            f["body"].append(self.somewhere(sc, self.make_rescue(sc, rescuer)))
        f["body"] += self.body(sc, r.between(3, 9 if self.defer_weight < 120 else 20))
        if not ends(f["body"][-1]):
            if rescuer and r.percent(40):
                f["body"].append(self.make_panic(sc))
            elif self.tails(sc) and r.percent(20):
                f["body"].append(self.make_retcall(sc))
        self.later = later
        self.budget = left - (spent - self.budget)
        if f["res"] != "none":
            f["final"] = "r" if f["res"] == "named" and r.percent(30) else self.expr(sc)
        return f

    def somewhere(self, sc, s):
        """The statement, perhaps in a block or a loop."""
        r = self.rng
        where = r.weighted([(None, 6), ("if", 1), ("for", 1), ("block", 1)])
        if where == "if":
            return {"k": "if", "c": self.cond(sc), "then": [s], "els": []}
        if where == "for":
            return {"k": "for", "how": "for", "v": self.name("i"), "n": r.between(1, 2), "body": [s]}
        return {"k": "block", "flavour": "plain", "body": [s]} if where else s

    def joins(self, first, second):
        """Lets two functions call each other, with less each time."""
        for f, other in ((first, second), (second, first)):
            call = {"k": "call", "f": other["name"], "recv": None, "dst": None, "arg": {"e": "a-1", "w": None}}
            if self.rng.percent(30):
                call = {"k": "defer", "form": "call", "f": other["name"], "recv": None, "arg": call["arg"]}
            f["rec"] = False
            at = self.rng.between(1, len(f["body"]) - ends(f["body"][-1]))
            f["body"].insert(at, {"k": "if", "c": "a > 0", "then": [call], "els": []})
