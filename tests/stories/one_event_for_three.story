One event for three
An event is logged once for everyone who took part. If the guard warns of one of several, nothing is saved of any.

2026-03-02  A table of three
  > add "Ana Gonçalves"
  > add "Ben Okoro"
  > add "Cleo Baptiste"
  > log --with ana ben cleo --kind event --minutes 90
  | Seeds: Ana Gonçalves (healthy), Ben Okoro (healthy), Cleo Baptiste (healthy)
  > check
    says 3 contacts, 1 interaction

2026-03-03  Two mails to Ben alone
  > log --with ben --kind email --direction outgoing
2026-03-04  The second
  > log --with ben --kind email --direction outgoing
  | Seeds: Ana Gonçalves (healthy), Ben Okoro (soggy 2/3), Cleo Baptiste (healthy)

2026-03-05  One message to all three
  > log --with ana ben cleo --kind message --direction outgoing
    exit 3
    says Ben Okoro’s soil is still wet
    says Nothing was saved
  | Seeds: Ana Gonçalves (healthy), Ben Okoro (soggy 2/3), Cleo Baptiste (healthy)
  > log --with ana cleo --kind message --direction outgoing
  | Seeds: Ana Gonçalves (healthy 1/3), Ben Okoro (soggy 2/3), Cleo Baptiste (healthy 1/3)

2026-03-06  It was Cleo who wrote, and Ana was not in it
  > edit-log "{last cleo}" --with -ana --direction incoming
  | Seeds: Ana Gonçalves (healthy), Ben Okoro (soggy 2/3), Cleo Baptiste (healthy)
  > undo
  | Seeds: Ana Gonçalves (healthy 1/3), Ben Okoro (soggy 2/3), Cleo Baptiste (healthy 1/3)
