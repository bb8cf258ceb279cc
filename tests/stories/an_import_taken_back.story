An import taken back
A batch can be taken back for ever. Whom I have touched since, and whom a later file has added to, stays and is named with the
reason; what the batch changed and nobody since returns to what it was; and taking back is itself a deed.

file friends.vcf
  BEGIN:VCARD
  VERSION:3.0
  FN:Ana Gonçalves
  EMAIL:ana@tide.example
  TEL:+351 21 000 0000
  END:VCARD
  BEGIN:VCARD
  VERSION:3.0
  FN:Ben Okoro
  EMAIL:ben@loom.example
  END:VCARD
  BEGIN:VCARD
  VERSION:3.0
  FN:Cleo Baptiste
  EMAIL:cleo@arc.example
  END:VCARD
  BEGIN:VCARD
  VERSION:3.0
  FN:Dan Ek
  EMAIL:dan@pine.example
  END:VCARD
  BEGIN:VCARD
  VERSION:3.0
  FN:Eve Adler
  EMAIL:eve@cove.example
  ORG:Cove
  END:VCARD

file more.vcf
  BEGIN:VCARD
  VERSION:4.0
  FN:Ben Okoro
  EMAIL:ben@loom.example
  TITLE:Weaver
  END:VCARD

2026-02-01  Eve was here before the file
  > add "Eve Adler" --email eve@cove.example
  remember as alone

2026-02-02  Five cards
  > import friends.vcf
    says 5 seen: 4 new, 1 merged
  | Seeds: Ana Gonçalves, Ben Okoro, Cleo Baptiste, Dan Ek, Eve Adler

2026-02-03  Some are touched in between
  > import more.vcf
    says 1 seen: 0 new, 1 merged
  > log --with cleo --kind call
  > edit dan --title Forester
  > batches
    says friends.vcf
    says more.vcf

2026-02-10  Back
  remember as whole
  > take-back 1
    says Took back batch 1: 1 contact removed
    says As they were before
    says Eve Adler
    says Ben Okoro ben@loom.example a later import merged into it
    says Cleo Baptiste cleo@arc.example you have been in touch since
    says Dan Ek dan@pine.example you have changed it since
  | Seeds: Ben Okoro, Cleo Baptiste (healthy), Dan Ek, Eve Adler
  > show eve
    omits Cove
  > show dan
    says Forester
  > batches
    says taken back on 2026-02-10
  > undo
  the same as whole

2026-02-11  The second batch, taken back first, gives Ben free
  > take-back 2
    says As they were before
    says Ben Okoro
  > take-back 1
    says Took back batch 1: 2 contacts removed
  | Seeds: Cleo Baptiste (healthy), Dan Ek, Eve Adler
  > take-back 7
    exit 1
    says There is no batch 7.
