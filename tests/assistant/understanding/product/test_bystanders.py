"""A client machine to work at and a share to copy to are no workloads; what is to be protected stays one."""

from __future__ import annotations

import pytest

from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    "text",
    [
        "I fetched the installer with a notebook and want to copy it to the VM",
        "administering the backup server from a laptop, does that work?",
        "may I open the portal on my desktop to start the download",
        "is a NAS possible as backup target",
        "the filer is a Synology: keep the recovery points on it?",
        "shall the first copy go to an SMB share",
        "back up to a NAS rather than attached disks",
    ],
)
def test_what_is_only_worked_at_or_copied_to_is_no_product(text: str) -> None:
    assert read_question(text).products == ()


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("protect the laptops of our sales team?", "windows-client"),
        ("a Windows 11 notebook, can it be backed up", "windows-client"),
        ("are desktops in the matrix", "windows-client"),
        ("can a NAS be backed up", "file-server-nas"),
        ("back up the data of our Synology and keep it in Azure", "file-server-nas"),
        ("is a NetApp filer protected, with its copies on local disks?", "file-server-nas"),
    ],
)
def test_what_is_to_be_protected_stays_a_product(text: str, family: str) -> None:
    assert family in {product.family for product in read_question(text).products}


@pytest.mark.parametrize(
    "text",
    [
        "Oracle exports go to a folder on Windows Server 2016; Oracle itself isn't needed. Possible?",
        "only the folder with the PostgreSQL dumps on Windows Server 2016, not PostgreSQL",
        "just the files of the MongoDB exports on Windows Server 2016",
        "we don't need MySQL, only that folder on Windows Server 2016",
        "Windows Server 2016: protect D:\\dumps, never mind MySQL",
        "a share of Windows Server 2016 takes the dumps, the MySQL server needn't be covered",
    ],
)
def test_a_program_of_which_only_a_folder_is_wanted_is_no_product(text: str) -> None:
    assert {product.family for product in read_question(text).products} == {"windows-server"}


@pytest.mark.parametrize(
    "text",
    [
        "can MySQL on Windows Server 2016 be protected, with its files?",
        "MySQL and a folder on Windows Server 2016, both listed?",
        "is Oracle not listed, and a volume of Windows Server 2016 is?",
        "only MySQL dumps, not Windows",
    ],
)
def test_a_program_that_is_asked_about_stays_a_product(text: str) -> None:
    assert {product.family for product in read_question(text).products} & {"mysql", "oracle"}
