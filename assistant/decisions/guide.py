"""The sections of the guide that rules rest on: heading paths from the second level down."""

from __future__ import annotations

from assistant.decisions.types import Source

_PREREQUISITES = "Prerequisites for the Azure Backup Server environment"
_NETWORK = "Network connectivity"

INTRODUCTION = Source("Introduction")
MATRIX = Source("Azure Backup Server protection matrix")
PREREQUISITES = Source(_PREREQUISITES)
VM_SIZE = Source(f"{_PREREQUISITES} > Determining size of virtual machine")
VIRTUAL_NETWORK = Source(f"{_PREREQUISITES} > Virtual Networks on Azure Stack virtual machines")
VM_PERFORMANCE = Source(f"{_PREREQUISITES} > Azure Backup Server VM performance")
TEMPORARY_DISK = Source(f"{_PREREQUISITES} > Configuring Azure Backup temporary disk storage")
STORING_DATA = Source(f"{_PREREQUISITES} > Storing backup data on local disk and in Azure")
SCALING = Source(f"{_PREREQUISITES} > Scaling deployment")
DOTNET = Source(f"{_PREREQUISITES} > .NET Framework")
JOINING_DOMAIN = Source(f"{_PREREQUISITES} > Joining a domain")
USING_VM = Source("Using an IaaS VM in Azure Stack")
STORAGE_REPLICATION = Source("Using an IaaS VM in Azure Stack > Set Storage Replication")
DOWNLOAD = Source("Download Azure Backup Server installer")
EXTRACT = Source("Extract Azure Backup Server install files")
INSTALL = Source("Install the software package")
BACKUP_STORAGE = Source("Add backup storage")
NETWORK = Source(_NETWORK)
RECOVERING = Source(f"{_NETWORK} > Recovering from loss of connectivity")
SUBSCRIPTION_STATES = Source(f"{_NETWORK} > Handling subscription states")
