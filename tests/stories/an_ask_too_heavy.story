An ask too heavy
Carlo asks a stranger for leads within fifteen seconds. The guard names the heaviest ask that would hold now; after some weeks of
talking mostly about her, the same ask holds.

2026-03-02  At the meet-up
  > add "Jane Miller"
  > consider jane --ask introduction
    exit 3
    says would bear no ask now; learn about them first.
    says They have given no sign yet.
  > log --with jane --kind event --minutes 10 --about theirs
  > log --with jane --kind email --direction outgoing --ask introduction
    exit 3
    says too young for an introduction; a question would hold now.
    says Nothing was saved
  > log --with jane --kind email --direction outgoing --ask question
  | Seeds: Jane Miller (healthy 1/3)

2026-03-03  While it is unanswered nothing is asked
  > consider jane --ask question
    exit 3
    says Something of yours is unanswered
  > log --with jane --kind email --direction incoming
2026-03-10  Coffee
  > log --with jane --kind meeting --about theirs --give "an article on grafting"
2026-03-20  A call
  > log --with jane --kind call --about both
2026-03-30  And a walk
  > log --with jane --kind meeting

2026-03-31  Now it holds
  > consider jane --ask introduction
    says The tie with Jane Miller would bear an introduction.
  > consider jane --ask vouching
    exit 3
    says too young for vouching for you; an introduction would hold now.
