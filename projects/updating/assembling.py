"""The use cases of updates under the names by which handlers ask for them."""

from typing import Any

from common.clock import Clock
from projects.proposals import DecideProposal, SeeProposals, TellProposal
from projects.rights import ProjectRights
from projects.updating.confirming import ConfirmUpdate
from projects.updating.drafting import (
    BeginUpdate,
    CorrectProposal,
    DropUpdate,
    EditUpdate,
)
from projects.updating.files import AddFile
from projects.updating.offering import SeeOffered
from projects.updating.picking import FindMine, ListMine
from projects.updating.undoing import SeeUndoing, UndoChange
from storage.database import Database


def use_cases(
    database: Database, clock: Clock, rights: ProjectRights, tell: TellProposal
) -> dict[str, Any]:
    """`tell` tells people of proposals."""
    parts = (database, clock, rights)
    return {
        "add_file": AddFile(*parts),
        "begin_update": BeginUpdate(*parts),
        "confirm_update": ConfirmUpdate(*parts, tell),
        "correct_proposal": CorrectProposal(*parts),
        "decide_proposal": DecideProposal(*parts, tell),
        "drop_update": DropUpdate(database),
        "edit_update": EditUpdate(*parts),
        "find_mine": FindMine(database, rights),
        "list_mine": ListMine(database, rights),
        "see_offered": SeeOffered(database, rights),
        "see_proposals": SeeProposals(database, rights),
        "see_undoing": SeeUndoing(database, rights),
        "undo_change": UndoChange(*parts, tell),
    }
