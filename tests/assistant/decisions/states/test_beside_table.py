"""What is said beside the connectivity table, and to rare connections."""

from __future__ import annotations

from decimal import Decimal

from assistant.decisions.states import beside_table, rare_uplink, subscription_change
from assistant.decisions.states.connectivity_rules import Operation
from assistant.decisions.types import Standing


def test_what_the_guide_is_silent_on_is_not_covered() -> None:
    for result in (
        beside_table.deleted_vault(),
        beside_table.register_again(),
        beside_table.restore_unexplained(),
    ):
        assert result.standing is Standing.NOT_COVERED
        assert not result.statements[0].text.startswith(("Yes", "No."))


def test_a_gap_of_more_than_fifteen_days_stops_backups() -> None:
    assert rare_uplink.decide(Decimal(16), tuple(Operation)).outcome == "Stopped"
    assert rare_uplink.decide(Decimal(15), tuple(Operation)).standing is Standing.NOT_COVERED
    assert rare_uplink.never(tuple(Operation)).outcome == "Stopped"
    assert rare_uplink.needed_for_disk().statements[0].text.startswith("Yes.")


def test_local_data_is_never_called_deleted() -> None:
    said = subscription_change.local_kept().statements

    assert "only the Azure recovery points" in said[0].text
    assert "long enough retention period" in said[0].text
