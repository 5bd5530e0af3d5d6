# ===- source.py - Programs as Go, C++ and C source -------------------------===//
#
# Part of the deferc project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===------------------------------------------------------------------------===//
"""Writes programs (tree.py) as one source file of Go, C++ or C.

Every program of a file gets a prefix of its own and is a case; `main FIRST LAST` runs
cases, each on its own thread or goroutine, and prints a line for each; `main crash K`
runs one that nothing recovers for. What C++ has and Go has not (objects with
destructors, try blocks, functions that are not inlined) is added where the trace
cannot show it.
"""

import re

from preludes import C_MAIN, C_MIDDLE, C_PRELUDE, C_SHOW, CXX_SHOW, GO_PRELUDE
from tree import statements


class Source:
    """What Go and C write alike."""

    def __init__(self, program, prefix):
        self.program, self.prefix = program, prefix
        self.funcs = {f["name"]: f for f in program["funcs"]}
        self.lines, self.level = [], 0

    def put(self, *lines):
        for line in lines:
            self.lines.append("\t" * self.level + line)

    def text(self):
        self.all()
        return "\n".join(self.lines) + "\n"

    def expr(self, e):
        return e

    def arg(self, a):
        e = f"({self.expr(a['e'])})&3"
        return f"arg_{a['w'][0]}({a['w'][1]}, {e})" if a["w"] else e

    def panic(self, v):
        """The call that panics with a value."""
        return f"divide({v[1]}, 0)" if v[0] == "z" else f"panic({self.value(v)})"

    def value(self, v):
        if v[0] == "s":
            escaped = v[1].replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
            return f'"{escaped}"'
        return self.VALUES.get(v[0], "{}").format(v[1])

    def block(self, body):
        self.level += 1
        for s in body:
            self.statement(s)
        self.level -= 1

    def returned(self, e):
        """A result made of a number."""
        e = self.expr(e)
        return e if self.f["type"] == "int" or e == "r" else f"make{self.f['type']}({e})"

    def number(self, f, call):
        return call if f["type"] == "int" else f"sum{f['type']}({call})"

    def statement(self, s):
        getattr(self, "do_" + s["k"])(s)

    def uses(self, kind):
        return [f for f in self.program["funcs"] if f["kind"] == kind]


class GoSource(Source):
    VALUES = {"u": "uint({})", "o": "oops({})"}

    def cond(self, c, line):
        if c:
            self.put(f"if {c} {{")
            self.put("\t" + line, "}")
        else:
            self.put(line)

    def all(self):
        p = self.prefix
        self.put(f"type {p}S struct{{ v int }}", "")
        if self.uses("iface"):
            self.put(f"type {p}V struct{{ v int }}", "", f"type {p}I interface {{")
            self.put(*(f"\t{f['name']}(a int){self.result(f)}" for f in self.uses("iface")))
            self.put("}", "")
        for f in self.program["funcs"]:
            recv = {
                "free": "", "ptr": f"(s *{p}S) ", "val": f"(s {p}S) ", "iface": f"(s *{p}V) ",
            }[f["kind"]]
            name = p + f["name"] if f["kind"] == "free" else f["name"]
            self.put(f"func {recv}{name}(a int){self.result(f)} {{")
            self.f = f
            self.block(f["body"])
            if f["final"] is not None:
                self.put(f"\treturn {self.returned(f['final'])}")
            self.put("}", "")
        made = {s["f"] for s in self.chains()}
        for name in sorted(made):
            kind = "func(int)" + (" int" if self.funcs[name]["res"] != "none" else "")
            self.put(f"func {p}mk{name}(n int) {kind} {{", "\tt(n)", f"\treturn {p}{name}", "}", "")
        main = self.program["funcs"][0]
        call = self.number(main, f"{p}{main['name']}(2)")
        self.put(f"func {p}main() int {{")
        self.put(*([f"\treturn {call}"] if main["res"] != "none" else [f"\t{call}", "\treturn 0"]))
        self.put("}", "")

    def chains(self):
        for f in self.program["funcs"]:
            for s in statements(f["body"]):
                if s.get("form") == "chain":
                    yield s

    @staticmethod
    def result(f):
        return {"none": "", "unnamed": " " + f["type"], "named": f" (r {f['type']})"}[f["res"]]

    def do_t(self, s):
        self.put(f"t({s['n']})")

    def do_tv(self, s):
        self.put(f"tv({s['n']}, {s['e']})")

    def do_set(self, s):
        self.put(f"{s['v']} = {s['e']}")

    def do_decl(self, s):
        self.put(f"{s['v']} := {s['e']}", f"_ = {s['v']}")

    def do_odecl(self, s):
        self.put(f"{s['v']} := {self.prefix}S{{{s['e']}}}", f"_ = {s['v']}")

    def do_idecl(self, s):
        self.put(f"var {s['v']} {self.prefix}I = &{self.prefix}V{{{s['e']}}}", f"_ = {s['v']}")

    def do_fvdecl(self, s):
        kind = "func(int)" + ("" if s["res"] == "none" else " int")
        init = f" = {self.prefix}{s['f']}" if s["f"] else ""
        self.put(f"var {s['v']} {kind}{init}", f"_ = {s['v']}")

    def do_fvset(self, s):
        self.put(f"{s['v']} = {self.prefix}{s['f']}")

    def do_fvcall(self, s):
        self.put(f"{s['v']}({self.arg(s['arg'])})")

    def callee(self, s):
        return f"{s['recv']}.{s['f']}" if s["recv"] else self.prefix + s["f"]

    def do_call(self, s):
        call = self.number(self.funcs[s["f"]], f"{self.callee(s)}({self.arg(s['arg'])})")
        if s["dst"]:
            self.put(f"{s['dst']} = {call}", f"tv({s['n']}, {s['dst']})")
        elif "n" in s:
            self.put(f"tv({s['n']}, {call})")
        else:
            self.put(call)

    def do_if(self, s):
        self.put(f"if {s['c']} {{")
        self.block(s["then"])
        if s["els"]:
            self.put("} else {")
            self.block(s["els"])
        self.put("}")

    def do_for(self, s):
        v = s["v"]
        if s["how"] == "for":
            self.put(f"for {v} := 0; {v} < {s['n']}; {v}++ {{")
        else:
            self.put("{", f"{v} := 0")
            more = f"{v} < {s['n']}"
            self.put(f"for {more} {{" if s["how"] == "while" else f"for more := true; more; more = {more} {{")
            self.put(f"\t{v}++")
        self.block(s["body"])
        self.put("}" if s["how"] == "for" else "}}")

    def do_outer(self, s):
        self.put("{")
        self.block(s["body"])
        self.put("}")
        if any(inner.get("label") == s["label"] for inner in statements(s["body"])):
            self.lines.append(f"{s['label']}:{self.EMPTY}")
        self.do_t(s)

    EMPTY = ""  # a statement for a label to stand before

    def do_leave(self, s):
        self.cond(s["c"], f"goto {s['label']}")

    def do_goto(self, s):
        self.put(f"{s['v']} := 0")
        self.lines.append(f"{s['label']}:")
        for inner in s["body"]:
            self.statement(inner)
        self.put(f"{s['v']}++", f"if {s['v']} < {s['n']} {{", f"\tgoto {s['label']}", "}")

    def do_fwd(self, s):
        self.put(f"if {s['c']} {{", f"\tgoto {s['label']}", "}")
        for inner in s["body"]:
            self.statement(inner)
        self.lines.append(f"{s['label']}:")
        self.put(f"t({s['n']})")

    def do_switch(self, s):
        count = len(s["cases"])
        self.put(f"switch ({s['e']}) % {count} {{")
        for i, body in enumerate(s["cases"]):
            self.put("default:" if i == count - 1 else f"case {i}:")
            self.block(body)
            if s["falls"][i]:
                self.put("\tfallthrough")
        self.put("}")

    def do_block(self, s):
        self.put("{")
        self.block(s["body"])
        self.put("}")

    def do_iife(self, s):
        self.put("func() {")
        self.block(s["body"])
        self.put("}()")

    def do_gdecl(self, s):
        self.put(f"{s['v']} := func() {{")
        self.block(s["body"])
        self.put("}", f"_ = {s['v']}")

    def do_gcall(self, s):
        self.put(f"{s['v']}()")

    def do_ret(self, s):
        self.cond(s["c"], "return" if s["e"] is None else f"return {self.returned(s['e'])}")

    def do_retcall(self, s):
        call = f"{self.callee(s)}({self.arg(s['arg'])})"
        self.put(*([call, "return"] if self.f["res"] == "none" else ["return " + call]))

    def do_break(self, s):
        self.cond(s["c"], "break")

    def do_continue(self, s):
        self.cond(s["c"], "continue")

    def do_panic(self, s):
        self.cond(s["c"], self.panic(s["val"]))

    def do_goexit(self, s):
        self.cond(s["c"], "runtime.Goexit()")

    def do_rec(self, s):
        self.put(f"tr({s['n']}, recover())")

    def do_helper(self, s):
        self.put(f"helper({s['n']})")

    def do_ifrec(self, s):
        self.put("if rv := recover(); rv != nil {", f"\ttr({s['n']}, rv)")
        self.block(s["body"])
        if s["again"]:
            self.put("\tpanic(rv)")
        self.put("}")

    def do_defer(self, s):
        form = s["form"]
        if form in ("block", "lambda"):
            param = s["p"] + " int" if form == "lambda" else ""
            self.put(f"defer func({param}) {{")
            self.block(s["body"])
            self.put(f"}}({self.arg(s['arg']) if form == 'lambda' else ''})")
            return
        self.put("defer " + self.deferred(s))

    def deferred(self, s):
        form = s["form"]
        if form == "t":
            return f"t({s['n']})"
        if form == "tv":
            return f"tv({s['n']}, {self.expr(s['e'])})"
        if form == "helper":
            return f"helper({s['n']})"
        if form == "call":
            return f"{self.callee(s)}({self.arg(s['arg'])})"
        if form == "chain":
            return f"{self.prefix}mk{s['f']}({s['n']})({self.arg(s['arg'])})"
        if form == "fv":
            return f"{s['v']}({self.arg(s['arg'])})"
        if form == "gval":
            return f"{s['v']}()"
        if form == "panic":
            return self.panic(s["val"])
        return {"recover": "recover()", "goexit": "runtime.Goexit()"}[form]


class CxxSource(GoSource):
    """C++, and C when asked: then methods are functions, closures blocks."""

    VALUES = {"u": "{}u", "b": "(bool){}", "o": "Oops{{{}}}"}

    def __init__(self, program, prefix, c=False):
        super().__init__(program, prefix)
        self.c = c

    def value(self, v):
        # One says it by Error(), the other by what().
        return f"Failure({v[1]})" if v[0] == "o" and v[1] & 1 else super().value(v)

    def expr(self, e):
        return re.sub(r"\bs\.v\b", "s->v", e) if self.c and self.f["kind"] == "ptr" else e

    def cond(self, c, line):
        self.put(f"if ({self.expr(c)}) {line};" if c else line + ";")

    def type(self, f):
        if f["res"] == "none":
            return "void"
        return "struct " + f["type"] if self.c and f["type"] != "int" else f["type"]

    def head(self, f):
        """The function's head, outside of any class."""
        p, t = self.prefix, self.type(f)
        never = "__attribute__((noinline)) " if f["noinline"] else ""
        if f["kind"] == "free":
            return f"{never}static {t} {p}{f['name']}(int a)"
        if self.c:
            star = "*" if f["kind"] == "ptr" else ""
            return f"{never}static {t} {p}{f['name']}(struct {p}S {star}s, int a)"
        if f["kind"] == "ptr":
            return f"{never}{t} {p}S::{f['name']}(int a)"
        if f["kind"] == "val":
            return f"{never}{t} {p}S::{f['name']}({p}S s, int a)"
        return f"{never}{t} {p}V::{f['name']}(int a)"

    def all(self):
        p = self.prefix
        if self.c:
            self.put(f"struct {p}S {{ int v; }};")
        else:
            self.put("namespace {", f"struct {p}S {{", "\tint v;")
            for f in self.uses("ptr"):
                self.put(f"\t{self.type(f)} {f['name']}(int a);")
            for f in self.uses("val"):
                self.put(f"\tstatic {self.type(f)} {f['name']}({p}S s, int a);")
            self.put("};")
            if self.uses("iface"):
                self.put(f"struct {p}I {{")
                self.put(
                    *(f"\tvirtual {self.type(f)} {f['name']}(int a) = 0;" for f in self.uses("iface"))
                )
                # The interface comes second, so that calls go through a thunk.
                self.put("};", f"struct {p}V : Polymorphic, {p}I {{", "\tint v;")
                self.put(f"\t{p}V(int v) : v(v) {{}}")
                self.put(*(f"\t{self.type(f)} {f['name']}(int a) override;" for f in self.uses("iface")))
                self.put("};")
            self.put("} // namespace")
        for f in self.program["funcs"]:
            if f["kind"] == "free" or self.c:
                self.put(self.head(f) + ";")
        for name in sorted({s["f"] for s in self.chains()}):
            kind = "Fv" if self.funcs[name]["res"] == "none" else "Fi"
            self.put(f"static {kind} {p}mk{name}(int n) {{ t(n); return {p}{name}; }}")
        for f in self.program["funcs"]:
            self.f = f
            self.put("", self.head(f) + " {")
            if not self.c and f["kind"] in ("ptr", "iface"):
                self.put("\tauto &s = *this;")
            if f["res"] == "named":
                zero = "0" if f["type"] == "int" else "{0}" if self.c else "{}"
                self.put(f"\tdefer_result {self.type(f)} r = {zero};")
            if f["guard"]:
                self.put(f"\t{self.guard()}")
            self.block(f["body"])
            if f["final"] is not None:
                self.put(f"\treturn {self.returned(f['final'])};")
            self.put("}")
        main = self.program["funcs"][0]
        call = self.number(main, f"{p}{main['name']}(2)")
        self.put("", f"static int {p}main(void) {{")
        self.put(f"\treturn {call};" if main["res"] != "none" else f"\t{call};\n\treturn 0;")
        self.put("}", "")

    def guard(self):
        return "GUARD;" if self.c else "Guard g;"

    def do_t(self, s):
        self.put(f"t({s['n']});")

    def do_tv(self, s):
        self.put(f"tv({s['n']}, {self.expr(s['e'])});")

    def do_set(self, s):
        self.put(f"{self.expr(s['v'])} = {self.expr(s['e'])};")

    def do_decl(self, s):
        self.put(f"int {s['v']} = {self.expr(s['e'])};")

    def do_odecl(self, s):
        struct = "struct " if self.c else ""
        self.put(f"{struct}{self.prefix}S {s['v']} = {{{self.expr(s['e'])}}};")

    def do_idecl(self, s):
        p, v = self.prefix, s["v"]
        self.put(f"{p}V {v}o({s['e']});", f"{p}I *{v} = &{v}o;")

    def do_fvdecl(self, s):
        kind = "Fv" if s["res"] == "none" else "Fi"
        init = self.prefix + s["f"] if s["f"] else "0"
        self.put(f"{kind} {s['v']} = {init};")

    def do_fvset(self, s):
        self.put(f"{s['v']} = {self.prefix}{s['f']};")

    def do_fvcall(self, s):
        self.put(f"{'(void)' if s['res'] != 'none' else ''}{self.nilcall(s)};")

    def nilcall(self, s):
        # A plain call through a null pointer is a fault, not a panic.
        return f"some_{'v' if s['res'] == 'none' else 'i'}({s['v']}, {self.arg(s['arg'])})"

    def call(self, s):
        f, arg, p = self.funcs[s["f"]], self.arg(s["arg"]), self.prefix
        if f["kind"] == "free":
            return f"{p}{s['f']}({arg})"
        if self.c:
            return f"{p}{s['f']}({'&' if f['kind'] == 'ptr' else ''}{s['recv']}, {arg})"
        if f["kind"] == "val":
            return f"{p}S::{s['f']}({s['recv']}, {arg})"
        return f"{s['recv']}{'->' if f['kind'] == 'iface' else '.'}{s['f']}({arg})"

    def do_call(self, s):
        call = self.number(self.funcs[s["f"]], self.call(s))
        if s["dst"]:
            self.put(f"{s['dst']} = {call};", f"tv({s['n']}, {s['dst']});")
        elif "n" in s:
            self.put(f"tv({s['n']}, {call});")
        else:
            self.put(call + ";")

    def do_if(self, s):
        self.put(f"if ({self.expr(s['c'])}) {{")
        self.block(s["then"])
        if s["els"]:
            self.put("} else {")
            self.block(s["els"])
        self.put("}")

    def do_for(self, s):
        v, more = s["v"], f"{s['v']} < {s['n']}"
        if s["how"] == "for":
            self.put(f"for (int {v} = 0; {more}; {v}++) {{")
        else:
            self.put("{", f"int {v} = 0;", f"while ({more}) {{" if s["how"] == "while" else "do {", f"\t{v}++;")
        self.block(s["body"])
        self.put({"for": "}", "while": "}}", "do": f"}} while ({more}); }}"}[s["how"]])

    EMPTY = ";"

    def do_goto(self, s):
        self.put(f"int {s['v']} = 0;")
        self.lines.append(f"{s['label']}:;")
        for inner in s["body"]:
            self.statement(inner)
        self.put(f"{s['v']}++;", f"if ({s['v']} < {s['n']}) goto {s['label']};")

    def do_fwd(self, s):
        self.put(f"if ({self.expr(s['c'])}) goto {s['label']};")
        for inner in s["body"]:
            self.statement(inner)
        self.lines.append(f"{s['label']}:;")
        self.put(f"t({s['n']});")

    def do_switch(self, s):
        count = len(s["cases"])
        self.put(f"switch (({self.expr(s['e'])}) % {count}) {{")
        for i, body in enumerate(s["cases"]):
            self.put(("default:" if i == count - 1 else f"case {i}:") + " {")
            self.block(body)
            self.put("}" if s["falls"][i] else "} break;")
        self.put("}")

    def do_block(self, s):
        flavour = s["flavour"]
        self.put("try {" if flavour in ("try", "rethrow") else "{")
        if flavour == "guard":
            self.put("\t" + self.guard())
        self.block(s["body"])
        self.put(
            {"try": "} catch (Nothing &) { t(0); }", "rethrow": "} catch (...) { throw; }"}.get(
                flavour, "}"
            )
        )

    def do_iife(self, s):
        self.put("[&] {")
        self.block(s["body"])
        self.put("}();")

    def do_gdecl(self, s):
        self.put(f"auto {s['v']} = [&] {{")
        self.block(s["body"])
        self.put("};")

    def do_gcall(self, s):
        self.put(f"{s['v']}();")

    def do_ret(self, s):
        if s["e"] is not None:
            self.cond(s["c"], f"return {self.returned(s['e'])}")
        else:
            named = self.f["res"] == "named" and not self.inside
            self.cond(s["c"], "return r" if named else "return")

    def do_retcall(self, s):
        call = self.call(s)
        self.put(f"{call};\n\treturn;" if self.f["res"] == "none" else f"return {call};")

    inside = 0  # of closures

    def statement(self, s):
        closure = s["k"] in ("iife", "gdecl") or s.get("form") in ("block", "lambda")
        self.inside += closure
        super().statement(s)
        self.inside -= closure

    def do_goexit(self, s):
        self.cond(s["c"], "goexit()")

    def do_rec(self, s):
        self.put(f"tr({s['n']}, recover());")

    def do_helper(self, s):
        self.put(f"helper({s['n']});")

    def do_ifrec(self, s):
        if self.c:
            self.put("{", "\tdefer_recovered rv = recover();", "\tif (rv.kind) {")
        else:
            self.put("if (auto rv = recover()) {")
        self.level += self.c
        self.put(f"\ttr({s['n']}, rv);")
        self.block(s["body"])
        if s["again"]:
            self.put("\tpanic(rv);")
        self.level -= self.c
        self.put("\t}\n" + "\t" * self.level + "}" if self.c else "}")

    def do_defer(self, s):
        form = s["form"]
        if form == "block":
            self.put("defer {")
            self.block(s["body"])
            self.put("}")
        elif form == "lambda":
            self.put(f"defer [&](int {s['p']}) {{")
            self.block(s["body"])
            self.put(f"}}({self.arg(s['arg'])});")
        else:
            self.put("defer " + self.deferred(s) + ";")

    def deferred(self, s):
        if s["form"] == "call":
            return self.call(s)
        if s["form"] == "goexit":
            return "goexit()"
        return super().deferred(s)


def go_file(programs):
    parts = [GO_PRELUDE]
    parts += [GoSource(p, f"c{k}_").text() for k, p in enumerate(programs)]
    parts.append("var cases = []func() int{\n")
    parts += [f"\tc{k}_main,\n" for k in range(len(programs))]
    parts.append("}\n")
    return "".join(parts)


def c_file(programs, c=False):
    parts = [C_PRELUDE, C_SHOW if c else CXX_SHOW, C_MIDDLE]
    parts += [CxxSource(p, f"c{k}_", c).text() for k, p in enumerate(programs)]
    parts.append("static const Case cases[] = {\n")
    parts += [f"\tc{k}_main,\n" for k in range(len(programs))]
    parts += ["};\n", C_MAIN]
    return "".join(parts)
