"""
Photographs in three widths as WebP: what one costs Hugo, and what it costs us.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.measuring import Run
from bench.photographs import Photographs
from bench.rivals.hugo.rival import Hugo
from bench.telling import table
from plugins.images.renditions import WEBP_QUALITY

WIDTHS = (640, 960, 1280)
COUNT = 12

SETTINGS = """\
baseURL = "https://example.org/"
disableKinds = ["404", "rss", "sitemap", "taxonomy", "term", "section"]
[imaging]
quality = {quality}
"""
LAYOUT = """\
{{{{ range resources.Match "*.jpg" }}}}{{{{ $photograph := . }}}}{{{{ range slice {sizes} }}}}
<img src="{{{{ ($photograph.Resize .).RelPermalink }}}}">
{{{{ end }}}}{{{{ end }}}}
"""
OURS = """\
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
from plugins.images.renditions import make_rendition
for path in sorted(Path("assets").glob("*.jpg")):
    for width in {widths!r}:
        Path("made", f"{{path.stem}}-{{width}}.webp").write_bytes(make_rendition(path.read_bytes(), width, "webp"))
"""


def picture_runs(hugo: Hugo, root: Path, folder: Path) -> dict[str, tuple[Run, Path]]:
    """For each of the two: a run that makes all files, and the folder that must be gone before."""
    photographs = Photographs(seed=COUNT)
    for number in range(COUNT):
        photographs.write(folder / "assets", f"photograph-{number}", {"en": "A photograph"})
    (folder / "layouts").mkdir()
    (folder / "hugo.toml").write_text(SETTINGS.format(quality=WEBP_QUALITY), "utf-8")
    sizes = " ".join(f'"{width}x webp"' for width in WIDTHS)
    (folder / "layouts" / "home.html").write_text(LAYOUT.format(sizes=sizes), "utf-8")
    (folder / "ours.py").write_text(OURS.format(root=str(root), widths=WIDTHS), "utf-8")
    ours = Run((sys.executable, "ours.py"), folder)
    return {hugo.name: (hugo.run(folder), folder / "resources"), "Welcome Stories": (ours, folder / "made")}


def compare_pictures(hugo: Hugo, root: Path, folder: Path, rounds: int) -> Iterator[str]:
    """The time of the processor for one photograph, with the start of the program in it."""
    runs = picture_runs(hugo, root, folder)
    costs: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, (run, made) in runs.items():
            shutil.rmtree(made, ignore_errors=True)
            made.mkdir()
            costs[name].append(run.measure().cpu / COUNT)
    rows = [(name, f"{sorted(own)[len(own) // 2]:.3f}") for name, own in costs.items()]
    yield from table((f"a photograph in {len(WIDTHS)} widths", "CPU s"), rows)
