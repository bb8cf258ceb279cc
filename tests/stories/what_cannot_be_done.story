What cannot be done
One clear sentence, exit status 1, nothing half-done.

file empty.vcf

file nobody.vcf
  BEGIN:VCALENDAR
  SUMMARY:not a person
  END:VCALENDAR

file broken.vcf
  BEGIN:VCARD
  VERSION:3.0
  FN:Broken at the end
  EMAIL:broken@example.org
  NOTE;ENCODING=QUOTED-PRINTABLE:cut=

file one.vcf
  BEGIN:VCARD
  VERSION:3.0
  FN:Ana Gonçalves
  EMAIL:ana@tide.example
  END:VCARD

2026-03-02  Before there is a garden
  > list
    exit 1
    says There is no garden at
  > move ana seedling
    exit 1
  > import nowhere.vcf
    exit 1
    says nowhere.vcf: there is no such file.
  | bare earth
  > add "Ana Gonçalves" --email ana@tide.example
  | Seeds: Ana Gonçalves

2026-03-03  Days that are none, or not yet
  > log --with ana --kind call --date 2026-03-04
    exit 1
    says 2026-03-04 lies in the future; only plans and steps may.
  > log --with ana --kind call --date 2026-02-30
    exit 1
    says “2026-02-30” is not a date; write it as YYYY-MM-DD
  > log --with ana --kind call --minutes 0
    exit 1
  > rest ana --until tomorrow
    exit 1
    says “tomorrow” is not a date
  | Seeds: Ana Gonçalves

2026-03-03  Names, people, words
  > add ""
    exit 1
    says A name is wanted.
  > show Zoe
    exit 1
    says Nobody here is called “Zoe”.
  > edit-log deadbeef --note no
    exit 1
    says There is no interaction with the id “deadbeef”.
  > log --with ana --kind email
    exit 2
    says Say who began this email
  > move ana roses
    exit 2
    says See “gardener move --help”.
  > water ana
    exit 2
    says “water” is neither a command nor a file.

2026-03-03  Files that hold nobody
  > import empty.vcf
    exit 1
    says empty.vcf: the file is empty.
  > import nobody.vcf
    exit 1
    says BEGIN:VCALENDAR
  | Seeds: Ana Gonçalves
  # The good ones of several come in all the same, and a card cut short is kept.
  > import broken.vcf empty.vcf one.vcf
    exit 1
    says broken.vcf: 1 seen: 1 new
    says 1 unchanged
    says empty.vcf: the file is empty.
  | Seeds: Ana Gonçalves, Broken at the end
  > import "broken.vcf" --format carrier-pigeon
    exit 2
