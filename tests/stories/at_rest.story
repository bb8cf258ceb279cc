At rest
Resting is a mark, not a bed: until its last day the plant is in no list, thirsty or not, and stands where it stood.

2026-01-01  One talk
  > add "Ana Gonçalves"
  > log --with ana --kind meeting
  > move ana seedling
  | Seedlings: Ana Gonçalves (healthy)

2026-01-15  Thirsty; but she has a child to be born
  | Seedlings: Ana Gonçalves (thirsty)
  > today
    says Thirsty
    says Ana Gonçalves
  > rest ana --until 2026-01-20
  | Seedlings: Ana Gonçalves (resting, until 2026-01-20)
  > today
    omits Ana
  > rest ana --until 2025-12-31
    exit 1
    says 2025-12-31 is already past.

2026-01-20  The last day
  | Seedlings: Ana Gonçalves (resting, until 2026-01-20)

2026-01-21  Awake by herself
  | Seedlings: Ana Gonçalves (thirsty)
  > rest ana
  | Seedlings: Ana Gonçalves (resting)

2026-03-30  Even the day on which she would have withered
  | Seedlings: Ana Gonçalves (resting)
  > wake ana
  | Seedlings: Ana Gonçalves (withered)
