"""What kind of answer a question wants, taken on its own."""

import pytest

from assistant.request import Intent, Refusal
from tests.understand.asking import Ask, defect

TRAINER = "Formateur d'assistance"
NURSE = "Infirmier d'assistance"
DOCTOR = "Médecin d'assistance"


@pytest.mark.parametrize(
    "text",
    [
        "Que devient le juriste ?",
        "juriste",
        "Quel avenir pour les juristes ?",
        "Mon métier de juriste est-il en danger ?",
        "Dois-je m'inquiéter, je suis juriste ?",
        "Qu'est-ce qui va changer pour le juriste ?",
        "Le juriste va disparaître ?",
        "L'IA va-t-elle supprimer les juristes ?",
        "Comment évolue le métier de juriste ?",
        "Quelles conséquences pour la juriste ?",
        "metier juriste",
        "Will AI replace lawyers?",
        "What happens to my job? I'm a lawyer",
        "Je suis juriste, que vais-je devenir ?",
    ],
)
def test_overview_of_a_job(ask: Ask, text: str) -> None:
    """A job alone, or a worry about its future, asks for all that is known of it."""
    request = ask(text)
    assert (request.intent, request.jobs) == (Intent.OVERVIEW, ("Juriste",))


@pytest.mark.parametrize(
    "text",
    [
        "Score du formateur",
        "Quelle est la note du formateur ?",
        "Quel est le rang du formateur ?",
        "Le formateur est-il exposé ?",
        "Les formatrices sont-elles menacées ?",
        "Dans quelle classe est le formateur ?",
        "Bonjour, quel est le score du formateur ?",
        "What is the score of the trainer?",
        "Is the trainer exposed to AI?",
        "Note du formateur ?",
    ],
)
def test_score_of_a_job(ask: Ask, text: str) -> None:
    """Words for the score, the rank or the class of a job ask for its exposure."""
    request = ask(text)
    assert (request.intent, request.jobs) == (Intent.SCORE, (TRAINER,))


@pytest.mark.parametrize(
    "text",
    [
        "Combien de compétences du formateur sont au niveau majeur ?",
        "Détail du score du formateur",
        "Répartition des compétences du formateur",
        "Quelle formule donne la note du formateur ?",
        "Comment calcule-t-on le score du formateur ?",
        "Comment le score du formateur est-il calculé ?",
    ],
)
def test_levels_of_a_job(ask: Ask, text: str) -> None:
    """How a score is made of skills by level is a question of its own."""
    request = ask(text)
    assert (request.intent, request.jobs) == (Intent.LEVELS, (TRAINER,))


@pytest.mark.parametrize(
    ("text", "jobs"),
    [
        ("Pourquoi un tel écart entre PwC et les experts pour le formateur ?", (TRAINER,)),
        ("PwC et les experts sont-ils d'accord sur le formateur ?", (TRAINER,)),
        ("Désaccord sur le formateur ?", (TRAINER,)),
        ("En quoi les experts divergent-ils de PwC ?", ()),
        ("Les deux notations se contredisent-elles ?", ()),
    ],
)
def test_the_two_raters(ask: Ask, text: str, jobs: tuple[str, ...]) -> None:
    """PwC against the experts, for a job or in general."""
    request = ask(text)
    assert (request.intent, request.jobs) == (Intent.RATERS, jobs)


@pytest.mark.parametrize(
    "text",
    [
        "Compare l'infirmier et le médecin",
        "Infirmier ou médecin, lequel est le plus exposé ?",
        "infirmier vs médecin",
        "L'infirmier est-il plus touché que le médecin ?",
        "score de l'infirmière et du médecin",
        "Quelle différence entre un infirmier et un médecin ?",
        "Compare the nurse and the doctor",
        "infirmier d'assistance et médecin d'assistance",
    ],
)
def test_comparison_of_two_jobs(ask: Ask, text: str) -> None:
    """Two jobs and nothing else to say, or a word of comparison, put them side by side."""
    request = ask(text)
    assert (request.intent, request.jobs) == (Intent.COMPARE, (NURSE, DOCTOR))


def test_use_cases_of_two_jobs(ask: Ask) -> None:
    """A cue stronger than the number of jobs decides."""
    request = ask("Quels cas d'usage pour le formateur et l'infirmier ?")
    assert (request.intent, request.jobs) == (Intent.USE_CASES, (TRAINER, NURSE))


@pytest.mark.parametrize(
    "text",
    [
        "Quels sont les métiers les plus exposés ?",
        "Top 10 des métiers exposés",
        "Quel est le métier le plus exposé ?",
        "Les cinq métiers les moins exposés selon PwC",
        "Classement complet des métiers",
        "Quels métiers cœur sont les plus exposés ?",
        "Exposition des métiers hors cœur",
        "Les métiers émergents",
        "Quels métiers sont en forte transformation ?",
        "Métiers non impactés selon les experts",
        "Quels métiers de la famille RH sont les plus exposés ?",
        "métiers juridiques exposés",
        "Which jobs are the most exposed?",
        "least exposed jobs",
        "Les 3 derniers du classement",
        "Classement selon les experts",
        "Quels métiers de la famille Réseaux de prestataires sont les plus exposés ?",
    ],
)
def test_ranking_of_jobs(ask: Ask, text: str) -> None:
    """A list of jobs, whole or narrowed by class, family or core."""
    assert ask(text).intent is Intent.RANKING


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Combien de métiers sont en évolution ?", Intent.COUNTS),
        ("Combien de métiers émergents selon PwC ?", Intent.COUNTS),
        ("Répartition des métiers par classe", Intent.COUNTS),
        ("Combien de métiers cœur en forte transformation ?", Intent.COUNTS),
        ("Quels métiers changent de classe entre PwC et les experts ?", Intent.CLASS_CHANGES),
        ("Quels métiers basculent ?", Intent.CLASS_CHANGES),
        ("Quelle famille est la plus exposée ?", Intent.FAMILIES),
        ("Quelles familles comptent des métiers émergents ?", Intent.FAMILIES),
        ("score moyen par famille", Intent.FAMILIES),
    ],
)
def test_questions_on_the_whole_table(ask: Ask, text: str, intent: Intent) -> None:
    """Counts, changes of class between raters, and families."""
    assert ask(text).intent is intent


@pytest.mark.parametrize(
    "text",
    [
        "Quels cas d'usage pour le formateur ?",
        "usecases formateur",
        "cas d'usage de priorité 2 du formateur",
        "Par quoi commencer avec le formateur ?",
        "À quoi sert l'IA pour le formateur ?",
        "Quels usages de l'IA pour une formatrice ?",
        "Quelles priorités pour le formateur ?",
        "use cases for the trainer",
    ],
)
def test_use_cases_of_a_job(ask: Ask, text: str) -> None:
    """What AI may do for a job, and what comes first."""
    request = ask(text)
    assert (request.intent, request.jobs) == (Intent.USE_CASES, (TRAINER,))


@pytest.mark.parametrize(
    "text",
    [
        "Quels cas d'usage sont partagés par plusieurs métiers ?",
        "Cas d'usage communs à tous les métiers",
        "Quels cas d'usage reviennent le plus ?",
        "Liste des cas d'usage",
    ],
)
def test_use_cases_of_no_job_in_particular(ask: Ask, text: str) -> None:
    """Without a job, use cases are counted over all of them."""
    assert ask(text).intent is Intent.SHARED_USE_CASES


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Quels métiers ont le cas d'usage synthèse de réunion ?", "Synthèse de réunion"),
        ("Pour quels métiers le callbot externe est-il prioritaire ?", "Externe - Callbot"),
        (
            "Quelle priorité pour la détection des fraudes et anomalies ?",
            "Détection des fraudes et anomalies",
        ),
        (
            "Priorité de la traduction des processus pour le chargé de méthodes ?",
            "Traduction des processus",
        ),
    ],
)
def test_one_use_case(ask: Ask, text: str, title: str) -> None:
    """A use case recalled by its title is looked for among the jobs."""
    request = ask(text)
    assert (request.intent, request.topic) == (Intent.FIND_USE_CASE, title)


@pytest.mark.parametrize(
    ("text", "axis"),
    [
        ("Quelles sont les recommandations de l'étude ?", None),
        ("Quels sont les axes ?", None),
        ("Recommandations de l'axe 3", 3),
        ("C'est quoi l'axe 4 ?", 4),
        ("axe 2", 2),
        ("Que recommande l'étude sur la gouvernance ?", 1),
    ],
)
def test_recommendations(ask: Ask, text: str, axis: int | None) -> None:
    """The recommendations, all of them or those of an axis."""
    request = ask(text)
    assert (request.intent, request.filters.axis) == (Intent.RECOMMENDATIONS, axis)


@pytest.mark.parametrize(
    "text",
    [
        "Quelle part des répondants a une charte IA ?",
        "Combien d'entreprises ont déployé l'IA ?",
        "Que dit la consultation sur la formation ?",
        "Quel pourcentage des entreprises forme ses salariés ?",
        "How many companies have a strategy?",
    ],
)
def test_consultation(ask: Ask, text: str) -> None:
    """Shares of respondents come from the consultation."""
    assert ask(text).intent is Intent.CONSULTATION


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Quelles études as-tu ?", Intent.STUDIES),
        ("Sur quelles études t'appuies-tu ?", Intent.STUDIES),
        ("Which studies do you have?", Intent.STUDIES),
        ("Bonjour", Intent.HELP),
        ("Salut, que sais-tu faire ?", Intent.HELP),
        ("Qui es-tu ?", Intent.HELP),
        ("aide", Intent.HELP),
        ("what can you do?", Intent.HELP),
    ],
)
def test_questions_on_vigie(ask: Ask, text: str, intent: Intent) -> None:
    """Greetings and questions on what Vigie knows or does."""
    assert ask(text).intent is intent


@pytest.mark.parametrize(
    "text",
    [
        "Qu'est-ce que l'IA générative ?",
        "Qu'est-ce qu'un assistant virtuel ?",
        "Comment l'étude a-t-elle été réalisée ?",
        "Comment traiter les réclamations clients ?",
        "Comment gérer les dossiers d'assistance ?",
        "Comment mener un projet d'IA ?",
        "Les assistants vocaux sont-ils fiables ?",
        "La formation des salariés est-elle suffisante ?",
        "L'accueil des nouveaux entrants change-t-il ?",
        "L'analyste a-t-il raison ?",
        "Ça change quoi pour l'assistance ?",
        "C'est quoi un métier émergent ?",
        "Pourquoi certains métiers sont-ils émergents ?",
        "Comment l'IA aide-t-elle à recruter ?",
        defect("Les femmes sont-elles plus touchées ?", gives="the ranking of the 58 jobs"),
    ],
)
def test_anything_else_is_sought_in_the_studies(ask: Ask, text: str) -> None:
    """No cue, no job: the studies answer; ordinary words of a job's name are no job."""
    request = ask(text)
    assert (request.intent, request.jobs) == (Intent.TEXT, ())


@pytest.mark.parametrize(
    "text",
    [
        "Que devient le juriste dans 5 ans ?",
        "Quelles formations pour les juristes ?",
        "Quelles compétences développer pour le juriste ?",
        "Que recommande l'étude pour le juriste ?",
        "Comment le juriste travaille-t-il avec les systèmes d'information ?",
        "Quel sera le score du juriste à l'horizon 2030 ?",
        "L'IA va-t-elle remplacer le juriste dans les petites entreprises régionales ?",
    ],
)
def test_what_no_table_says_of_a_job_is_sought_in_the_studies(ask: Ask, text: str) -> None:
    """Training, the years to come and daily work are told by the studies' text."""
    request = ask(text)
    assert (request.intent, request.jobs) == (Intent.TEXT, ("Juriste",))


@pytest.mark.parametrize(
    ("text", "study"),
    [
        ("Qu'est-ce que la RPA ?", "omt-2020"),
        ("Que dit l'étude 2020 des chatbots ?", "omt-2020"),
        ("Quel rôle joue une boutique ?", "omt-2014"),
        ("Que disent les entretiens sur le recrutement ?", "impact-ai-2020"),
        ("Comment réduire le churn ?", "conseil-telecoms"),
        ("Dans l'étude 2014, quels métiers sont les plus touchés ?", "omt-2014"),
    ],
)
def test_a_study_named_answers_in_its_words(ask: Ask, text: str, study: str) -> None:
    """A study is known by its name, its people or its subjects; it has no table of scores."""
    request = ask(text)
    assert request.intent is Intent.TEXT
    assert study in request.studies


@pytest.mark.parametrize(
    ("text", "intent", "offered"),
    [
        ("Que devient le gestionnaire ?", Intent.OVERVIEW, 5),
        ("Je suis gestionnaire", Intent.OVERVIEW, 5),
        ("gestionnaire", Intent.OVERVIEW, 5),
        ("Je suis manager, par quoi commencer ?", Intent.USE_CASES, 4),
        ("score assistant", Intent.SCORE, 3),
        ("Le chef de projet est-il exposé ?", Intent.SCORE, 2),
        ("Quels cas d'usage pour le gestionnaire ?", Intent.USE_CASES, 5),
        ("Score de l'analyste", Intent.SCORE, 2),
        ("Le gestionnaire est-il exposé ?", Intent.SCORE, 5),
        ("Compare le gestionnaire et le juriste", Intent.COMPARE, 5),
    ],
)
def test_an_ambiguous_name_is_asked(ask: Ask, text: str, intent: Intent, offered: int) -> None:
    """The jobs that share the name are offered, and the question is kept for the answer."""
    request = ask(text)
    assert (request.intent, request.topic) == (Intent.CLARIFY, str(intent))
    assert len(request.choices) == offered
    assert set(request.jobs) <= {"Juriste"}


def test_a_long_question_is_not_stopped_by_an_ambiguous_name(ask: Ask) -> None:
    """When a question says much besides the name, the studies are searched without asking."""
    text = "Comment un chef de projet pilote-t-il un déploiement chez un prestataire externe ?"
    assert ask(text).intent is Intent.TEXT


@pytest.mark.parametrize("text", ["score des réclamations", "score du dossier", "scores factures"])
def test_a_score_of_one_word_finds_the_job_that_bears_it(ask: Ask, text: str) -> None:
    """After « score », one telling word of a name is enough."""
    request = ask(text)
    assert request.intent is Intent.SCORE
    assert len(request.jobs) == 1


def test_no_question_is_refused_for_an_intent(ask: Ask) -> None:
    """A refusal says why; an answer has no reason to."""
    assert ask("Score du juriste").refusal is None
    assert ask("Score du boulanger").refusal is Refusal.UNKNOWN_JOB
