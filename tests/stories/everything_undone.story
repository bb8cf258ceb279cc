Everything undone
Whatever was done can be undone, the last first, days later and by another start of the program; undo gives back exactly what was.

2026-03-02  A garden
  > add "Jane Miller" --email jane@northlight.example --tag alumni --met 2025-11-04
  > add "Tom Park"
  > log --with jane tom --kind event --note "The meet-up"
  remember as bare

2026-03-03  A busy day
  > edit jane --org Northlight --title "Head of Product" --email +jane@home.example --tag +speaker
  > note jane "starts in May"
  > common jane --theirs "grows tomatoes on a balcony" --mine "my time in Oslo"
  > tag tom +conference
  > move jane seedling
  > log --with jane --kind email --direction outgoing --give "a link on grafting"
  > edit-log "{last jane}" --direction incoming --note "She wrote, not I"
  > rest tom --until 2026-05-01
  > leave-alone tom
  > today --done
  > settings patience 2
  > remove tom
  > log --with jane --kind call --about theirs
  > remove-log "{last jane}"
  | Seedlings: Jane Miller (thriving)
  remember as full
  > history
    says Deleted an email from Jane Miller
    says Removed Tom Park

2026-03-04  All of it back
  # Of the day's fourteen deeds.
  14 × undo
  | Seeds: Jane Miller (healthy), Tom Park (healthy)

2026-03-02  To the last detail
  the same as bare

2026-03-04  And done again
  14 × redo
  > redo
    exit 1
    says There is nothing to do again.

2026-03-03  As it was
  the same as full

2026-03-05  A new deed after an undo closes the way forward
  > undo
    says Undone: Deleted an email from Jane Miller
  > move jane growing
  > redo
    exit 1
  > undo
  > undo
    says Undone: Logged a call with Jane Miller
