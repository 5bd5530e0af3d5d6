# ===- statements.py - Random statements ------------------------------------===//
#
# Part of the deferc project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===------------------------------------------------------------------------===//
"""Makes random expressions and statements of a function (tree.py).

What the languages do not both define is not made: no jump over a declaration, no
closure value that outlives a variable.
"""

import re

from tree import lists, ends


class Scope:
    """What a statement may name and do at one place of a function."""

    def __init__(self, func, parent=None, **changes):
        self.func = func
        self.parent = parent
        # Variables as (name, stable): stable ones live as long as the function.
        self.ints, self.objs, self.calls, self.fvs, self.ifaces = [], [], [], [], []
        self.stable = True  # the place itself: not in a loop, not in a block
        self.loop = False  # in a loop of this closure: continue
        self.cut = False  # in a loop or a switch of this closure: break
        self.labels = []  # where `leave` may go
        self.depth = 0
        self.closure = 0
        self.deferred = False  # directly in the body of a deferred closure
        self.nodecl = False
        self.value = True  # whether `return` takes a value here
        if parent:
            for key in ("ints", "objs", "calls", "fvs", "ifaces", "labels"):
                setattr(self, key, list(getattr(parent, key)))
            for key in ("stable", "loop", "cut", "depth", "closure", "deferred", "value"):
                setattr(self, key, getattr(parent, key))
            self.depth += 1
        for key, value in changes.items():
            setattr(self, key, value)


class StatementGenerator:
    """Makes expressions and statements. A derived class has the functions to call."""

    def __init__(self, rng, language="c++"):
        self.rng = rng
        self.c = language == "c"
        self.number = 0
        self.names = 0
        self.rescuers = set()  # functions that recover when they are deferred

    def n(self):
        self.number += 1
        return self.number

    def name(self, prefix):
        self.names += 1
        return f"{prefix}{self.names}"

    # Expressions: all values stay in 0..1023.

    def atom(self, sc):
        names = [v for v, _ in sc.ints] + [o + ".v" for o, _ in sc.objs]
        if self.rng.percent(15):
            return str(self.rng.below(16))
        return self.rng.one(names)

    def expr(self, sc):
        a = self.atom(sc)
        form = self.rng.below(5)
        if form == 0:
            return a
        if form == 1:
            return f"((({a})*3+{self.rng.below(9)})&1023)"
        if form == 2:
            return f"((({a})+{self.rng.between(1, 9)})&1023)"
        return f"((({a})+({self.atom(sc)})*{self.rng.between(2, 5)})&1023)"

    def cond(self, sc):
        a = self.atom(sc)
        return self.rng.one(
            [
                f"(({a})&1) == 0",
                f"(({a})&1) == 1",
                f"(({a})&3) != 2",
                f"({a}) > {self.rng.below(6)}",
                f"({a}) < {self.rng.between(1, 9)}",
            ]
        )

    def arg(self, sc):
        how = self.rng.below(10)
        wrap = None
        if how < 3:
            wrap = ["e", self.n()]
        elif how == 3:
            wrap = ["p", 300 + self.n()]
        return {"e": self.expr(sc), "w": wrap}

    def panic_value(self):
        """What to panic with: its kind, as the trace shows it, and the value; z divides by zero."""
        n = self.n()
        kind = self.rng.weighted(
            [("i", 45), ("s", 25), ("-", 5), ("\\", 5), ("f", 5), ("u", 4), ("b", 3),
             ("z", 4), ("o", 0 if self.c else 6)]
        )
        if kind in "i-":
            return ["i", 300 + n if kind == "i" else -n]
        if kind in "s\\":
            return ["s", f"p{n}" + ('"\\%d\t\'' if kind == "\\" else "")]
        return [kind, {"f": f"{n - 9}.5", "b": "true" if n & 1 else "false"}.get(kind, n)]

    # What can be called.

    def callees(self, sc):
        """Later functions, each with an object to call it on."""
        choices = []
        for f in self.later:
            if f["kind"] in ("free",):
                choices.append((f["name"], None))
            elif f["kind"] in ("ptr", "val"):
                choices += [(f["name"], o) for o, _ in sc.objs] * 2
            else:
                choices += [(f["name"], o) for o, _ in sc.ifaces] * 3
        return choices

    def callee(self, sc):
        return self.rng.one(self.callees(sc) or [(None, None)])

    def target(self, name):
        return next(f for f in self.later if f["name"] == name)

    def tails(self, sc):
        """What `return f(x)` can call: it returns the same type."""
        same = lambda f: f["type"] == sc.func["type"] and (f["res"] == "none") == (sc.func["res"] == "none")
        return [c for c in self.callees(sc) if same(self.target(c[0]))]

    def free(self, res=None):
        return [
            f["name"]
            for f in self.later
            if f["kind"] == "free"
            and f["type"] == "int"
            and (res is None or (f["res"] == "none") == (res == "none"))
        ]

    def has(self, *kinds):
        return any(f["kind"] in kinds for f in self.later)

    # Statements.

    def body(self, sc, size):
        out = []
        while size > 0 and self.budget > 0:
            size -= 1
            self.budget -= 1
            s = self.statement(sc)
            if s:
                out.append(s)
                if ends(s):
                    break
        return out

    def statement(self, sc):
        rng = self.rng
        deep = sc.depth >= 4
        f = sc.func
        kinds = [
            ("t", 2),
            ("tv", 5),
            ("set", 8),
            ("defer", self.defer_weight),
            ("rescue", 4),
            ("call", 16 if self.later else 0),
            ("ret", 0 if self.c and sc.closure else 6 if sc.depth else 2),
            ("retcall", 5 if sc.depth and not sc.closure and self.tails(sc) else 0),
            ("panic", 7 if sc.depth or sc.closure else 3),
            ("rec", 8 if sc.deferred else 1),
            ("ifrec", 6 if sc.deferred else 1),
            ("helper", 3 if sc.deferred else 0),
            ("goexit", 1 if self.goexits else 0),
            ("break", 4 if sc.cut else 0),
            ("continue", 4 if sc.loop else 0),
            ("leave", 6 if sc.labels else 0),
        ]
        if not deep:
            kinds += [
                ("if", 10),
                ("for", 6),
                ("outer", 4),
                ("fwd", 3),
                ("switch", 4),
                ("block", 3),
                ("self", 4 if f["rec"] and not sc.closure and not sc.loop else 0),
            ]
            if not self.c:
                kinds += [("iife", 3)]
        if not sc.nodecl:
            kinds += [("decl", 5), ("odecl", 6 if self.has("ptr", "val") and not sc.objs else 1)]
            kinds += [("fvdecl", 4 if self.later and not sc.fvs else 0)]
            if not deep:
                kinds += [("goto", 4)]
            if not self.c and sc.stable:
                kinds += [("gdecl", 5 if not deep and not sc.calls else 0)]
                kinds += [("idecl", 9 if self.has("iface") and not sc.ifaces else 0)]
        if sc.fvs:
            kinds += [("fvset", 4), ("fvcall", 4)]
        if sc.calls:
            kinds += [("gcall", 6)]
        kind = rng.weighted(kinds)
        return getattr(self, "make_" + kind)(sc)

    def make_t(self, sc):
        return {"k": "t", "n": self.n()}

    def make_tv(self, sc):
        return {"k": "tv", "n": self.n(), "e": self.expr(sc)}

    def make_set(self, sc):
        names = [v for v, _ in sc.ints if not re.match(r"[aif]\d*$", v)]
        names += [o + ".v" for o, _ in sc.objs]
        if not names:
            return None
        return {"k": "set", "v": self.rng.one(names), "e": self.expr(sc)}

    def make_decl(self, sc):
        s = {"k": "decl", "v": self.name("x"), "e": self.expr(sc)}
        sc.ints.append((s["v"], sc.stable))
        return s

    def make_odecl(self, sc):
        s = {"k": "odecl", "v": self.name("o"), "e": self.expr(sc)}
        sc.objs.append((s["v"], sc.stable))
        return s

    def make_idecl(self, sc):
        s = {"k": "idecl", "v": self.name("q"), "e": self.expr(sc)}
        sc.ifaces.append((s["v"], True))
        return s

    def make_fvdecl(self, sc):
        res = self.rng.one(["none", "int"])
        names = self.free(res)
        if not names:
            return None
        nil = self.rng.percent(10)
        s = {"k": "fvdecl", "v": self.name("h"), "res": res, "f": None if nil else self.rng.one(names)}
        sc.fvs.append((s["v"], res))
        return s

    def make_fvset(self, sc):
        v, res = self.rng.one(sc.fvs)
        names = self.free(res)
        if not names:
            return None
        return {"k": "fvset", "v": v, "res": res, "f": self.rng.one(names)}

    def make_fvcall(self, sc):
        v, res = self.rng.one(sc.fvs)
        return {"k": "fvcall", "v": v, "res": res, "arg": self.arg(sc)}

    def make_call(self, sc):
        name, recv = self.callee(sc)
        if not name:
            return None
        s = {"k": "call", "f": name, "recv": recv, "arg": self.arg(sc), "dst": None}
        if self.target(name)["res"] != "none" and self.rng.percent(60):
            names = [v for v, _ in sc.ints if re.match(r"(x\d+|r)$", v)]
            if names:
                s["dst"] = self.rng.one(names)
            s["n"] = self.n()
        return s

    def make_self(self, sc):
        f = sc.func
        call = {
            "k": "call", "f": f["name"], "recv": None, "dst": None,
            "arg": {"e": "a-1", "w": None},
        }
        if self.rng.percent(40):
            call = {"k": "defer", "form": "call", "f": f["name"], "recv": None, "arg": call["arg"]}
        f["rec"] = False  # one is enough
        return {"k": "if", "c": "a > 0", "then": [call], "els": []}

    def inner(self, sc, **changes):
        return Scope(sc.func, sc, nodecl=False, **changes)

    def make_if(self, sc):
        r = self.rng
        s = {"k": "if", "c": self.cond(sc)}
        s["then"] = self.body(self.inner(sc, stable=False), r.between(1, 3))
        s["els"] = self.body(self.inner(sc, stable=False), r.between(1, 2)) if r.percent(30) else []
        return s

    def make_for(self, sc):
        r = self.rng
        how = r.weighted([("for", 3), ("while", 1), ("do", 1)])
        s = {"k": "for", "how": how, "v": self.name("i"), "n": r.between(1, 3)}
        inner = self.inner(sc, stable=False, loop=True, cut=True)
        inner.ints.append((s["v"], False))
        jump = {"k": r.one(["break", "continue"]), "c": self.cond(inner)}
        s["body"] = self.body(inner, r.between(1, 4))
        if r.percent(25):
            s["body"].insert(r.below(len(s["body"]) + 1), jump)
        return s

    def make_goto(self, sc):
        s = {"k": "goto", "v": self.name("i"), "label": self.name("L"), "n": self.rng.between(2, 3)}
        inner = Scope(sc.func, sc, nodecl=False, stable=False)
        inner.ints.append((s["v"], False))
        s["body"] = self.body(inner, self.rng.between(1, 4))
        # What the body declares is in scope after it, but a jump back ended the
        # earlier ones: only the next iteration may use them.
        return s

    def make_outer(self, sc):
        """A loop or two, and a `goto` from the depth of it to what follows."""
        r = self.rng
        s = {"k": "outer", "label": self.name("L"), "n": self.n()}
        inner = self.inner(sc, stable=False)
        inner.labels.append(s["label"])
        leave = self.make_leave(inner)
        s["body"] = [self.make_for(inner)]
        if r.percent(50):
            loop = {"k": "for", "how": "for", "v": self.name("i"), "n": 2, "body": s["body"]}
            s["body"] = [loop]
        # Mostly in the innermost list, where another statement may end it first.
        places = [p for p in lists(s["body"]) if p is not s["body"]]
        place = places[-1] if r.percent(60) else r.one(places)
        place.insert(r.below(len(place) + 1), leave)
        return s

    def make_leave(self, sc):
        return {"k": "leave", "label": self.rng.one(sc.labels), "c": self.cond(sc)}

    def make_fwd(self, sc):
        s = {"k": "fwd", "c": self.cond(sc), "label": self.name("L"), "n": self.n()}
        inner = Scope(sc.func, sc, nodecl=True, stable=False)
        s["body"] = self.body(inner, self.rng.between(1, 3))
        return s

    def make_switch(self, sc):
        r = self.rng
        count = r.between(2, 4)
        cases = [
            self.body(self.inner(sc, stable=False, cut=True), r.between(0, 2))
            for _ in range(count)
        ]
        falls = [r.percent(25) for _ in cases[1:]] + [False]
        return {"k": "switch", "e": self.expr(sc), "cases": cases, "falls": falls}

    def make_block(self, sc):
        flavour = "plain" if self.c else self.rng.one(["plain", "plain", "try", "rethrow", "guard"])
        body = self.body(self.inner(sc, stable=False), self.rng.between(1, 4))
        return {"k": "block", "flavour": flavour, "body": body}

    def closure_scope(self, sc, deferred, stable_only=False):
        inner = Scope(
            sc.func, sc, nodecl=False, stable=False, loop=False, cut=False, labels=[],
            deferred=deferred, value=False, closure=sc.closure + 1,
        )
        if stable_only:
            inner.ints = [p for p in sc.ints if p[1]]
            inner.objs = [p for p in sc.objs if p[1]]
            inner.fvs = []
        return inner

    def make_iife(self, sc):
        body = self.body(self.closure_scope(sc, False), self.rng.between(1, 4))
        return {"k": "iife", "body": body}

    def make_gdecl(self, sc):
        s = {"k": "gdecl", "v": self.name("g")}
        s["body"] = self.body(self.closure_scope(sc, True, True), self.rng.between(1, 3))
        sc.calls.append((s["v"], True))
        return s

    def make_gcall(self, sc):
        return {"k": "gcall", "v": self.rng.one(sc.calls)[0]}

    def make_ret(self, sc):
        c = self.cond(sc) if self.rng.percent(70) or not sc.depth else None
        if sc.closure:
            return {"k": "ret", "e": None, "c": c}
        res = sc.func["res"]
        e = None if res == "none" or (res == "named" and self.rng.percent(30)) else self.expr(sc)
        return {"k": "ret", "e": e, "c": c}

    def make_retcall(self, sc):
        name, recv = self.rng.one(self.tails(sc))
        return {"k": "retcall", "f": name, "recv": recv, "arg": self.arg(sc)}

    def make_break(self, sc):
        return {"k": "break", "c": self.cond(sc)}

    def make_continue(self, sc):
        return {"k": "continue", "c": self.cond(sc)}

    def make_panic(self, sc):
        return {"k": "panic", "val": self.panic_value(), "c": self.cond(sc) if self.rng.percent(40) else None}

    def make_goexit(self, sc):
        return {"k": "goexit", "c": self.cond(sc) if self.rng.percent(50) else None}

    def make_rec(self, sc):
        return {"k": "rec", "n": self.n()}

    def make_helper(self, sc):
        return {"k": "helper", "n": self.n()}

    def make_ifrec(self, sc):
        body = self.body(self.inner(sc, stable=False), self.rng.between(0, 2))
        return {"k": "ifrec", "n": self.n(), "body": body, "again": self.rng.percent(25)}

    # Deferred calls.

    def make_defer(self, sc):
        r = self.rng
        forms = [("t", 2), ("tv", 5), ("call", 14 if self.later else 0), ("panic", 3),
                 ("recover", 2), ("block", 20), ("helper", 4)]
        if self.goexits:
            forms += [("goexit", 1)]
        if not self.c:
            forms += [("lambda", 6), ("chain", 3 if self.free() else 0)]
            if sc.calls:
                forms += [("gval", 14)]
        if sc.fvs:
            forms += [("fv", 14)]
        form = r.weighted(forms)
        s = {"k": "defer", "form": form}
        if form == "t":
            s["n"] = self.n()
        elif form == "tv":
            s["n"], s["e"] = self.n(), self.expr(sc)
        elif form == "helper":
            s["n"] = self.n()
        elif form == "call":
            s["f"], s["recv"] = self.callee(sc)
            if not s["f"]:
                return None
            s["arg"] = self.arg(sc)
        elif form == "chain":
            names = self.free()
            if not names:
                return None
            s["f"], s["n"], s["arg"] = r.one(names), self.n(), self.arg(sc)
        elif form == "panic":
            s["val"] = self.panic_value()
        elif form == "gval":
            s["v"] = r.one(sc.calls)[0]
        elif form == "fv":
            s["v"], s["res"] = r.one(sc.fvs)
            s["arg"] = self.arg(sc)
        elif form in ("block", "lambda"):
            first = self.recovers if r.percent(40) else None
            self.closes(s, sc, first)
        return s

    def recovers(self, sc):
        return self.make_ifrec(sc) if self.rng.percent(40) else self.make_rec(sc)

    def closes(self, s, sc, first=None):
        """Gives a deferred closure its body, which begins with what \\p first makes."""
        inner = self.closure_scope(sc, True)
        inner.depth = max(inner.depth, 2)
        if s["form"] == "lambda":
            s["p"], s["arg"] = self.name("b"), self.arg(sc)
            inner.ints.append((s["p"], False))
        start = [first(inner)] if first else []
        s["body"] = start + self.body(inner, self.rng.between(0 if first else 1, 3))

    def make_rescue(self, sc, kind=None):
        """A deferred call that recovers, or tries to from the wrong place."""
        r = self.rng
        saves = [(f, o) for f, o in self.callees(sc) if f in self.rescuers]
        if kind:
            saves = [(f, o) for f, o in saves if self.target(f)["kind"] == kind] or saves
        shapes = [("direct", 8 if saves else 0), ("under", 4 if saves else 0), ("helper", 2),
                  ("again", 2), ("goexit", 4 if self.goexits else 0)]
        if not self.c:
            shapes += [("closure", 3)]
        shape = r.weighted(shapes)
        if shape == "direct":
            name, recv = r.one(saves)
            return {"k": "defer", "form": "call", "f": name, "recv": recv, "arg": self.arg(sc)}

        def first(inner):
            if shape == "under":  # a call too deep
                name, recv = r.one(saves)
                return {"k": "call", "f": name, "recv": recv, "arg": self.arg(inner), "dst": None}
            if shape == "closure":
                if inner.calls and r.percent(40):
                    return self.make_gcall(inner)
                within = self.closure_scope(inner, False)
                return {"k": "iife", "body": [self.recovers(within)] + self.body(within, r.below(2))}
            if shape == "again":  # for a panic that the deferred call may begin
                within = {"k": "defer", "form": "block"}
                self.closes(within, inner, self.recovers)
                return within
            return self.make_goexit(inner) if shape == "goexit" else self.make_helper(inner)

        s = {"k": "defer", "form": "lambda" if not self.c and r.percent(25) else "block"}
        self.closes(s, sc, first)
        if shape == "again" and r.percent(60) and not (s["body"] and ends(s["body"][-1])):
            s["body"].append(self.make_panic(sc))
        if shape in ("under", "helper", "closure") and r.percent(40):
            s["body"].insert(1, self.make_rec(sc))
        return s
