Late watering costs nothing
A talk that was forgotten and entered weeks later is welcome on whatever day it took place. It never makes the last contact
older, never lowers anything, and the garden is the same as if it had been entered at once.

2026-01-05  Two people, the same four days with each
  > add "Ana Gonçalves"
  > add "Ben Okoro"

2026-01-06  With Ana everything is entered as it happens
  > log --with ana --kind call
2026-01-20  A mail of hers
  > log --with ana --kind email --direction incoming
2026-02-03  One of mine
  > log --with ana --kind email --direction outgoing
2026-02-10  And her answer
  > log --with ana --kind email --direction incoming

2026-03-02  With Ben, all at once and in no order
  > log --with ben --kind email --direction incoming --date 2026-02-10
  > show ben
    says Last sign 20 days ago
  > log --with ben --kind email --direction outgoing --date 2026-02-03
  > log --with ben --kind call --date 2026-01-06
    says Logged a call with Ben Okoro
  > log --with ben --kind email --direction incoming --date 2026-01-20
  > show ben
    says Last sign 20 days ago
  | Seeds: Ana Gonçalves (healthy), Ben Okoro (healthy)
  # An unanswered mail of that time, found late, is an answer's question; nothing is warned of.
  > log --with ben --kind email --direction outgoing --date 2026-02-09
  | Seeds: Ana Gonçalves (healthy), Ben Okoro (healthy)
  > undo

2026-03-25  The last good day
  | Seeds: Ana Gonçalves (healthy), Ben Okoro (healthy)
2026-03-26  Both thirst on the same day
  | Seeds: Ana Gonçalves (thirsty), Ben Okoro (thirsty)
2026-09-11  A long silence
  | Seeds: Ana Gonçalves (wilting), Ben Okoro (wilting)
2026-09-12  And wither on the same day
  | Seeds: Ana Gonçalves (withered), Ben Okoro (withered)

2026-09-13  Even then: one forgotten talk of the spring brings it back
  > log --with ben --kind meeting --date 2026-07-01
  | Seeds: Ana Gonçalves (withered), Ben Okoro (thirsty)
