"""What somebody began and did not bring to an end."""

from model.projects import Field
from storage.transaction import Transaction


async def throw_away(db: Transaction, user_id: int) -> None:
    """The draft, and the files that came with it and belong to nothing else."""
    draft = await db.update_drafts.get(user_id, hold=True)
    if draft is None:
        return
    if draft.done is None and draft.proposal_id is None and Field.DOCUMENTS in draft.changes:
        project = await db.projects.get(draft.project_id)
        kept = set() if project is None else {one.id for one in project.documents}
        await db.project_files.drop(
            {one.id for one in draft.changes[Field.DOCUMENTS]} - kept,
        )
    await db.update_drafts.drop(user_id)
