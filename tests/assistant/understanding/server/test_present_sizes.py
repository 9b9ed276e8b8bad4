"""Of a machine whose size changed, the one it has now counts; sizes that are compared all count."""

from __future__ import annotations

import pytest

from assistant.understanding.topics import find_vm_sizes


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("the server was an A4 and is an A3 now, 12 disks?", "A3"),
        ("A4, since spring downsized to A2: 6 disks?", "A2"),
        ("it has been resized from A1 to A3", "A3"),
        ("A2 -> A4 done, 14 disks ok?", "A4"),
        ("not an A4, an A3. 10 disks?", "A3"),
        ("A3 instead of the A4 on the plan, 9 disks?", "A3"),
        ("an A2 (formerly A3)", "A2"),
        ("originally A4, at present A2", "A2"),
        ("asked for A4 but got A3", "A3"),
        ("the A4 was too costly, we took an A2", "A2"),
        ("A3 was replaced with A2", "A2"),
        ("A1, sorry, A2", "A2"),
        ("A1 with 2 GB. now A4. 10 disks?", "A4"),
        ("supposed to be an A4, but the budget gave A2", "A2"),
        ("A3 at first, later shrunk to A2", "A2"),
        ("A4 (old), A3 (new)", "A3"),
        ("old size A4, new size A2", "A2"),
        ("A4, oh no it's A2", "A2"),
        ("A4 is gone, A2 remains", "A2"),
    ],
)
def test_the_present_size_counts(text: str, size: str) -> None:
    assert find_vm_sizes(text) == (size,)


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("A2 or A3 for 6 disks?", ("A2", "A3")),
        ("we run A2 and A4, 4 disks on each", ("A2", "A4")),
        ("our first server is A4, the other one is A2 now", ("A4", "A2")),
        ("from A2 to A4, how many more disks?", ("A2", "A4")),
        ("what do we lose when we go down from A4 to A3?", ("A4", "A3")),
        ("disks of A2, A3 and A4?", ("A2", "A3", "A4")),
        ("we plan A2 or A3, which?", ("A2", "A3")),
        ("is A2 enough, or why not A3?", ("A2", "A3")),
        ("it used to be an A3", ("A3",)),
        ("there is no A4, would A2 or A3 do?", ("A4", "A2", "A3")),
    ],
)
def test_sizes_that_are_compared_all_count(text: str, sizes: tuple[str, ...]) -> None:
    assert find_vm_sizes(text) == sizes
