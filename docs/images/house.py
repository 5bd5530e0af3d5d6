#!/usr/bin/env python3
"""Draws house.svg: python3 house.py > house.svg

A layer stands on the layers that it may use, which lie below it and touch it. The
small boxes are rooms: folders of the layer, or the files that do one thing in it.
The last line of a layer names the tests at its level. Change this file, not the SVG.
"""

LEFT, MIDDLE, RIGHT = (20, 420), (448, 244), (700, 260)
WIDTH, HEIGHT = 980, 708

# Title, where it is, kind, x and width, y and height, a sentence, the number of
# rooms in a row, the rooms, the tests.
LAYERS = [
    ("Driver", "tools/deferc, lib/Driver", "roof", (20, 940), (20, 76),
     "adds plugins, headers and runtime to clang's command line", 1, [], "test/Driver"),
    ("Plugin", "lib/Plugin", "roof", (20, 672), (104, 100),
     "registers the layers below it", 2,
     [("DefercPasses.so", "for opt and clang"), ("DefercClang.so", "for clang only")], ""),
    ("Frontend", "lib/Frontend", "clang", LEFT, (212, 170),
     "Clang's tokens and tree", 4,
     [("Words", "is it a word?"), ("Scan", "what defers"), ("Reach", "what lives on"), ("Faults", "null and zero"),
      ("Rewrite", "the tree"), ("Build", "new nodes"), ("Messages", "diagnostics")],
     "test/Frontend, test/Diagnostics"),
    ("ClangShape", "lib/ClangShape", "clang", LEFT, (390, 170),
     "the IR that Clang makes of it, into markers", 3,
     [("Closure", "two halves"), ("Segments", "exits, unwinds"), ("Boxes", "loop variables"),
      ("OperandMemory", "alloca"), ("Labels", "&&label"), ("Forwarders", "thunks")],
     "test/ClangShape"),
    ("Transforms", "lib/Transforms", "ir", MIDDLE, (212, 348),
     "markers into calls and funcdata", 1,
     [("LandingPads", "for plain calls"), ("RecoverEntries", "who may recover"),
      ("DeferPlan", "which tier: decides alone"), ("OpenCoded, Records", "one lowering a tier"),
      ("Funcdata", "what a panic reads")],
     "test/Transforms, test/Assembly"),
    ("Runtime", "runtime/lib", "run", RIGHT, (104, 456),
     "libdeferrt, without LLVM", 1,
     [("g", "the state of a thread"), ("defer", "records, boxes, exits"), ("panic", "panic, recover, goexit"),
      ("unwind", "frames, tables, funcdata"), ("report", "the crash report"), ("symbols", "names and lines"),
      ("value", "what a panic carries"), ("support", "layout, fatal errors")],
     "runtime/unittests, test/HandCompiled"),
    ("Contract", "include/deferc/Contract, lib/Contract", "contract", (20, 940), (568, 120),
     "what the layers above agree on; begin a change here", 4,
     [("Markers.def", "frontend to passes"), ("RuntimeFunctions.def", "passes to runtime"),
      ("Layout.def", "what lies where"), ("Verify", "the numbered rules")],
     "test/Contract"),
]
COLOURS = {"roof": "#eeeeee", "clang": "#dcebf7", "ir": "#e2f0d9", "run": "#f7e1dc", "contract": "#fdebc8"}


def text(x, y, words, size=12, more=""):
    words = words.replace("&", "&amp;").replace("<", "&lt;")
    return f'<text x="{x:g}" y="{y:g}" font-size="{size}"{more}>{words}</text>'


def main():
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif">',
        "<title>The layers of deferc and their rooms</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
    ]
    for title, where, kind, (x, w), (y, h), sentence, columns, rooms, tests in LAYERS:
        out.append(f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="6" fill="{COLOURS[kind]}" stroke="#666"/>')
        out.append(text(x + 12, y + 22, title, 15, ' font-weight="bold"'))
        out.append(text(x + w - 12, y + 22, where, 11, ' text-anchor="end" font-family="monospace"'))
        out.append(text(x + 12, y + 42, sentence))
        step = (w - 24 + 8) / columns
        for number, (room, what) in enumerate(rooms):
            left = x + 12 + number % columns * step
            top = y + 52 + number // columns * 46
            out.append(f'<rect x="{left:g}" y="{top}" width="{step - 8:g}" height="40" rx="3" fill="white" stroke="#999"/>')
            out.append(text(left + 8, top + 16, room, 12, ' font-weight="bold"'))
            out.append(text(left + 8, top + 31, what, 11))
        if tests:
            out.append(text(x + 12, y + h - 10, tests, 11, ' font-style="italic" fill="#444"'))
    out.append("</svg>")
    print("\n".join(out))


main()
