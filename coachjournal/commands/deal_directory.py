"""Find the reps, accounts and stages that a file names, however they are spelt, and make those that are not there."""

from dataclasses import dataclass, field
from itertools import count
from typing import Protocol

import sqlcipher3.dbapi2 as sqlite

from coachjournal.rules.deal import Outcome, outcome_of_stage
from coachjournal.rules.imported_deals import ImportedRep, ImportedStage, plain_words


class Maker(Protocol):
    """Makes what a file names for the first time, and answers its key."""

    def rep(self, rep: ImportedRep) -> int: ...

    def account(self, name: str) -> int: ...

    def stage(self, stage: ImportedStage) -> int: ...


class Pretended:
    """Makes nothing and answers keys below zero, which no record has."""

    def __init__(self) -> None:
        self._keys = count(-1, -1)

    def rep(self, _rep: ImportedRep) -> int:
        return next(self._keys)

    def account(self, _name: str) -> int:
        return next(self._keys)

    def stage(self, _stage: ImportedStage) -> int:
        return next(self._keys)


@dataclass(slots=True)
class Directory:
    """Who and what the journal knows, by plain name, and what a file has made new."""

    maker: Maker
    reps: dict[str, int] = field(default_factory=dict)
    addresses: dict[str, int] = field(default_factory=dict)
    accounts: dict[str, int] = field(default_factory=dict)
    stages: dict[str, int] = field(default_factory=dict)
    first_stages: dict[Outcome, int] = field(default_factory=dict)
    rep_names: dict[int, str] = field(default_factory=dict)
    stage_names: dict[int, str] = field(default_factory=dict)
    new_reps: list[str] = field(default_factory=list)
    new_accounts: list[str] = field(default_factory=list)
    new_stages: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, cursor: sqlite.Cursor, maker: Maker) -> "Directory":
        """Of several with one name the oldest is meant."""
        directory = cls(maker)
        for key, name, email in cursor.execute("SELECT id, name, email FROM rep ORDER BY id DESC"):
            directory._remember_rep(key, ImportedRep(name, email))
        for key, name in cursor.execute("SELECT id, name FROM account ORDER BY id DESC"):
            directory.accounts[_plain(name)] = key
        for key, name, outcome in cursor.execute("SELECT id, name, outcome FROM stage ORDER BY position DESC, id DESC"):
            directory._remember_stage(key, ImportedStage(name, Outcome(outcome)))
            directory.first_stages[Outcome(outcome)] = key
        return directory

    def rep(self, rep: ImportedRep) -> int:
        """The rep with the e-mail address, else with the name, else a new one."""
        found = self.addresses.get(_plain(rep.email)) or self.reps.get(_plain(rep.name))
        if found is None:
            found = self.maker.rep(rep)
            self._remember_rep(found, rep)
            self.new_reps.append(rep.name)
        return found

    def account(self, name: str) -> int | None:
        if not name:
            return None
        plain = _plain(name)
        if plain not in self.accounts:
            self.accounts[plain] = self.maker.account(name)
            self.new_accounts.append(name)
        return self.accounts[plain]

    def stage(self, stage: ImportedStage) -> int:
        """The stage with the name; "Won" and no name at all mean the journal's own won stage; else a new one."""
        found = self.stages.get(plain_words(stage.name))
        if found is None and (not stage.name or outcome_of_stage(stage.name) is not Outcome.OPEN):
            found = self.first_stages.get(stage.outcome)
        if found is None:
            named = ImportedStage(stage.name or stage.outcome.value.capitalize(), stage.outcome)
            found = self.maker.stage(named)
            self._remember_stage(found, named)
            self.new_stages.append(named.name)
        return found

    def _remember_rep(self, key: int, rep: ImportedRep) -> None:
        self.rep_names[key] = rep.name
        self.reps[_plain(rep.name)] = key
        if rep.email:
            self.addresses[_plain(rep.email)] = key

    def _remember_stage(self, key: int, stage: ImportedStage) -> None:
        self.stage_names[key] = stage.name
        self.stages[plain_words(stage.name)] = key


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
