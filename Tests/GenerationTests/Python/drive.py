"""Drives a videos server with PyPI's openai client and has its models read every answer, strictly.

usage: drive.py BASE_URL KEY PICTURE
Prints one line for each thing that was checked, and ends with 0 when all of it holds.
"""

import json
import sys
import warnings

import openai
import pydantic
from openai.types import Video, VideoDeleteResponse

warnings.simplefilter("ignore", DeprecationWarning)


def check(condition, what):
    print(("ok: " if condition else "NOT: ") + what, flush=True)
    if not condition:
        sys.exit(1)


def strictly(model, response):
    """The client builds its models without looking; here every field must be there and of its very type."""
    data = json.loads(response.http_response.content)
    missing = {name for name, field in model.model_fields.items() if field.is_required()} - set(data)
    check(not missing, f"{model.__name__}: no required field is missing {sorted(missing)}")
    unknown = set(data) - set(model.model_fields)
    check(not unknown, f"{model.__name__}: no field is unknown {sorted(unknown)}")
    pydantic.TypeAdapter(model).validate_json(response.http_response.content, strict=True)
    return response.parse()


def main():
    base, key, picture = sys.argv[1:4]
    client = openai.OpenAI(base_url=base, api_key=key, max_retries=0)
    raw = client.videos.with_raw_response

    video = strictly(Video, raw.create(prompt="a sunset over the sea", model="sora-2", seconds="8", size="720x1280"))
    check(video.status == "queued" and video.seconds == "8", "a new job is queued")
    while video.status not in ("completed", "failed"):
        video = strictly(Video, raw.retrieve(video.id))
    check(video.status == "completed" and video.progress == 100, "the job is completed")
    content = client.videos.download_content(video.id)
    check(content.read()[4:8] == b"ftyp", "the content is a video")
    check(any(one.id == video.id for one in client.videos.list(limit=5, order="desc").data), "the list names the job")

    with open(picture, "rb") as file:
        second = strictly(
            Video, raw.create(prompt="it moves", input_reference=("reference.png", file, "image/png"))
        )
    gone = strictly(VideoDeleteResponse, raw.delete(second.id))
    check(gone.deleted and gone.id == second.id, "a job is deleted")

    for status, fails, call in [
        (404, openai.NotFoundError, lambda: client.videos.retrieve(second.id)),
        (400, openai.BadRequestError, lambda: client.videos.create(prompt="x", seconds="5")),
        (400, openai.BadRequestError, lambda: client.videos.create(prompt="x", extra_body={"num_frames": 81})),
        (401, openai.AuthenticationError, lambda: openai.OpenAI(base_url=base, api_key="no", max_retries=0).videos.list()),
    ]:
        try:
            call()
        except fails as error:
            check(error.status_code == status and bool(error.message), f"status {status} is {fails.__name__}")
        else:
            check(False, f"status {status} is {fails.__name__}")


main()
