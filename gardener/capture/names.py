"""The names of a garden, found in a sentence: whole, in part where one contact alone has it, case and accents folded."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from gardener.capture.understood import Person
from gardener.domain.changes import Named
from gardener.domain.contact import Contact
from gardener.domain.employers import same_employer
from gardener.domain.garden import Garden
from gardener.domain.lookup import CHOICES_SHOWN, named
from gardener.domain.text import fold

TITLES = frozenset("mr mrs ms miss dr prof professor sir herr frau sr sra mme".split())
PARTICLES = frozenset(
    "de la le du da di do dos das del della van von der den ter ten af al el bin ibn y e".split()
)
"""Small words inside a name."""
SHORT_FORMS = {
    "bob": "robert", "rob": "robert", "bobby": "robert", "bill": "william", "will": "william", "billy": "william",
    "tom": "thomas", "mike": "michael", "mick": "michael", "jim": "james", "jimmy": "james", "kate": "katherine",
    "katie": "katherine", "cathy": "catherine", "liz": "elizabeth", "beth": "elizabeth", "betty": "elizabeth",
    "dave": "david", "dan": "daniel", "danny": "daniel", "steve": "steven", "chris": "christopher", "alex": "alexander",
    "sam": "samuel", "ben": "benjamin", "matt": "matthew", "nick": "nicholas", "tony": "anthony", "andy": "andrew",
    "ed": "edward", "ted": "edward", "joe": "joseph", "jen": "jennifer", "jenny": "jennifer", "sue": "susan",
    "peggy": "margaret", "maggie": "margaret", "pat": "patricia", "becky": "rebecca", "vicky": "victoria",
    "dick": "richard", "rick": "richard", "rich": "richard", "greg": "gregory", "phil": "philip", "pete": "peter",
    "tim": "timothy", "ron": "ronald", "ken": "kenneth", "fred": "frederick", "charlie": "charles", "jack": "john",
}  # fmt: skip
"""Whom a short form may mean: offered as a choice, never taken."""


def name_words(text: str) -> list[str]:
    """The folded words of a name, without titles and dots."""
    return [w for w in (part.strip(".,") for part in fold(text).split()) if w and w not in TITLES]


class Names:
    """The names of the contacts of one garden (as of the day), made once and asked often."""

    def __init__(self, garden: Garden) -> None:
        self._opportunities = tuple(garden.opportunities.values())
        self._contacts = {id_: plant.contact for id_, plant in garden.plants.items()}
        self._whole: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self._by_word: dict[str, list[str]] = defaultdict(list)
        self._first: dict[str, list[str]] = defaultdict(list)
        self._mail: dict[str, list[str]] = defaultdict(list)
        for id_, contact in self._contacts.items():
            for name in (contact.name, *contact.nicknames):
                words = name_words(name)
                if not words:
                    continue
                self._whole[tuple(words)].append(id_)
                self._first[words[0]].append(id_)
                for word in dict.fromkeys(words):
                    self._by_word[word].append(id_)
            for mail in contact.emails:
                self._mail[fold(mail)].append(id_)
        self.longest = max((len(words) for words in self._whole), default=1)

    def contact(self, id_: str) -> Contact | None:
        """One of the contacts."""
        return self._contacts.get(id_)

    def by_id(self, said: str) -> Person | None:
        """The one whose id begins with `said`; null when there is none, or several."""
        found = [id_ for id_ in self._contacts if id_.startswith(said)]
        return Person(said, found[0]) if len(found) == 1 else None

    def is_first_name(self, word: str) -> bool:
        """Whether a contact is called so by first name or nickname (`word` folded)."""
        return word in self._first

    def is_whole(self, words: Sequence[str]) -> bool:
        """Whether these folded words are a whole name of more than one word."""
        return len(words) > 1 and tuple(words) in self._whole

    def begins(self, word: str) -> bool:
        """Whether the folded `word` is part of any name here."""
        return word in self._by_word

    def roles(self, employer: str) -> tuple[str, ...]:
        """The roles of the opportunities at an employer, each once."""
        return tuple(
            dict.fromkeys(o.role for o in self._opportunities if same_employer(o.employer, employer))
        )

    def other_roles(self) -> tuple[str, ...]:
        """The roles of all opportunities, the most frequent first."""
        return tuple(role for role, _ in Counter(o.role for o in self._opportunities).most_common())

    def find(self, said: str, *, at: str = "", can_be_new: bool = True) -> Person:
        """Whom `said` means; `at` is the organisation named beside, which tells two of one name apart."""
        if "@" in said:
            return self._person(said, self._mail.get(fold(said), ()), can_be_new)
        words = name_words(said)
        for ids in (self._whole.get(tuple(words), ()), self._in_part(words)):
            ids = self._at(list(dict.fromkeys(ids)), at)
            if ids:
                return self._person(said, ids, can_be_new)
        return Person(said, None, self._near(words), can_be_new)

    def _person(self, said: str, ids: Iterable[str], can_be_new: bool) -> Person:
        found = list(dict.fromkeys(ids))
        if len(found) == 1:
            return Person(said, found[0])
        return Person(said, None, self._named(found), can_be_new)

    def _named(self, ids: Iterable[str]) -> tuple[Named, ...]:
        contacts = sorted((self._contacts[id_] for id_ in ids), key=lambda c: (fold(c.name), c.id))
        return tuple(named(contact) for contact in contacts[:CHOICES_SHOWN])

    def _in_part(self, words: list[str]) -> list[str]:
        """Those of whose name `words` are a part, in its order: 'Jane', 'Miller', 'Jane M.' of Jane A. Miller."""
        if not words:
            return []
        whole = [word for word in words if len(word) > 1]
        if len(words) == 1 and whole:
            return self._first.get(words[0]) or self._by_word.get(words[0], [])
        candidates = self._by_word.get(whole[0], []) if whole else []
        return [id_ for id_ in candidates if self._holds(self._contacts[id_], words)]

    @staticmethod
    def _holds(contact: Contact, words: list[str]) -> bool:
        for name in (contact.name, *contact.nicknames):
            own = iter(name_words(name))
            if all(any(o == w or (len(w) == 1 and o.startswith(w)) for o in own) for w in words):
                return True
        return False

    def _at(self, ids: list[str], org: str) -> list[str]:
        if len(ids) < 2 or not org:
            return ids
        wanted = fold(org)
        there = [id_ for id_ in ids if wanted in fold(self._contacts[id_].org)]
        return there if len(there) == 1 else ids

    def _near(self, words: list[str]) -> tuple[Named, ...]:
        """Names a slip of the hand away, and those of whom it may be the short form: to be asked, never taken."""
        if not words:
            return ()
        long = SHORT_FORMS.get(words[0])
        if long and (
            len(words) == 1
            or any(self._holds(self._contacts[i], [long, *words[1:]]) for i in self._first.get(long, ()))
        ):
            ids = [i for i in self._first.get(long, ()) if self._holds(self._contacts[i], [long, *words[1:]])]
            if ids:
                return self._named(ids)
        if len(words) == 1:
            near = [i for first, ids in self._first.items() if one_slip(first, words[0]) for i in ids]
        else:
            near = [i for whole, ids in self._whole.items() if _slip_in(whole, words) for i in ids]
        return self._named(dict.fromkeys(near))


def _slip_in(whole: Sequence[str], words: Sequence[str]) -> bool:
    if len(whole) != len(words):
        return False
    wrong = [(a, b) for a, b in zip(whole, words, strict=True) if a != b]
    return len(wrong) == 1 and one_slip(*wrong[0])


def one_slip(a: str, b: str) -> bool:
    """Whether two words of at least four letters differ by one letter more, less, other or changed over."""
    if a == b or min(len(a), len(b)) < 4 or abs(len(a) - len(b)) > 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[at:], b[at:]
    swapped = rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:]
    return rest_a[1:] == rest_b[1:] or rest_a[1:] == rest_b or rest_a == rest_b[1:] or swapped
