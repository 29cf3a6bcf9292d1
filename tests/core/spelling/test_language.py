import pytest

from coachjournal.spelling.language import Language, language_of


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("en_GB", Language.BRITISH),
        ("en_IE", Language.BRITISH),
        ("en_AU", Language.BRITISH),
        ("en_US", Language.AMERICAN),
        ("en", Language.BRITISH),
        ("de_DE", None),
        ("pt_BR", None),
        ("C", None),
    ],
)
def test_the_systems_locale_decides_where_nobody_chose(locale: str, language: Language | None) -> None:
    assert language_of("", locale) is language


@pytest.mark.parametrize(("choice", "language"), [("off", None), ("en_US", Language.AMERICAN)])
def test_what_was_chosen_holds_whatever_the_system_says(choice: str, language: Language | None) -> None:
    assert language_of(choice, "en_GB") is language
    assert language_of(choice, "de_DE") is language
