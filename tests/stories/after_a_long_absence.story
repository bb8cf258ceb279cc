After a long absence
Half a year away costs nothing but one quiet summary: no backlog, no streak, no guilt. A check-in is recorded once a day.

2026-01-05  A round
  > add "Ana Gonçalves"
  > add "Ben Okoro"
  > add "Cleo Baptiste"
  > log --with ana --kind meeting
  > log --with ben --kind call
  > log --with cleo --kind email --direction outgoing
  > today
    omits Thirsty
    omits Withered
  > today --done
    says done for today
  remember as done
  > today --done
    says done for today
  the same as done
  | Seeds: Ana Gonçalves (healthy), Ben Okoro (healthy), Cleo Baptiste (soggy 1/2)

2026-01-20  Who thirsts, and whom to let be
  > log --with cleo --kind email --direction outgoing
  > today
    says Thirsty
    says Ana Gonçalves
    says Let be
    says Cleo Baptiste
    omits Withered
  > today --done

2026-07-20  Home again
  > today
    says Withered
    says last check-in 6 months ago
    says Ana Gonçalves
    says Ben Okoro
    omits missed
    omits streak
    omits overdue
  > today --done

2026-07-21  Told once
  > today
    omits Withered
  > undo
    says Undone: Done for Mon 20 Jul
  > today
    says Withered
