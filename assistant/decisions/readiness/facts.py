"""The facts that a readiness check takes: names, types and meaning, and how a file of them is validated.

`preflight.schema.json` says the same for other tools, and `Get-MabsFacts.ps1` gathers what Windows can tell.
"""

from __future__ import annotations

import difflib
import math
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.decisions.types import DecisionInputError

FactValue = str | bool | int | float | list[str] | None
SCHEMA_ID = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact. `kind` is text, flag, count, number or list; `choices` limits a text. Null is allowed."""

    name: str
    kind: str
    question: str
    choices: tuple[str, ...] = ()

    def schema(self) -> dict[str, object]:
        """Its property in the JSON Schema."""
        kinds = {"text": "string", "flag": "boolean", "count": "integer", "number": "number", "list": "array"}
        schema: dict[str, object] = {"description": self.question, "type": [kinds[self.kind], "null"]}
        if self.choices:
            schema["enum"] = [*self.choices, None]
        if self.kind in ("count", "number"):
            schema["minimum"] = 0
        if self.kind == "list":
            schema["items"] = {"type": "string"}
        return schema


FACTS = (
    Fact("computer", "text", "Name of the computer the facts are about"),
    Fact("collected_at", "text", "When the facts were gathered, in ISO 8601"),
    Fact("vm_size", "text", "Size of the virtual machine, such as Standard_A2"),
    Fact("cores", "count", "Number of processor cores"),
    Fact("memory_gb", "number", "Memory in GB as the size is sold (3.5 for an A2), rounded to half a GB"),
    Fact("os", "text", "Operating system, such as Windows Server 2016 Datacenter"),
    Fact("dedicated", "flag", "Whether the machine is for Azure Backup Server alone"),
    Fact("domain_controller", "flag", "Whether the machine runs as a domain controller"),
    Fact("application_server_role", "flag", "Whether the Application Server role is installed"),
    Fact("exchange_running", "flag", "Whether Exchange Server runs on the machine"),
    Fact("cluster_node", "flag", "Whether the machine is a node of a cluster"),
    Fact("domain_joined", "flag", "Whether the machine is joined to a domain"),
    Fact("installer_domain_user", "flag", "Whether the installing user is a domain user"),
    Fact("installer_administrator", "flag", "Whether the installing user has administrator privileges"),
    Fact("dotnet_version", "text", "Highest .NET Framework version installed, such as 3.5 SP1 or 4.8"),
    Fact(
        "sql_instance", "text", "Which SQL Server instance will be used", ("bundled", "own local", "remote")
    ),
    Fact("same_virtual_network", "flag", "Whether all machines of the workload share one virtual network"),
    Fact("same_subscription", "flag", "Whether all machines of the workload share one Azure subscription"),
    Fact("extraction_free_gb", "number", "Free space in GB (decimal) where the setup files are extracted"),
    Fact("scratch_gb", "number", "Size in GB (decimal) of the scratch location"),
    Fact("azure_data_gb", "number", "Data in GB (decimal) planned to be backed up to Azure; 0 for none"),
    Fact("backup_disks", "count", "Number of data disks attached for backup storage"),
    Fact("local_retention_days", "number", "Days that backup data is to stay on attached disks"),
    Fact("subscription_state", "text", "State of the subscription", ("Active", "Expired", "Deprovisioned")),
    Fact("vault", "flag", "Whether a Recovery Services vault exists"),
    Fact("vault_credentials", "flag", "Whether the vault credentials file is at hand"),
    Fact("passphrase", "flag", "Whether an encryption passphrase is chosen or will be generated"),
    Fact("passphrase_location", "flag", "Whether there is an accessible place to keep the passphrase"),
    Fact("strong_password", "flag", "Whether a strong password for the restricted local accounts is ready"),
    Fact("internet", "text", "How the machine reaches the Internet", ("direct", "proxy", "none")),
    Fact("proxy_details", "flag", "Whether the proxy details are at hand"),
    Fact("limited_internet", "flag", "Whether a firewall or proxy limits which destinations can be reached"),
    Fact("allowed_destinations", "list", "Names, addresses and ranges that firewall and proxy let through"),
    Fact("azure_connection", "flag", "Output of Get-DPMCloudConnection, once installed"),
    Fact("separate_storage_account", "flag", "Whether the machine has a storage account of its own"),
    Fact("cache_drive", "text", "Drive of the cache location, such as C:"),
    Fact("staging_drive", "text", "Drive of the local staging area, such as D:"),
    Fact("installer_exe_files", "count", "Number of downloaded .exe installer files"),
    Fact("installer_bin_files", "count", "Number of downloaded .bin installer files"),
    Fact("installer_one_folder", "flag", "Whether all installer files lie in one folder"),
    Fact("microsoft_update", "flag", "Whether Microsoft Update will be used"),
)
BY_NAME: Mapping[str, Fact] = {fact.name: fact for fact in FACTS}
_MAXIMUM = 1e9


def schema() -> dict[str, object]:
    """The JSON Schema of a file of facts."""
    return {
        "$schema": SCHEMA_ID,
        "title": "Facts about a machine that is to run Azure Backup Server on Azure Stack",
        "description": "Leave out or set to null what is not known. Sizes are decimal: 1 TB is 1000 GB.",
        "type": "object",
        "properties": {fact.name: fact.schema() for fact in FACTS},
        "additionalProperties": False,
    }


def validate(facts: object) -> dict[str, FactValue]:
    """The facts that are known (no nulls), checked. DecisionInputError names what is unusable and why."""
    if not isinstance(facts, Mapping):
        raise DecisionInputError("The facts must be one JSON object of names and values.")
    for name in facts:
        if name not in BY_NAME:
            close = difflib.get_close_matches(str(name), list(BY_NAME), n=1)
            hint = f" Did you mean {close[0]!r}?" if close else ""
            raise DecisionInputError(f"There is no fact named {name!r}.{hint}", str(name))
    return {name: _checked(BY_NAME[name], value) for name, value in facts.items() if value is not None}


def _checked(fact: Fact, value: object) -> FactValue:
    if fact.kind == "flag" and isinstance(value, bool):
        return value
    if fact.kind == "text" and isinstance(value, str):
        return _text(fact, value)
    if fact.kind == "list" and isinstance(value, list) and all(isinstance(item, str) for item in value):
        return list(value)
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if fact.kind in ("count", "number") and number and isinstance(value, int | float):
        return _number(fact, value)
    wanted = {"flag": "true or false", "text": "a text", "list": "a list of texts", "count": "a whole number"}
    raise DecisionInputError(
        f"{fact.name!r} must be {wanted.get(fact.kind, 'a number')}, or null.", fact.name
    )


def _text(fact: Fact, value: str) -> str:
    if fact.choices and value not in fact.choices:
        raise DecisionInputError(f"{fact.name!r} must be one of: {', '.join(fact.choices)}.", fact.name)
    return value


def _number(fact: Fact, value: int | float) -> int | float:
    if not math.isfinite(value) or not 0 <= value <= _MAXIMUM:
        raise DecisionInputError(f"{fact.name!r} must be a number from 0 to {_MAXIMUM:,.0f}.", fact.name)
    if fact.kind == "count" and value != int(value):
        raise DecisionInputError(f"{fact.name!r} must be a whole number.", fact.name)
    return int(value) if fact.kind == "count" else value
