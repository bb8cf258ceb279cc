"""Given names that are hers or his nearly always: only to tell of two people present which one 'she' or 'he' is."""

from __future__ import annotations

from gardener.domain.text import fold

_HERS = frozenset(
    """
    abigail ada adele agnes aisha alexandra alice alicia alina amanda amelia amy ana anastasia andreia angela angelica
    anita anja anna anne annette anya astrid audrey barbara beatrice beatriz bella bianca birgit brenda bridget camila
    carla carmen carol carolina caroline catherine cecilia charlotte chiara chloe christina christine cindy claire clara
    claudia cristina dana daniela deborah denise diana donna dorothy ebba edith elena elisa elizabeth ella ellen elsa
    emilia emily emma erica erika esther eva evelyn fatima fiona florence frida gabriela gabriele georgia gina gloria
    grace greta hannah harriet heather heidi helen helena helga holly ida ines ingrid irene iris isabel isabella isabelle
    ivana jana jane janet janice jasmine jennifer jenny jessica jill joan joanna johanna josephine joyce judith julia
    juliana julie karen karin karla kate katharina katherine kathleen katie katrin kayla kirsten kristina laura lauren
    leah lena leticia lidia lily linda lisa liz louisa louise lucia lucy luisa lydia magdalena maja margaret margarita
    maria marianne marie marina marion marta martha martina mary matilda maya megan melanie melissa mia michelle mila
    miriam molly monica monika nadia nancy naomi natalia natalie natasha nicole nina nora olga olivia pamela patricia
    paula pauline petra phoebe priya rachel rebecca regina renata rita rosa rose ruth sabine sally samantha sandra sara
    sarah silvia simone sofia sonia sophia sophie stephanie susan susanna susanne svetlana sylvia tamara tania tatiana
    teresa theresa tina ursula valentina valerie vanessa vera veronica victoria virginia wendy yasmin yvonne zara zoe
    """.split()
)
_HIS = frozenset(
    """
    aaron adam adrian ahmed alan albert alberto alejandro alessandro alexander alfred ali anders andre andreas andrew
    antoine anton antonio arjun arthur axel ben benjamin bernard bernd bjorn bob boris brad brandon brian bruce bruno
    carl carlo carlos cesar charles chen christian christoph christopher claude colin craig dan daniel dave david dean
    dennis derek diego dieter dimitri dirk dmitri dominik donald douglas edgar eduardo edward emil emmanuel enrico eric
    erik ernest ethan eugene fabian felipe felix fernando filip finn florian francesco francisco frank franz fred
    frederick gabriel gareth gary george gerald gerard giovanni giuseppe goran graham greg gregory guillaume gunnar
    gus gustav guy hans harald harold harry hassan heinz henri henrik henry herbert holger howard hugo ian igor ivan
    jack jacob jacques jakob james jan jason javier jeff jeffrey jeremy jerome jerry jim joachim joe joel joerg johan
    johannes john johnny jonas jonathan jorge jose josef joseph joshua juan julian juergen karl keith ken kenneth kevin
    klaus kurt lars laurent lawrence leo leon leonard lorenzo louis luca lucas luis lukas luke magnus marc marcel marco
    marcus mario marius mark markus martin mateo mathias matt matteo matthew matthias maurice max michael michel miguel
    mike milan mohamed mohammed nathan neil niels nicholas nick nicolas niklas nikolai noah olaf oliver oscar otto pablo
    paolo pascal patrick paul pavel pedro per peter phil philip philippe pierre rafael rahul ralf ralph raul ray raymond
    reinhard rene ricardo richard rob robert roberto rodrigo roger roland rolf roman ron ronald ross rudolf russell ryan
    samuel scott sean sebastian sergei sergio simon soren stefan stephen steve steven stuart sven tim ted terry theo
    thomas thorsten tim timothy tobias todd tom tomas tony uwe vadim victor vincent vladimir walter werner will william
    wolfgang xavier yannick yusuf zachary
    """.split()
)


def can_be(first_name: str, pronoun: str) -> bool:
    """Whether `pronoun` (folded) can stand for somebody of that name; a name that tells nothing can be anyone's."""
    name = fold(first_name)
    if pronoun in ("she", "her", "hers", "herself"):
        return name not in _HIS
    if pronoun in ("he", "him", "his", "himself"):
        return name not in _HERS
    return True


def is_given_name(word: str) -> bool:
    """Whether the folded `word` is a given name that is known here."""
    return word in _HERS or word in _HIS
