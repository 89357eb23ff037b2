#!/usr/bin/env python3
"""The jobs of Docs/Scale.md as Kubernetes starts them: kubernetes.py DOCUMENT FOLDER

Checks each job against Kubernetes's own schema, strictly (PyPI's kubernetes-validate), and what the schema does not say,
and writes what a script needs to start its container: FOLDER/NAME.words, the words of the command one a line, and
FOLDER/NAME.folder, where it starts.
"""

import pathlib
import re
import sys

import kubernetes_validate
import yaml


def expanded(text: str, variables: dict[str, str]) -> str:
    """What Kubernetes makes of `$(NAME)` and `$$` in a command before any shell sees it.

    An unknown name stays as it stands, and so does a `$(` without an end.
    """
    return re.sub(
        r"\$(?:\$|\(([^)]*)\))",
        lambda found: "$" if found.group(1) is None else variables.get(found.group(1), found.group(0)),
        text,
    )


def check(job: dict) -> None:
    name = job["metadata"]["name"]
    kubernetes_validate.validate(job, kubernetes_validate.latest_version(), strict=True)
    spec, pod = job["spec"], job["spec"]["template"]["spec"]
    # Of the API's own rules, those that no schema holds.
    assert pod["restartPolicy"] in ("Never", "OnFailure"), f"{name}: a job's pods are not restarted always"
    if "backoffLimitPerIndex" in spec:
        assert spec["completionMode"] == "Indexed" and pod["restartPolicy"] == "Never", f"{name}: backoffLimitPerIndex"
    volumes = {volume["name"] for volume in pod["volumes"]}
    for container in pod["containers"]:
        assert {mount["name"] for mount in container["volumeMounts"]} == volumes, f"{name}: volumes"
        # The confinement that the script runs the container with.
        context = container["securityContext"]
        assert context["readOnlyRootFilesystem"] and not context["allowPrivilegeEscalation"], f"{name}: rights"
        assert context["capabilities"] == {"drop": ["ALL"]}, f"{name}: capabilities"
        assert pod["securityContext"]["runAsUser"] == 10001, f"{name}: user"


def main(document: str, folder: str) -> None:
    text = pathlib.Path(document).read_text(encoding="utf-8")
    blocks = re.findall(r"^```yaml\n(apiVersion:.*?)^```$", text, re.DOTALL | re.MULTILINE)
    jobs = [yaml.safe_load(block) for block in blocks]
    assert [job["metadata"]["name"] for job in jobs] == ["film", "film-join"], "the jobs are others"
    for job in jobs:
        check(job)
        (container,) = job["spec"]["template"]["spec"]["containers"]
        words = [expanded(word, {}) for word in container["command"] + container["args"]]
        assert not any("\n" in word for word in words)
        base = pathlib.Path(folder, job["metadata"]["name"])
        base.with_suffix(".words").write_text("".join(word + "\n" for word in words), encoding="utf-8")
        base.with_suffix(".folder").write_text(container["workingDir"], encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
