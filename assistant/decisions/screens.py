"""The way from the Azure portal to the end of setup, step by step: what comes after what.

Input: the step that is behind. Output: the one that follows. Hit policy: unique.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.decisions.guide import DOWNLOAD, EXTRACT, INSTALL
from assistant.decisions.types import DecisionResult, Source, Standing, headline

NAME = "screens"


@dataclass(frozen=True, slots=True)
class Screen:
    """A step: its key, the section that tells it, and what is told to one who arrives there."""

    key: str
    source: Source
    arrival: str


SCREENS = (
    Screen(
        "sign in",
        DOWNLOAD,
        "On the Azure Stack virtual machine, open the Azure portal and sign in to your subscription.",
    ),
    Screen("all services", DOWNLOAD, "Next, select **All Services** in the menu on the left."),
    Screen(
        "vaults",
        DOWNLOAD,
        "Next, type *Recovery Services* in the **All services** dialog and select **Recovery Services "
        "vaults**: the vaults of the subscription are listed.",
    ),
    Screen("vault", DOWNLOAD, "Next, select your vault in the list: its dashboard opens."),
    Screen(
        "backup",
        DOWNLOAD,
        "Next, select **Backup** in the Getting Started menu of the vault: the backup menu opens.",
    ),
    Screen(
        "backup menu",
        DOWNLOAD,
        "Next, choose **On-premises** under **Where is your workload running**, then the workloads under "
        "**What do you want to backup?**; after them comes **Prepare Infrastructure**.",
    ),
    Screen(
        "prepare infrastructure", DOWNLOAD, "Next, select **Prepare Infrastructure** below the two choices."
    ),
    Screen(
        "portal download",
        DOWNLOAD,
        "Next, select **Download** in the **Prepare infrastructure** menu: a Microsoft web page opens.",
    ),
    Screen("language", DOWNLOAD, "Next, choose a language on the download page, then select **Download**."),
    Screen(
        "files",
        DOWNLOAD,
        "Next, tick **File Name**, which selects all files, then **Next**; save all files in one folder.",
    ),
    Screen(
        "exe",
        EXTRACT,
        "Next, open the download location and select **MicrosoftAzureBackupserverInstaller.exe**.",
    ),
    Screen("extraction wizard", EXTRACT, "The Azure Backup Server wizard opens: select **Next** in it."),
    Screen(
        "extraction path",
        EXTRACT,
        "Next, choose a path for the files of Azure Backup Server, then select **Next**.",
    ),
    Screen("extract", EXTRACT, "Next, check that the extraction location is right, then select **Extract**."),
    Screen("finish", EXTRACT, "Next, once the extraction is complete, select **Finish**."),
    Screen(
        "setup",
        EXTRACT,
        "Next, Setup.exe runs, since **Execute setup.exe** is selected by default, and installs Microsoft "
        "Azure Backup Server.",
    ),
    Screen(
        "launch", INSTALL, "Next, select **Microsoft Azure Backup Server**, which launches the setup wizard."
    ),
    Screen("welcome", INSTALL, "Next comes the **Welcome** screen: select **Next** there."),
    Screen(
        "prerequisite checks",
        INSTALL,
        "After **Welcome** comes **Prerequisite Checks**: select **Check**, and **Next** when the machine "
        "meets the requirements.",
    ),
    Screen(
        "sql settings",
        INSTALL,
        "After **Prerequisite Checks** comes **SQL Settings**: decide on the SQL Server instance, select "
        "**Check and Install**, then **Next**.",
    ),
    Screen(
        "installation settings",
        INSTALL,
        "After **SQL Settings** comes **Installation Settings**: give the location for the files, then "
        "select **Next**.",
    ),
    Screen(
        "security settings",
        INSTALL,
        "After **Installation Settings** comes **Security Settings**: set a strong password for the "
        "restricted local user accounts, then select **Next**.",
    ),
    Screen(
        "microsoft update",
        INSTALL,
        "After **Security Settings** comes **Microsoft Update Opt-In**: decide whether to use *Microsoft "
        "Update*, then select **Next**.",
    ),
    Screen(
        "summary",
        INSTALL,
        "After **Microsoft Update Opt-In** comes the *Summary of Settings*: review it, then select "
        "**Install**.",
    ),
    Screen(
        "agent",
        INSTALL,
        "After **Install**, Azure Backup Server is installed; then the installer of the Microsoft Azure "
        "Recovery Services agent starts: let it check the internet connection, give proxy details if there "
        "is none, and select **Next**, then **Install**.",
    ),
    Screen(
        "vault identification",
        INSTALL,
        "Once the agent is installed, **Next** opens the **Register Server Wizard** at **Vault "
        "Identification**: select **Browse**, then the vault credentials, **Open** and **Next**.",
    ),
    Screen(
        "encryption setting",
        INSTALL,
        "After **Vault Identification** comes **Encryption Setting**: provide a passphrase and a location to "
        "store it, then select **Next**.",
    ),
    Screen(
        "status",
        INSTALL,
        "After **Encryption Setting** the server is registered with the vault, and the installer goes on "
        "with SQL Server and Azure Backup Server; at the end its **Status** shows that all software has been "
        "successfully installed.",
    ),
)
KEYS = tuple(screen.key for screen in SCREENS)


def after(key: str) -> DecisionResult | None:
    """What follows the step `key`; None behind the last one. Raises ValueError for an unknown key."""
    at = KEYS.index(key) + 1
    if at == len(SCREENS):
        return None
    screen = SCREENS[at]
    said = (headline(screen.arrival, screen.source),)
    return DecisionResult(NAME, {"behind": key}, screen.key, Standing.SETTLED, said)
