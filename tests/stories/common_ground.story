Common ground
Ten minutes of learning about each other gave Jane something to grab onto. What I know of them and what they know of me stands
beside the plant, is found again, and goes by the same undo as everything.

2026-03-02  Ten minutes in a queue
  > add "Jane Miller" --org Northlight --tag meetup
  > log --with jane --kind event --minutes 10 --about both --note "We queued for coffee, and she spoke of tomatoes"
  > common jane --theirs "grows tomatoes on a balcony" --mine "my time in Oslo"
  > common jane --theirs "a sister in Porto"
  > show jane
    says Common ground
    says of them grows tomatoes on a balcony
    says of them a sister in Porto
    says of me my time in Oslo
  remember as known
  > common jane --theirs "-a sister in Porto"
  > show jane
    omits Porto
  > undo
  the same as known

2026-03-03  Found again
  > list tomatoes
    says Jane Miller
  > list stage:seed is:healthy tag:meetup org:north
    says 1 contact
  > list stage:fruit
    says Nobody matches
  > tag jane -meetup +coffee
  > list tag:meetup
    omits Jane
  > common jane
    exit 2
