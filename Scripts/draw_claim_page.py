#!/usr/bin/env python3
"""Draws Docs/images/claim.png: the page behind a claim link, from the real studio in Chromium.

Usage: draw_claim_page.py FOLDER-OF-PROGRAMS FILE.png
The studio works in a home of its own, which is removed afterwards.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request

BROWSERS = ["chromium", "chromium-browser", "google-chrome"]


def main() -> int:
    build, target = sys.argv[1], os.path.abspath(sys.argv[2])
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        print("Chromium is not installed (apt install chromium): the page of a session is not drawn.")
        return 0
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, HOME=home, XDG_DATA_HOME=home + "/data", TMPDIR=home)
        studio = subprocess.Popen(
            [build + "/t2v-studio", "serve", "--data", home + "/studio"],
            env=environment, stdout=subprocess.PIPE, text=True)
        try:
            line = json.loads(studio.stdout.readline())
            draw(line["url"], line["token"], browser, home, target)
        finally:
            studio.terminate()
            studio.wait()
    return 0


def draw(url: str, token: str, browser: str, home: str, target: str) -> None:
    def call(path: str, body: dict) -> str:
        request = urllib.request.Request(
            url + path, data=json.dumps(body).encode(), method="POST",
            headers={"Authorization": "Bearer " + token, "Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=120) as answer:
            return answer.read().decode()

    made = json.loads(call("/api/tasks/me/with-session/nemo_agent", {"task_name": "project"}))
    session = made["data"]["session_id"]
    for words in [
        "a lighthouse on a cliff at sunset, 4 seconds, 16:9, titled 'Evening'",
        "then a city at night in the rain, 4 seconds",
        "crossfade between the clips, 1 second",
        "add subtitles: The light goes on. The town does not sleep.",
    ]:
        call("/run_sse", {
            "app_name": "nemo_agent", "user_id": "me", "session_id": session,
            "new_message": {"parts": [{"text": words}]},
        })
    claim = json.loads(call("/api/auth/claim-token", {"task_id": "docs", "session_id": session}))
    subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
         "--user-data-dir=" + home + "/browser", "--window-size=1000,1300", "--virtual-time-budget=15000",
         "--screenshot=" + target, url + "/workspace/claim?ct=" + claim["data"]["claim_token"]],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
