"""Asks with the official `openai` client: first whole, then a follow-up as a stream.

MABS_URL: where the server is (default: this machine). MABS_API_KEY: an API key, where one is needed.
"""

from __future__ import annotations

import os
import sys

from openai import OpenAI
from openai.types.chat import ChatCompletionMessageParam

QUESTIONS = ("how many disks can an A2 have", "and an A3?")


def main() -> None:
    """Prints both answers, with their sources."""
    url = os.environ.get("MABS_URL", "http://127.0.0.1:8321")
    key = os.environ.get("MABS_API_KEY", "none-needed")
    messages: list[ChatCompletionMessageParam] = []
    with OpenAI(base_url=f"{url}/v1", api_key=key) as client:
        messages.append({"role": "user", "content": QUESTIONS[0]})
        completion = client.chat.completions.create(model="mabs", messages=messages)
        answer = completion.choices[0].message.content or ""
        sys.stdout.write(f"{answer}\n\n")

        messages.append({"role": "assistant", "content": answer})
        messages.append({"role": "user", "content": QUESTIONS[1]})
        for chunk in client.chat.completions.create(model="mabs", messages=messages, stream=True):
            sys.stdout.write(chunk.choices[0].delta.content or "")
        sys.stdout.write("\n")


if __name__ == "__main__":
    main()
