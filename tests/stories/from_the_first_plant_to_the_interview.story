From the first plant to the interview
Nia leads to Uma, and Uma's word leads to an interview at Meridian. Its credit flows back to Nia, who is to hear of it too; and who
leads to an employer is told by whole words.

2026-03-02  Nia offers to write to Uma
  > add "Nia Cole" --org "Cole Advisory"
  > log --with nia --kind meeting --about theirs
  > introduce --by nia --to "Uma Rao" --new --agreed by
    says Nia Cole led to Uma Rao, offered on Mon 2 Mar: pending, Nia Cole said yes.
  | Seeds: Nia Cole (healthy), Uma Rao
  remember as introduced
  > introduce --by nia --to nia
    exit 1
    says cannot lead to themselves
  > introduce --by nia --to "Somebody Else"
    exit 1
    says with --new they are planted as a seed.
  the same as introduced

2026-03-05  Nia is thanked, and Uma has coffee
  > log --with nia --kind email --direction outgoing --thanks
  > edit uma --org "Meridian Freight GmbH"
  > log --with uma --kind meeting
  > move uma growing
  > way meridian
    says Uma Rao
    says Nia Cole → Uma Rao
  > way Merid
    says Nobody yet.
    omits Uma Rao

2026-03-06  It became an application, and an interview that lies ahead
  > opportunity add --employer Meridian --role Analyst --thanks-to uma
  > log "interview for Analyst at Meridian on 2026-03-12, thanks to Uma"
  > opportunity list
    says Analyst at Meridian
    says Interview on Thu 12 Mar (in 6 days)
  > season
    says 2 conversations → 0 interviews
    says 2 talks, 0 interviews: normal.

2026-03-12  The day of the interview
  > season
    says 2 conversations → 1 interview
  > today
    says Tell them what came of it
    says Nia Cole
  > log --with nia --kind call --note "told her of the interview"
  > today
    omits Tell them what came of it
  > opportunity remove ffffffff
    exit 1
    says There is no opportunity with the id
