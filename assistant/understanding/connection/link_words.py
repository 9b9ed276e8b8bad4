"""The words from which the state of the connection is put together where no fixed phrase tells it."""

from __future__ import annotations

from assistant.understanding.word_rules import word_set

# "well over a month" is no praise.
WELL = word_set("well")
GOOD = word_set("good solid full")
A = word_set("a")
MEASURE = word_set("over past beyond above under into in")
# Out there: "the proxy lets it out".
OUT = word_set("out")
LETS = word_set(
    "let lets letting get gets getting go goes going reach reaches way allow allows allowed pass passes"
)
# "left out of the matrix", "it checks out".
BEFORE_OUT = word_set("leave leaves leaving left check checks checked checking")
LOSS = word_set(
    "lost loss disconnect disconnects outage downtime interruption disruption disconnection blackout"
)
# Behind it the far end itself: "we lost Azure 3 weeks back".
LOST_IT = word_set("lost lose losing")
# The server, or where it stands.
SERVER = word_set("server box machine appliance vm node host site stack system we premises location")
# Only with a denial and a time these tell of the connection: "MABS hasn't done X for a week".
NAMED = word_set("mabs dpm they both")
# Words of a stretch of time.
TIME = word_set(
    "minute minutes fortnight hour hours day days week weeks month months year years ago quarter fortnight "
    "yesterday spring summer "
    "autumn winter morning evening night noon"
)
# What links the server to Azure.
LINK = word_set(
    "connection connections connectivity connect conn internet network networking net uplink link links "
    "wan line lines fiber fibre proxy vpn tunnel route routing router outbound egress cable circuit isp "
    "provider access expressroute satellite vsat modem lte gateway backhaul bandwidth pipe wire wifi lan "
    "contact communication communications traffic dsl adsl broadband switch firewall internet- "
    "access"
)
# Of these, what a word such as "no" takes away; a proxy or a firewall may be wanting without harm.
LACKED = LINK - word_set("proxy vpn firewall switch router lan wifi provider isp traffic cable gateway wire")
# The cmdlet that tells the state.
CHECK = word_set("get-dpmcloudconnection dpmcloudconnection")
# The far end.
FAR = word_set("azure cloud internet outside mothership web")
# What is told of a fault, or of the note that is kept of it, as long as it is not over.
FAULT = word_set(
    "fault faults problem problems issue issues trouble error errors defect bug ticket tickets case incident "
    "alert alarm outage outages disruption interruption breakage failure matter dispute repair change "
    "request complaint investigation order query question warning event work works"
)
LASTS = word_set("open exists existing exist persists there live running present alive works unresolved")
# What leads there only when the far end is named with it.
WAY = word_set(
    "path paths way sight heartbeat packet packets signal ping pings cmdlet check test tests "
    "session sessions networking reachability test-netconnection light lights lamp led indicator"
)
# Of these, what is wanting beside a word for the link too: "link: the rig has had no signal to Azure".
SIGNAL = word_set("path paths signal heartbeat")
DOWN = word_set(
    "red down out dead lost gone cut broken broke breaks severed off missing interrupted unavailable dropped "
    "drops failed fail fails failing failure unplugged disabled blocked dark kaput kaputt bust busted absent "
    "dying died dies offline toast torn fried stopped stops disrupted collapsed collapse snapped vanished "
    "disappeared crashed cracked damaged destroyed defective faulty refused refusing refuses blocking "
    "denied disconnected unreachable inaccessible lapsed ended cancelled terminated shut closed frozen "
    "broken-off knocked ruptured kicked nonexistent impaired inoperative outage outages loss blackout "
    "breakdown interruption downtime "
    "non-functional nonfunctional defunct unserviceable rejects rejected rejecting "
    "breaking dropping cutting blackholed blackholing blackholes "
    "disruption break impossible invisible silent negative mute muted quiet inaccessible choked paralysed "
    "paralyzed ended "
    "suspended halted wrecked ruined shattered sabotaged lapsed severance expelled killed eaten fell fallen "
    "blackhole stuck malfunctioning "
    "ripped dug plug unusable stolen ceased broke false"
)
# What a proxy or the like does to the traffic that it lets by no more.
BARS = word_set(
    "denying denies refuses withholding withholds barring bars barred banning bans banned discarding "
    "discards swallowing swallows forbidding forbids killing kills filtering stopping vetoing blocks"
)
UP = word_set(
    "up ok okay fine good working works work there alive intact stable green healthy available solid "
    "established existing exist persists true perfect perfectly normal normally unaffected live running runs "
    "functional "
    "operational open alright restored present reachable through connected online reliable steady "
    "flawless flawlessly great flows flowing sound excellent usable happy uninterrupted undisturbed "
    "positive passes passed succeed succeeds succeeded responds well exists charm nominal rock-solid "
    "unbroken untouched hold pass succeed "
    "hooked wired plugged attached linked joined clean clear smooth smoothly "
    "stands worked existed functioned held resumed functioning functions holds holding undisturbed "
    "faultless unimpaired unharmed unhindered "
    "swimmingly golden tip-top peachy dandy immaculate impeccable splendid super fast"
)
# Cut off, said of the server or the site itself.
ALONE = word_set(
    "separated detached decoupled severed-off "
    "offline off-line disconnected isolated dark unreachable unplugged stranded air-gapped airgapped "
    "unconnected adrift islanded island blind deaf marooned off-grid offgrid cutoff"
)
REACH = word_set(
    "reach reaches reached reaching see sees seen saw contact contacts contacted contacting connect "
    "connects connecting connected talk talks talked talking chat chats chatting "
    "speak speaks spoke spoken communicate "
    "communicates communicated communicating ping pings pinged touch touches touched hear hears heard get "
    "gets got getting access accesses accessed opens find finds found hit call calls phone phones phoned "
    "dial resolve resolves go goes going went connection-to reachable contactable visible accessible lets "
    "let through arrive arrives arrived leaves left get-through seeing hearing finding accessing calling "
    "hitting exchanged exchanging"
)
# Of these, what data does as well: "everything goes to Azure".
GOES = word_set(
    "go goes going went get gets got getting hit hitting through arrive arrives arrived leaves left"
)
DATA = word_set("one ones data everything anything all copies copy stuff points page pages questions")
# "found Azure", but not "found the backups in Azure".
FINDS = word_set("find finds found finding")
# "the Azure points are gone": what is kept out there, and not the way to it.
STORED = word_set("data point points copy copies stuff rps")
TOWARDS = word_set("to through into towards toward out at across")
# What the far end does: "Azure answers".
RESPOND = word_set(
    "answer answers answered answering open opens respond responds responded responding reply replies replied"
)
NOT = word_set(
    "not no never nothing neither nor without cannot can't cant couldn't couldnt won't wont wouldn't "
    "doesn't doesnt don't dont didn't didnt isn't isnt aren't arent wasn't wasnt weren't hasn't hasnt "
    "haven't havent hadn't unable ain't hardly barely zero nobody nowhere"
)
# A denial as the subject of what follows.
NO_SUBJECT = word_set("no nothing nobody none neither never not")
# Words behind which a clause of its own begins.
BEGINS = word_set("that assume suppose say think believe means says reports where which so then")
# Known or not: a state that is wondered about is none.
KNOWN = word_set("sure certain idea clue know knows known doubt tell whether")
# What may follow when the far end itself is wanting.
LASTING = word_set("for since now at any these in this during anymore all until till again right due")
BEHIND_FAR = LASTING | word_set("on from already whole after")
# "anything but down": together they deny.
BUT = word_set("but except")
ANYTHING = word_set("anything everything")
ABSENT = word_set(
    "no without zero lacks lack lacking lost loses losing lose loss missing minus w/o w o wo severed dropped"
)
# Denied, they tell that something is wanting, unless it is a thing "with" or "of" it.
HAD = word_set("had have has having got gotten seen found enjoyed")
OF = word_set("with of about on to for problem from")
HARMLESS = word_set(
    "problem problems issue issues trouble troubles difficulty difficulties outage outages interruption "
    "interruptions disruption disruptions failure failures drop drops complaints hiccup hiccups loss "
    "wrong errors error fault faults gap gaps disturbance disturbances block blocks restriction restrictions"
)
RETURN = word_set(
    "again back restored repaired re-established reestablished fixed over resolved recovered returned "
    "returns return reconnected reconnects regained mended solved ended finished rebuilt replaced"
)
FAR_FROM = word_set("far")  # "far from working"
# Behind a word of reaching: "has seen nothing of our server".
NONE = word_set("nothing nobody none neither")
# "last heard from Azure a week ago", but not "at last".
LAST = word_set("last")
AT = word_set("at")
# Attempts to reach that came to nothing.
IN_VAIN = word_set("failed fail fails failing futile vain unsuccessful fruitless timed timeout")
ATTEMPT = word_set(
    "attempt attempts attempted attempting try tries tried trying retry retries retrying effort efforts"
    " struggle struggles struggled struggling strives striving fights fighting want wants wanting"
    " wait waits waiting"
)
SUCCESS = word_set("success luck avail result results joy effect")
# "kicked in", "up to", "blew up".
KICKED_UP = word_set("kicked up")
ONWARD = word_set("in to")
BURST = word_set("blew blow blows blown gave give gives broke messed mucked dug used burned burnt")
# What a clause begins with whose subject was told in the one before: "it works", "was tested and is good".
PRONOUNS = word_set("it it's that's")
ELLIPTIC = word_set("is are was were has have works remains stays runs isn't aren't hasn't haven't wasn't")
# Behind its verb: the clause asks, with a subject of its own; so does "is back up to disk possible".
BACK_UP_TO = ("back", "up", "to")
ASKED_OF = word_set("it there this that the a an any our my we i you they he she one")
NEED = word_set("need needs needed point reason use sense way")
# A repair that is still to come: "waiting for the line to be repaired".
PENDING = word_set("waiting wait await awaiting awaits until till hoping trying struggling working")
# "No access to the portal" tells nothing of the link.
SURE_LINK = LINK - word_set("access contact provider")
# A clause about these tells nothing of the connection.
BILLING = word_set(
    "portal tenant "
    "subscription subscriptions sub subs billing bill bills invoice invoices plan contract payment "
    "payments account trial credit credits"
)
OPERATION = word_set(
    "write writes writing save saves saving saved sends sending uploads uploading copying "
    "restore restores restoring restored recover recovers recovering "
    "recovery back backup backups backing "
    "retrieve download upload push pull send store job jobs snapshot replicate copy seed seeding seeded "
    "import media files mode folders installer folder file database databases mailbox fetch bring item items"
)
# What stands for the far end that was named before, and the words in front of it.
IT = word_set("it them")
TOWARDS_IT = word_set("to from on at through of reach reaches reached reaching off")
# A test of the connection that a later clause names again.
TESTS = tuple(word_set(kind) for kind in ("check checks", "test tests", "ping pings", "attempt attempts"))
# How a clause ends whose verb is that of the clause before.
DENIED_VERBS = frozenset(
    (*verb.split(), *late)
    for verb in (
        "isn't",
        "is not",
        "aren't",
        "are not",
        "wasn't",
        "was not",
        "hasn't",
        "has not",
        "didn't",
        "did not",
        "doesn't",
        "does not",
        "not",
        "never did",
    )
    for late in ((), ("yet",), ("though",), ("still",))
)
DOES = word_set("did does do")
BACK = word_set("back")
OFF = word_set("off")
# What is held, opened or found, and the verbs for it.
HOLD = word_set(
    "hold holds held holding keep keeps kept maintain maintains maintained open opens opened establish"
    " establishes established display displays find finds found finding"
)
HELD = word_set("session sessions way path connection contact route")
# Where the far end works or is back.
HERE = word_set("server box machine appliance vm node host mabs dpm")
CAME = word_set("came come been is gone")
# What a test comes to: nothing else in its clause counts.
RESULT = word_set("true false")
BREAK = word_set("break interruption gap pause let-up")
WORKS = word_set("work works working")
ON = word_set("on")
TO_COME = word_set("to will would should must may might can't cannot hopefully")
# The far end by its name.
AZURE = word_set("azure cloud mothership")
STAYING = word_set("still back again stays stayed remains now")
NEEDS = word_set("need needs needed")
LETS_OUT = word_set("lets get gets got getting gotten")
MENDED = word_set("restored re-established reestablished repaired mended")
WAS = word_set("was were been is are got")
BEING = word_set("being")
# Of the words of return, those that tell nothing of a test itself ("it ended with TRUE").
AGAIN = word_set("again back")
