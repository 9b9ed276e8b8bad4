"""The words by which a question is known to be about a table, or asked of it."""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy
from assistant.specialists import prerequisites
from assistant.specialists.matrix import protection
from assistant.specialists.states import connectivity

# What a question says that is about a connection or a subscription, or about the matrix, without a product.
NAMED = {
    connectivity.NAME: lazy(
        r"\b(?:subs?\b|subscri|(?:dis|re)?connect|online|offline|azure|internet|network|line\b|link|reach"
        r"|states?\b"
        r"|outage|cloud|deprovision|expire|lapse|disabled|cut\b|(?:rows|combos|combinations)\b)"
    ),
    protection.NAME: lazy(r"\b(?:matrix|workloads?|data sources?)"),
}
_MAY = (
    r"\b(?:can|may|could|does|do|will|would|should|is|are)\s+(?:\w+\s+){0,2}?"
    r"(?:mabs?|abs|dpm|it|you|we|i|one|they|this|these|those|that|product|server|azure|tool)\b[^.?!\n]{0,40}?\s"
)
# In which words each is asked beyond doubt. What is reckoned, and which names are let through, any words ask.
ASKED = {
    connectivity.NAME: lazy(
        r"\b(?:sub|subs|subscriptions?|deprovision\w*|combos?|combinations?|rows?|cells?|table|air-?gapped|active"
        r"|invoice)\b"
    ),
    protection.NAME: lazy(
        r"\b(?:protectable|covered|listed|eligible|included|supported|matrix|in scope|in or out|granular\w*"
        r"|y/n|yes(?: or |/)no|levels?|versions?|editions?|rtm"
        r"|(?:with|without|no|any) (?:\w+ )?(?:sp\d?|service pack))\b"
        r"|\b(?:the|your|this|that|a|per|acc\.?(?: to)?|of) (?:\w+ )?(?:table|list|guide|docs?|rows?)\b"
        r"|\b(?:table|list|guide|doc)(?:['’]s)? (?:has|have|lists?|says?|names?|knows?|stops?|wants?"
        r"|promises?)\b"
        r"|\b(?:be|get|is|are|gets|getting|what['’]?s|things?|want\w*(?: \w+)?)"
        r"(?: (?:that|this|the) (?:one|\w+))? protected\b"
        r"|\b(?:mabs?|abs|dpm)(?: on (?:azure ?)?stack)? (?:only )?(?:will )?(?:takes?|covers?|protects?)\b"
        rf"|{_MAY}(?:protects?|back(?:ed)? (?:\w+ ){{0,3}}up|take|handle|knows?|covers?|lists?|look after"
        r"|get|grab|bring|pull)\b"
        r"|\bwhat\b[^.?!\n]{0,50}\b(?:get|protects?|recover|bring)\b"
        r"|\b(?:ok|okay|fine|works?) (?:w/|with|for|as|to)|\bstill ok|\btypo\b"
        r"|\b(?:same|and) (?:for|with|on)\b|\bin\?|\bis in\b|\b(?:is|are) \w+ in\b"
    ),
    prerequisites.NAME: lazy(
        r"\b(?:can|may|could|should|shall|must|will|would)\s+(?:\w+\s+){0,2}?(?:i|we|it|one|they|you|this"
        r"|that|these|there|setup|mabs?|dpm|abs|microsoft|ms|the|our|my|a|an)\b"
        r"|\b(?:does|do)\s+(?:it|setup|the|our|mabs?|dpm|abs|microsoft|we really|all)\b"
        r"|\b(?:ok|okay|fine|good|enough|allowed|permitted|possible|problems?|suffic\w+|accept\w*|required"
        r"|feasible|objections?|thoughts|opinions?|verdict|wrong|correct|right|review|faults|recommend\w*|minimum|min"
        r"|mandatory|prefer\w*|go or no-?go|pass/fail|y/n|show ?stopp\w+|too small|against it|excluded"
        r"|the rule|final check|on top|doc|guide|which|needs?|needed|requirements?|have to|to use|rejoin\w*"
        r"|will complain)\b"
    ),
}
# Without any of these a table is hardly asked, though something that it knows is named.
MAY_ASK = {
    protection.NAME: lazy(
        r"\b(?:protect\w*|unprotect\w*|cover\w*|listed|(?:on|in|from) (?:the|your|a|that) list|matrix"
        r"|table|rows?|support(?:ed)?"
        r"|back(?:ed|ing)?[\s-]?up\w*|backups?|restor\w*|recover\w*|levels?|granular\w*|mabs|abs|dpm|in scope"
        r"|ok|okay|possible|allowed|work\w*|(?:do|does) (?:it|mabs|you|we|this|azure)|take[ns]?|handle\w*"
        r"|included?|eligible|what about|versions?|editions?|releases?|(?:the|your) list|in there|in or out"
        r"|yes(?: or |/)no"
        r"|volumes?|files?|folders?|databases?|dbs?|farms?|frontends?|both|fine|good)\b"
    ),
    prerequisites.NAME: lazy(
        r"\b(?:install\w*|set ?up|setup|run\w*|need\w*|must|requir\w*|prerequisit\w*|can|may|could|should"
        r"|shall"
        r"|put|host\w*|place\w*|enough|suffic\w*|allow\w*|ok|okay|fine|possible|min(?:imum)?|size[ds]?|support\w*"
        r"|mandatory|recommend\w*|join\w*|move\w*|share\w*|dedicat\w*|good|work\w*|mabs|abs|dpm|passphrases?"
        r"|local|remote|own|bundled|cores?|ram|memory|gb|\.net|net|version)\b"
    ),
}
