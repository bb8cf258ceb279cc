"""The words that tell what happened: kinds and media, verbs of mine and of theirs."""

from __future__ import annotations

from gardener.domain.interaction import Kind

MEETINGS = (
    "coffee|coffees|lunch|dinner|breakfast|brunch|supper|drinks?|beers?|pints?|tea|wine|cocktails?|espresso|cappuccino"
    "|latte|walk|stroll|hike|run|bike ride|meeting|catch-?up|catch up|catchup|chat|sit-?down|meal|bite(?: to eat)?|visit"
    "|one-on-one|1:1|1-1|1on1|one on one|get-?together|picnic|ice cream|pizza|sushi|barbecue|bbq|conversation|talk"
    "|discussion|debrief|interview|face-?to-?face|stand-?up|mentoring session|session|check-?in|sync|cuppa|pub|hiking|running|jogging|climbing|bouldering|swimming|cycling|cinema|theatre|theater|museum|football|tennis|golf|squash|yoga|gym|dancing|skiing|sailing|karaoke|chess|movies?|film|games? night|ride|shopping|badminton|pool|darts|pilates|sauna|game of \\w+"
)
CALLS = (
    "phone ?call|phone ?chat|telephone call|phone catch-?up|phone conversation|phone interview|phone screen|phone"
    "|call|calls|ring|conference call|whatsapp call|telephone|phoner"
)
VIDEOS = (
    "video ?calls?|video ?chat|video meeting|video conference|videoconference|video|zoom(?: (?:call|chat|meeting))?"
    "|teams(?: (?:call|chat|meeting))?|ms teams(?: call)?|facetime(?: call)?|skype(?: call)?|google meet(?: call)?"
    "|meet call|webex(?: call| meeting)?|hangouts?|virtual (?:coffee|lunch|meeting|chat|drinks?|catch-?up|tea|beer)"
    "|online (?:meeting|coffee|chat|call)|zoomed|remote coffee"
)
EVENTS = (
    "conference|meet-?up|party|event|workshop|webinar|hackathon|reunion|panel|fair|career fair|job fair|summit|expo"
    "|seminar|symposium|convention|wedding|mixer|gala|networking event|trade show|open day|talk night|barcamp|lecture"
    "|dinner party|housewarming|birthday party|breakfast club|book launch|exhibition|festival|concert"
)
EMAILS = "e-?mails?|mails?|repl(?:y|ies)|response|answer|follow-?up|line|thank-?you e-?mail|thank-?you mail"
MESSAGES = (
    "linkedin (?:message|msg|dm|note|request|invite|invitation)|connection request|inmail|whats ?app(?: message)?"
    "|wa message|text(?: message)?s?|sms(?:es)?|dms?|direct message|slack(?: message| dm)?|messages?|msg|ping"
    "|signal message|telegram(?: message)?|imessage|voice ?mail|voice ?message|voice note|facebook message|tweet|toot"
    "|instagram message|discord message|teams message|chat message|linkedin|thank-?you (?:text|message|dm)|nudge|note|thank-?you note"
)
LETTERS = (
    "letters?|post ?cards?|(?:christmas|birthday|greeting|thank-?you|condolence|handwritten)? ?cards?"
    "|hand-?written (?:note|thank-?you note)|fax|parcel|package|thank-?you letter"
)
NOUNS: tuple[tuple[Kind, str], ...] = (
    (Kind.VIDEO, VIDEOS), (Kind.CALL, CALLS), (Kind.LETTER, LETTERS), (Kind.EMAIL, EMAILS), (Kind.MESSAGE, MESSAGES),
    (Kind.EVENT, EVENTS), (Kind.MEETING, MEETINGS),
)  # fmt: skip
"""The nouns of each kind, as alternatives of a pattern."""

MEDIA: tuple[tuple[Kind, str], ...] = (
    (Kind.VIDEO, "zoom|teams|ms teams|microsoft teams|skype|face ?time|google meet|webex|video(?: ?call| chat)?|hangouts|jitsi"),
    (Kind.CALL, "phone|telephone|the phone|cell|mobile"),
    (Kind.MESSAGE, "whats ?app|text|sms|slack|linkedin|dm|signal|telegram|messenger|facebook|instagram|twitter|discord"
                   "|imessage|chat|mastodon|bluesky|xing"),
    (Kind.EMAIL, "e-?mail|mail"),
    (Kind.LETTER, "letter|post|snail mail|card|fax"),
)  # fmt: skip
"""By what means: 'on Zoom', 'over WhatsApp', 'by phone'."""

MINE_TALK: tuple[tuple[Kind, str], ...] = (
    (Kind.MEETING,
     "met|met up|saw|visited|ran into|run into|ran across|bumped into|caught up|hung out|sat down|lunched|dined|ate|breakfasted"
     "|came across|stumbled (?:up)?on|stumbled across|was introduced to|got introduced to|got together|sat|walked"),
    (Kind.CALL, "called|phoned|rang|rung up|rang up|called up|telephoned|dialled|dialed|hopped on|got off|got hold of|got through to|reached(?! out)"),
    (Kind.VIDEO, "zoomed|facetimed|skyped|video[- ]?called|videoed|video[- ]?chatted"),
    (Kind.OTHER, "spoke|talked|chatted|conversed|discussed things|brainstormed|connected|reconnected|touched base|exchanged \\w+"),
)  # fmt: skip
"""What I did with somebody, as alternatives of a pattern: a talk has two sides."""
MINE_WRITTEN: tuple[tuple[Kind, str], ...] = (
    (Kind.EMAIL,
     "e-?mailed|mailed|wrote back|wrote|replied|answered|responded|got back|got in touch|reached out|followed up|dropped a line"
     "|checked in|cold-?emailed|re-?emailed|reported back|circled back|contacted"),
    (Kind.MESSAGE,
     "messaged|texted|dm'?e?d|dm-?ed|pinged|whats ?app'?e?d|slacked|sms'?e?d|nudged|tweeted|inmailed|telegrammed|in-mailed"),
    (Kind.LETTER, "posted|faxed"),
    (Kind.OTHER, "congratulated|invited|thanked|asked|reminded|begged|complimented|praised|told|updated|informed|briefed|wished|apologi[sz]ed"),
)  # fmt: skip
"""What I wrote to somebody."""
THEIRS: tuple[tuple[Kind, str], ...] = (
    (Kind.EMAIL,
     "replied|answered|responded|wrote back|wrote|e-?mailed back|e-?mailed|mailed|got back|got in touch|reached out|followed up|sent|sent over|forwarded|shared|checked in"),
    (Kind.CALL, "called back|called|phoned|rang back|rang|telephoned|phoned back|returned my call"),
    (Kind.VIDEO, "zoomed|facetimed|skyped"),
    (Kind.MESSAGE, "texted back|texted|messaged back|messaged|pinged|dm'?e?d|dm-?ed|whats ?app'?e?d|slacked|left a voice ?mail|left me a voice ?mail|added|nudged"),
    (Kind.OTHER, "thanked|invited|congratulated|asked|offered|introduced|connected|gave|told|recommended|promised|agreed|accepted|declined|warned|praised|put|referred|confirmed|passed|helped|vouched|reviewed|read|looked over|coached|mentored|encouraged|turned|proofread|corrected|supported|congratulated"),
)  # fmt: skip
"""What they did towards me."""

HAD = (
    "(?:had|have had|'ve had|grabbed|got|did|took|shared|enjoyed|held|went (?:for|to|on|out for)|went|hosted|finished|ended|spent|joined|attended|made|hopped on|jumped on"
    "|was on|got off|just off|off|came from|back from|was at|were at|drank|ate|snatched|squeezed in|scheduled and had|after|finally had)"
)
"""What is done with a coffee, a call, an event."""
SENT = "(?:sent|wrote|dropped|shot|fired off|mailed|posted|left|gave|passed|handed|forwarded|delivered|returned|typed|made|placed|replied with|did)"
"""What I do with a message: 'dropped a note'."""
GAVE = "(?:sent|gave|shared|forwarded|lent|brought|recommended|passed on|passed|handed|mailed|e-?mailed|showed|offered|bought|returned|loaned)"
"""What I do with a gift: 'lent P0 my notes'."""
GIFT = r"(?:the|a|an|my|some|our|two|three|that|this|those|her|his|their|q0|Q0|feedback|tips|advice|help|notes|links?|info|information|details|slides|comments)"
"""How a gift begins."""
HELP = "(?:advice|feedback|tips|help|input|suggestions|guidance)"

BASE = (
    "call|phone|ring|telephone|e-?mail|mail|write|text|message|dm|ping|whatsapp|meet|see|visit|thank(?! you)|ask|send|follow[- ]up|reply|respond"
    "|answer|reach out|check in|check|invite|schedule|book|arrange|catch up|get back|contact|remind|introduce|congratulate"
    "|prepare|set up|touch base|nudge|chase|forward|share|return|zoom|skype|facetime|give|talk|speak|have|grab|get|do|buy|tell|say"
    "|connect|organi[sz]e|bring|lend|pay|take|find|look|apologi[sz]e|wish|let|circle back|report back|finish|review|read|go|try|drop|wait|plan|postpone|cancel|propose|suggest|offer|request|confirm|discuss|prep|join|host"
)
"""Verbs as they stand after 'will' or on a list of things to do."""
MUST = (
    r"(?:todo :|to do :|to-do :|todo|to do|to-do|must|should|need to|needs to|have to|got to|gotta|remember to|don't forget to|do not forget to|want to|plan to|planning to|going to|gonna|will|'ll"
    r"|'d like to|would like to|hope to|intend to|let 's|let us|please|remind me to|reminder to|reminder :|reminder|next step :|next :|next step|due|aim to|supposed to|promised to|promise to|agreed to|have promised to)"
)
"""What makes a verb a thing to do."""
SURELY = r"really|finally|definitely|absolutely|certainly|urgently|seriously|actually|at last|at least|soon|quickly|first|once again|again"
TALKS = "call|phone|ring|telephone|meet|see|visit|catch up|zoom|skype|facetime|talk|speak|have|grab"

NOT_NAMES = frozenset(
    """
    i i'm i've i'd we we're my me the a an and or but so then also just finally today yesterday tomorrow tonight last
    this next on at in for with from to of about re by not no yes ok okay well he she they his her their it its our us
    who what when where why how did do does is are was were will would should can could may might must have has had
    zoom teams linkedin whatsapp skype facetime facetimed skyped zoomed whatsapped slacked dmed slack signal telegram google webex facebook instagram twitter discord
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december cv ceo cto cfo hr vp pm ai it uk us usa eu dm dms sms phd mba q1 q2 q3 q4 faq asap
    fyi tbd btw ps nb ms hi hello hey thanks thank great good nice long short quick first second third mr mrs
    christmas easter thanksgiving xmas ritual english german french spanish
    """.split()
)
"""Words that are no names even with a capital."""
ALSO_WORDS = frozenset(
    """
    will may mark rose june art bill frank grace hope joy dean chase drew pat sue rob nick ray penny iris lily ivy april
    august summer dawn eve jack miles grant guy max rich skip victor chip gene dick jay lance pierce reed wade
    page paige young long king price cook baker faith christian sunny melody harmony destiny angel bishop hunter mason
    carter parker taylor porter sandy randy curt bud buddy earnest ernest daisy hazel holly heather ginger olive pearl
    ruby amber jade crystal star sky josh mike matt pierce norm herb stew peg barb carol jean marina viola piper fern
    rusty woody dusty cliff glen brook brooke river forest heath ford lane rod ward wells west north dale ash basil
    bay rich gay merry bell belle major prince earl duke deacon
    """.split()
)
"""Given names that are words as well: at the beginning of a sentence they are names only before a verb of theirs."""
