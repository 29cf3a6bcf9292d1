"""Settings: the skills that are looked at, and what each level looks like."""

from functools import partial

from coachjournal.commands.skill import (
    SkillFields,
    add_skill,
    archive_skill,
    bring_back_skill,
    move_skill,
    put_back_skill,
    put_back_skills,
    write_skill,
)
from coachjournal.queries.settings_page import SetSkill, skills
from coachjournal.rules.names import numbered
from ui.context import Context
from ui.screens.settings_section import SettingsSection, begin, buttons, column, halves, show_in
from ui.widgets.buttons import PlainButton, QuietButton
from ui.widgets.ordered_list import OrderedList, OrderedRow
from ui.widgets.text import Text

_NEW = "New skill"
_LEVELS = ("not yet", "with help", "on their own", "adapts", "coaches others")
_HOW = (
    "Alt+Up and Alt+Down move a skill, Del archives it: it is offered no more, and its ratings and goals stay. "
    "An empty level takes its meaning from its neighbours."
)


class SkillsSection(SettingsSection):
    """The skills at the left, the chosen one's words at the right."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, name="settings.skills")
        self._skills: dict[int, SetSkill] = {}
        self._shown = 0
        self.list = OrderedList(name="settings.skills.list", label="Skills")
        self._name = self.words("name", "Name", partial(self._keep, "name"))
        self._description = self.words("description", "What it is", partial(self._keep, "description"))
        self._levels = tuple(
            self.words(f"level_{level}", f"Level {level}", partial(self._keep, f"level_{level}"), aside=meaning)
            for level, meaning in enumerate(_LEVELS, 1)
        )
        for level, (field, meaning) in enumerate(zip(self._levels, _LEVELS, strict=True), 1):
            field.say(f"Level {level}: {meaning}")
        self._fields = {"name": self._name, "description": self._description} | {
            f"level_{level}": field for level, field in enumerate(self._levels, 1)
        }
        self._make_buttons()
        self._lay_out()
        self.list.pointed.connect(self._show_skill)
        self.list.moved.connect(self._on_moved)
        self.list.removed.connect(self._on_archive)

    def show_page(self) -> None:
        found = self.context.journal.ask(skills)
        self._skills = {each.skill_id: each for each in found}
        self.list.show_rows(
            OrderedRow(
                each.skill_id,
                each.name if each.archived_on is None else f"{each.name} (archived)",
                bool(each.archived_on),
            )
            for each in found
        )
        self._show_skill(self.list.key)

    def _make_buttons(self) -> None:
        name = "settings.skills"
        self._add = PlainButton("Add a skill", self._on_add, name=f"{name}.add")
        self._archive = QuietButton("Archive", self._on_archive, name=f"{name}.archive")
        self._bring_back = PlainButton("Bring back", self._on_bring_back, name=f"{name}.bringBack")
        self._back = QuietButton("Put this skill back as it shipped", self._on_back, name=f"{name}.putBack")
        self._back_all = QuietButton("Put back all that shipped", self._on_back_all, name=f"{name}.putBackAll")

    def _lay_out(self) -> None:
        left = column(self.list, buttons(self._add, self._archive, self._bring_back), buttons(self._back_all))
        right = column(self._name, self._description, *self._levels, buttons(self._back))
        self.rows.addWidget(Text(_HOW, "muted", wrap=True))
        self.rows.addWidget(halves(left, right), 1)

    def _show_skill(self, skill_id: int) -> None:
        shown = self._skills.get(skill_id)
        anew, self._shown = skill_id != self._shown, skill_id
        for field in self._fields.values():
            field.setEnabled(shown is not None)
        archived = shown is not None and shown.archived_on is not None
        self._archive.setVisible(not archived)
        self._archive.setEnabled(shown is not None)
        self._bring_back.setVisible(archived)
        self._back.setEnabled(shown is not None and shown.ships)
        if shown is not None:
            texts = (shown.name, shown.description, *shown.levels)
            for field, words in zip(self._fields.values(), texts, strict=True):
                show_in(field, words, anew=anew)

    def _keep(self, key: str, words: str) -> bool:
        fields = SkillFields()
        fields[key] = words  # type: ignore[literal-required]  # one of its own keys, see `_fields`
        return self.keep(self._fields[key], write_skill, skill_id=self._shown, **fields)

    def _on_add(self) -> None:
        self.context.do(add_skill, self._on_added, name=numbered(_NEW, (each.name for each in self._skills.values())))

    def _on_added(self, skill_id: int) -> None:
        self.list.choose(skill_id)
        begin(self._name)

    def _on_moved(self, by: int) -> None:
        shown = self._skills.get(self._shown)
        if shown is not None and shown.archived_on is None:
            self.context.do(move_skill, skill_id=self._shown, by=by)

    def _on_archive(self) -> None:
        shown = self._skills.get(self._shown)
        if shown is not None and shown.archived_on is None:
            self.context.do(archive_skill, skill_id=self._shown)

    def _on_bring_back(self) -> None:
        self.context.do(bring_back_skill, skill_id=self._shown)

    def _on_back(self) -> None:
        self.context.do(put_back_skill, skill_id=self._shown)

    def _on_back_all(self) -> None:
        self.context.do(put_back_skills)
