A seed that never came up
Many seeds wither, in accordance with the laws of nature. It stays in sight with its age, without blame; it costs nothing to let
it be; and the first sign of theirs starts it at once, however late.

2026-01-01  Planted
  > add "Mei Wong" --org Harbour
  > add "Ivo Kral"
  | Seeds: Ivo Kral, Mei Wong

2026-02-01  One mail to Mei: her 120 days begin anew
  > log --with mei --kind letter --direction outgoing

2026-05-01  The last day of Ivo's 120
  | Seeds: Ivo Kral, Mei Wong (seed 1/2)

2026-05-02  Withered, and still in the list
  | Seeds: Ivo Kral (withered seed), Mei Wong (seed 1/2)
  > list
    says Ivo Kral
    says withered seed
  > today
    says Ivo Kral

2026-06-02  Mei's too
  | Seeds: Ivo Kral (withered seed), Mei Wong (withered seed 1/2)

2026-08-15  And then she writes
  > log --with mei --kind letter --direction incoming
  | Seeds: Ivo Kral (withered seed), Mei Wong (thriving)

2026-08-16  The seed that did not come up goes to the compost, from where it can be sown again
  > move ivo compost --reason no-reply
    says Moved Ivo Kral to Compost
  | Seeds: Mei Wong (healthy)
  | Compost: Ivo Kral (withered seed, no-reply)
  > today
    omits Ivo
  > move ivo seed
  | Seeds: Ivo Kral (withered seed), Mei Wong (healthy)
  > move ivo growing --reason no-reply
    exit 1
    says A reason belongs to the compost, not to Growing.
