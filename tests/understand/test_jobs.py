"""Finding the jobs that a text names, however spelled."""

import pytest

from assistant.understand.job_names import JobNames
from assistant.understand.jobs import JobFinder, Mention
from assistant.understand.lexicon import Lexicon
from assistant.understand.reading import read
from corpus.assistance import load_assistance
from corpus.lexicon import AliasKind, load_job_aliases
from ingest.french import fold
from tests.understand.asking import defect

WELCOME = "Chargé d'accueil d'assistance"
ASSISTANCE = "Chargé d'assistance"
NURSE = "Infirmier d'assistance"
DOCTOR = "Médecin d'assistance"
TRAINER = "Formateur d'assistance"
FILES = "Gestionnaire de dossiers d'assistance"
INVOICES = "Gestionnaire des factures prestataires"
NETWORK = "Gestionnaire de réseau prestataires"
ANIMATOR = "Animateur de réseau de prestataire"
COMPLAINTS = "Chargé de réclamations clients"
METHODS = "Chargé de méthodes et procédures"
PLANNER = "Planificateur-Prévisionniste"
DATA = "Statisticien / Data analyst"
SUPPORT = "Support technique d'assistance"
ACCOUNTS = "Chargé de comptabilité"
COMPLIANCE = "Analyste conformité, contrôle interne et risques"
TECHNICIAN = "Technicien informatique"


def found(lexicon: Lexicon, text: str) -> tuple[Mention, ...]:
    """Return the mentions of a text."""
    return lexicon.jobs.find(read(text))


@pytest.mark.parametrize("job", sorted(load_assistance().jobs))
def test_printed_name_is_found_however_typed(lexicon: Lexicon, job: str) -> None:
    """Each of the 58 names comes first for itself, in capitals, without accents, in a sentence."""
    for text in (job, job.upper(), fold(job), f"Que devient le métier de {job} demain ?"):
        (mention,) = found(lexicon, text)
        assert mention.jobs[0] == job


@pytest.mark.parametrize("kind", list(AliasKind))
def test_every_alias_finds_its_job(lexicon: Lexicon, kind: AliasKind) -> None:
    """Whatever its kind, an alias of the table means its job, among others when they share it."""
    aliases = [row for row in load_job_aliases() if row.kind is kind]
    lost = [
        row.alias
        for row in aliases
        if row.job not in {job for m in found(lexicon, row.alias) for job in m.jobs}
    ]
    assert aliases
    assert not lost


@pytest.mark.parametrize(
    ("text", "job"),
    [
        # accents, apostrophes, capitals
        ("le medecin regulateur", DOCTOR),
        ("un CHARGE DE RECLAMATIONS", COMPLAINTS),
        ("la charge d’accueil", WELCOME),
        ("planificateur previsionniste", PLANNER),
        # typos
        ("un infirmer d'assistance", NURSE),
        ("le medcin", DOCTOR),
        ("une formattrice", TRAINER),
        ("gestionnère de dossiers", FILES),
        ("gestionnaire de dosiers", FILES),
        ("le statistitien", DATA),
        ("l'actuairre", "Actuaire / Tarificateur"),
        ("le jurriste", "Juriste"),
        ("la comtable", ACCOUNTS),
        # the participle written as an infinitive
        ("charger d'assistance", ASSISTANCE),
        ("je suis charger d'accueil", WELCOME),
        ("charger de communication", "Chargé de communication"),
        # plural and feminine
        ("les infirmières", NURSE),
        ("nos chargées d'assistance", ASSISTANCE),
        ("des acheteuses", "Acheteur"),
        ("les contrôleurs de gestion", "Contrôleur de gestion"),
        ("les animatrices de réseaux", ANIMATOR),
        ("une administratrice de bases de données", "Administrateur de base de données"),
        ("les techniciennes informatiques", TECHNICIAN),
        # inclusive spellings
        ("les chargé·es d'assistance", ASSISTANCE),
        ("chargé(e)s de réclamations", COMPLAINTS),
        ("formateur/trice", TRAINER),
        ("infirmier.ère.s", NURSE),
        ("auditeur·trice interne", "Auditeur"),
        # short forms
        ("gestionnaire dossier", FILES),
        ("gestionnaire de facture", INVOICES),
        ("support tech", SUPPORT),
        ("responsable de pôle", "Responsable de pôle d'assistance"),
        ("chargé de méthodes", METHODS),
        ("assistant maîtrise d'ouvrage", "Assistant de maîtrise d'ouvrage"),
        # one half of a double name
        ("la tarificatrice", "Actuaire / Tarificateur"),
        ("un data analyst", DATA),
        ("un prévisionniste", PLANNER),
        # abbreviations
        ("le RSSI", "Responsable de la sécurité du système d'information"),
        ("une AMOA", "Assistant de maîtrise d'ouvrage"),
        ("un DBA", "Administrateur de base de données"),
        ("le KAM", "Commercial clients entreprises"),
        ("la RRH", "Généraliste RH"),
        ("une IDE", NURSE),
        # what people say, in French and in English
        ("le toubib", DOCTOR),
        ("un développeur", "Informaticien d'étude et développement"),
        ("ma secrétaire", "Assistant"),
        ("le standardiste", WELCOME),
        ("une téléopératrice", ASSISTANCE),
        ("the claims handler", FILES),
        ("a data scientist", DATA),
        ("our payroll officer", "Gestionnaire paie et administration du personnel"),
    ],
)
def test_job_is_found_however_said(lexicon: Lexicon, text: str, job: str) -> None:
    """Spelling, gender, number, short forms and other names all lead to the printed job."""
    (mention,) = found(lexicon, text)
    assert mention.jobs == (job,)
    assert mention.certain


@pytest.mark.parametrize(
    ("text", "jobs"),
    [
        ("le gestionnaire", 5),
        ("un manager", 4),
        ("l'assistant", 3),
        ("un administrateur", 3),
        ("un informaticien", 3),
        ("le chef de projet", 2),
        ("la cheffe de projet", 2),
        ("le manager de proximité", 2),
        ("un analyste", 2),
        ("le contrôleur", 2),
        ("une hotline", 2),
        ("les téléconseillères", 2),
        ("la superviseuse", 2),
        ("la cheffe d'équipe", 2),
        ("l'assistante", 3),
    ],
)
def test_name_of_several_jobs_keeps_them_all(lexicon: Lexicon, text: str, jobs: int) -> None:
    """An ambiguous name is not guessed: every job that bears it is kept."""
    (mention,) = found(lexicon, text)
    assert not mention.certain
    assert len(set(mention.jobs)) == jobs


@pytest.mark.parametrize(
    ("text", "job"),
    [
        ("manager de proximité d'assistance", "Manager de proximité d'assistance"),
        ("manager de coordination", "Manager de coordination"),
        ("chef de projet informatique", "Chef de projet informatique"),
        ("assistant administratif", "Assistant administratif de plateaux"),
        ("chargé d'études RH", "Chargé d'études RH"),
        ("gestionnaire de réseau", NETWORK),
        ("analyste des risques", COMPLIANCE),
    ],
)
def test_one_more_word_settles_an_ambiguous_name(lexicon: Lexicon, text: str, job: str) -> None:
    """The longest name that the text holds wins over the name it starts with."""
    (mention,) = found(lexicon, text)
    assert mention.jobs == (job,)


@pytest.mark.parametrize("text", ["le gestionnaire", "les réclamations clients", "un assistant"])
def test_part_of_a_name_is_weak(lexicon: Lexicon, text: str) -> None:
    """The first word of a name alone, or all but the first, may well be ordinary words."""
    (mention,) = found(lexicon, text)
    assert mention.weak


@pytest.mark.parametrize("text", ["le médecin", "gestionnaire de dossiers", "chef de projet"])
def test_whole_name_is_not_weak(lexicon: Lexicon, text: str) -> None:
    """A name said whole needs nothing else to count."""
    (mention,) = found(lexicon, text)
    assert not mention.weak


@pytest.mark.parametrize(
    ("text", "jobs"),
    [
        ("L'infirmier gagne-t-il à parler au médecin ?", [NURSE, DOCTOR]),
        ("médecin ou infirmier", [DOCTOR, NURSE]),
        ("juristes, auditrices et acheteurs", ["Juriste", "Auditeur", "Acheteur"]),
        ("le chargé d'accueil aide le formateur", [WELCOME, TRAINER]),
        ("chargé de formation et formateur", ["Chargé de formation", TRAINER]),
        ("chargé d'accueil et chargé d'assistance", [WELCOME, ASSISTANCE]),
        ("gestionnaire de dossiers ou gestionnaire de réseau", [FILES, NETWORK]),
        (
            "la chargée de communication et le chargé de la qualité",
            ["Chargé de communication", "Chargé de la qualité"],
        ),
    ],
)
def test_several_jobs_are_found_in_order(lexicon: Lexicon, text: str, jobs: list[str]) -> None:
    """Each job named has its mention, in the order of the text."""
    assert [mention.jobs[0] for mention in found(lexicon, text)] == jobs


def test_mentions_never_share_a_word(lexicon: Lexicon) -> None:
    """A word that belongs to one name is not read again in another."""
    mentions = found(lexicon, "le chef de projet informatique, le médecin et le data analyst")
    positions = [position for mention in mentions for position in mention.positions]
    assert len(positions) == len(set(positions)) == 6


@pytest.mark.parametrize(
    "text",
    [
        "L'assistance en Europe",
        "La formation des salariés",
        "La qualité de service",
        "L'audit des systèmes",
        "Le recrutement interne",
        "Les études de marché",
        "La sécurité des données",
        "La coordination des équipes",
        "Les dossiers et les factures",
        "Une communication transparente",
        "La conformité au RGPD",
        "Les achats de l'entreprise",
        "boulanger",
        defect("Comment auditer les systèmes ?", gives="« Auditeur », taken for a typo of it"),
        "Les salariés concernés",
        defect("L'impact commercial de l'IA", gives="« Commercial clients entreprises »"),
    ],
)
def test_ordinary_words_name_no_job(lexicon: Lexicon, text: str) -> None:
    """A word of a job's name that is not its first says nothing alone."""
    assert found(lexicon, text) == ()


def test_an_infinitive_is_read_as_a_participle_even_when_it_is_a_word() -> None:
    """« Charger » stands in the studies, and still is the usual misspelling of « chargé »."""
    finder = JobFinder(JobNames([ASSISTANCE, "Juriste"], []), lambda _: True)
    (mention,) = finder.find(read("je suis charger d'assistance"))
    assert mention.jobs == (ASSISTANCE,)


def test_a_double_name_is_found_by_either_half() -> None:
    """A job printed « A / B » needs no alias to be found as A, as B or as both."""
    finder = JobFinder(JobNames(["Actuaire / Tarificateur", "Juriste"], []), lambda _: True)
    for text in ("une actuaire", "le tarificateur", "actuaire tarificateur"):
        (mention,) = finder.find(read(text))
        assert mention.jobs == ("Actuaire / Tarificateur",)


def test_an_alias_counts_only_whole() -> None:
    """A part of another name of a job is not that job."""
    names = JobNames(["Juriste"], [("Juriste", "Conseil en droit social")])
    finder = JobFinder(names, lambda _: True)
    assert finder.find(read("conseil en droit social"))
    assert not finder.find(read("conseil en droit"))


def test_rare_words_of_names_weigh_more() -> None:
    """A word that many jobs share tells less than a word of one of them."""
    names = JobNames(["Chargé d'études", "Chargé d'accueil", "Juriste"], [])
    assert names.weight(["charge"]) < names.weight(["juriste"])
    assert names.weight(["charge", "etude"]) > names.weight(["etude"])


def test_a_known_word_is_never_taken_for_a_typo(lexicon: Lexicon) -> None:
    """A word that stands in the studies means itself, however close to a job's name."""
    assert lexicon.is_word("formation")
    assert found(lexicon, "formation") == ()


@pytest.mark.parametrize(
    ("word", "job"),
    [
        ("jurist", "Juriste"),
        ("infirmerie", NURSE),
        defect("formatrisse", TRAINER, gives="nothing"),
        ("acheteuze", "Acheteur"),
    ],
)
def test_closest_offers_the_jobs_that_look_like_a_word(
    lexicon: Lexicon, word: str, job: str
) -> None:
    """An unreadable name is answered with the nearest ones, best first, three at most."""
    offered = lexicon.jobs.closest(word)
    assert offered[:1] == (job,)
    assert len(offered) <= 3


def test_closest_keeps_to_its_limit(lexicon: Lexicon) -> None:
    """No more jobs come back than asked for, each once."""
    offered = lexicon.jobs.closest("gestionaire", limit=2)
    assert len(set(offered)) == len(offered) <= 2


def test_closest_offers_nothing_for_a_word_like_no_other(lexicon: Lexicon) -> None:
    """A trade that looks like no job is offered none."""
    assert lexicon.jobs.closest("xylophone") == ()


@pytest.mark.parametrize(
    ("word", "jobs"),
    [
        ("dossiers", {FILES}),
        ("factures", {INVOICES}),
        ("reclamation", {COMPLAINTS}),
        ("prestataires", {INVOICES, NETWORK, ANIMATOR}),
    ],
)
def test_named_with_gives_the_jobs_that_bear_a_word(
    lexicon: Lexicon, word: str, jobs: set[str]
) -> None:
    """A single word brings every job of which a name holds it."""
    assert set(lexicon.jobs.named_with(word)) >= jobs


def test_named_with_gives_nothing_for_a_foreign_word(lexicon: Lexicon) -> None:
    """A word of no name brings no job."""
    assert lexicon.jobs.named_with("xylophone") == ()
