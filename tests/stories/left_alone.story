Left alone
Who asked not to be contacted gets a plain no from every guard. It still takes only one more press, for it is my garden; and it
stands in no list that asks for water.

2026-03-02  A talk, then the wish
  > add "Tom Park" --email tom@acme.example
  > log --with tom --kind call
  > leave-alone tom
    says Tom Park
  | Seeds: Tom Park (healthy, left alone)

2026-03-03  No
  > consider tom
    exit 3
    says Tom Park asked not to be contacted.
  > log --with tom --kind email --direction outgoing
    exit 3
    says Tom Park asked not to be contacted.
  | Seeds: Tom Park (healthy, left alone)

2026-03-04  If they write, that is a sign like any other
  > log --with tom --kind email --direction incoming
  | Seeds: Tom Park (thriving, left alone)

2026-03-05  My answer is one more press
  > log --with tom --kind email --direction outgoing --anyway
  | Seeds: Tom Park (healthy 1/3, left alone)

2026-07-01  He withers without a word about it
  > today
    omits Tom Park

2026-07-02  And may be contacted again
  > leave-alone tom --off
  > consider tom
