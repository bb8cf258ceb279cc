The flooded seed
Three months' fertilizer and a flood of water kill a begonia seed. The guard says so before the third mail, never after it; it
advises and never blocks; and what I send without an answer never makes anything grow.

2026-03-02  Tom is someone to meet
  > add "Tom Park" --email tom@acme.example
  | Seeds: Tom Park
  > consider tom
    says The soil is dry: Tom Park can be watered.

2026-03-03  The first mail wets the soil
  > log --with tom --kind email --direction outgoing
  | Seeds: Tom Park (soggy 1/2)

2026-03-04  The second is already too soon: a seed holds two
  > consider tom
    exit 3
    says One more now would fill the soil.
  > log --with tom --kind email --direction outgoing
    exit 3
    says Sun 8 Mar
    says Nothing was saved
  | Seeds: Tom Park (soggy 1/2)
  > today
    says Let be
    omits Thirsty

2026-03-08  After its days one more try is free, and not warned of
  | Seeds: Tom Park (seed 1/2)
  > log --with tom --kind email --direction outgoing
  | Seeds: Tom Park (drowning 2/2)

2026-03-09  Drowning
  > log --with tom --kind message --direction outgoing
    exit 3
    says Let Tom Park be: the soil is full.
    says Their answer may still come
  > log --with tom --kind message --direction outgoing --anyway
  | Seeds: Tom Park (drowning 3/2)
  > show tom
    says No sign of theirs yet.

2026-03-20  And still he may answer
  > log --with tom --kind email --direction incoming --note "Sorry, I was away"
  | Seeds: Tom Park (thriving)

2026-03-27  And a week later it is he who waits
  > consider tom
    says Tom Park waits for your answer.
