"""Note what is to be raised with the sample's reps next time."""

from coachjournal.commands.agenda_item import raise_next_time
from coachjournal.commands.sample.cast import resource
from coachjournal.commands.sample.scene import Scene
from coachjournal.rules.conversation import Side


def write_agenda(scene: Scene) -> None:
    """Some reps have something waiting, theirs or the manager's."""
    for name, items in resource("agenda", dict[str, list[dict[str, str]]]).items():
        for item in items:
            side = Side(item.get("side", Side.MANAGER))
            raise_next_time(scene.tx, rep_id=scene.reps[name], text=item["text"], side=side)
