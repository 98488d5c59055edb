"""Who sees what of a project and who may change it.

Admins look after everything; an official after what their office names, or after everything where
it names nothing; a curator after their projects besides. The internal view is shown to whoever
looks after a project, in their private chat and nowhere else.
"""

from dataclasses import dataclass, replace

from accounts.actor import Actor, Operator
from accounts.rights import Acting, NotAllowedError, Rights
from model.people import EVERYTHING, Office, Role, Scope
from model.projects import Project
from projects.errors import no_project
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Standing:
    """How somebody stands to the registry, as read in this transaction."""

    user_id: int | None
    role: Role
    scope: Scope = EVERYTHING
    is_private: bool = True
    """Whether nobody else reads what is answered."""

    @property
    def is_official(self) -> bool:
        return self.role.covers(Role.OFFICIAL)

    @property
    def sees_everything(self) -> bool:
        """Whether there is no project that they do not look after."""
        return self.role is Role.ADMIN or (self.is_official and self.scope.is_everything)


def looks_after(standing: Standing, project: Project) -> bool:
    """Whether they may change it."""
    if not standing.is_official:
        return False
    if standing.sees_everything or project.curator == standing.user_id:
        return True
    scope = standing.scope
    return project.id in scope.projects or bool(scope.districts.intersection(project.districts))


def in_public(standing: Standing) -> Standing:
    """As somebody stands where others read along, or by a link that anyone may follow."""
    return replace(standing, is_private=False)


def seen(standing: Standing, project: Project | None) -> Project | None:
    """What they may see of it: all, the public view, or nothing."""
    if project is None or project.deleted:
        return None
    if standing.is_private and looks_after(standing, project):
        return project
    return public_view(project) if project.published else None


def public_view(project: Project) -> Project:
    """The project without what is for officials only: for everyone, wherever it is read."""
    return replace(
        project,
        curator=None,
        blockers=(),
        notes=None,
        claims=tuple(one for one in project.claims if one.id == project.amount),
        documents=tuple(one for one in project.documents if one.is_public),
    )


class ProjectRights:
    """Reads how somebody stands, anew each time."""

    def __init__(self, rights: Rights) -> None:
        self._rights = rights

    async def standing(self, db: Transaction, by: Actor | Operator) -> Standing:
        if isinstance(by, Operator):
            return Standing(0, Role.ADMIN)
        office = None if by.user_id is None else await db.roles.office(by.user_id)
        return self._of(by.user_id, office, is_private=by.is_private)

    async def officials(self, db: Transaction) -> list[Standing]:
        """All officials and admins, in the order of their ids."""
        offices = {one.user_id: one for one in await db.roles.offices()}
        users = sorted(self._rights.admin_ids | offices.keys())
        everyone = [self._of(user, offices.get(user)) for user in users]
        return [one for one in everyone if one.is_official]

    async def role_of(self, db: Transaction, user_id: int) -> Role:
        return await self._rights.role_of(db, user_id)

    async def official(self, db: Transaction, by: Actor | Operator) -> Standing:
        """Of an official or an admin in their private chat; NotAllowedError for anyone else."""
        standing = await self.standing(db, by)
        if isinstance(by, Actor) and not (standing.is_official and by.is_private):
            raise NotAllowedError(by, Role.OFFICIAL.value)
        return standing

    async def acting(self, db: Transaction, by: Actor | Operator, project: Project) -> Acting:
        """Who changes this project; NotAllowedError unless they look after it.

        A project that they may not even see is not there for them.
        """
        standing = await self.official(db, by)
        if project.deleted:
            raise no_project(project.id)
        if isinstance(by, Actor) and not looks_after(standing, project):
            raise (
                NotAllowedError(by, "own-project") if project.published else no_project(project.id)
            )
        return Acting(standing.user_id or 0, standing.role)

    def _of(
        self, user_id: int | None, office: Office | None, *, is_private: bool = True
    ) -> Standing:
        role = self._rights.given(user_id, None if office is None else office.role)
        return Standing(user_id, role, EVERYTHING if office is None else office.scope, is_private)
