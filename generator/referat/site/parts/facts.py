"""All that the rest of the site needs to know of a part: small beside its pages."""

from msgspec import Struct

from referat.exports.catalogue import DataFile, Dataset
from referat.privacy.withdrawals import Withdrawals
from referat.search.lookup import case_keys
from referat.site.coverage import newest_day
from referat.site.nodes import MunicipalityNode
from referat.site.views.case_line import CaseLine, case_line
from referat.site.views.name import Name, name_of
from referat.site.views.summary import Summary, summary_of
from referat.site.views.withdrawn import WithdrawnLines, withdrawn_lines


class CaseFacts(Struct, frozen=True, kw_only=True):
    """A case as lists and lookups tell it."""

    canonical: str
    keys: tuple[str, ...]
    """The numbers that a person may type who looks for it."""
    line: CaseLine


class Facts(Struct, frozen=True, kw_only=True):
    """What there is to know of one municipality with at least one meeting."""

    name: Name
    summary: Summary
    cases: tuple[CaseFacts, ...]
    """In the order of their list."""
    withdrawn: WithdrawnLines
    dataset: Dataset


def facts_of(node: MunicipalityNode, withdrawals: Withdrawals, data: tuple[DataFile, ...] = ()) -> Facts:
    """The facts of a municipality.

    Args:
        node: The municipality.
        withdrawals: What the publisher took back.
        data: The municipality's files of data that could be made.
    """
    return Facts(
        name=name_of(node),
        summary=summary_of(node),
        cases=tuple(
            CaseFacts(canonical=case.number.canonical, keys=case_keys(case), line=case_line(case))
            for case in node.cases
        ),
        withdrawn=withdrawn_lines(node, withdrawals),
        dataset=Dataset(
            municipality=node.name,
            slug=node.slug,
            first=min(body.meetings[-1].date for body in node.bodies),
            latest=newest_day(node),
            files=data,
        ),
    )
