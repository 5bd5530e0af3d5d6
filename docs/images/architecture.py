#!/usr/bin/env python3
"""Draws architecture.svg: python3 architecture.py > architecture.svg

Boxes are (key, column, row, width in columns, title, lines, kind); arrows run
between boxes, with a label. Change this file, not the SVG.
"""

COLUMN, ROW, PAD = 232, 132, 26
BOX_HEIGHT = 84

BOXES = [
    ("source", 0, 0, 1, "source", ["#include <defer.h>", "defer unlock(Mutex);"], "data"),
    ("frontend", 1, 0, 1, "Frontend", ["pragma, tokens, checks,", "segments in the AST"], "code"),
    ("clang", 2, 0, 1, "Clang CodeGen", ["stock: cleanups,", "landing pads"], "stock"),
    ("shape", 3, 0, 1, "ClangShape", ["closures become evaluate", "halves and run halves"], "code"),
    ("contract", 0, 1, 4, "Contract", ["markers (frontend to passes), runtime functions (passes to runtime), record and funcdata layout (shared)",
                                        "include/deferc/Contract/*.def, checked by deferc-verify"], "contract"),
    ("lower", 3, 2, 1, "Transforms, stage 1", ["recover entries, plan,", "open-coded or records"], "code"),
    ("opt", 2, 2, 1, "LLVM's optimizer", ["inlines, folds bits,", "drops what none can see"], "stock"),
    ("funcdata", 1, 2, 1, "Transforms, stage 2", ["a descriptor for each", "open-coded frame"], "code"),
    ("object", 0, 2, 1, "object file", ["code, funcdata,", "unwind tables"], "data"),
    ("runtime", 1, 3, 3, "runtime: libdeferrt", ["the g of each thread, records, gopanic, recovery, crash report",
                                                  "walks frames with the unwinder, reads funcdata and bits"], "code"),
    ("program", 0, 3, 1, "program", ["links libdeferrt"], "data"),
]

ARROWS = [
    ("source", "frontend", "tokens", "right"),
    ("frontend", "clang", "AST", "right"),
    ("clang", "shape", "IR", "right"),
    ("shape", "lower", "IR with markers", "down"),
    ("lower", "opt", "IR", "left"),
    ("opt", "funcdata", "IR", "left"),
    ("funcdata", "object", "asm", "left"),
    ("object", "program", "link", "down"),
    ("runtime", "program", "", "left"),
]

COLOURS = {"data": "#f4f1e8", "code": "#dcebf7", "stock": "#eeeeee", "contract": "#fdebc8"}


def place(box):
    _, column, row, width, *_ = box
    x = PAD + column * COLUMN
    y = PAD + row * ROW
    return x, y, width * COLUMN - 44, BOX_HEIGHT


def main():
    width, height = PAD * 2 + 4 * COLUMN - 44, PAD * 2 + 3 * ROW + BOX_HEIGHT
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="13">',
        "<title>From a defer statement to a running program</title>",
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
        '<path d="M0 0 L8 4 L0 8 z" fill="#444"/></marker></defs>',
        f'<rect width="{width}" height="{height}" fill="white"/>',
    ]
    places = {box[0]: place(box) for box in BOXES}

    def line(x1, y1, x2, y2, label, dx, dy, anchor):
        out.append(f'<path d="M{x1} {y1} L{x2} {y2}" stroke="#444" fill="none" marker-end="url(#tip)"/>')
        if label:
            out.append(f'<text x="{(x1 + x2) / 2 + dx:g}" y="{(y1 + y2) / 2 + dy:g}" font-size="11" text-anchor="{anchor}">{label}</text>')

    # The long arrow down passes behind the contract.
    for start, end, label, direction in sorted(ARROWS, key=lambda a: a[3] != "down"):
        ax, ay, aw, ah = places[start]
        bx, by, bw, bh = places[end]
        if direction == "right":
            line(ax + aw, ay + ah / 2, bx - 2, by + bh / 2, label, 0, -6, "middle")
        elif direction == "left":
            line(ax, ay + ah / 2, bx + bw + 2, by + bh / 2, label, 0, -6, "middle")
        else:
            line(ax + aw / 2, ay + ah, bx + bw / 2, by - 2, "" if label == "IR with markers" else label, 8, 4, "start")
    for box in BOXES:
        x, y, w, h = place(box)
        title, lines, kind = box[4:]
        out.append(f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="6" fill="{COLOURS[kind]}" stroke="#666"/>')
        out.append(f'<text x="{x + w / 2:g}" y="{y + 25}" text-anchor="middle" font-weight="bold">{title}</text>')
        for number, text in enumerate(lines):
            text = text.replace("&", "&amp;").replace("<", "&lt;")
            out.append(f'<text x="{x + w / 2:g}" y="{y + 47 + 18 * number}" text-anchor="middle" font-size="12">{text}</text>')
    out.append("</svg>")
    print("\n".join(out))


main()
