"""The reader's grammar, rule by rule: who speaks, what position, when, how much."""

from __future__ import annotations

from datetime import date

import pytest

from article41.reader.actors import actors
from article41.reader.cues import Ground
from article41.reader.dateline import dateline
from article41.reader.dates import dates_in
from article41.reader.document import Document
from article41.reader.items import Reading
from article41.reader.measures import measures_in
from article41.reader.pipeline import read
from article41.reader.quantities import quantities_in
from article41.reader.segment import paragraphs
from article41.reader.stance import stance
from article41.reader.tokens import tokenize
from article41.reader.topic import on_topic

FRIDAY = date(2022, 3, 25)
LEAD = "The United Nations has kept sanctions on North Korea. "


def reading(text: str, day: date = FRIDAY) -> Reading:
    return read(Document(text=LEAD + text, date=day))


def said(text: str) -> list[tuple[str, str]]:
    return [(one.speaker, one.stance) for one in reading(text).statements]


# ── sentences ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The U.S. Ambassador spoke. He left.", 2),
        ("Mr. Price said no. Dr. Kim agreed.", 2),
        ("On Dec. 22 the U.N. Security Council voted. It rained.", 2),
        ("“We will not ease. We never said so,” he said. She left.", 3),
        ("It rose 3.6 percent. Then it fell.", 2),
        ("John R. Bolton spoke in the U.S. The council listened.", 2),
    ],
)
def test_sentences_end_where_they_do(text: str, sentences: int):
    [block] = list(paragraphs(text, 10_000))
    assert len(block.sentences) == sentences
    for sentence in block.sentences:
        assert text[sentence.start : sentence.end] == sentence.text


def test_a_text_wrapped_at_a_fixed_width_is_put_together_again():
    text = (
        "The Security Council on Friday unanimously adopted a resolution that cuts the\n"
        "refined petroleum North Korea may import, and China said it would implement\n"
        "the measures in full.\n\nIt was the tenth such text."
    )
    assert [len(block.sentences) for block in paragraphs(text, 10_000)] == [1, 1]


# ── speakers ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "name", "represents", "kind"),
    [
        (
            "U.S. Ambassador to the United Nations, Linda Thomas-Greenfield, said",
            "Linda Thomas-Greenfield",
            "United States",
            "person",
        ),
        ("China's U.N. ambassador, Zhang Jun, who", "Zhang Jun", "China", "person"),
        (
            "Yleem Poblete, U.S. Assistant Secretary of State for Arms Control, said",
            "Yleem Poblete",
            "United States",
            "person",
        ),
        ("Gennady Gatilov, a deputy foreign minister of Russia, said", "Gennady Gatilov", "Russia", "person"),
        (
            "South Korea's Unification Ministry on Friday",
            "Unification Ministry",
            "South Korea",
            "institution",
        ),
        ("Seoul's presidential Blue House", "Blue House", "South Korea", "institution"),
        (
            "a senior U.S. arms control official who",
            "a senior U.S. arms control official",
            "United States",
            "unnamed",
        ),
        (
            "a spokesman for the Chinese Foreign Ministry said",
            "a spokesman for the Chinese Foreign Ministry",
            "China",
            "unnamed",
        ),
        ("Beijing", "China", "China", "country"),
        ("Foggy Bottom", "United States", "United States", "country"),
        ("the North", "North Korea", "North Korea", "country"),
        ("Mr. Trump", "Donald Trump", "United States", "person"),
        ("the Russian Foreign Ministry", "Russia's Foreign Ministry", "Russia", "institution"),
    ],
)
def test_phrases_name_their_speaker(text: str, name: str, represents: str, kind: str):
    first = actors(tokenize(text, 0, len(text), []))[0]
    assert (first.name, first.represents, first.kind) == (name, represents, kind)


@pytest.mark.parametrize("text", ["us", "who", "un", "may", "the south china sea"])
def test_words_in_small_letters_are_no_countries(text: str):
    found = actors(tokenize(text, 0, len(text), []))
    assert [actor for actor in found if actor.kind == "country"] == []


def test_a_speaker_named_once_is_known_again_by_family_name_office_or_pronoun():
    text = (
        "Cha Duck-chul, the ministry's deputy spokesman, said sanctions should be eased. "
        "Cha added that relief was needed. He said the sanctions must be eased soon. "
        "The spokesman said relief should come."
    )
    assert said("South Korea's Unification Ministry met. " + text) == [("Cha Duck-chul", "ease")]


def test_the_two_countries_are_those_named_before():
    found = said("China and Russia circulated a draft. The two countries said they want to relax sanctions.")
    assert set(found) == {("China", "ease"), ("Russia", "ease")}


def test_several_speakers_of_one_sentence_have_a_record_each():
    found = said(
        "The United States, Japan and South Korea said in a joint statement that sanctions must be enforced."
    )
    assert set(found) == {("United States", "enforce"), ("Japan", "enforce"), ("South Korea", "enforce")}


def test_the_position_of_an_absent_party_is_told_by_another():
    found = reading(
        "Trump said after the summit that North Korea had wanted sanctions lifted in their entirety."
    )
    [north] = [one for one in found.statements if one.speaker == "North Korea"]
    assert (north.stance, north.reported_by) == ("lift", "Donald Trump")


def test_what_a_quoted_speaker_tells_of_an_absent_party_is_heard_too():
    words = '"They wanted the sanctions lifted in their entirety, and we could not do that," Trump said.'
    found = reading(words)
    assert {(one.speaker, one.stance, one.reported_by) for one in found.statements} == {
        ("Donald Trump", "oppose-easing", None),
        ("North Korea", "lift", "Donald Trump"),
    }


def test_an_envoy_who_tells_what_his_government_believes_speaks_for_himself():
    [one] = reading(
        "Russia's Anna Evstigneeva said that Russia believed new sanctions would harm civilians."
    ).statements
    assert (one.speaker, one.stance, one.reported_by) == ("Anna Evstigneeva", "oppose-strengthening", None)


def test_an_outlet_that_carries_words_is_not_their_speaker():
    assert said("A Kremlin official, quoted by Reuters, said sanctions should be eased.") == [
        ("A Kremlin official", "ease")
    ]


def test_words_taken_back_are_marked():
    [one] = reading("Kang Kyung-wha said sanctions should be lifted but retracted the remark.").statements
    assert one.retracted


def test_titles_and_captions_make_no_statements():
    text = "US says sanctions must be lifted\n\nAmbassador Nikki Haley speaks. REUTERS/Somebody\n\n" + LEAD
    assert read(Document(text=text)).statements == ()


def test_an_answer_in_a_transcript_is_the_spokespersons():
    text = (
        "Foreign Ministry Spokesperson Geng Shuang's Regular Press Conference on North Korea sanctions\n\n"
        "Q: Will China ease sanctions?\n\nA: Every State must implement the resolutions of the"
        " Security Council."
    )
    assert [(s.speaker, s.stance) for s in read(Document(text=text)).statements] == [
        ("Geng Shuang", "enforce")
    ]


# ── positions ─────────────────────────────────────────────────────────────────────────────────

NO_GROUND = Ground()


@pytest.mark.parametrize(
    ("words", "verb", "of", "expected"),
    [
        (
            "said there is no indication that Washington will ease sanctions",
            "say",
            "United States",
            "maintain",
        ),
        ("said sanctions would stay in place", "say", "United States", "maintain"),
        (
            "said sanctions would stay until the North gave up its weapons",
            "say",
            "United States",
            "conditional-relief",
        ),
        ("said relief would come only after denuclearization", "say", "Japan", "conditional-relief"),
        (
            "said the council was ready to suspend the measures should Pyongyang comply",
            "say",
            "Japan",
            "conditional-relief",
        ),
        ("said it was premature to lift sanctions", "say", "United States", "oppose-easing"),
        ("said lifting sanctions now would reward bad behaviour", "say", "France", "oppose-easing"),
        ("said no new sanctions were needed", "say", "Russia", "oppose-strengthening"),
        ("said more sanctions would not solve the problem", "say", "China", "oppose-strengthening"),
        ("warned it would not hesitate to impose new sanctions", "say", "United States", "strengthen"),
        ("called for tougher sanctions", "pro", "Japan", "strengthen"),
        ("called for sanctions to be relaxed", "pro", "China", "ease"),
        ("wants U.S. and U.N. sanctions to be removed", "pro", "North Korea", "lift"),
        ("demanded a partial lifting of sanctions", "pro", "North Korea", "ease"),
        (" a call to relax sanctions", "con", "United States", "oppose-easing"),
        (" the new sanctions resolution", "con", "North Korea", "oppose-strengthening"),
        ("urged all states to implement the resolutions in full", "pro", "France", "enforce"),
        ("said the panel of experts was vital", "say", "United Kingdom", "enforce"),
        ("said the panel of experts had become biased", "say", "Russia", "oppose-strengthening"),
        ("said it was watching the situation closely", "say", "South Korea", "monitor"),
        ("said talks could resume next week", "say", "South Korea", "neutral"),
        ("urged Pyongyang to suspend its tests", "pro", "China", "neutral"),
        ("said there was no agreement yet", "say", "China", "neutral"),
    ],
)
def test_positions_are_read_through_negation_and_condition(words: str, verb: str, of: str, expected: str):
    assert stance(words, verb, of, NO_GROUND).stance == expected


@pytest.mark.parametrize(
    ("draft", "expected"),
    [("ease", "oppose-easing"), ("strengthen", "oppose-strengthening"), ("extend", "oppose-strengthening")],
)
def test_who_refuses_a_draft_opposes_what_it_would_do(draft: str, expected: str):
    assert stance(" the draft resolution", "con", "France", Ground(draft=draft)).stance == expected


def test_the_words_of_a_condition_are_given():
    [one] = reading("Pompeo said sanctions would remain until the North disarmed, and left.").statements
    assert one.condition is not None
    assert one.condition.startswith("until the North disarmed")


def test_every_statement_says_which_rules_found_it():
    [one] = reading("Pompeo said sanctions would remain in force.").statements
    assert one.rule == "report:verb stance:kept"


# ── dates and amounts ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("on Friday", "2022-03-25"),
        ("on Thursday", "2022-03-24"),
        ("last Friday", "2022-03-18"),
        ("yesterday", "2022-03-24"),
        ("last month", "2022-02"),
        ("last week", "2022-03-14/2022-03-20"),
        ("last weekend", "2022-03-19/2022-03-20"),
        ("this year", "2022"),
        ("two weeks ago", "2022-03-11"),
        ("three months ago", "2021-12"),
        ("in December", "2021-12"),
        ("last December", "2021-12"),
        ("in May last year", "2021-05"),
        ("Dec. 22, 2017", "2017-12-22"),
        ("22 December 2017", "2017-12-22"),
        ("in December 2017", "2017-12"),
        ("since 2006", "2006"),
        ("between 2017 and April 2024", "2017/2024-04"),
        ("on November 18", "2021-11-18"),
        ("by April 30", "2022-04-30"),
        ("next Tuesday", None),
    ],
)
def test_dates_are_resolved_against_the_dateline(words: str, iso: str | None):
    [found] = dates_in(f"it happened {words}.", FRIDAY)
    assert found.iso == iso


def test_without_a_dateline_a_weekday_stays_open():
    [found] = dates_in("on Friday", None)
    assert found.iso is None


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Title\n\nUNITED NATIONS, March 25 (Reuters) - The", date(2022, 3, 26), date(2022, 3, 25)),
        ("Title\n\nPublished : Nov. 5, 2021 - 16:09\n\nThe US said", None, date(2021, 11, 5)),
        ("SEOUL, Jan. 2 (Agency) -- The", date(2022, 1, 1), date(2022, 1, 2)),
        (
            "The council adopted a resolution on December 22, 2017, and it met again.",
            date(2018, 5, 1),
            date(2018, 5, 1),
        ),
        ("No day anywhere.", None, None),
    ],
)
def test_the_dateline_stands_in_the_head_of_a_text(text: str, published: date | None, expected: date | None):
    assert dateline(text, published) == expected


@pytest.mark.parametrize(
    ("text", "value", "unit", "per", "qualifier"),
    [
        ("nearly 90 percent of", 90, "percent", None, "nearly"),
        ("500,000 barrels a year", 500_000, "barrels", "year", None),
        ("2 million barrels per year", 2_000_000, "barrels", "year", None),
        ("about 3.6 billion dollars", 3_600_000_000, "USD", None, "approx"),
        ("more than $1.5 billion", 1_500_000_000, "USD", None, "at-least"),
        ("US$147.5 million", 147_500_000, "USD", None, None),
        ("half a million barrels", 500_000, "barrels", None, None),
        ("up to 7.5 million tonnes", 7_500_000, "tonnes", None, "at-most"),
        ("97 cyberattacks", 97, "attacks", None, None),
    ],
)
def test_amounts_have_value_unit_period_and_qualifier(
    text: str, value: float, unit: str, per: str | None, qualifier: str | None
):
    [(_, found)] = quantities_in(text)
    assert (found.value, found.unit, found.per, found.qualifier) == (value, unit, per, qualifier)


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("exports of seafood", "seafood-export"),
        ("a cap on imports of refined petroleum", "refined-petroleum"),
        ("crude oil", "crude-oil"),
        ("rare earths", "minerals-export"),
        ("North Korean labourers abroad", "overseas-workers"),
        ("inter-Korean rail and road projects", "inter-korean-projects"),
        ("the U.N. panel of experts", "panel-of-experts"),
        ("the May 24 measures", "may24-measures"),
        ("measures affecting civilian livelihoods", "livelihood-measures"),
    ],
)
def test_measures_are_known_by_the_words_of_the_press(words: str, measure: str):
    assert [found.id for found in measures_in(words)] == [measure]


# ── topic ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("The Security Council tightened sanctions on North Korea.", True),
        ("Russia vetoed the renewal of the panel of experts on North Korea.", True),
        ("The Treasury widened sanctions on Russian oil over the war in Ukraine.", False),
        (
            "Iran and the IAEA met in Vienna over sanctions. Iran wants them lifted. One critic"
            " recalled North Korea.",
            False,
        ),
        ("North Korea's women won the football cup in Pyongyang.", False),
        ("", False),
    ],
)
def test_the_topic_is_this_regime_or_nothing_is_sought(text: str, about: bool):
    answer, reason = on_topic(text, 10_000)
    assert answer is about
    assert reason


# ── events ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "SEOUL, May 3, 2022 - North Korea fired a ballistic missile on Monday.",
            ("missile-launch", "2022-05-02"),
        ),
        ("In September 2017 Pyongyang carried out its sixth nuclear test.", ("nuclear-test", "2017-09")),
        ("The council adopted resolution 2397 in December 2017.", ("vote", "2017-12")),
        ("Hackers stole 285 million dollars in crypto on April 1.", ("cyber-theft", "2022-04-01")),
        ("Trump and Kim met in Singapore on June 12, 2018.", ("summit", "2018-06-12")),
    ],
)
def test_events_have_a_type_and_the_date_the_words_give(text: str, event: tuple[str, str]):
    found = reading(text, date(2022, 5, 3)).events
    assert [(one.type, one.date) for one in found] == [event]


@pytest.mark.parametrize(
    "text",
    [
        "Another nuclear test would bring new sanctions in 2018.",
        "The resolution bans nuclear tests and missile launches.",
        "Kim promised in April 2018 to halt nuclear tests.",
        "The draft of 2019 was never put to a vote.",
        "Preparations for a seventh nuclear test were seen in March.",
    ],
)
def test_what_is_feared_banned_or_promised_did_not_happen(text: str):
    assert [one.type for one in reading(text).events] == []


def test_two_thefts_of_one_sentence_are_two_events_with_their_sums():
    found = reading(
        "Hackers stole 285 million dollars from one exchange on April 1, 2022 and 290 million dollars"
        " from another "
        "on April 18, 2022 in crypto.",
        date(2022, 5, 3),
    ).events
    assert [(one.date, [amount.value for amount in one.amounts]) for one in found] == [
        ("2022-04-01", [285_000_000]),
        ("2022-04-18", [290_000_000]),
    ]


# ── proposals and facts ───────────────────────────────────────────────────────────────────────


def test_a_draft_gives_sponsors_status_and_each_change():
    [draft] = reading(
        "China and Russia circulated a draft resolution on Friday that would lift bans on exports of"
        " seafood and "
        "textiles and end a cap on imports of refined petroleum. It would also exempt inter-Korean"
        " rail projects."
    ).proposals
    assert (draft.sponsors, draft.status, draft.date) == (("China", "Russia"), "circulated", "2022-03-25")
    assert {(change.action, change.measure) for change in draft.changes} == {
        ("lift", "seafood-export"),
        ("lift", "textile-export"),
        ("end", "refined-petroleum"),
        ("exempt", "inter-korean-projects"),
    }


def test_a_change_has_its_old_and_new_figures():
    [draft] = reading(
        "A U.S. draft circulated on Friday would cut crude oil exports from 4 million to 3 million"
        " barrels a year."
    ).proposals
    [change] = draft.changes
    assert (change.action, change.measure) == ("lower", "crude-oil")
    assert [value.value for value in change.values] == [3_000_000]
    assert [value.value for value in change.from_values] == [4_000_000]


def test_an_adopted_resolution_is_proposal_event_and_law():
    found = reading(
        "The Security Council on Friday voted 15-0 to tighten sanctions. Resolution 2397 bans exports"
        " of machinery and "
        "caps refined petroleum at 500,000 barrels a year."
    )
    assert [p.status for p in found.proposals] == ["adopted"]
    assert [(e.type, e.date, e.outcome) for e in found.events] == [("vote", "2022-03-25", "adopted")]
    assert ("refined-petroleum", 500_000) in {(fact.measure, fact.value) for fact in found.facts}


def test_what_was_delivered_is_no_ceiling():
    found = reading(
        "China shipped 1.6 million barrels of refined petroleum, above the cap of 500,000 barrels."
    ).facts
    assert [fact.value for fact in found if fact.type == "cap"] == [500_000]


SPEAKERS = [
    ("Liu Wei, an economist at the Harbin Institute, demanded that the sanctions be lifted.", ["Liu Wei"]),
    ("For Anna Berg of Uppsala University, Beijing should tighten the sanctions.", ["Anna Berg"]),
    ("France's Jean Morel and Britain's Paul Harker both demanded new sanctions.", ["Harker", "Morel"]),
    ("The position of Germany and Japan is that sanctions must stay.", ["Germany", "Japan"]),
    ("Haley was blunter: the sanctions would stay until Kim disarmed.", ["Nikki Haley"]),
    (
        "Chung Min-ho, back from talks between Moon and Kim Jong Un, demanded that sanctions stay.",
        ["Chung Min-ho"],
    ),
    (
        "Seoul insisted through its spokesman Park Jin-woo that the sanctions must be enforced.",
        ["Park Jin-woo"],
    ),
    ("The meeting on sanctions, requested by the United States, ended without a statement.", []),
]


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_the_subject_is_found_past_asides_and_organisations(text: str, speakers: list[str]):
    lead = "The United Nations has kept sanctions on North Korea since 2006.\n\n"
    found = read(Document(text=lead + text, date=date(2024, 5, 15))).statements
    assert {one.speaker.split()[-1] for one in found} == {name.split()[-1] for name in speakers}
