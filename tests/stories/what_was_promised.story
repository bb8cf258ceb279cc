What was promised
A plan is an intention, never part of growth: it waves from Today when its day has come, is done by the talk it meant, and a promise
only when I say so. What I let go of is gone without blame, and undo brings it back.

2026-03-02  A talk, and what comes of it
  > add "Jane Miller" --email jane@northlight.example
  > log --with jane --kind meeting
  | Seeds: Jane Miller (healthy)
  > plan jane "send the notes on Oslo" --day 2026-03-04 --kind promise
    says Planned for Jane Miller: send the notes on Oslo.
    says Wed 4 Mar
  > plan jane "coffee at Ritual" --day 2026-03-10 --kind talk
  | Seeds: Jane Miller (healthy)
  > today
    says Planned
    says Tue 10 Mar Jane Miller coffee at Ritual
    omits Waiting for you
    omits Open loops

2026-03-03  Only plans may lie ahead
  > plan jane "yesterday's call" --day 2026-03-02
    exit 1
    says 2026-03-02 is already past.
  > log --with jane --kind call --date 2026-03-04
    exit 1
    says only plans and steps may

2026-03-04  The promise has come due
  > today
    says A promise
    says send the notes on Oslo
  > log --with jane --kind email --direction outgoing --note "the notes are on their way"
  > today
    # A mail does not keep a promise; only I can say that it is kept.
    says A promise
  > plan done "{plan jane}"
    says Done for Jane Miller: send the notes on Oslo.
  > today
    omits A promise

2026-03-06  She will be away: a week later, and a walk
  > plan edit "{plan jane}" "walk along the river" --day 2026-03-17
  > show jane
    says Tue 17 Mar walk along the river

2026-03-09  Jane writes
  > log --with jane --kind email --direction incoming

2026-03-12  Her letter waits; there is nothing to answer
  > today
    says A reply is owed
  > loop dismiss "{loop jane}"
    says Let go of a reply to Jane Miller.
  > today
    omits A reply is owed
  > undo
  > today
    says A reply is owed
  > redo

2026-03-17  The walk does its plan
  > today
    says walk along the river
  > log --with jane --kind meeting
  > today
    omits walk along the river

2026-03-18  One that came to nothing
  > plan jane "ask about the fair" --day 2026-03-18
  > loop dismiss "{loop jane}"
    says Let go of a plan for Jane Miller.
  > today
    omits ask about the fair
  > plan jane "write" --day 2026-03-30
  > plan remove "{plan jane}"
    says “gardener undo” gives it back.
  > history
    says Took the plan for Jane Miller away: write
    says Let go of a plan for Jane Miller
    says Changed the plan for Jane Miller: walk along the river
  | Seeds: Jane Miller (thriving)
