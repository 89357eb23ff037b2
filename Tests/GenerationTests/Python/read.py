"""Reads answers of a videos server, one JSON object a line on standard input, with the models of PyPI's openai."""

import json
import sys

import pydantic
from openai.types import Video

for line in sys.stdin:
    video = pydantic.TypeAdapter(Video).validate_json(line, strict=True)
    error = video.error.code if video.error else None
    print(json.dumps([video.id, video.status, video.progress, error]), flush=True)
