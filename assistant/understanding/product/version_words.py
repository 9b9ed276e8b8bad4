"""How a version is written behind a product: year, release, service pack, edition; as expressions."""

YEAR = r"(?:20[0-3]\d|199\d)"
VERSION = (
    rf"(?P<year>{YEAR}|2k\d{{1,2}}|['\u2019]\s?\d\d\b"
    r"|(?:(?<=sql)|(?<=sps)|(?<=point)|(?<=\bsp)|(?<=exch)|(?<=exchange))(?:08|10|12|13|14|16|17|19"
    r"|22)(?=r2\b|\b)"
    r"|(?:(?<=win)|(?<=ws))(?:08|12|16|19|22)(?=r2\b|\b)"
    r"|\b1[6-9]\b|\b2[0-5]\b)"
)
R2 = r"(?P<r2>(?:[\s_-]*(?:servers?|srv|svr)\b)?[\s,(_-]*r(?:elease)?[\s_-]?2\b(?:\s*\(r2\))?)?"
# A service pack that is named, and not because it was never installed.
SET = (
    r"(?!\s+(?:(?:was|were|is|has|had|got)\s+)?(?:never|not)\s+(?:been\s+)?(?:installed|applied|added|put)\b)"
)
SP = (
    r"(?:[\s,(/_-]*(?P<nosp>(?:with\s+)?(?:without|w/o|no|not|minus|never (?:got|had)|lacks|lacking)\s+"
    r"(?:an?y?\s+|the\s+|a single\s+)?(?:sp|service\s*packs?)[\s_-]?1?\b|rtm\b|gold\b|un-?patched\b"
    r"|pre-?sp\s?1\b|non-?sp\s?1\b)"
    r"|[\s,(/_+-]*(?:with\s+)?(?:sp|service\s*pack)[\s_-]?(?P<sp>\d|one|two|three|four)\b"
    rf"{SET})?"
)
EDITION = (
    r"(?:[\s,(_*'\"-]*(?P<edition>datacenter|data\s?center|dc\s?edition|enterprise|standard|std|ent"
    r"|essentials|foundation|express|web|developer|core|nano|business intelligence)"
    r"(?:\s*(?:edition|ed\.?))?\b)?"
)
