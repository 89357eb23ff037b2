#!/usr/bin/env python3
"""Builds the documentation of the source by DocC, from what the compiler left of the doc comments.

    build-documentation.py BUILD OUTPUT [MODULE…]

Nothing is compiled for it: “swift symbolgraph-extract” reads the modules of a release build, and “docc” makes pages of
them, so neither a plugin nor a second build is needed. OUTPUT/t2v.doccarchive can be put on any web server.

A warning of DocC, and a public symbol without a docstring, is told with its place, and the exit status is 1.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAMS = {"t2v", "t2v-studio"}


def tool(name):
    """A tool of the toolchain, which need not be on the path itself."""
    swift = shutil.which(os.environ.get("SWIFT", "swift"))
    if swift is None:
        sys.exit("There is no swift here.")
    beside = pathlib.Path(swift).resolve().parent / name
    return str(beside) if beside.exists() else name


def modules():
    """The library modules of the source; those in C have no Swift to document."""
    folders = [folder for folder in (ROOT / "Sources").iterdir() if folder.is_dir()]
    return sorted(
        folder.name for folder in folders if folder.name not in PROGRAMS and any(folder.rglob("*.swift"))
    )


def extract(module, build, output):
    """The symbols of a module, as a graph in a folder."""
    # C targets: SwiftPM makes a map for those that bring none, in the folder of their build.
    maps = [*build.glob("*.build/module.modulemap")]
    for packages in [build.parent / "checkouts", build.parent.parent / "checkouts"]:
        maps += packages.glob("*/**/module.modulemap")
    command = [tool("swift-symbolgraph-extract"), "-module-name", module, "-I", str(build / "Modules")]
    for library in ["CCmark", "CCurl", "CEditline"]:
        command += ["-I", str(ROOT / "Sources" / library)]
    for path in maps:
        command += ["-Xcc", f"-fmodule-map-file={path}"]
    target = json.loads(subprocess.run([tool("swift"), "-print-target-info"], capture_output=True).stdout)
    command += ["-target", target["target"]["triple"], "-minimum-access-level", "public"]
    command += ["-skip-synthesized-members", "-skip-inherited-docs", "-output-dir", str(output)]
    output.mkdir(parents=True)
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"{module} can't be read. Run “make build” first.\n{run.stderr}")


def undocumented(module, graph):
    """The places of public symbols that nobody has described. A list of plain enum cases describes itself."""
    described = json.loads((graph / f"{module}.symbols.json").read_text())
    for symbol in described["symbols"]:
        location = symbol.get("location")
        if "docComment" in symbol or location is None or symbol["kind"]["identifier"] == "swift.enum.case":
            continue
        path = location["uri"].split("/Sources/", 1)[-1]
        name = ".".join(symbol["pathComponents"])
        yield f"Sources/{path}:{location['position']['line'] + 1}: {name} has no docstring"


def convert(module, graph, archive):
    """Makes pages; gives DocC's warnings."""
    command = [tool("docc"), "convert", "--additional-symbol-graph-dir", str(graph), "--output-path", str(archive)]
    command += ["--fallback-display-name", module, "--fallback-bundle-identifier", f"t2v.{module}"]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    lines = (run.stdout + run.stderr).splitlines()
    for index, line in enumerate(lines):
        if re.match(r"(warning|error): ", line):
            place = lines[index + 1].strip() if index + 1 < len(lines) else ""
            yield f"{place.removeprefix('--> ')}: {line}"


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    build, output = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    shutil.rmtree(output, ignore_errors=True)
    findings, archives = [], []
    for module in sys.argv[3:] or modules():
        graph, archive = output / "graphs" / module, output / "modules" / f"{module}.doccarchive"
        extract(module, build, graph)
        archive.parent.mkdir(exist_ok=True)
        findings += [*convert(module, graph, archive), *undocumented(module, graph)]
        archives.append(str(archive))
    merged = output / "t2v.doccarchive"
    command = [tool("docc"), "merge", *archives, "--output-path", str(merged)]
    subprocess.run([*command, "--synthesized-landing-page-name", "t2v"], check=True)
    for finding in findings:
        print(finding, file=sys.stderr)
    print(f"{merged}\nAny web server shows it:")
    print(f"  python3 -m http.server -d {merged}    # http://localhost:8000/documentation")
    if findings:
        sys.exit(f"{len(findings)} things to mend.")


if __name__ == "__main__":
    main()
