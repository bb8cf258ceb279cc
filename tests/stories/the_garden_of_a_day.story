The garden of a day
The garden as of a day uses nothing that came after it: neither people nor moves nor talks; and a deed of that day lands there.

2026-01-10  January
  > add "Ana Gonçalves"
  > log --with ana --kind meeting
  | Seeds: Ana Gonçalves (healthy)
  remember as January

2026-02-10  February
  > add "Ben Okoro"
  > move ana seedling
  > log --with ana --kind call
  > log --with ben --kind email --direction outgoing
  | Seeds: Ben Okoro (soggy 1/2)
  | Seedlings: Ana Gonçalves (thriving)

2026-03-10  March
  > move ana growing
  > move ben compost --reason wrong-fit
  | Growing: Ana Gonçalves (thirsty)
  | Compost: Ben Okoro (seed 1/2, wrong-fit)

2026-01-10  Looking back: January is as it was
  the same as January
  > show ben
    exit 1
    says Ben Okoro was not in the garden yet on 2026-01-10.
  > log --with ben --kind call
    exit 1

2026-02-10  And February
  | Seeds: Ben Okoro (soggy 1/2)
  | Seedlings: Ana Gonçalves (thriving)

2026-01-31  A deed of that day
  > log --with ana --kind email --direction incoming
  | Seeds: Ana Gonçalves (thriving)

2026-03-10  Shows in all that follow
  | Growing: Ana Gonçalves (healthy)
  | Compost: Ben Okoro (seed 1/2, wrong-fit)

2026-03-11  Undo goes by sequence, not by the calendar
  > undo
    says Undone: Logged an email from Ana Gonçalves
  | Growing: Ana Gonçalves (thirsty)
  | Compost: Ben Okoro (seed 1/2, wrong-fit)
