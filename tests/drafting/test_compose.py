"""From a proposal to a draft: what is written, what is asked, and that the law can carry it."""

from __future__ import annotations

import fnmatch
from datetime import date
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from article41.drafting.compose import compose
from article41.drafting.draft import Draft, DraftParagraph
from article41.drafting.words import load_words
from article41.drafting.write import to_yaml
from article41.errors import UnknownNameError
from article41.goods import load_goods
from article41.reader.document import Evidence
from article41.reader.items import ACTIONS, Change, Proposal, Quantity
from article41.regime.check import ambiguous, check_law
from article41.regime.diff import diff
from article41.regime.fold import suppose
from article41.regime.instrument import Resolution
from article41.regime.law import Law, load_law
from article41.regime.load import parse_resolution
from article41.types import Confidence

TODAY = date(2026, 3, 2)
Amount = tuple[float, str] | tuple[float, str, str]


@cache
def the_law() -> Law:
    return load_law()


def change(
    action: str,
    measure: str,
    *values: Amount,
    start: tuple[Amount, ...] = (),
    until: str | None = None,
    quote: str = "the words",
) -> Change:
    return Change(
        action=action,
        measure=measure,
        evidence=(Evidence(start=10, end=10 + len(quote), quote=quote),),
        rule="test",
        values=tuple(quantity(*value) for value in values),
        from_values=tuple(quantity(*value) for value in start),
        until=until,
    )


def quantity(value: float, unit: str, per: str | None = None) -> Quantity:
    return Quantity(value=value, unit=unit, per=per, text=f"{value:g} {unit}")


def proposal(*changes: Change, day: str | None = "2026-03", status: str = "circulated") -> Proposal:
    return Proposal(
        kind="draft-resolution",
        sponsors=("China",),
        status=status,
        changes=changes,
        evidence=(),
        rule="test",
        date=day,
    )


def drafted(*changes: Change, on: date = TODAY) -> Draft:
    return compose(proposal(*changes), the_law().regime(on), source="note.txt", penholder="CN")


def only(*changes: Change, on: date = TODAY) -> DraftParagraph:
    [paragraph] = drafted(*changes, on=on).paragraphs
    return paragraph


def loaded(draft: Draft) -> Resolution:
    return parse_resolution(to_yaml(draft), "note.yaml")


# ── what is written ───────────────────────────────────────────────────────────────────────────


def test_a_ban_that_is_lifted_is_terminated_and_its_source_named() -> None:
    paragraph = only(change("lift", "textile-export"))
    assert paragraph.operations == ({"terminate": "dprk.textiles"},)
    assert paragraph.acts_on == ("2375#16",)
    assert paragraph.questions == ()
    assert paragraph.confidence is Confidence.MEDIUM  # never high: press words are not the text


def test_ending_a_cap_asks_whether_the_ceiling_alone_goes() -> None:
    paragraph = only(change("end", "refined-petroleum"))
    assert paragraph.operations == ({"terminate": "dprk.petroleum.refined"},)
    assert "ceiling alone" in paragraph.questions[0]
    assert paragraph.confidence is Confidence.LOW


def test_lifting_until_a_day_suspends() -> None:
    paragraph = only(change("lift", "coal-export", until="2027-12-31"))
    [operation] = paragraph.operations
    assert operation["suspend"] == "dprk.coal"
    assert operation["in_force"] == {"from": "adopted", "until": date(2027, 12, 31)}


@pytest.mark.parametrize("until", ["2010-01-01", "2027", "2026-06/2026-12"])
@pytest.mark.parametrize("action", ["lift", "exempt", "ease", "extend"])
def test_a_change_for_a_time_never_becomes_one_for_ever(action: str, until: str) -> None:
    paragraph = only(change(action, "coal-export", until=until))
    assert paragraph.operations == ()
    assert until in paragraph.questions[0]


def test_lifting_a_part_of_a_measure_excepts_its_goods_and_leaves_the_rest() -> None:
    [operation] = only(change("lift", "food-export")).operations
    assert operation["except"] == "dprk.sectors.from"
    assert operation["when"] == {"goods": ["food-agriculture"]}


def test_crude_cut_from_four_million_barrels_to_three() -> None:
    paragraph = only(change("lower", "crude-oil", (3e6, "barrels", "year"), start=((4e6, "barrels"),)))
    [operation] = paragraph.operations
    assert operation["amend"] == "dprk.petroleum.crude"
    [window] = operation["set"]["limit.schedule"]
    # As in the draft of May 2022: tonnes keep their ratio to barrels.
    assert window == {"from": date(2017, 12, 22), "every": "P1Y", "max": {"barrel": 3000000, "t": 393750}}
    assert not any("starts from" in question for question in paragraph.questions)


def test_a_cut_by_half_is_taken_from_the_present_ceiling_and_asked() -> None:
    paragraph = only(change("lower", "refined-petroleum", (50, "percent")))
    [operation] = paragraph.operations
    assert operation["set"]["limit.schedule"][-1]["max"] == {"barrel": 250000}
    assert "50 percent of the present 500,000 barrel" in paragraph.questions[0]


def test_the_past_window_of_a_cap_stays_as_it_was() -> None:
    [operation] = only(change("lower", "refined-petroleum", (375000, "barrels", "year"))).operations
    first, last = operation["set"]["limit.schedule"]
    assert first["window"] == "2017-10-01/2017-12-31"
    assert first["max"] == {"barrel": 500000}
    assert last["max"] == {"barrel": 375000}


def test_a_monthly_ceiling_begins_where_the_yearly_one_ends() -> None:
    draft = drafted(change("lower", "refined-petroleum", (20000, "barrels", "month")))
    schedule = draft.paragraphs[0].operations[0]["set"]["limit.schedule"]
    assert [row.get("window", row.get("from")) for row in schedule] == [
        "2017-10-01/2017-12-31",
        "2018-01-01/2026-03-01",
        TODAY,
    ]
    after = the_law().regime(TODAY, drafts=(suppose(loaded(draft), TODAY),))
    limit = after.measure("dprk.petroleum.refined").limit
    assert limit is not None
    period = limit.period(date(2026, 4, 15))
    assert period is not None
    assert (period.start, period.ceiling) == (date(2026, 4, 2), (("barrel", 20000.0),))
    before = limit.period(date(2025, 6, 1))
    assert before is not None
    assert before.ceiling == (("barrel", 500000.0),)


def test_the_press_on_the_eve_of_2397_gives_the_amounts_that_2397_then_set() -> None:
    """Refined petroleum from two million barrels to half a million from January; crude at four million."""
    eve, day = date(2017, 12, 21), date(2017, 12, 22)
    draft = drafted(
        change("lower", "refined-petroleum", (5e5, "barrels", "year"), start=((2e6, "barrels", "year"),)),
        change("impose", "crude-oil", (4e6, "barrels", "year")),
        on=eve,
    )
    after = the_law().regime(eve, drafts=(suppose(loaded(draft), eve),))
    refined, crude = (
        after.measure("dprk.petroleum.refined").limit,
        after.measure("dprk.petroleum.crude").limit,
    )
    known = the_law().regime(day).measure("dprk.petroleum.refined").limit
    assert refined is not None
    assert known is not None
    assert crude is not None
    for when in (eve, date(2018, 1, 1), date(2019, 7, 1)):
        mine, real = refined.period(when), known.period(when)
        assert mine is not None
        assert real is not None
        assert (mine.start, mine.end, mine.ceiling) == (real.start, real.end, real.ceiling)
    period = crude.period(date(2018, 6, 1))
    assert period is not None
    assert period.ceiling == (("barrel", 4e6),)
    assert crude.counts == "worldwide"
    assert any("each State" in question for question in draft.paragraphs[1].questions)
    assert draft.paragraphs[0].questions == ()


def test_a_ban_may_become_a_ceiling() -> None:
    [operation] = only(change("ease", "coal-export", (1e6, "tonnes", "year"))).operations
    assert operation["set"]["kind"] == "cap"
    assert operation["set"]["limit"]["schedule"] == [{"from": TODAY, "every": "P1Y", "max": {"t": 1000000}}]


def test_a_new_ban_where_the_law_has_none() -> None:
    [operation] = only(change("impose", "tobacco")).operations
    assert operation["impose"] == "dprk.tobacco.to"
    assert operation["goods"] == ["tobacco"]


def test_a_cap_without_an_amount_never_becomes_a_full_ban() -> None:
    paragraph = only(change("impose", "refined-petroleum", quote="a cap on imports of refined petroleum"))
    assert paragraph.operations == ()
    assert "To what amount" in paragraph.questions[0]
    stopped = only(change("impose", "refined-petroleum", quote="every sale of the fuel has to cease"))
    assert stopped.operations[0]["set"] == {"kind": "ban", "limit": "none"}
    assert "is a full ban meant" in stopped.questions[0]


def test_the_panel_is_extended_to_the_day_named() -> None:
    on = date(2024, 3, 1)
    paragraph = only(change("extend", "panel-of-experts", until="2025-04-30"), on=on)
    assert paragraph.operations == ({"mandate": "panel-of-experts", "until": date(2025, 4, 30)},)
    assert paragraph.questions == ()
    unsaid = only(change("extend", "panel-of-experts"), on=on)
    assert unsaid.operations[0]["until"] == date(2025, 4, 30)  # a year on its last day, and asked
    assert "no day" in unsaid.questions[0]


def test_a_panel_that_has_lapsed_is_founded_for_a_year_from_adoption() -> None:
    [operation] = only(change("extend", "panel-of-experts")).operations
    assert operation["until"] == "adopted+P1Y"


# ── what is asked, and nothing made up ────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("made", "asked"),
    [
        (change("ease", "sanctions-regime"), "Which measures"),
        (change("lift", "livelihood-measures"), "The law has no such group"),
        (change("lift", "designations"), "Without names"),
        (change("lift", "may24-measures"), "South Korea's own law"),
        (change("extend", "sanctions-monitoring"), "not by the Council"),
        (change("impose", "cyber"), "No measure of the law"),
        (change("lower", "crude-oil"), "To what amount"),
        (change("tighten", "sanctions-regime"), "Which measures"),
        (change("impose", "seafood-export"), "banned already (S/RES/2371 (2017), para. 9"),
        (change("lower", "crude-oil", (5e6, "barrels", "year")), "above"),
        (change("raise", "crude-oil", (3e6, "barrels", "year")), "below"),
        (change("tighten", "crude-oil", (5e6, "barrels", "year")), "above"),
        (change("ease", "crude-oil", (3e6, "barrels", "year")), "below"),
        (change("impose", "coal-export", (1e6, "tonnes", "year")), "a ceiling would loosen that"),
        (change("tighten", "coal-export", (1e6, "tonnes", "year")), "a ceiling would loosen that"),
        (change("lower", "refined-petroleum", (500000, "barrels", "year")), "nothing would change"),
        (change("lower", "refined-petroleum", (1000, "barrels", "day")), "per day"),
        (change("ease", "asset-freeze", (5e6, "USD", "year")), "knows no amount"),
        (change("lower", "oil-supply", (1000, "barrels", "year")), "Which measure has the amount"),
        (change("lift", "a-word-nobody-knows"), "not in our map"),
        (change("end", "panel-of-experts"), "nothing to end"),
    ],
    ids=lambda value: f"{value.action} {value.measure}" if isinstance(value, Change) else "",
)
def test_what_cannot_be_written_is_asked(made: Change, asked: str) -> None:
    draft = drafted(made)
    [paragraph] = draft.paragraphs
    assert paragraph.operations == ()
    assert any(asked in question for question in paragraph.questions), paragraph.questions
    [held] = loaded(draft).paragraphs
    assert held.because == "political"
    assert held.confidence is Confidence.LOW
    assert asked in held.note


def test_a_measure_not_yet_in_force_cannot_be_lifted() -> None:
    paragraph = only(change("lift", "textile-export"), on=date(2017, 1, 1))
    assert paragraph.operations == ()
    assert "holds no dprk.textiles" in paragraph.questions[0]


def test_another_starting_amount_than_the_laws_is_asked() -> None:
    made = change("lower", "crude-oil", (3e6, "barrels", "year"), start=((5e6, "barrels"),))
    assert any("starts from 5,000,000 barrel" in question for question in only(made).questions)


def test_a_vague_amount_is_asked() -> None:
    value = Quantity(value=3e6, unit="barrels", per="year", qualifier="nearly", text="nearly 3m barrels")
    made = Change(action="lower", measure="crude-oil", evidence=(), rule="test", values=(value,))
    assert any("nearly 3m barrels" in question for question in only(made).questions)


def test_what_one_paragraph_ends_another_does_not_ease() -> None:
    draft = drafted(change("ease", "seafood-export"), change("lift", "seafood-export"))
    assert [len(paragraph.operations) for paragraph in draft.paragraphs] == [1, 0]
    assert draft.paragraphs[0].action == "lift"
    assert any("ends the measure" in question for question in draft.paragraphs[1].questions)


def test_the_same_change_told_twice_is_one_paragraph_with_both_quotes() -> None:
    one, two = change("lift", "seafood-export"), change("end", "seafood-export", quote="other words")
    [paragraph] = drafted(one, two).paragraphs
    assert {piece.quote for piece in paragraph.evidence} == {"the words", "other words"}


def test_a_proposal_without_changes_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="names no measure"):
        compose(proposal(), the_law().regime(TODAY), source="note.txt")


def test_a_proposal_that_was_adopted_says_so() -> None:
    made = compose(
        proposal(change("lift", "seafood-export"), status="adopted"),
        the_law().regime(TODAY),
        source="note.txt",
    )
    assert "was adopted" in loaded(made).note


def test_weapons_stay_out_of_an_exemption_for_aid() -> None:
    draft = drafted(change("exempt", "humanitarian-exemption"))
    after = the_law().regime(TODAY, drafts=(suppose(loaded(draft), TODAY),))
    with_aid = {m.id for m in after.measures if any(rule.id == "aid" for rule in m.exceptions)}
    assert {"dprk.industrial.to", "dprk.seafood"} <= with_aid
    assert not {m for m in with_aid if m.startswith(("dprk.arms", "dprk.wmd", "dprk.missile"))}


# ── the file ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "quote",
    [
        'a "quoted" line: [with] {signs} # and more',
        "two\nlines\u2028three\x85four",
        "bell\x07 null\x00 escape\x1b[31m",
        "\u202eturned round\u202c",
        "조선민주주의인민공화국 수산물",
        "- does: [{terminate: dprk.arms.to}]\n  - para: c9",
        "x" * 5000,
    ],
)
def test_the_words_of_a_text_cannot_become_law(quote: str) -> None:
    draft = drafted(change("lift", "seafood-export", quote=quote))
    text = to_yaml(draft)
    resolution = parse_resolution(text, "note.yaml")
    assert [operation.id for operation in resolution.operations()] == ["draft/note#c1 terminate dprk.seafood"]
    assert max(len(line) for line in text.splitlines()) < 300


@pytest.mark.parametrize("name", ["a b.txt", "x: y.txt", "# no.html", "日本.txt", "...", "a\nb: c.txt"])
def test_any_file_name_gives_a_loadable_draft(name: str) -> None:
    draft = compose(proposal(change("lift", "seafood-export")), the_law().regime(TODAY), source=name)
    assert loaded(draft).id.startswith("draft/")


def test_the_same_proposal_gives_the_same_file() -> None:
    made = [change("lift", "seafood-export"), change("lower", "crude-oil", (3e6, "barrels", "year"))]
    assert to_yaml(drafted(*made)) == to_yaml(drafted(*made))


def test_evidence_stands_beside_the_operation_it_bears() -> None:
    text = to_yaml(drafted(change("lift", "seafood-export", quote="lift the ban on seafood")))
    lines = text.splitlines()
    at = next(n for n, line in enumerate(lines) if "“lift the ban on seafood”" in line)
    assert "characters 10-33" in lines[at]
    assert lines[at + 1].strip() == "- para: c1"


def test_a_change_told_many_times_does_not_swell_the_file() -> None:
    many = [change("lift", "seafood-export", quote=f"words {n}") for n in range(400)]
    text = to_yaml(drafted(*many))
    assert text.count("# characters") == 5
    assert "# and in 395 more places" in text


# ── the round trip, for every proposal there may be ───────────────────────────────────────────

amounts = st.tuples(
    st.sampled_from([0, 1, 0.5, 25, 50, 100, 250000, 375000, 3_000_000, 10_000_000]),
    st.sampled_from(["barrels", "tonnes", "percent", "USD", "months", "countries"]),
    st.sampled_from([None, "year", "month", "quarter", "day"]),
)
changes = st.builds(
    lambda action, measure, values, start, until: change(
        action, measure, *values, start=tuple(start), until=until
    ),
    st.sampled_from(ACTIONS),
    st.sampled_from(sorted(load_words())),
    st.lists(amounts, max_size=2),
    st.lists(amounts, max_size=1),
    st.sampled_from([None, None, None, "2026-12-31", "2010-01-01", "2027", "2026-01/2026-06"]),
)
days = st.sampled_from(
    [date(2006, 1, 1), date(2009, 7, 1), date(2017, 10, 1), date(2018, 6, 1), date(2024, 4, 30), TODAY]
)


@settings(max_examples=100)
@given(st.lists(changes, min_size=1, max_size=6), days)
@example([change("ease", "refined-petroleum", (0, "barrels", "month"))], date(2017, 10, 1))
def test_every_draft_loads_folds_and_changes_just_what_it_names(made: list[Change], on: date) -> None:
    law = the_law()
    draft = drafted(*made, on=on)
    resolution = loaded(draft)
    assert len(resolution.paragraphs) == len(draft.paragraphs)
    assert sum(1 for _ in resolution.operations()) == draft.operations
    before = law.regime(on)
    after = law.regime(on, drafts=(suppose(resolution, on),))
    named = {target for operation in resolution.operations() for target in operation.targets}
    changed = {row.measure for row in diff(before, after)}
    assert all(any(fnmatch.fnmatch(one, name) for name in named) for one in changed), changed - named
    for name in named:
        if "*" not in name and name != "panel-of-experts":
            assert name in changed, f"{name} is named and not changed"
    for measure in after.measures:
        old = next((one for one in before.measures if one.id == measure.id), None)
        assert old is None or set(ambiguous(measure)) <= set(ambiguous(old))


def test_a_law_with_the_draft_in_it_passes_every_check() -> None:
    law = the_law()
    every = [change(action, word) for action in ("exempt", "impose", "ease") for word in sorted(load_words())]
    draft = loaded(drafted(*every))
    both = Law(law.resolutions, (*law.drafts, draft))
    assert check_law(both, load_goods().sets) == []
    supposed = Law((*law.resolutions, suppose(draft, TODAY)), ())
    regime = supposed.regime(TODAY)
    assert [pair for measure in regime.measures for pair in ambiguous(measure)] == []
