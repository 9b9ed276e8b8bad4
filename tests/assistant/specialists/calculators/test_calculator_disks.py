"""Disks, pools, downloads, space and local retention from a question's words."""

from __future__ import annotations

from itertools import product

import pytest
from asking import asked, said, silent

from assistant.decisions.calculations.disk_pools import MAX_DISKS
from assistant.specialists import limits
from assistant.table_answers import is_one_sum, settled
from assistant.understanding.read import facts_of, read_question


@pytest.mark.parametrize(("size", "count"), list(product(MAX_DISKS, (1, 4, 5, 8, 9, 16, 17))))
def test_a_size_and_a_number_are_a_verdict(size: str, count: int) -> None:
    for question in (f"{count} disks on an {size}?", f"{count} slots required. {size} good?"):
        assert asked(question).outcome == ("pass" if count <= MAX_DISKS[size] else "fail")


@pytest.mark.parametrize(("size", "gb"), list(product(MAX_DISKS, (512, 1000, 1023, 4000))))
def test_the_pool_of_a_size_is_its_disks_times_theirs(size: str, gb: int) -> None:
    pool = said(MAX_DISKS[size] * gb)

    assert asked(f"{size} with {gb} GB disks, total raw pool?").outputs["pool"].startswith(pool)
    assert asked(f"{MAX_DISKS[size]} disks x {gb} GB on {size}, pool size?").outputs["pool"].startswith(pool)


@pytest.mark.parametrize(("first", "second"), list(product(MAX_DISKS, MAX_DISKS)))
def test_the_difference_between_two_sizes(first: str, second: str) -> None:
    if first != second:
        assert asked(f"{first} or {second}, disks of each?").headline.startswith("A")
        outputs = asked(f"going from {first} to {second}, how many more disks?").outputs
        assert outputs == {"more": str(abs(MAX_DISKS[first] - MAX_DISKS[second]))}


@pytest.mark.parametrize(
    ("question", "outputs"),
    [
        ("how many 2 TB disks for a 20 TB pool and which size", {"disks": "10", "size": "A4"}),
        ("A3 has 5 disks in use, how many can I still add?", {"left": "3"}),
        ("two A4 VMs, how many disks together?", {"disks": "32"}),
        ("3 VMs with 8 disks each of 1 TB, pool?", {"pool": "24 TB (24,000 GB)"}),
        ("2 servers with 4 disks of 2 TB each, raw pool?", {"pool": "16 TB (16,000 GB)"}),
        ("24 disks of 1 TB over 3 VMs, pool?", {"pool": "24 TB (24,000 GB)"}),
        ("smallest size for 5 disks?", {"size": "A3"}),
        ("download on a 20 Mbps line?", {"time": "up to about 30 minutes"}),
        ("download with half of our 20 Mbps line?", {"time": "up to 60 minutes"}),
        ("bandwidth to download the installer in 10 minutes?", {"time": "60 Mbps"}),
        ("space to download and extract on one drive in total?", {"space": "more than 7 GB"}),
        ("6 backups a day to disk for five days: points at once?", {"points": "30"}),
        ("hourly backups on the local disks, how many points at once?", {"points": "120"}),
    ],
)
def test_sums(question: str, outputs: dict[str, str]) -> None:
    assert outputs.items() <= asked(question).outputs.items()


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("D: has 6 GB free. download and extract both on it, ok?", "fail"),
        ("setup files already downloaded, 4.5 GB left, unpack possible?", "pass"),
        ("3900 MB free, can I extract?", "fail"),
        ("keep two weeks on the attached disks?", "warn"),
        ("is it fine to leave data 72 hours on the attached disks", "pass"),
        ("with 1 TB disks, does an A2 reach 6 TB of pool?", "fail"),
        ("how many disks does a D3 v2 take?", "unknown"),
        ("A3 with 8 disks in it, no slot left. the next size up?", "fail"),
    ],
)
def test_verdicts(question: str, outcome: str) -> None:
    assert asked(question).outcome == outcome


@pytest.mark.parametrize(
    ("turns", "outcome"),
    [
        (("6 disks on an A2?", "on an A3 then?"), "pass"),
        (("can we keep 10 days on local disks?", "and 4?"), "pass"),
        (("can we keep 4 days on local disks?", "a fortnight then"), "warn"),
        (("I have 3 GB free to extract", "and 6 GB?"), "pass"),
        (("download time at 20 Mbps?", "and at 5?"), "up to about 120 minutes (2 hours)"),
        (("download time at 20 Mbps?", "half that speed"), "up to 60 minutes"),
        (("download time at 20 Mbps?", "1 gig?"), "up to about 36 seconds"),
    ],
)
def test_a_follow_up_changes_one_input(turns: tuple[str, ...], outcome: str) -> None:
    assert asked(*turns).outcome == outcome


def test_a_follow_up_to_a_pool() -> None:
    assert asked("A2 with 4 TB disks, pool?", "and with 2 TB disks").outputs["pool"].startswith("8 TB")
    assert asked("A2 with 4 TB disks, pool?", "and an A4?").outputs["pool"].startswith("64 TB")
    assert asked("how many disks does an A2 take", "A4?").outputs == {"max_disks": "16"}


@pytest.mark.parametrize(
    "question",
    [
        "where do I set the scratch location?",
        "which two kinds of scratch space does the agent need?",
        "how do I add a disk to the storage pool?",
        "3 of my 4 disks show as missing",
        "one of 8 disks on our A3 died; replace?",
        "we have 3 disks, 2 of which show missing in disk management",
        "which folder do the 8 files go to?",
        "can I put the staging area on D:?",
        "the download stopped at 60 percent",
        "is SQL Server 2016 on 4 servers protected?",
    ],
)
def test_what_only_looks_numeric_is_left_alone(question: str) -> None:
    assert silent(question)


@pytest.mark.parametrize(("size", "machines", "disks"), list(product(MAX_DISKS, (1, 2, 5), (3, 17, 40))))
def test_how_many_machines_take_a_number_of_disks(size: str, machines: int, disks: int) -> None:
    needed = -(-disks // MAX_DISKS[size])

    assert asked(f"how many {size} machines for {disks} data disks?").outputs["machines"] == str(needed)
    assert asked(f"{disks} TB of pool, disks of 1 TB, how many {size}s?").outputs["machines"] == str(needed)
    if machines > 1:
        fits = asked(f"{disks} disks over {machines} {size}: fits?").outcome
        assert fits == ("pass" if disks <= machines * MAX_DISKS[size] else "fail")


@pytest.mark.parametrize(("size", "machines", "tb"), list(product(MAX_DISKS, (2, 3), (1, 4))))
def test_machines_multiply_the_pool(size: str, machines: int, tb: int) -> None:
    three, full = said(machines * 3 * tb * 1000), said(machines * MAX_DISKS[size] * tb * 1000)

    assert asked(f"{machines}x {size}, 3 disks each of {tb}TB - pool?").outputs["pool"].startswith(three)
    assert asked(f"{machines} {size} VMs with {tb} TB disks, biggest pool?").outputs["pool"].startswith(full)
    together = asked(f"pool of an {size} with {tb} TB disks?", f"and {machines} of those machines?")
    assert together.outputs["pool"].startswith(full)


@pytest.mark.parametrize(
    ("question", "outputs"),
    [
        ("48 TB raw, three A3 servers: how big must each disk be?", {"each": "2 TB (2,000 GB)"}),
        ("want 10 TB pool on A2. min disk size?", {"each": "2.5 TB (2,500 GB)"}),
        ("how many disks per machine if I spread 18 disks over 3 A3 VMs", {"per machine": "6"}),
        ("12 disks split evenly on 2 A3: each has?", {"per machine": "6"}),
        ("disk count per VM if 30 disks go on 2 A4", {"per machine": "15"}),
        ("what's the fewest A4 machines for 50 disks", {"machines": "4"}),
        ("two A2 and one A4: how many disks overall", {"disks": "24"}),
        ("A3 with 4 x 2 TB and A4 with 10 x 2 TB - sum of pool", {"pool": "28 TB (28,000 GB)"}),
        ("on each of 3 servers (A4) we attach 12 disks of 1 TB. pool in all?", {"pool": "36 TB (36,000 GB)"}),
        ("100 disks, which size and how many machines?", {"machines": "25 13 7"}),
    ],
)
def test_any_of_machines_disks_and_size_may_be_unknown(question: str, outputs: dict[str, str]) -> None:
    assert outputs.items() <= asked(question).outputs.items()


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("2 machines A2, 5 disks each possible?", "fail"),
        ("12 x 2TB on A3?", "fail"),
        ("24 disks over 3 A3: ok?", "pass"),
        ("two A2 and one D4: how many disks overall", "unknown"),
        ("how many D3 for 20 disks?", "unknown"),
    ],
)
def test_a_machine_takes_no_more_than_its_size(question: str, outcome: str) -> None:
    assert asked(question).outcome == outcome


def test_disks_are_added_and_taken_away() -> None:
    assert asked("A3, 8 disks of 2 TB. pool", "take away 2 disks").outputs["pool"].startswith("12 TB")
    assert asked("A4, 10 disks of 1 TB, pool?", "add 4 disks").outputs["pool"].startswith("14 TB")
    assert asked("how many A3 for 20 disks?", "and for 40").outputs["machines"] == "5"


@pytest.mark.parametrize("size", MAX_DISKS)
@pytest.mark.parametrize(
    "question",
    [
        "{} VM, 3 TB per data disk, every bay taken. pool?",
        "disk pool {} 3TB",
        "all slots of an {} with 3 TB drives: pool",
    ],
)
def test_a_full_machine_has_as_many_disks_as_its_size_takes(question: str, size: str) -> None:
    assert asked(question.format(size)).outputs["pool"].startswith(said(MAX_DISKS[size] * 3000))


def test_a_size_that_is_said_of_the_pool_is_not_that_of_a_disk() -> None:
    assert asked("a 16 TB pool on an A3").outputs == {"each": "2 TB (2,000 GB)"}


@pytest.mark.parametrize(
    ("question", "outcome", "space"),
    [
        ("5 GB free here, to fetch the package and unzip it there. enough?", "fail", "more than 7 GB"),
        ("9 GB left: download + extraction?", "pass", "more than 7 GB"),
        ("save the download and extract it on E: for 2 servers, 12 GB free", "fail", "more than 14 GB"),
    ],
)
def test_what_is_still_to_be_downloaded_takes_room_too(question: str, outcome: str, space: str) -> None:
    result = asked(question)

    assert (result.outcome, result.outputs["space"]) == (outcome, space)


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("8 GB were free, the download took 3.5 GB. can I extract?", "Yes. 4.5 GB is enough"),
        ("7 GB free on C, the installer files ate 3.2 of it: extract there?", "No. 3.8 GB is too little"),
        (
            "9 GB free on D, the 3.3 GB of setup files must still be copied there. enough to unpack?",
            "Yes. 5.7 GB",
        ),
        (
            "there are 7 GB free; the download, 3.4 GB, has yet to be moved there. room to extract?",
            "No. 3.6 GB",
        ),
        ("6 GB free, and the installer still has to be downloaded there. can I extract?", "No. 6 GB is too"),
        ("6 GB free on D, the 3.2 GB setup files will go to E. room for the extraction?", "Yes. 6 GB"),
        ("6 GB free, 3.1 GB of setup files already lie there: enough to extract?", "Yes. 6 GB"),
        ("6 GB free, the setup files must be put on another drive. enough to extract?", "Yes. 6 GB"),
        ("extract on D? it has 9 GB free, the downloaded files are 3.3 GB elsewhere", "Yes. 9 GB"),
    ],
)
def test_what_the_download_has_taken_is_not_free_any_more(question: str, start: str) -> None:
    assert asked(question).headline.startswith(start)


@pytest.mark.parametrize(
    "question",
    [
        "the files are downloaded already, 5 GB left to unpack them?",
        "after the download there are 5 GB free, can I unzip?",
    ],
)
def test_what_is_downloaded_takes_no_more_room(question: str) -> None:
    assert asked(question).outcome == "pass"


@pytest.mark.parametrize(
    ("question", "pool"),
    [
        ("A4 half filled with 1 TB disks, pool?", "8 TB"),
        ("A3, all slots but two have a 1 TB disk, raw pool?", "6 TB"),
        ("A2, one slot empty, 2 TB disks, pool?", "6 TB"),
        ("every slot of the A4 has 2 TB, total raw?", "32 TB"),
        ("largest pool with 2 TB drives?", "8 TB, 16 TB, 32 TB"),
    ],
)
def test_a_pool_of_slots_that_are_filled_in_part_or_of_any_size(question: str, pool: str) -> None:
    assert asked(question).outputs["pool"].startswith(pool)


def test_a_size_beside_all_disks_is_no_disk_when_no_sum_is_asked() -> None:
    assert "pool" not in asked("all disks of the A2 failed, 2 TB gone").outputs


@pytest.mark.parametrize(
    ("question", "outcome", "total"),
    [
        ("A2 has 3 disks in it, want another three, fits?", "fail", "6"),
        ("can i plug 2 extra disks into an A2 that already carries 2?", "pass", "4"),
        ("A3, six disks in use. can three more be attached?", "fail", "9"),
        ("on our A2 one slot is used. five more disks?", "fail", "6"),
        ("A2: 4 attached. +1?", "fail", "5"),
        ("A4 vm holds 10 data disks. Attach another half dozen?", "pass", "16"),
        ("now 7 disks on A3. 2 on order. will they all go in?", "fail", "9"),
        ("A2 currently uses all 4, will a fifth go in?", "fail", "5"),
        ("A3 is full, can I hang in one more disk?", "fail", "9"),
    ],
)
def test_disks_on_top_of_those_in_use(question: str, outcome: str, total: str) -> None:
    result = asked(question)

    assert (result.outcome, result.outputs["total"]) == (outcome, total)


def test_what_comes_on_top_goes_with_another_size() -> None:
    assert asked("A2 has 3 disks in it, want another three, fits?", "and on an A3?").outputs["total"] == "6"


def test_pieces_of_a_size_make_a_pool() -> None:
    assert asked("12 TB local, disks come in 2 TB pieces, smallest size?").outputs["size"] == "A3"
    assert asked("raw capacity of A4 with 2TB each").outputs["pool"].startswith("32 TB")
    assert asked("how many disks left on an A4 with 9 attached").outputs["left"] == "7"
    assert asked("8 x 1 TB needed, minimum vm size?").headline.startswith("A3")


@pytest.mark.parametrize(
    ("first", "then", "outcome", "total"),
    [
        ("A3, 6 disks used", "3 more?", "fail", "9"),
        ("A3, 6 disks used", "5 more disks", "fail", "11"),
        ("how many disks A4", "we use 15, another 2?", "fail", "17"),
        ("A4, 10 disks in use", "and another two?", "pass", "12"),
    ],
)
def test_a_follow_up_adds_to_the_disks_in_use(first: str, then: str, outcome: str, total: str) -> None:
    result = asked(first, then)

    assert (result.outcome, result.outputs["total"]) == (outcome, total)


def test_what_does_not_fit_is_asked_a_size_for() -> None:
    assert asked("A2 has 3 disks in it, want another three, fits?", "what size then?").outputs["size"] == "A3"


@pytest.mark.parametrize(
    ("first", "then", "outcome"),
    [
        ("how many data disks on an A2?", "we need 5 of those, is A2 ok", "fail"),
        ("A4 disk count?", "they want 16 of them, does A4 do", "pass"),
        ("disks on A3?", "and if we need 10 of them?", "fail"),
        ("A3 max disks", "would seven of them fit", "pass"),
    ],
)
def test_so_many_of_them_are_disks_where_disks_were_asked_for(first: str, then: str, outcome: str) -> None:
    result = asked(first, then)

    assert result.outcome == outcome
    assert result.headline.startswith("Yes." if outcome == "pass" else "No.")


def test_so_many_of_them_that_are_run_are_machines() -> None:
    assert asked("disks on A3?", "we run 2 of them, how many disks together?").outputs == {"disks": "16"}


def test_the_largest_size_of_a_disk_may_be_told() -> None:
    assert (
        "16 TB"
        in asked("A disk may have at most 2 TB here. What is the biggest pool on an A3?").statements[0].text
    )


@pytest.mark.parametrize("text", ["ok which one would do", "hm then which one do I take", "so what fits"])
def test_the_size_for_the_disks_before(text: str) -> None:
    assert asked("7 disks on an A2, works?", text).headline.startswith("A3 is the smallest")


def test_what_is_left_of_the_size_before() -> None:
    assert asked("disks on an A4?", "we use 9 of them, how many left").headline.startswith("7 more")


def test_how_much_the_disks_come_to_is_not_told() -> None:
    assert "no figure in TB" in asked("the most terabytes on an A3?").headline
    assert "A2 takes 4 disks" in asked("disks of an A2?", "and in TB?").headline
    assert asked("disks of an A2?", "and in TB?", "with 2 TB disks").headline.startswith("8 TB")


@pytest.mark.parametrize(
    ("question", "takes"),
    [
        ("room for 6 disks on our backup server?", "A3 and A4 take 6 disks"),
        ("can the VM take 10 drives", "A4 takes 10 disks"),
    ],
)
def test_a_machine_of_unknown_size_is_asked_about(question: str, takes: str) -> None:
    result = asked(question)

    assert takes in result.headline
    assert [choice.value for choice in result.missing[0].choices] == list(MAX_DISKS)
    assert asked(question, "it is an A3").headline.startswith("Yes" if "6" in question else "No")


@pytest.mark.parametrize("question", ["which size do I need for 6 disks?", "room for 3 disks on our VM?"])
def test_a_size_that_is_asked_for_or_makes_no_difference_is_not(question: str) -> None:
    assert not asked(question).missing


@pytest.mark.parametrize(
    ("question", "disks"),
    [
        ("three MABS, each an A2, all slots full: disks in total?", "12"),
        ("a pair of A4, how many disks together?", "32"),
    ],
)
def test_machines_are_counted_in_other_words(question: str, disks: str) -> None:
    assert asked(question).outputs["disks"] == disks


@pytest.mark.parametrize(
    "question", ["how long will the download take at our branch", "download time for us, roughly?"]
)
def test_the_download_on_a_line_of_unknown_speed_asks_for_it(question: str) -> None:
    result = asked(question)

    assert result.headline.startswith("Up to 60 minutes at 10 Mbps")
    assert "Mbps" in result.missing[0].question
    assert asked(question, "40 Mbps").headline.startswith("Up to about 15 minutes")


def test_a_download_of_backups_is_another_matter() -> None:
    assert silent("how long does the download of a restore take for us?")


@pytest.mark.parametrize(
    "question",
    ["does an A3 have SSD disks", "kind of disks on A2?", "how many GB is the D: drive of an A4"],
)
def test_what_a_disk_is_made_of_and_the_temporary_one_are_not_counted(question: str) -> None:
    assert silent(question)


@pytest.mark.parametrize(
    ("question", "headline"),
    [
        ("A2. and its disks, 5 of them ok?", "No. A2 takes 4 disks, not 5"),
        ("our A3: data disks, 7 of those fit?", "Yes. A3 takes up to 8 disks"),
        ("A4, hang disks on it: are 17 of them allowed?", "No. A4 takes 16 disks, not 17"),
        ("we run A4, 3 of them. how many disks in all?", "48 disks together"),
    ],
)
def test_of_them_are_the_disks_that_were_named(question: str, headline: str) -> None:
    assert asked(question).headline.startswith(headline)


@pytest.mark.parametrize(
    ("question", "headline"),
    [
        ("A2, 3 disks in, we want to add 2", "No. 3 in use and 2 more make 5 disks"),
        ("A3 has 6 disks, adding 2. ok?", "Yes. 6 in use and 2 more make 8 disks"),
        ("A4: 14 disks, attach 3?", "No. 14 in use and 3 more make 17 disks"),
        ("disks: A3 vm, 8 of them used, one more?", "No. 8 in use and 1 more make 9 disks"),
        ("A4 has disks, 10 of them, add 7?", "No. 10 in use and 7 more make 17 disks"),
    ],
)
def test_disks_that_are_added_come_on_top(question: str, headline: str) -> None:
    assert asked(question).headline.startswith(headline)


def test_memory_is_no_disk() -> None:
    assert asked("the vm is a server with 3 GB, size A2. and 6 disks on it?").headline.startswith(
        "No. A2 takes 4"
    )
    with pytest.raises(AssertionError):
        asked("A4 with 12 disks?", "and RAM 2 gb?")


def test_a_size_that_is_asked_for_stays_so_with_the_size_of_the_disks() -> None:
    assert asked("which vm size for 10 disks?", "with 2 TB each").headline.startswith("A4 is the smallest")
    assert asked("which vm size for 10 disks?", "with 2 TB each, total pool?").headline.startswith("20 TB")


def test_a_basic_size_takes_as_many_disks() -> None:
    assert asked("A2 basic, 5 disks?").headline.startswith("No. A2 takes 4")


@pytest.mark.parametrize(
    ("question", "headline"),
    [
        ("the guide has 60 min at 10 Mbps. we have 40 Mbps, about?", "Up to about 15 minutes"),
        ("one hour at 10 mbit, with 100 mbit?", "Up to about 6 minutes"),
    ],
)
def test_the_guides_time_and_another_speed(question: str, headline: str) -> None:
    assert asked(question).headline.startswith(headline)
    assert silent("an hour at 10 Mbps for the backup, and at 20 Mbps?")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("the limit of disks for our backup machine?", "A2 takes 4, A3 takes 8, A4 takes 16"),
        ("it's a Basic A something, how many drives at most?", "A2 takes 4, A3 takes 8, A4 takes 16"),
        ("the vm is some Standard A?, will seven disks fit?", "A3 and A4 take 7 disks"),
        ("could I attach nine disks to our VM", "A4 takes 9 disks"),
    ],
)
def test_a_size_told_in_part_or_not_is_asked_for(question: str, said: str) -> None:
    (found,) = settled(read_question(question))
    assert found.status == "clarify"
    assert said in found.statements[0].text
    assert [choice.value for choice in found.missing[0].choices] == list(MAX_DISKS)


@pytest.mark.parametrize("question", ["the limit of disks of an A3?", "how many disks does each size take?"])
def test_a_size_that_is_told_is_not_asked_for(question: str) -> None:
    assert all(found.status != "clarify" for found in settled(read_question(question)))


def test_a_size_that_is_filled_up_now_forgets_the_disks_before() -> None:
    before = facts_of(read_question("A2 with 2 disks of 1 TB, pool?"), "limits", ())
    before |= {limits.KEPT: limits.kept_facts(read_question("A2 with 2 disks of 1 TB, pool?"))}
    (full,) = limits.consult(read_question("we take an A3, all slots used. total?", before))
    assert full.statements[0].text.startswith("8 TB")
    (moved,) = limits.consult(read_question("going from A2 to A3: number of extra disk slots gained"))
    assert moved.statements[0].text.startswith("4 more disks")


def test_the_name_of_a_size_is_no_question_of_its_own_in_a_sum() -> None:
    whole = read_question("A3 server, max disks, each disk 2 TB -> pool?")
    assert is_one_sum(
        whole, [read_question("A3 server"), read_question("max disks, each disk 2 TB -> pool?")]
    )
    whole = read_question("is an A2 ok? scratch for 2 TB?")
    assert not is_one_sum(whole, [read_question("is an A2 ok?"), read_question("scratch for 2 TB?")])


def test_a_pool_of_disks_told_one_by_one() -> None:
    pool = asked("an A4 takes how many disks", "and the pool if each one holds 2 TB")

    assert pool.headline.startswith("32 TB")


@pytest.mark.parametrize(
    ("turns", "said_first"),
    [
        (("A2. 4 disks of 1 TB", "how big is the pool"), "4 TB"),
        (("A2. 4 disks of 1 TB", "need 6 TB. what now"), "No. 6 TB needs 6 disks of 1 TB"),
        (("A3 with 6 disks of 2 TB", "we need 20 TB"), "No. 20 TB needs 10 disks of 2 TB"),
        (("A4, 10 disks a 1 TB", "20 TB required, enough?"), "No. 20 TB needs 20 disks of 1 TB"),
        (("A3 with 6 disks of 2 TB", "and with 4 TB each?"), "24 TB"),
    ],
)
def test_what_is_needed_is_held_against_the_disks_told_before(
    turns: tuple[str, ...], said_first: str
) -> None:
    assert asked(*turns).headline.startswith(said_first)


def test_years_before_a_size_count_no_machines() -> None:
    assert asked("disks at most: cloud 7 yrs, pool A3").outputs["max_disks"] == "8"


@pytest.mark.parametrize(
    ("turns", "said_first"),
    [
        (("most disks of an A2?", "all of them 1 TB. the pool?"), "4 TB"),
        (("most disks of an A2?", "all 500 GB, pool?"), "2 TB"),
        (("most disks of an A2?", "each of these is 3 TB. sum?"), "12 TB"),
        (("the A3 shall hold all 6 TB, will eight disks of 1 TB do?",), "Yes. 8 disks of 1 TB"),
    ],
)
def test_all_of_them_have_the_size_that_is_told(turns: tuple[str, ...], said_first: str) -> None:
    assert asked(*turns).headline.startswith(said_first)


@pytest.mark.parametrize("rate", ["GB per hour", "gb/h", "MB/s", "TB a day"])
def test_what_goes_through_in_a_time_is_no_size_of_the_pool(rate: str) -> None:
    assert silent(f"how many {rate} does an A4 manage")


@pytest.mark.parametrize(
    ("turns", "said_first", "pool"),
    [
        (("an A3 with five 2 TB disks, three more planned",), "Yes. 5 in use and 3 more", "16 TB"),
        (("an A2 has three 1 TB disks, we want two more of these",), "No. 3 in use and 2 more", ""),
        (("A3 with 5 x 2 TB, another 2 x 1 TB planned, fit?",), "Yes. 5 in use and 2 more", "12 TB"),
        (("A2: 3 disks of 1 TB each, add one disk of 2 TB",), "Yes. 3 in use and 1 more", "5 TB"),
        (
            ("the A3 has eight 1 TB disks attached already, and 2 more are needed",),
            "No. 8 in use and 2 more",
            "",
        ),
        (("A3 with 5 disks of 2 TB", "four more, ok?"), "No. 5 in use and 4 more", ""),
        (("A3 with 5 disks of 2 TB, 12 TB wanted",), "No. 5 disks of 2 TB make 10 TB", "10 TB"),
    ],
)
def test_disks_that_come_on_top_of_sized_ones_are_counted_and_added(
    turns: tuple[str, ...], said_first: str, pool: str
) -> None:
    result = asked(*turns)

    assert result.headline.startswith(said_first)
    assert result.outputs.get("pool", "").startswith(pool)


@pytest.mark.parametrize(
    ("text", "outcome", "wanted"),
    [
        ("an A2 has 4 disks of 1 TB and gets 700 GB of points a day. room for five days?", "pass", 3500),
        ("A3, eight 1 TB disks, 2 TB come in every night. enough for the five days?", "fail", 10000),
        ("an A2, 4 disks of 1 TB. at 600 GB per day, does a week fit?", "fail", 4200),
        ("A3 with 8 disks of 1 TB, 6 TB of backups. fits?", "pass", 6000),
    ],
)
def test_what_comes_in_each_day_is_wanted_for_all_days(text: str, outcome: str, wanted: int) -> None:
    verdict = asked(text)

    assert verdict.outcome == outcome
    assert verdict.inputs["wanted"] == said(wanted).partition(" (")[0]


def test_days_on_top_of_others_may_be_more_than_five() -> None:
    assert asked("can we keep points on the disks a few more days").outcome == "unknown"
    assert asked("can we keep points on the disks for a few days").outcome == "pass"


@pytest.mark.parametrize(
    ("text", "disks"),
    [
        ("may i attach three more disks to the backup vm? 2 are in it already", "5"),
        ("vm has 3 data disks. room for one more?", "4"),
        ("5 disks attached, another 4 to come, which size?", "9"),
        ("which size for 6 disks?", "6"),
    ],
)
def test_disks_of_a_machine_without_a_size_count_with_those_to_come(text: str, disks: str) -> None:
    assert asked(text).inputs["disks"] == disks


@pytest.mark.parametrize(
    ("text", "disks"),
    [
        ("our backup runs on two A4 and three A2: the number of disks over all?", "44"),
        ("one A3 and two A2: what is the most disks across all three", "16"),
        ("an A4 and two A3, how many disks for all of them?", "32"),
        ("we own two A3 and an A2. how many disks fit on all three?", "20"),
    ],
)
def test_machines_of_several_sizes_are_taken_together(text: str, disks: str) -> None:
    assert asked(text).headline.startswith(f"{disks} disks together")


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("BK1: A3 size, 5 attached disks, 4 requested disks. is the request ok?", "fail"),
        ("VM size A4, disks attached: 10, disks to add: 6, fine?", "pass"),
        ("size=A2 attached=2 requested=3 -> ok?", "fail"),
        ("A3 has six datadisks, two more are wanted, allowed?", "pass"),
    ],
)
def test_disks_that_are_requested_come_on_top_of_those_attached(question: str, outcome: str) -> None:
    assert asked(question).outcome == outcome
