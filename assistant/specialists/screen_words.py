"""By which words the way through setup is asked for: the next step, what is done here, what came before."""

from __future__ import annotations

import re

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.word_rules import word_set

PURPOSE = lazy(
    r"(?<=[?.,;]) +(?:so (?:that )?(?:i|we) (?:can|could|may)|it['\u2019]?s for|this is for|just for"
    r"|(?:i|we) (?:want|need|would like) to (?:prepare|know|have|document|write))\b[^?]*$"
)
"""What it is asked for, behind the question: "... ? so that I can prepare it"."""

BEFORE = lazy(r"\b(?:before|previous|prior|precedes?|preceding|preceded)\b")
# "before I can click Next": what is done on the screen itself.
BEFORE_NEXT = lazy(
    r"\bbefore\s+(?:(?:i|we|the|you|one)\s+)?(?:(?:can|may|could)\s+)?(?:(?:click|press|hit|select|use)\s+)?"
    r"(?:on\s+)?(?:the\s+)?next\b"
)
NEXT = lazy(
    r"\b(?:next|after|afterwards|follow(?:s|ing|ed)?|then|continue|proceed|go on|subsequent"
    r"|comes?|opens?|appears?|starts?)\b"
)
NOW = lazy(r"\b(?:now|what happens|what (?:do|should|to)(?: (?:i|we))? do)\b")
DOES = (
    r"(?:enter\w*|typed?|fill\w*|put|give|given|provided?|choos\w*|chosen?|pick\w*|select\w*|tick\w*|set|click\w*|press\w*"
    r"|hit|push|verif\w*|check|browse|start|run|launch|feed|fed|use|upload\w*|import\w*|load|insert|supply)"
)
HERE = lazy(
    rf"\b(?:what|which|where)\b[^.?!]*\b{DOES}\b|\b{DOES}\s+what\b"
    r"|\b(?:what|which)\b[^.?!]*\b(?:want\w*|ask\w*|expect\w*|need\w*|doing)\b"
    r"|\b(?:what|which|where) (?:\w+ ){0,3}?(?:goes|go|comes|belongs?)\b[^.?!]*"
    r"\b(?:in|into|there|here|it)\b"
    r"|\bwhere (?:do|does|should|must|will) (?:they|it|that|this|those) go\b"
    r"|\bfirst thing\b|\b(?:buttons?|btns?)\b|^\W*(?:and\W+)?(?:here|there)\W*$|\bwhich one\b"
    r"|\b(?:the )?(?:other|second|first|field|box|drop-?down)\W*$"
)
ALL = lazy(r"\b(?:all|every\w*|each|both)\b")
OR_ONE = lazy(r"\b(?:or|only|just|need|enough)\b")
SAYS_NO_MORE = word_set(
    "next clicked click pressed press hit selected ticked done ok okay k now what whats and then so it "
    "its that this did went through passed green finished comes come happens happen is are was do does "
    "i we me us my have has had want wants wanted ask asks asked asking for which screen page dialog "
    "window button buttons step stage phase part menu field box entry option list drop dropdown "
    "checkbox checkboxes installed thing one ones after there here go goes on continue the a an to see "
    "sees shows say says yes good fine great thanks thx will would should must name of right first "
    "second other with in into at setup wizard please pls set entered typed chosen confirmed accepted "
    "saved filled what's it's that's where's where from enter type fill out put give given provide "
    "choose pick select tick push verify check browse expect expects expected called named following "
    "follows follow afterwards subsequent proceed opens open opened before previous prior preceding got "
    "file files folder workload workloads as run launch appears appear starts start be been need needs "
    "needed doing i'm im am just or but well hm hmm um portal installer registration install page's "
    "step's them they these those behind you one's left clicking pressing hitting selecting checks "
    "password passphrase path proxy key credentials updates update sql too all everything both location "
    "am up came supposed meant shown appeared popped pops decided chosen feed fed use upload uploaded import "
    "load thats whats im ive complete completed insert supply takes take who next's really already happens "
    "btn btns available clickable enabled leads lead download "
    "whole entire over end last still left again once "
    "we're you're they're i've we've several many few picked chose took typed result "
    "anything something else more hereby thus finally hi hey ah oh thing's cred creds credential exactly "
)
BEHIND_A_PLACE = frozenset({"when"})
"""What is said besides once a place is reached: "and when I click Next?"."""

FEW_WORDS = 6
FEW_ASKING = 14
GUIDE = "guide"
STRONGLY_NEXT = lazy(r"\b(?:next|after|follow(?:s|ing)?|then)\b")
GOES_ON = lazy(r"\b(?:after|then|now|follow\w*)\b|^\W*(?:and\W+)?next\W*$")
BUTTON = lazy(r"\b(?:buttons?|btns?)\b")
FROM = lazy(r"\b(?:before|previous|prior)\b")
CHECKED = ("prerequisite checks", "sql settings")
# What a check said is told, before it is asked how to go on with it.
COMPLAINED = lazy(r"\b(?:complain\w*|fail(?:s|ed)?|missing|unmet|not met|red|issues?|errors?)\b")
# The agent's installer found no connection.
NO_LINK = lazy(
    r"\b(?:none|nothing|negative|false|offline)\b|\bno\s+(?:internet|connect\w*|access|link|net\w*)\b"
    r"|\b(?:not|n't)\s+(?:connected|online|reach\w*)\b"
)
# A choice of a menu is put up for confirmation: "so choose azure?", "tick all there?"
CHOSEN = ("backup menu", "workloads", "files", "microsoft update")
CHOOSES = lazy(
    r"^\W*(?:(?:so|then|ok|okay|and|now|but)\W+)*(?:(?:do|should|shall|must|can|may)\s+)?(?:(?:i|we)\s+)?"
    r"(?:choose|pick|select|take|tick|set|click)\s+(?!what\b|which\b)\w+"
)
REPAIR = lazy(r"\b(?:repair\w*|fix\w*|mend\w*|correct\w*|resolv\w*|solv\w*|sorted)\b")
AGAIN = lazy(
    r"\b(?:again|re-?run|restart|re-?start|anew|start over|from (?:scratch|zero|the (?:start|beginning))"
    r"|button|re-?check)\b"
)
# The check of setup is named, and no agent or job that has requirements of its own.
CHECKER = lazy(r"\b(?:checker|pre-?checks?|pre-?req(?:uisite)?s?|checks? (?:page|screen|list|step))\b")
OF_JOBS = lazy(r"\b(?:agents?|jobs?|backups?|restores?|replicas?|protect\w*|0x[0-9a-f]+|ids?|errors?)\b")
STRICTLY_DONE = lazy(
    r"\b(?:done|finished|clicked|pressed|hit|entered|typed|filled|chosen|chose|picked|selected|ticked|saved|provided"
    r"|answered|confirmed|accepted|opted|installed)\b"
    r"|\b(?:checks?|password|path|passphrase|settings?|sql|updates?|page|all|everything)\b.*"
    r"\b(?:ok|okay|fine|green|passed|good|in|set)\b"
)
# Where a report of what was done ends and what is asked begins; and that something was done.
REPORTED = lazy(
    r"\b(?:done|complete|through|over|ready|did|got|have|has|chose|took|gave|went|put|set|hit|am|i'm|found|see|result|none|\w{2,}ed)\b"
    r"|^\W*next\W*$"  # "password typed in, next."
    r"|\bfiles? (?:are |is |now |all )*(?:here|there|down|on (?:the|my|our) \w+)\b"
)
GOT_FILE = lazy(
    r"\b(?:got|have|downloaded|saved|received)\b[^.;?]{0,30}\b(?:file|it|them|cred\w*|key)\b"
    r"|\b(?:file|it|they|cred\w*|key)\s+(?:(?:is|are|was|were|has|have|just|now|then)\s+){0,3}"
    r"(?:came (?:down|through)|arrived|landed|downloaded|here|down|saved|on the (?:vm|server|desktop))\b"
    r"|\b(?:file|creds?|credentials?|key)(?:['\u2019]s| is| are)(?: (?:now|all))? (?:here|there)\b"
    r"|(?:\b(?:and|then)|[,;.])\s+(?:i\s+|we\s+)?(?:downloaded|saved)\b"
)
# What a check found is mended: the check comes again, not the screen behind it.
MENDED = lazy(r"\b(?:fixed|corrected|resolved|repaired|sorted|mended|solved|restart\w*|reboot\w*)\b")
RESTARTED = lazy(r"\b(?:restart\w*|reboot\w*)\b")
OF_SQL = lazy(r"\bsql\b")
IS_BACK = lazy(
    r"\b(?:re-?(?:start|boot)ed"
    r"|(?:re-?(?:start|boot)|it|that|server|box|machine|vm)(?:['\u2019]s| is| are| was| has)?"
    r"(?: (?:all|now|just|been|come|came))* (?:done|over|through|finished|back|up)|(?:came|come|are) back"
    r"|did (?:it|that|so|a (?:restart|reboot)))\b"
)
"""That the machine is up again."""

OF_CREDENTIALS = lazy(r"\b(?:vault)?cred(?:ential)?s?\b|\bvault\W+(?:key|file)|\bkey file\b")
GREY = lazy(
    r"\bdownload\b.*\b(?:gr[ea]y\w*|inactive|disabled|not active|can'?t be)\b"
    r"|\b(?:gr[ea]y\w*|inactive)\b.*\bdownload\b"
)
# A report of something else than expected is none of a step that is done.
HITCH = lazy(r"\bbut\b|\bno\b|\bnot\b|n['’]t\b|\bmissing\b|\binstead\b|\bnothing\b|\bcannot\b")
ACTIVE = lazy(r"\b(?:tick|check)ed\b|\bactive\b")
QUESTION = lazy(
    r"\?|^\W*(?:(?:and|so|but|ok)\W+)*(?:is|are|was|do|did|has|have|will|would)\b"
    r"|\b(?:what|which|where|how|why|when|who|can|may|must|should|does|do i|is it|are we|not|won't|n't)\b"
)
# Whether all is done now is asked for, and not what is to be done.
END = lazy(
    r"^(?!.*\b(?:what|which|where|how|why|when|who|next)\b).*\b(?:that|it|this|these|setup|install\w*|everything|all|i"
    r"|we)(?:['’]?s|['’]?re|['’]?m)?\b[^.?!]*\b(?:all|everything|finished|complete|completed|done|over|end|installed)\b"
)
ASKS_END = lazy(
    r"\?|^\W*(?:(?:and|ok|okay|well|great|but)\W+)*(?:so|then|is|are|am|was|have|has)\b|\bthen\W*$"
)
# The product is installed, and how it is opened is asked for.
INSTALLED = lazy(
    r"\b(?:install(?:ation|er|ing)?|set-?up)\b[^.?!]{0,25}"
    r"\b(?:done|finished|complete[d]?|over|through|success\w*|worked)\b"
    r"|\b(?:after|finished|completed|done with)\s+(?:the\s+)?(?:install(?:ation|ing)?|set-?up)\b"
    r"|\b(?:mabs|it|product|server|everything|all|software)\s+(?:is|are|has been|got)\s+(?:now\s+)?"
    r"installed\b"
    r"|\bstart menu\b"
)
OPENS = lazy(
    r"\b(?:how|where|what)\b[^.?!]{0,20}\b(?:open|start|launch|run|find|get (?:in)?to|click)\b\s+"
    r"(?:on\s+)?(?:the\s+|this\s+)?"
    r"(?:it|thing|product|program(?:me)?|console|mabs|software|tool|gui|application|app"
    r"|azure backup server)\b"
    r"(?!\s+(?:set-?up|wizard|install\w*|files?|agent))"
)
CLICKS = lazy(
    r"\bclick[- ]?path\b|\b(?:only|just|nothing but|merely|bare)\b[^.?!]*\b(?:clicks|menus|menu path|path)\b"
    r"|\w\s?>\s?\w+\s?>"
)
START = lazy(r"\bfrom (?:the |my |our )?vault\b")
WORD = re.compile(r"[a-z']+")
