from coachjournal.rules.names import first_name, fold, numbered, short_names


def test_capitals_and_accents_do_not_matter() -> None:
    assert fold("José Ñíguez") == "jose niguez"
    assert fold("ŁÓDŹ Straße") == fold("łódź STRASSE")


def test_names_stand_where_a_reader_looks_for_them() -> None:
    assert sorted(["Zoe", "Émile", "dana", "Will"], key=fold) == ["dana", "Émile", "Will", "Zoe"]


def test_a_name_that_is_taken_gets_the_next_number() -> None:
    assert numbered("New set", ["Discovery"]) == "New set"
    assert numbered("New set", ["new SET", "New set 2"]) == "New set 3"


def test_a_rep_is_called_by_the_first_name() -> None:
    assert [first_name(name) for name in ("Dana Reyes", "José María Ñíguez", "Ann")] == ["Dana", "José", "Ann"]


def test_first_names_do_where_nobody_shares_them() -> None:
    assert short_names(["Dana Reyes", "Amir Khan", "dana Novak"]) == ("Dana Reyes", "Amir", "dana Novak")
