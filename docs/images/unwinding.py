#!/usr/bin/env python3
"""Prints unwinding.svg: the stack at four moments of one panic."""

MOMENTS = [
    ("1. panic", [("panic, gopanic", "run"), ("inner", "user"), ("middle  defer", "defer"),
                  ("outer  defer recover", "defer"), ("main", "user")],
     "gopanic walks outwards"),
    ("2. deferred call of middle", [("deferred call", "call"), ("walk", "run"),
                                    ("panic, gopanic", "run"), ("inner", "user"),
                                    ("middle", "now"), ("outer  defer recover", "defer"),
                                    ("main", "user")],
     "on top of the stack"),
    ("3. deferred call of outer", [("recover()", "call"), ("walk", "run"),
                                   ("panic, gopanic", "run"), ("inner", "user"),
                                   ("middle", "user"), ("outer", "now"), ("main", "user")],
     "marks the panic, returns"),
    ("4. unwinding", [("inner  ~T()", "unwind"), ("middle", "unwind"),
                      ("outer  pad: recovered", "now"), ("main", "user")],
     "to outer's normal exit"),
]
COLORS = {"run": "#d0d7de", "user": "#ffffff", "defer": "#fff3bf", "call": "#b2f2bb",
          "now": "#ffd8a8", "unwind": "#ffc9c9"}
WIDTH, HEIGHT, GAP, TOP, ROWS = 190, 26, 24, 40, 7


def main():
    out = []
    full = TOP + ROWS * HEIGHT + 40
    total = len(MOMENTS) * (WIDTH + GAP) + GAP
    out.append(f'<svg xmlns="http://www.w3.org/2000/svg" width="{total}" height="{full}" '
               'font-family="sans-serif" font-size="12">')
    out.append(f'<rect width="{total}" height="{full}" fill="#ffffff"/>')
    for column, (title, frames, note) in enumerate(MOMENTS):
        x = GAP + column * (WIDTH + GAP)
        out.append(f'<text x="{x}" y="24" font-weight="bold">{title}</text>')
        for row, (name, kind) in enumerate(reversed(frames)):
            y = TOP + (ROWS - 1 - row) * HEIGHT
            out.append(f'<rect x="{x}" y="{y}" width="{WIDTH}" height="{HEIGHT}" '
                       f'fill="{COLORS[kind]}" stroke="#57606a"/>')
            out.append(f'<text x="{x + 8}" y="{y + 17}">{name}</text>')
        out.append(f'<text x="{x}" y="{full - 16}" fill="#57606a">{note}</text>')
    out.append("</svg>")
    print("\n".join(out))


main()
