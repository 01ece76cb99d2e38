"""Draws the reliability plot of the confidence as SVG: what was promised against what was right.

    python plot.py --settings settings.json --out ../models/attribution/calibration.svg
"""

import argparse
import json
from pathlib import Path

SIZE, EDGE, BINS = 320, 40, 10


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--settings", required=True)
    p.add_argument("--out", required=True)
    a = p.parse_args()
    chances, right = json.loads(Path(a.settings).read_text())["curve"]
    x = lambda v: EDGE + v * SIZE
    y = lambda v: EDGE / 2 + (1 - v) * SIZE
    marks = []
    for b in range(BINS):
        members = [i for i, c in enumerate(chances) if min(int(c * BINS), BINS - 1) == b]
        if not members:
            continue
        promised = sum(chances[i] for i in members) / len(members)
        true = sum(right[i] for i in members) / len(members)
        radius = 2 + 10 * (len(members) / len(chances)) ** 0.5
        marks.append(f'<circle cx="{x(promised):.1f}" cy="{y(true):.1f}" r="{radius:.1f}"><title>{len(members)} attributions: '
                     f"promised {promised:.2f}, right {true:.2f}</title></circle>")
    ticks = "".join(
        f'<text x="{x(v / 4):.0f}" y="{y(0) + 16:.0f}" text-anchor="middle">{v / 4:g}</text>'
        f'<text x="{EDGE - 6}" y="{y(v / 4) + 4:.0f}" text-anchor="end">{v / 4:g}</text>' for v in range(5))
    Path(a.out).write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIZE + 2 * EDGE}" height="{SIZE + 2 * EDGE}" font-family="sans-serif" font-size="11">'
        f'<title>Reliability of the confidence on dev articles it was not fitted on</title><rect width="100%" height="100%" fill="#fff"/>'
        f'<rect x="{EDGE}" y="{EDGE / 2}" width="{SIZE}" height="{SIZE}" fill="none" stroke="#999"/>'
        f'<line x1="{x(0)}" y1="{y(0)}" x2="{x(1)}" y2="{y(1)}" stroke="#999" stroke-dasharray="4 4"/>{ticks}'
        f'<text x="{x(0.5):.0f}" y="{y(0) + 34:.0f}" text-anchor="middle">promised (mean confidence)</text>'
        f'<text transform="translate(12 {y(0.5):.0f}) rotate(-90)" text-anchor="middle">right</text>'
        f'<g fill="#0b62a4" fill-opacity="0.75">{"".join(marks)}</g></svg>\n')


if __name__ == "__main__":
    main()
