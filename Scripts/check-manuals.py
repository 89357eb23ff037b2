#!/usr/bin/env python3
"""Compares the manual pages with the programs, so that nothing can be forgotten in either.

    check-manuals.py [FOLDER OF THE PROGRAMS]

Each command of a program has a section of its name in the page, each of its options an item there, and the other way
round. Options that most commands share stand in the section "Common options"; a command that takes them says so.
The page of t2v also names every slash command, setting, JSON event and error of the source, and SKILL.md says what to
do about the events and errors.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
COMMON = "Common options"


def commands(program):
    """The program's commands and their visible options: {"make": {"--format", "-o", …}, "inspect sse": …}."""
    text = subprocess.run([program, "--experimental-dump-help"], check=True, capture_output=True, text=True).stdout
    found = {}

    def walk(command, path):
        if path:
            found[" ".join(path)] = {
                ("--" if name["kind"] == "long" else "-") + name["name"]
                for argument in command.get("arguments", [])
                if argument.get("shouldDisplay", True)
                for name in argument.get("names", [])
            }
        for child in command.get("subcommands", []):
            if child.get("shouldDisplay", True):
                walk(child, [*path, child["commandName"]])

    walk(json.loads(text)["command"], [])
    return found


def sections(page):
    """The page's sections and subsections with their lines: {"COMMANDS": […], "make": […]}."""
    found, name = {}, ""
    for line in page.read_text(encoding="utf-8").splitlines():
        heading = re.match(r"\.S[hs] (.*)", line)
        if heading:
            name = heading[1].strip('"')
        found.setdefault(name, []).append(line)
    return found


def described_commands(page):
    """The commands that have a section of their own."""
    text = page.read_text(encoding="utf-8")
    part = re.search(r"^\.Sh COMMANDS\n(.*?)(?=^\.Sh )", text, re.MULTILINE | re.DOTALL)
    return set(re.findall(r"^\.Ss (.*)", part[1], re.MULTILINE)) - {COMMON} if part else set()


def items(lines):
    """The options that items of a list describe: `.It Fl o , -output Ar file` gives -o and --output."""
    return {
        "-" + word
        for line in lines
        if line.startswith(".It Fl ")
        for word in re.findall(r"(?:^\.It Fl|,) (\S+)", line)
    }


def check_options(program, page):
    """What is missing in the page, and what is there without reason."""
    parts = sections(page)
    common = items(parts.get(COMMON, []))
    known = commands(program)
    for command in sorted(described_commands(page) - known.keys()):
        yield f"there is no command “{command}”, which is described"
    for command, options in known.items():
        name, _, child = command.partition(" ")
        lines = parts.get(name)
        if lines is None:
            yield f"the command “{command}” has no section"
            continue
        if child:
            if f".It Cm {child}" not in "\n".join(lines):
                yield f"the command “{command}” is not described"
            described = common
        else:
            described = items(lines)
            if any(f"Sx {COMMON}" in line for line in lines):
                described |= common
        # What all commands take is described once.
        for option in sorted(options - described - {"-h", "--help"}):
            yield f"“{command}” takes {option}, which is not described"
        if not child:
            for option in sorted(described - options):
                yield f"“{command}” does not take {option}, which is described"


def names(source, pattern):
    """Names that stand in the source, such as those of the JSON events."""
    found = set(re.findall(pattern, (ROOT / source).read_text(encoding="utf-8")))
    if not found:
        sys.exit(f"{source} holds no {pattern} any more; mend Scripts/check-manuals.py")
    return sorted(found)


def check_items(page, macro, expected):
    """Names that must stand in the page as items of their own."""
    text = page.read_text(encoding="utf-8")
    for name in expected:
        if not re.search(rf"^\.It {macro}(.* )?{re.escape(name)}( |$)", text, re.MULTILINE):
            yield f"{name} is not described"


def check_skill(events, codes):
    """The events and errors that an agent must know what to do about, in SKILL.md."""
    text = (ROOT / "SKILL.md").read_text(encoding="utf-8")
    cells = " ".join(re.findall(r"^\| ([^|]*) \|", text, re.MULTILINE))
    for name in [*events, *codes]:
        if f"`{name}`" not in cells:
            yield f"SKILL.md: nothing is said about {name}"


def check_layout(page):
    """What mandoc and groff have to say, where they are installed."""
    if shutil.which("mandoc"):
        lint = subprocess.run(["mandoc", "-Tlint", "-Wwarning", page], capture_output=True, text=True)
        yield from lint.stdout.splitlines()
    if shutil.which("groff"):
        arguments = ["groff", "-mdoc", "-Kutf8", "-Tutf8", "-ww", "-z", page]
        yield from subprocess.run(arguments, capture_output=True, text=True).stderr.splitlines()


def main():
    programs = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build/release").resolve()
    slash_commands = names("Sources/Conversation/Loop/SlashCommand.swift", r"case \.(\w+): \"")
    settings = names("Sources/ClientConfiguration/Setting.swift", r"\"([A-Z][A-Z0-9_]+)\"")
    events = names("Sources/Presentation/JSONPresenter.swift", r"(?:start|message)\(\"(\w+)\"")
    codes = names("Sources/Conversation/Events/Failure.swift", r"case \.\w+: \"([a-z-]+)\"")
    wrong = 0
    for name in ["t2v", "t2v-studio"]:
        page = ROOT / f"Docs/man/{name}.1"
        findings = [*check_options(programs / name, page), *check_layout(page)]
        if name == "t2v":
            findings += check_items(page, "Ic ", ["/" + command for command in slash_commands])
            findings += [*check_items(page, "Ev ", settings), *check_items(page, "Li ", events)]
            findings += check_items(page, "", codes)
        for finding in findings:
            print(f"Docs/man/{name}.1: {finding}", file=sys.stderr)
        wrong += len(findings)
    for finding in check_skill(events, codes):
        print(finding, file=sys.stderr)
        wrong += 1
    if wrong:
        sys.exit(1)
    print("The manuals describe every command, option, variable and event, and nothing else.")


if __name__ == "__main__":
    main()
