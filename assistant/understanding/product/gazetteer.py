"""The names that products go by, for each family; and the editions' short names."""

from __future__ import annotations

# family -> the names it goes by, with a version behind it
VERSIONED = {
    "windows-server": (
        r"(?:microsoft\s+|ms\s+)?(?:windows|win|wind?ows)[\s_-]*(?:nano[\s_-]*)?(?:server|srv|svr)?"
        r"|nano[\s_-]+(?:windows\s+)?server|w(?=2k|20\d\d)|ws|wsrv"
        r"|(?<!sql )(?<!sql)(?<!exchange )(?<!point )(?<!backup )(?<!sync )\bserver|\bsrv|\bsvr"
        r"|(?<!windows 10 )(?<!windows 11 )(?<!win10 )(?<!win 10 )(?<!office )\bltsc"
    ),
    "sql-server": (
        r"(?:microsoft\s+|ms[\s_-]?)?sql[\s_-]*(?:server|srv|svr|db|database)?"
        r"|ms{1,3}q?l|m{1,2}s{1,3}ql"
    ),
    "sharepoint": (
        r"(?:microsoft\s+|ms\s+)?share[\s_-]?point(?:[\s_-]*(?:server|foundation|farm))?|sps"
        r"|sp(?=[\s_-]?(?:20\d\d|1[0369])\b)|moss(?=[\s_-]?20\d\d)"
    ),
    "exchange": r"(?:microsoft\s+|ms\s+)?(?:exchange|exch)(?:[\s_-]*server)?",
}
# families that are told without a version, or whose version does not matter because none is listed
UNVERSIONED = {
    "windows-server-sac": (
        r"semi[\s-]*annual(?:[\s-]+channel)?|\bsac\b"
        r"|(?:(?:twice|two times)[\s-]*(?:a|per|every)[\s-]*year|(?:twice|half)[\s-]*yearly)"
        r"(?=\s+(?:\w+\s+){0,2}?(?:windows|win|releases?|channel|editions?|versions?)\b)"
        r"|win(?:dows)?\s+(?:server|srv|svr),?\s+(?:(?:version|release|build|v)\.?\s*)?"
        r"(?:1709|1803|1809|1903|1909|2004|20h2)"
    ),
    "sql-service": (
        r"azure[\s-]+sql(?:[\s-]+(?:databases?|dbs?|managed[\s-]+instances?|mi))?(?![\s-]+(?:server|20\d\d"
        r"|vms?)\b)"
        r"|(?:ms\s+|azure\s+)?sql(?:\s+server)?\s+(?:managed\s+instances?|mi\b|paas\b|as a service)"
        r"|managed\s+sql(?:\s+instances?)?"
        r"|paas\s+(?:sql|databases?)|(?:amazon|aws)\s+rds(?:\s+for\s+sql(?:\s+server)?)?"
        r"|rds\s+for\s+sql(?:\s+server)?"
    ),
    "linux": r"linux|ubuntu|rhel|red\s?hat|centos|debian|suse|sles|oracle linux|alma\s?linux|rocky",
    "macos": r"mac\s?os(?:\s?x)?|\bmacs?\b|macbooks?|os\s?x",
    "windows-client": (
        r"windows[\s-]*(?:10|11|7|8(?:\.1)?|xp|vista|ten|eleven|seven|eight)\b"
        r"|win[\s-]?(?:10|11|7|8(?:\.1)?|ten|eleven|seven|eight)\b|w(?:10|11|7|8)\b|laptops?|notebooks?"
        r"|workstations?"
        r"|client (?:os|pc|machine)s?|desktops(?! shows?)"
        # a folder of a path, or of an account, is no machine
        r"|(?<![\\/])(?<!\bto )(?<!\bonto )(?<!\bthe )(?<!\bits )(?<!"
        r"\bmy )(?<!\bremote )(?<!\bserver )desktop"
        r"(?! (?:computer|shows?|has|have|icons?|shortcuts?|links?|what|experience))"
    ),
    "oracle": r"oracle(?:\s*(?:db|database|server))?(?! linux)",
    "mysql": r"my\s?sql|maria\s?db",
    "postgresql": r"postgres(?:ql)?|pgsql",
    "sap-hana": r"sap(?:\s+hana)?\b|\bhana\b",
    "mongodb": r"mongo\s?db|cassandra|redis",
    "vmware": r"vm\s?ware|esxi?\b|vsphere|vcenter",
    "hyper-v": r"hyper[\s-]?v(?:\s+(?:vms?|virtual machines?|guests?|hosts?))?",
    "active-directory": r"active directory(?: domain services)?|\bntds\b|ad ds",
    "dynamics": r"dynamics(?:\s+(?:crm|365|ax|nav))?",
    "office-365": r"(?:office|microsoft|m|o)\s?365|exchange[\s-]+online|onedrive"
    r"|share-?\s?point\W+(?:the\s+)?online"
    r"|share-?\s?point\s+(?:in|from|on|as part of)\s+(?:the\s+)?(?:cloud|(?:office|microsoft|m|o)\s?365)"
    r"|(?:cloud|hosted)\s+share-?\s?point(?:\W+(?:the\s+)?online)?"
    r"|spo\b|teams data|ms teams|microsoft teams|exo\b",
    "file-server-nas": (
        r"\bnas\b|netapp|\bsmb shares?|network[\s-]attached storage|synology|storage area network"
    ),
    "kubernetes": (
        r"kubernetes|\baks\b|docker"
        # a directory, a certificate store and a key have containers as well
        r"|(?<!map )(?<!\bad )(?<!\bou )(?<!\bcn )(?<!system )(?<!configuration )(?<!directory )(?<!\bkey )"
        r"containers?(?! in (?:azure|ad\b|active directory|the (?:active )?directory|the domain))"
    ),
    "azure-files": r"azure[\s-]+(?:files(?:\s+shares?)?|file\s+(?:shares?|sync))",
    "azure-blob": r"azure[\s-]+blobs?(?:\s+(?:storage|containers?))?|blob\s+(?:storage|containers?)",
    "other-product": (
        r"(?:ibm[\s-]+)?db2|informix|sybase|teradata|firebird|(?:lotus|hcl|ibm)[\s-]+(?:notes|domino)|zimbra"
        r"|\baix\b|solaris|hp-?ux|freebsd|xenserver|citrix hypervisor|proxmox|nutanix"
    ),
    "azure-vm": r"azure (?:iaas )?vms?\b(?! size)",
}
# a family named without any version; looked for only where no version of it was found
ALONE = {
    "sql-server": (
        r"(?<![\w.])(?<!\bt-)(?<!\bpl/)(?:ms[\s_-]?)?sql(?:\s*server)?(?:\s*(?:dbs?|databases?))?\b"
        r"(?! (?:quer(?:y|ies)|statements?|scripts?|code|commands?|syntax|snippets?)\b)|\bmssql\b"
    ),
    "sharepoint": r"\bshare[\s_-]?points?(?! online)\b|\bsps\b",
    "exchange": r"\bexchange(?! online)(?:\s+server|\s+mailbox(?:es)?)?\b",
    "windows-server": r"\bwindows\s+servers?\b",
}
EDITIONS = {"std": "Standard", "ent": "Enterprise", "data center": "Datacenter", "dc edition": "Datacenter"}
# the versions of a family in their order, those that no row has among them
RELEASES = {
    "windows-server": ("2003", "2008", "2008 R2", "2012", "2012 R2", "2016", "2019", "2022", "2025"),
    "sql-server": ("2005", "2008", "2008 R2", "2012", "2014", "2016", "2017", "2019", "2022"),
    "sharepoint": ("2007", "2010", "2013", "2016", "2019"),
    "exchange": ("2010", "2013", "2016", "2019"),
}

SYSTEMS = frozenset({"windows-server", "windows-server-sac", "windows-client", "linux"})
"""The families of operating systems that a server of the guide may run."""
