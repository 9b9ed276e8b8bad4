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
    r"|newspapers?|magazines?|journal|gym|parking|canteen|coffee)"
)
"""Products and services that people subscribe to or have licences of, beside Azure."""

KINDS = (
    r"(?:support|maintenance|mobile|phone|telephone|cell|sim|leas\w+|rental|rent|insurance|cleaning|training"
    r"|domain|user|ad|active directory|e-?mail|mailbox|hardware|printer|toner|software|website|hosting)"
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
    r"|intranet|extranet|websites?|web ?shops?|web ?servers?|web ?sites?|homepage|web portal|online shop"
    r"|(?:file|print|mail|e-?mail|database|db|terminal|media|camera|fax|app|application|web|ftp|sftp|citrix"
    r"|licen[cs]e|jump|hr|erp|crm|monitoring|test|build|git|wsus|streaming|game|time) ?-?servers?"
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
    r"|mail (?:gateway|relay|flow)|vpn clients?|protection agents?|protected (?:servers?|machines?|vms?)"
    r"|e-?mails?|browsers?|video conferenc\w+|video calls?|load balancer)"
)
"""Machines, services and networks that are neither the backup server nor lead it to Azure."""

OWN = (
    r"(?:azure|mabs|dpm|vault|recovery services|cloud ?connection|us"
    r"|back-?up (?:server|box|machine|vm|host|appliance|node|system|site|instance)s?"
    r"|our (?:own )?(?:site|line|link|internet|connection|connectivity|uplink|server|box)"
    r"|the (?:server|internet|uplink|subscription|sub))"
)
"""What tells that a clause speaks of the backup server, its way to Azure, or the subscription after all."""
