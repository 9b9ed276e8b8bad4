"""Products that a turn takes over from the one before it, or names to the version that was told there."""

from __future__ import annotations

from dataclasses import replace

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.product.gazetteer import RELEASES, SYSTEMS
from assistant.understanding.product.products import find_bare_versions, find_edition, find_pack
from assistant.understanding.reading import Product, Reading

NAMELESS = "nameless_versions"
"""The fact under which a turn leaves versions that it told without a product ("is 2012 protected?")."""

PACK = "service_pack"
"""The fact under which a turn leaves the service pack of the last product that it named."""

_TWO_DIGITS = lazy(
    r"^\W*(?:(?:and|or|also|ok|then|but|what about|how about)\W+)*(?P<year>08|10|12|13|14|16|17|19|22)"
    r"(?:\W+(?:then|too|as well))?\W*$"
)
_NO_RELEASE = lazy(r"\b(?:without|no|non|not|minus|w/o)[\s-]+(?:the\s+)?r\s?2\b")
# "r2 i mean", "and R2?": the second release of the version told before.
_RELEASE = lazy(
    r"^\W*(?:(?:and|or|but|also|no|sorry|oh|ok|the|i mean|it'?s|its|what about|how about|then"
    r"|well)\W+)*r\s?2\b"
    r"(?:\W+(?:i|we|mean|meant|of course|then|too|one|version|is|it|of it|as well|that is))*\W*$"
)
_SECOND_RELEASES = ("2008 R2", "2012 R2")
# "windows" by itself is hardly the product that is asked about, unless that was asked back for.
_WINDOWS = lazy(
    r"^\W*(?:(?:it's|its|the|a|an|for|i mean|meant|plain|ms|microsoft)\s+)*(?:windows|win|server|os)\b"
)
_ONLY_WINDOWS = lazy(
    r"^\W*(?:(?:and|or|what about|how about|ok|then|so|but|also|for|with|on)\W+)*"
    r"(?:windows|win)(?:\s+(?:servers?|boxes|vms))?"
    r"(?:\W+(?:then|too|as well|also))*\W*$"
)
_OF_MACHINE = frozenset({"volumes", "files", "folders"})
_MACHINE = lazy(r"\b(?:machine|vm|box|server|host|guest|computer)\b")
_SLOT_WORDS = 6
_STEP_WORDS = 8


def names_product_of_version(reading: Reading) -> tuple[Product, ...]:
    """The products that a few words name to the version that was told without one; else none."""
    versions = reading.previous.get(NAMELESS, ())
    if len(versions) == 1 and is_release(reading.plain) and f"{versions[0]} R2" in _SECOND_RELEASES:
        return (Product("windows-server", f"{versions[0]} R2"),)
    if not versions or len(reading.plain.split()) > _SLOT_WORDS or reading.topics - {"protection", "sql"}:
        return ()
    named = reading.products or ((Product("windows-server"),) if _WINDOWS().match(reading.plain) else ())
    if not named or any(product.version for product in named):
        return ()
    pack = find_pack(reading.plain)
    if pack is None:
        pack = find_pack(reading.previous.get("query", ""))
    return tuple(
        replace(product, version=version, service_pack=pack) for product in named for version in versions
    )


def carried_products(reading: Reading) -> tuple[Product, ...]:
    """The last family told before, in the versions told now; or as it was, when nothing else is asked."""
    before = reading.previous
    if named := names_product_of_version(reading):
        return named
    if again := version_of_family(reading):
        return again
    if reading.products or not before.get("families"):
        return ()
    family = before["families"][-1]
    if stepped := _stepped(reading, family):
        return stepped
    if machine := _machine_below(reading, family):
        return machine
    if bare := find_bare_versions(reading.plain) or _short_version(reading):
        family = family.removesuffix("-sac")  # the channel has no versions
        return tuple(replace(product, family=family) for product in bare)
    hosted = before.get("specialist") == "prerequisites" and "protection" not in reading.topics
    if hosted or reading.topics - {"protection"}:
        return ()
    if _ONLY_WINDOWS().match(reading.plain):
        return (Product("windows-server", words="Windows"),)
    # one without its product is of the family that its "R2" told
    nameless = before.get(NAMELESS) if reading.levels or reading.operations else ()
    version = (before.get("versions") or nameless or [""])[-1]
    if is_release(reading.plain) and f"{version} R2" in _SECOND_RELEASES:
        version = f"{version} R2"
    if _NO_RELEASE().search(reading.plain):
        version = version.removesuffix(" R2")
    edition = find_edition(reading.plain) if family == "windows-server" else ""
    pack = find_pack(reading.plain)
    return (Product(family, version, before.get(PACK) if pack is None else pack, edition),)


_OLDER = lazy(
    r"\b(?:one|version|release)\s+(?:right\s+|just\s+)?before\s+(?:it|that|this)\b"
    r"|\b(?:its|the) predecessor\b"
    r"|\b(?:previous|prior|preceding|last older|next older)\s+(?:one|version|release)\b"
)
_NEWER = lazy(
    r"\b(?:one|version|release)\s+(?:right\s+|just\s+)?after\s+(?:it|that|this)\b|\b(?:its|the) successor\b"
    r"|\b(?:next|following|next newer)\s+(?:one|version|release)\b"
)


def steps_of_version(text: str) -> int:
    """How many versions on a few words go from the one told before: "and the one before it?"; 0 for none."""
    if len(text.split()) > _STEP_WORDS:
        return 0
    return -1 if _OLDER().search(text) else 1 if _NEWER().search(text) else 0


def _stepped(reading: Reading, family: str) -> tuple[Product, ...]:
    """The version before or after the one told in the turn before; none where it isn't told or known."""
    versions, steps = reading.previous.get("versions", ()), steps_of_version(reading.plain)
    order = RELEASES.get(family, ())
    if not steps or len(versions) != 1 or versions[0] not in order:
        return ()
    place = order.index(versions[0]) + steps
    return (Product(family, order[place]),) if 0 <= place < len(order) else ()


def is_release(text: str) -> bool:
    """Whether nothing but the second release of a version is told."""
    return bool(_RELEASE().match(text))


def _machine_below(reading: Reading, family: str) -> tuple[Product, ...]:
    """The Windows Server below something else, where its files are asked for: "files on that machine?"."""
    versions = reading.previous.get(NAMELESS, ())
    own = family in SYSTEMS | {"macos"}
    asked = _OF_MACHINE & set(reading.levels) and _MACHINE().search(reading.plain)
    return (Product("windows-server", versions[0]),) if asked and len(versions) == 1 and not own else ()


def version_of_family(reading: Reading) -> tuple[Product, ...]:
    """The product named by its pack only ("SQL with SP1"), in the version told before of the same one."""
    before, pack = reading.previous, find_pack(reading.plain)
    if len(reading.products) != 1 or pack is None or len(before.get("versions", ())) != 1:
        return ()
    named = reading.products[0]
    if named.version or named.family not in before.get("families", ()):
        return ()
    return (replace(named, version=before["versions"][0], service_pack=pack),)


def _short_version(reading: Reading) -> tuple[Product, ...]:
    """A version by two digits ("and 17?"), where those of products were asked about."""
    told = _TWO_DIGITS().match(reading.plain) if reading.previous.get("specialist") == "protection" else None
    return find_bare_versions(f"20{told['year']}") if told else ()
