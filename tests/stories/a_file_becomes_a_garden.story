A file becomes a garden
Cards from three programs and LinkedIn's list come in as seeds, once each; a meeting, mails without an answer, the guard, a word
from her, the beds, and the import taken back: only whom nobody has spoken to leaves.

file contacts.vcf
  BEGIN:VCARD
  VERSION:3.0
  UID:urn:uuid:6a1c0c1e-0001-4000-8000-000000000001
  FN:Jane Miller
  N:Miller;Jane;;;
  ORG:Northlight;
  TITLE:Head of Product
  item1.EMAIL;type=INTERNET;type=pref:jane@northlight.example
  item1.X-ABLabel:_$!<Work>!$_
  END:VCARD
  BEGIN:VCARD
  VERSION:4.0
  FN:Ana Gonçalves
  TEL;VALUE=uri:tel:+351-21-000-0000
  END:VCARD
  BEGIN:VCARD
  VERSION:2.1
  N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Lund;S=C3=B8ren
  EMAIL;INTERNET:soren@fjord.example
  END:VCARD

file Connections.csv
  Notes:
  "When exporting your connection data, you may notice that some of the email addresses are missing."

  First Name,Last Name,URL,Email Address,Company,Position,Connected On
  Jane,Miller,https://www.linkedin.com/in/jane-miller,jane@northlight.example,Northlight,VP Product,12 Mar 2024
  Tom,Park,https://www.linkedin.com/in/Tom-Park/,,"Acme, Inc.",Engineer,7-Feb-22
  ,,,,,,

2026-03-02  Monday: everyone comes in
  > import contacts.vcf Connections.csv
    says contacts.vcf: 3 seen: 3 new
    says 1 new, 1 merged, 1 left out
    says Saved as batch 1; “gardener take-back 1” takes it back.
  | Seeds: Ana Gonçalves, Jane Miller, Søren Lund, Tom Park
  > show jane
    says jane@northlight.example
    says linkedin.com/in/jane-miller
    says Tue 12 Mar 2024
  remember as planted
  > import contacts.vcf Connections.csv
    says Nothing new; the garden is as it was.
  the same as planted

2026-03-03  Coffee; she stands among the seedlings now
  > log --with jane --kind meeting --minutes 40 --about theirs --note "Coffee at Ritual"
    says Logged a meeting with Jane Miller
  > move jane seedling
  | Seeds: Ana Gonçalves, Søren Lund, Tom Park
  | Seedlings: Jane Miller (healthy)

2026-03-04  A mail
  > log --with jane --kind email --direction outgoing
  | Seeds: Ana Gonçalves, Søren Lund, Tom Park
  | Seedlings: Jane Miller (healthy 1/3)

2026-03-05  Another
  > log --with jane@northlight.example --kind email --direction outgoing
  | Seeds: Ana Gonçalves, Søren Lund, Tom Park
  | Seedlings: Jane Miller (soggy 2/3)

2026-03-06  The third is warned of; she goes on
  remember as warned
  > log --with jane --kind email --direction outgoing
    exit 3
    says Jane Miller’s soil is still wet. Their answer may still come; it is dry on Sun 15 Mar.
    says Nothing was saved. To go on all the same, add --anyway.
  the same as warned
  > log --with jane --kind email --direction outgoing --anyway
    says Logged an email to Jane Miller
  | Seeds: Ana Gonçalves, Søren Lund, Tom Park
  | Seedlings: Jane Miller (drowning 3/3)

2026-03-09  Her answer dries the soil
  > log --with jane --kind email --direction incoming
  > move jane growing
  | Seeds: Ana Gonçalves, Søren Lund, Tom Park
  | Growing: Jane Miller (thriving)
  > undo
    says Undone: Moved Jane Miller to Growing
  | Seeds: Ana Gonçalves, Søren Lund, Tom Park
  | Seedlings: Jane Miller (thriving)
  > redo

2026-03-10  The import is taken back
  remember as before
  > take-back 1
    says Took back batch 1: 3 contacts removed
    says Kept (1 contact)
    says Jane Miller
    says you have been in touch since
  | Growing: Jane Miller (thriving)
  > take-back 1
    exit 1
    says Batch 1 was already taken back on 2026-03-10.
  > undo
  the same as before
  > check
    says All is well: 4 contacts
