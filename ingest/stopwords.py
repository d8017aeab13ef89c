"""French words that say nothing of the subject of a text, and words that are numbers."""

_ARTICLES_AND_PRONOUNS = """
le la les l un une des du de d au aux ce cet cette ces c ca cela ceci celui celle ceux celles
je j tu il elle on nous vous ils elles me m te t se s lui leur leurs moi toi soi eux y en
mon ma mes ton ta tes son sa ses notre nos votre vos qui que qu quoi dont ou
"""

_LINKS = """
a dans par pour sur sous avec sans vers chez entre et mais donc or ni car si comme lorsque lorsqu
puisque puisqu quand quelque quelques quelqu jusque jusqu ainsi alors aussi tres plus moins ne n
pas point non oui tout toute tous toutes meme memes autre autres la ici afin etc via lors dont
"""

_AUXILIARIES = """
etre suis es est sommes etes sont serai sera seront serait seraient etait etaient ete etant soit
soient avoir ai as avons avez ont aura auront aurait auraient avait avaient ayant eu ait aient
faire fait font fais faut peut peuvent peux pouvez pouvons dois doit doivent va vont vais
"""

_QUESTIONS = """
quel quels quelle quelles comment combien pourquoi estce lequel laquelle lesquels lesquelles
veux voudrais svp stp bonjour merci dis dites gens
"""

# Text messages, and the function words of English questions.
_SPOKEN = """
koi quoi pk pkoi prk ds vs jsp bcp tt tjs alors ok bon bah ben euh hein truc trucs genre dire
the of to in on at for and or is are was were do does did what which who how much many when where
why will would can could should be been being has have had its it this that these those there their
they them you your we our about from with by as into than then thanks please tell me any some
"""

# « un » is an article first.
NUMBER_WORDS = {
    "deux": "2",
    "trois": "3",
    "quatre": "4",
    "cinq": "5",
    "six": "6",
    "sept": "7",
    "huit": "8",
    "neuf": "9",
    "dix": "10",
    "onze": "11",
    "douze": "12",
    "quinze": "15",
    "vingt": "20",
    "trente": "30",
    "cinquante": "50",
    "cent": "100",
    "mille": "1000",
}

# Compared with folded words: lower case, without accents.
STOP_WORDS = frozenset(
    f"{_ARTICLES_AND_PRONOUNS} {_LINKS} {_AUXILIARIES} {_QUESTIONS} {_SPOKEN}".split(),
)
