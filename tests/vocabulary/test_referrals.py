import pytest

from referat.vocabulary.referrals import Referral, referral_in


@pytest.mark.parametrize(
    ("sentence", "by", "to"),
    [
        ("(V) begærede sagen i Kommunalbestyrelsen.", "V", "Kommunalbestyrelsen"),
        ("Anna Holm (V) begærede sagen indbragt for Byrådet.", "Anna Holm (V)", "Byrådet"),
        ("Enhedslisten krævede sagen afgjort i Havne- og Færgeudvalget.", "Enhedslisten", "Havne- og Færgeudvalget"),
    ],
)
def test_a_referral_tells_who_brought_the_case_where(sentence: str, by: str, to: str) -> None:
    assert referral_in(f"Godkendt. {sentence}") == Referral(by=by, to=to, stated=sentence)


def test_a_referral_by_someone_who_cannot_be_told_is_none() -> None:
    assert referral_in("Udvalget drøftede sagen, og (V) begærede sagen i Byrådet.") is None


def test_without_a_referral_there_is_none() -> None:
    assert referral_in("Sagen går videre til Byrådet.") is None
