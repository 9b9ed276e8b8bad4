"""What is neither the backup server nor its way to Azure, and what has a subscription that isn't Azure's."""

from __future__ import annotations

PRODUCTS = (
    r"(?:(?:office|microsoft|ms|dynamics)[\s-]?365|[mod]365|office|outlook|exchange(?: online)?|teams"
    r"|onedrive"
    r"|intune|visio|power ?bi|copilot|github|gitlab|windows|sql(?: server)?|sharepoint|linkedin"
    r"|netflix|spotify|youtube|disney\+?|audible|amazon(?: prime)?|prime video|google|gsuite|gmail|aws|gcp"
    r"|adobe|acrobat|photoshop|creative cloud|canva|figma|autocad|autodesk|solidworks|matlab"
    r"|anti-?virus|anti-?malware|endpoint protection|sophos|mcafee|symantec|norton|kaspersky|eset|bitdefender"
    r"|trend micro|crowdstrike|malwarebytes|avast|zoom|webex|slack|skype|dropbox|evernote|notion|salesforce"
    r"|hubspot|zendesk|servicenow|mailchimp|jira|confluence|atlassian|docker|jetbrains|vmware|vsphere|veeam"
    r"|veritas|commvault|acronis|citrix|sap|oracle|red ?hat|rhel|suse|teamviewer|anydesk|lastpass|1password"
    r"|nordvpn|chatgpt|openai|duolingo|datev|crm|erp"
    r"|newspapers?|magazines?|journal|gym|parking|car park|canteen|coffee|newsletter|news|mailing list"
    r"|podcast|music|streaming|tv|cinema|library|club|fitness|sports?|dsl|broadband|internet|electricity|gas"
    r"|water|cleaners?|catering|travel|rail(?:way)?|bus|fleet|car|bike|stock (?:photo|image)s?|deepl"
    r"|grammarly|miro|asana|trello|monday\.com|okta|docusign|mongodb|snowflake|datadog|splunk|elastic"
    r"|cloudflare|oracle cloud|ibm cloud|heroku|digitalocean|hetzner|icloud|playstation|xbox|steam)"
)
"""Products and services that people subscribe to or have licences of, beside Azure."""

KINDS = (
    r"(?:support|maintenance|mobile|phone|telephone|cell|sim|leas\w+|rental|rent|insurance|cleaning|training"
    r"|domain|ad|active directory|e-?mail|mailbox|hardware|printer|toner|software|website|hosting)"
)
"""What tells a contract, an account or a licence that has nothing to do with the subscription."""

THINGS = (
    r"(?:printers?|plotters?|copiers?|scanners?|fax(?:es)?|laptops?|notebooks?|desktops?|workstations?|pcs?"
    r"|macbooks?|tablets?|ipads?|iphones?|(?:smart|mobile |cell )?phones?|handhelds?|headsets?|thin clients?"
    r"|cameras?|cctv|tills?|cash registers?|card readers?|badge readers?|kiosks?|projectors?"
    r"|televisions?|tvs?"
    r"|elevators?|alarm system|door system|(?<!back )(?<!back-)ups|nas|synology|qnap|san"
    r"|tape (?:library|drive|robot)"
    r"|(?:guest |office |staff |hotel )?(?:wi-?fi|wlan)|guest network|test lab|test network"
    r"|usb (?:disks?|drives?|sticks?)|(?:storage|disk) arrays?|(?:fib(?:re|er) channel|fc) switch(?:es)?"
    r"|(?:mail|smtp|sms|fax) (?:relays?|gateways?)|wikis?|forums?|(?:monitoring |status "
    r"|sales )?dashboards?|(?:file |network |smb |home |team )shares?"
    r"|(?:home|network|team) drives?|(?:hr|customer|supplier|employee|booking|learning|partner) portals?"
    r"|intranet|extranet|websites?|web ?shops?|web ?servers?|web ?sites?|homepage|web portal|online shop"
    r"|(?:file|print|mail|e-?mail|database|db|terminal|media|camera|fax|app|application|web|ftp|sftp|citrix"
    r"|licen[cs]e|jump|reporting|staging|development|dev|wiki|hr|erp|crm|monitoring|test|build|git|wsus"
    r"|streaming|game|time) ?-?servers?"
    r"|(?:monitoring|phone|telephone|voip|ticket(?:ing)?|camera|crm|erp|hr|payroll|booking|alarm|door|access"
    r"|video|till|pos|warehouse management|time tracking) (?:systems?|tools?|software|apps?|platform)"
    r"|(?:phone|telephone|fax|mobile) (?:lines?|network)|pbx|voip|switchboard|hotline|help ?desk|service desk"
    r"|sql (?:server|cluster|box|instance)|sharepoint|exchange|outlook|teams(?! of\b)|skype|zoom|webex|slack"
    r"|netflix|spotify|sap|crm|erp|domain controllers?|dcs?|active directory|ad server|mailbox(?:es)?"
    r"|(?:x-?ray|mri|ct|coffee|vending|washing|milling|franking|ticket|cnc|card|time|packing"
    r"|ultrasound) machines?"
    r"|(?:time|wall|punch) clocks?|barriers?|turnstiles?|sensors?|thermostats?|(?:smart|power|gas"
    r"|parking) meters?"
    r"|cranes?|drones?|robots?|vehicles?|trucks?|forklifts?|plcs?|scada|boilers?|intercoms?"
    r"|sirens?|jukebox"
    r"|signage|beamers?|doorbells?|e-?readers?|consoles? in the (?:lounge|break room)"
    r"|(?:picture |image |mail |photo )archive|home (?:office|broadband|internet|router|network|line)"
    r"|mail (?:gateway|relay|flow)|vpn clients?|protection agents?|protected (?:servers?|machines?|vms?"
    r"|clients?|computers?|pcs?|laptops?|desktops?|hosts?|nodes?)"
    r"|e-?mails?|browsers?|video conferenc\w+|video calls?|load balancer)"
)
"""Machines, services and networks that are neither the backup server nor lead it to Azure."""

CLOUDS = (
    r"(?:aws|gcp|google(?: cloud)?|(?:office|microsoft|ms|dynamics)[\s-]?365|[mod]365|teams|zoom|webex|slack"
    r"|salesforce|sap|citrix|jira|github|gitlab|oracle|sharepoint|exchange|outlook|crm|erp|icloud|dropbox"
    r"|onedrive|servicenow)"
)
"""Services that a link may lead to in place of Azure."""

PRIVATE = (
    r"(?:interns?|trainee|apprentice|colleague|co-?worker|friend|neighbou?r|wife|husband|kid|son|daughter|student"
    r"|employee|brother|sister|buddy)"
)
"""People whose subscription is their own."""

PEOPLE = (
    r"(?:interns?|trainees?|apprentices?|employees?|colleagues?|users?|auditors?|boss(?:es)?|ceo|cfo|cio"
    r"|managers?|contractors?|consultants?|students?|teachers?|doctors?|nurses?|secretar(?:y|ies)"
    r"|receptionists?|friends?|wife|husband|kids?|neighbou?rs?|operators?|technicians?|freelancers?|visitors?"
    r"|guests?|temps?|someone|somebody|leavers?|joiners?|devs?|developers?|testers?|designers?)"
)
"""Whose account or subscription isn't the company's with Azure."""

OTHER_FIRM = (
    r"(?:(?:another|a different|the other|(?:(?:the|our|a|their)\s+)?(?:sister|parent|partner|daughter"
    r"|neighbou?r(?:ing)?|former|foreign))\s+(?:company|firm|department|team|tenant|customer|client|school|branch"
    r"|site|unit|division|organi[sz]ation|subsidiary|directory|account|office|project|group|agency))"
)
"""Another company, or another part of one's own."""

TEAM = (
    r"(?:sales|marketing|hr|dev|development|design|legal|production|research|training|warehouse"
    r"|call ?cent(?:er"
    r"|re)|canteen|reception|logistics|facility)\s+(?:teams?|departments?|people|guys|office|floor|staff|desk)"
)
"""A part of the company that doesn't look after the backup."""

OWN = (
    r"(?:azure|mabs|dpm|vault|recovery services|cloud ?connection|us"
    r"|back-?up (?:server|box|machine|vm|host|appliance|node|system|site|instance)s?"
    r"|our (?:own )?(?:site|line|link|internet|connection|connectivity|uplink|server|box)"
    r"|the (?:server|internet|uplink|subscription|sub))"
)
"""What tells that a clause speaks of the backup server, its way to Azure, or the subscription after all."""
