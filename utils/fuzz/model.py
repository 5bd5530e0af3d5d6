# ===- model.py - What a program must print ---------------------------------===//
#
# Part of the deferc project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===------------------------------------------------------------------------===//
"""Runs a program (tree.py) by the rules of Go, newest version.

Frames are a list, panics another. A panic runs the deferred calls of all frames
from the innermost outwards, on top of them, until one of these calls has recovered;
only then is the stack unwound, by a Python exception, to the frame that deferred
that call. `recover` works for a call that the newest panic itself made.
"""



class TooLong(Exception):
    """The program takes too many steps to be worth a test."""


class Unwind(Exception):
    def __init__(self, frame, resume):
        self.frame, self.resume = frame, resume


class Crash(Exception):
    def __init__(self, value):
        self.value = value


class Ended(Exception):
    """The goroutine ended by goexit."""


class Break(Exception):
    pass


class Continue(Exception):
    pass


class Leave(Exception):
    def __init__(self, label):
        self.label = label


class Return(Exception):
    pass


NIL_CALL = ("e", "nil")


def value_of(val):
    """The value that a panic statement panics with."""
    return ("e", "div") if val[0] == "z" else tuple(val)


class Panic:
    def __init__(self, value, depth, goexit=False):
        self.value, self.depth, self.goexit = value, depth, goexit
        self.recovered = False


class Frame:
    def __init__(self, token):
        self.token, self.defers = token, []
        self.result = None


class Cell:
    __slots__ = ("v",)

    def __init__(self, v):
        self.v = v


class Object(Cell):
    """What has fields: v, and for results w."""

    __slots__ = ("w",)

    def __init__(self, v, w=0):
        self.v, self.w = v, w

    def sum(self):
        return (self.v + 3 * self.w) & 1023


class Env(dict):
    """Variables by name, each a cell that closures share."""

    def child(self):
        return Env(self)

    class View:
        def __init__(self, env):
            self.env = env

        def __getitem__(self, name):
            return self.env[name].v


CODE = {}


def evaluate(text, env):
    code = CODE.get(text)
    if code is None:
        code = CODE[text] = compile(text, "expression", "eval")
    return eval(code, {"__builtins__": {}}, Env.View(env))


class Model:
    def __init__(self, program, limit=600):
        self.funcs = {f["name"]: f for f in program["funcs"]}
        self.main = program["funcs"][0]
        self.frames, self.panics = [], []
        self.trace = []
        self.steps = limit
        self.go51 = False  # the fault of Go 1.19 with two panics under a goexit
        self.features = set()  # what happened, to choose programs by

    def run(self):
        """The trace and the outcome, as the programs print them."""
        try:
            value = self.call(self.main, None, 2, None)
            end = f"result {self.number(value)}"
        except Crash as e:
            end = f"uncaught {self.show(e.value)}"
        except Ended:
            end = "goexit"
        return " ".join(self.trace + [end])

    @staticmethod
    def number(result):
        return result.sum() if isinstance(result, Object) else result or 0

    @staticmethod
    def show(value):
        return "-" if value is None else f"{value[0]}{value[1]}"

    def t(self, text):
        self.trace.append(str(text))

    # Panics.

    def panic(self, value):
        if self.panics:
            self.features.add("nested")
        p = Panic(value, len(self.frames))
        self.panics.append(p)
        self.loop(p)

    def goexit(self):
        self.features.add("goexit")
        p = Panic(None, len(self.frames), True)
        self.panics.append(p)
        self.loop(p)

    def loop(self, p):
        while True:
            at = len(self.frames) - 1
            while at >= 0 and not self.frames[at].defers:
                at -= 1
            if at < 0:
                if p.goexit:
                    raise Ended()
                raise Crash(p.value)
            frame = self.frames[at]
            thunk = frame.defers.pop()
            self.features.add("panicked")
            thunk(p)
            if p.recovered:
                self.features.add("recovered")
                dropped = [q for q in self.panics if q.depth > at]
                self.panics = [q for q in self.panics if q.depth <= at]
                exits = [q for q in dropped if q.goexit]
                if exits and len(dropped) - len(exits) > 1:
                    self.go51 = True
                raise Unwind(frame, bool(exits))

    def recover(self, frame):
        return self.recover_token(frame.token)

    def recover_token(self, p):
        if p and self.panics and self.panics[-1] is p and not p.goexit and not p.recovered:
            p.recovered = True
            return p.value
        return None

    # Calls. `token` is the panic that makes the call, if one does.

    def activation(self, token, body):
        """Runs body(frame), then the frame's deferred calls."""
        frame = Frame(token)
        depth = len(self.frames)
        self.frames.append(frame)
        pending = body
        while True:
            try:
                if pending:
                    pending(frame)
                    pending = None
                while frame.defers:
                    self.features.add("deferred")
                    frame.defers.pop()(None)
                break
            except Unwind as u:
                if u.frame is not frame:
                    raise
                del self.frames[depth + 1 :]
                pending = (lambda _: self.goexit()) if u.resume else None
        del self.frames[depth:]
        return frame

    def call(self, f, recv, arg, token):
        env = Env()
        env["a"] = Cell(arg)
        if recv is not None:
            env["s"] = Cell(Cell(recv.v.v)) if f["kind"] == "val" else recv
        named = f["res"] == "named"
        if named:
            env["r"] = Cell(0 if f["type"] == "int" else Object(0))

        def body(frame):
            try:
                self.block(f["body"], env, frame, f)
                if f["final"] not in (None, "r"):
                    self.store(frame, f, env, evaluate(f["final"], env))
            except Return:
                pass

        frame = self.activation(token, body)
        if named:
            return env["r"].v
        if frame.result is None and f["type"] != "int":
            return Object(0)
        return frame.result

    def store(self, frame, f, env, value):
        if f["type"] != "int" and not isinstance(value, Object):
            value = Object(value, (value + 5) & 1023)
        if f["res"] == "named":
            env["r"].v = value
        else:
            frame.result = value

    def closure(self, body, env, f, token):
        def run(frame):
            try:
                self.block(body, env.child(), frame, None)
            except Return:
                pass

        self.activation(token, run)

    def arg(self, arg, env):
        value = evaluate(arg["e"], env) & 3
        if arg["w"]:
            how, n = arg["w"]
            self.t(f"{n}:{value}")
            if how == "p" and value & 1:
                self.frames.append(Frame(None))
                self.panic(("i", n))
        return value

    # Statements.

    def block(self, body, env, frame, f):
        for s in body:
            self.steps -= 1
            if self.steps < 0 or len(self.frames) > 60:
                raise TooLong()
            getattr(self, "do_" + s["k"])(s, env, frame, f)

    def do_t(self, s, env, frame, f):
        self.t(s["n"])

    def do_tv(self, s, env, frame, f):
        self.t(f"{s['n']}={evaluate(s['e'], env)}")

    def do_set(self, s, env, frame, f):
        value = evaluate(s["e"], env)
        name = s["v"]
        if name.endswith(".v"):
            env[name[:-2]].v.v = value
        else:
            env[name].v = value

    def do_decl(self, s, env, frame, f):
        env[s["v"]] = Cell(evaluate(s["e"], env))

    def do_odecl(self, s, env, frame, f):
        env[s["v"]] = Cell(Cell(evaluate(s["e"], env)))

    do_idecl = do_odecl

    def do_fvdecl(self, s, env, frame, f):
        env[s["v"]] = Cell(s["f"])

    def do_fvset(self, s, env, frame, f):
        env[s["v"]].v = s["f"]

    def nil_call(self):
        self.panic(NIL_CALL)

    def do_fvcall(self, s, env, frame, f):
        name = env[s["v"]].v
        value = self.arg(s["arg"], env)
        if name is None:
            self.nil_call()
        self.call(self.funcs[name], None, value, None)

    def do_call(self, s, env, frame, f):
        value = self.arg(s["arg"], env)
        recv = env[s["recv"]] if s["recv"] else None
        result = self.number(self.call(self.funcs[s["f"]], recv, value, None))
        if s["dst"]:
            env[s["dst"]].v = result
        if "n" in s:
            self.t(f"{s['n']}={result}")

    def do_if(self, s, env, frame, f):
        chosen = s["then"] if evaluate(s["c"], env) else s["els"]
        self.block(chosen, env.child(), frame, f)

    def do_for(self, s, env, frame, f):
        env = env.child()
        i = env[s["v"]] = Cell(0)
        early = s["how"] != "for"  # counted before the body
        while i.v < s["n"]:
            i.v += early
            try:
                self.block(s["body"], env.child(), frame, f)
            except Break:
                break
            except Continue:
                pass
            i.v += not early

    def do_outer(self, s, env, frame, f):
        try:
            self.block(s["body"], env.child(), frame, f)
        except Leave as left:
            if left.label != s["label"]:
                raise
        self.t(s["n"])

    def do_leave(self, s, env, frame, f):
        if not s["c"] or evaluate(s["c"], env):
            raise Leave(s["label"])

    def do_goto(self, s, env, frame, f):
        i = env[s["v"]] = Cell(0)
        while True:
            self.block(s["body"], env.child(), frame, f)
            i.v += 1
            if i.v >= s["n"]:
                break

    def do_fwd(self, s, env, frame, f):
        if not evaluate(s["c"], env):
            self.block(s["body"], env, frame, f)
        self.t(s["n"])

    def do_switch(self, s, env, frame, f):
        value = evaluate(s["e"], env) % len(s["cases"])
        try:
            self.block(s["cases"][value], env.child(), frame, f)
            while s["falls"][value]:
                value += 1
                self.block(s["cases"][value], env.child(), frame, f)
        except Break:
            pass

    def do_block(self, s, env, frame, f):
        self.block(s["body"], env.child(), frame, f)

    def do_iife(self, s, env, frame, f):
        self.closure(s["body"], env, f, None)

    def do_gdecl(self, s, env, frame, f):
        seen = env.child()
        env[s["v"]] = Cell(lambda token: self.closure(s["body"], seen, f, token))

    def do_gcall(self, s, env, frame, f):
        env[s["v"]].v(None)

    def do_ret(self, s, env, frame, f):
        if s["c"] and not evaluate(s["c"], env):
            return
        if s["e"] is not None:
            self.store(frame, f, env, evaluate(s["e"], env))
        raise Return()

    def do_retcall(self, s, env, frame, f):
        value = self.arg(s["arg"], env)
        recv = env[s["recv"]] if s["recv"] else None
        result = self.call(self.funcs[s["f"]], recv, value, None)
        if f["res"] != "none":
            if isinstance(result, Object):
                result = Object(result.v, result.w)
            self.store(frame, f, env, result or 0)
        raise Return()

    def do_break(self, s, env, frame, f):
        if not s["c"] or evaluate(s["c"], env):
            raise Break()

    def do_continue(self, s, env, frame, f):
        if not s["c"] or evaluate(s["c"], env):
            raise Continue()

    def do_panic(self, s, env, frame, f):
        if not s["c"] or evaluate(s["c"], env):
            self.panic(value_of(s["val"]))

    def do_goexit(self, s, env, frame, f):
        if not s["c"] or evaluate(s["c"], env):
            self.goexit()

    def do_rec(self, s, env, frame, f):
        self.t(f"{s['n']}:{self.show(self.recover(frame))}")

    def do_helper(self, s, env, frame, f):
        self.t(f"{s['n']}:-")  # recovers nothing: no panic called it

    def do_ifrec(self, s, env, frame, f):
        value = self.recover(frame)
        if value is None:
            return
        self.t(f"{s['n']}:{self.show(value)}")
        self.block(s["body"], env.child(), frame, f)
        if s["again"]:
            self.panic(value)

    def do_defer(self, s, env, frame, f):
        frame.defers.append(getattr(self, "defer_" + s["form"])(s, env, frame, f))

    # Deferred calls: what the statement evaluates, then the call.

    def defer_t(self, s, env, frame, f):
        return lambda token: self.t(s["n"])

    def defer_tv(self, s, env, frame, f):
        value = evaluate(s["e"], env)
        return lambda token: self.t(f"{s['n']}={value}")

    def defer_helper(self, s, env, frame, f):
        def run(token):
            self.t(f"{s['n']}:{self.show(self.recover_token(token))}")

        return run

    def defer_call(self, s, env, frame, f):
        target = self.funcs[s["f"]]
        recv = env[s["recv"]] if s["recv"] else None
        if target["kind"] == "val":
            recv = Cell(Cell(recv.v.v))
        value = self.arg(s["arg"], env)
        return lambda token: self.call(target, recv, value, token)

    def defer_chain(self, s, env, frame, f):
        self.t(s["n"])
        value = self.arg(s["arg"], env)
        return lambda token: self.call(self.funcs[s["f"]], None, value, token)

    def defer_fv(self, s, env, frame, f):
        name = env[s["v"]].v
        value = self.arg(s["arg"], env)

        def run(token):
            if name is None:
                self.nil_call()
            self.call(self.funcs[name], None, value, token)

        return run

    def defer_gval(self, s, env, frame, f):
        return env[s["v"]].v

    def defer_block(self, s, env, frame, f):
        seen = env.child()
        return lambda token: self.closure(s["body"], seen, f, token)

    def defer_lambda(self, s, env, frame, f):
        value = self.arg(s["arg"], env)

        def run(token):
            inner = env.child()
            inner[s["p"]] = Cell(value)
            self.closure(s["body"], inner, f, token)

        return run

    def defer_panic(self, s, env, frame, f):
        return lambda token: self.panic(value_of(s["val"]))

    def defer_recover(self, s, env, frame, f):
        written = frame.token
        return lambda token: self.recover_token(written)

    def defer_goexit(self, s, env, frame, f):
        return lambda token: self.goexit()
