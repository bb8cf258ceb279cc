Cards of other programs
Every vCard file of the collection of real samples comes in by one command; whom it brought, one command takes away again.

2026-03-02  All of them
  > import {shared}/corpus/vcard/**/*.vcf
    # Two files hold nobody, one nothing at all; the others come in.
    exit 1
    says Saved as batch 1
    says Empty.vcf: the file is empty.
    says 063.vcf: not a single person was found in it.
  > check
    says All is well
  remember as planted
  > import {shared}/corpus/vcard/**/*.vcf
    exit 1
    says Nothing new; the garden is as it was.
  the same as planted

2026-03-03  And none
  > take-back 1
  | bare earth
  > undo
  > check
    says All is well

2026-03-02  As they were
  the same as planted
