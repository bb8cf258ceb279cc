Two Janes
A name that could mean two people means neither: the program shows both, with what tells them apart, and does nothing.

file jane.vcf
  BEGIN:VCARD
  VERSION:3.0
  FN:Jane Miller
  EMAIL:jane@northlight.example
  EMAIL:jane@harbour.example
  END:VCARD

file janet.vcf
  BEGIN:VCARD
  VERSION:3.0
  FN:Janet Frame
  EMAIL:jane@harbour.example
  END:VCARD

2026-03-02  The same name twice
  > add "Jane Miller" --email jane@northlight.example --org Northlight
  > add "Jane Miller" --email jane@harbour.example --org Harbour
  > add "Janet Frame"
  | Seeds: Jane Miller, Jane Miller, Janet Frame

2026-03-03  Who is meant
  > log --with "Jane Miller" --kind meeting
    exit 1
    says “Jane Miller” could be 2 contacts; name one by e-mail
    says Jane Miller · Northlight
    says Jane Miller · Harbour
  > log --with jan --kind meeting
    exit 1
    says could be 3 contacts
  > move "jane miller" seedling
    exit 1
  > log --with JANE@harbour.example --kind meeting
  > move jane@harbour.example seedling
  > log --with janet --kind call
  | Seeds: Jane Miller, Janet Frame (healthy)
  | Seedlings: Jane Miller (healthy)
  > show jane@harbour.example
    says Harbour
    says Met

2026-03-04  A card with the addresses of both, and one with another's address: only I can tell
  remember as before
  > import jane.vcf
    says 0 new
    says 1 question
    says could be several contacts
  > import janet.vcf
    says 1 question
    says shares an e-mail address with a contact of another name
  the same as before

2026-03-05  Nobody is called that
  > show jayne
    exit 1
    says Nobody here is called “jayne”.
