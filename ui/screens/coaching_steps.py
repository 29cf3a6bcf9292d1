"""A coaching step wherever it is listed: its row, and what its keys and buttons do."""

from functools import partial

from coachjournal.commands.coaching_action import begin_action, drop_action, hold_action
from coachjournal.rules.coaching import CoachingStep
from ui.context import Context
from ui.editors.move_action import MoveAction
from ui.screens.signals_words import looked_words, step_day
from ui.widgets.step_row import DROP, HELD, MOVE, START, StepAct, StepLine, StepRow


def step_row(context: Context, step: CoachingStep, *, with_rep: bool = False) -> StepRow:
    """The row of a step. Enter opens its conversation; one that is planned begins, or is moved where it cannot."""
    row = StepRow(step_line(step, context, with_rep=with_rep), partial(_open, context, step), name=name_of(step))
    row.acted.connect(partial(act_on, context, step))
    return row


def name_of(step: CoachingStep) -> str:
    return f"step.{step.action_id}"


def step_line(step: CoachingStep, context: Context, *, with_rep: bool) -> StepLine:
    """A step as its row says it."""
    locale = context.locale
    day = ", ".join(filter(None, (step_day(step, locale), looked_words(step, locale) if step.held_on else "")))
    return StepLine(
        title=f"{step.rep}: {step.title}" if with_rep else step.title,
        day=day,
        below=step.text,
        held=step.held_on is not None,
        starts=step.conversation_kind is not None,
    )


def act_on(context: Context, step: CoachingStep, act: StepAct) -> None:
    """Do what was asked of a planned step."""
    if act == START:
        context.do(begin_action, context.navigator.open_conversation, action_id=step.action_id)
    elif act == HELD:
        context.do(hold_action, action_id=step.action_id)
    elif act == MOVE:
        MoveAction(context, step).open()
    elif act == DROP:
        context.do(drop_action, action_id=step.action_id)


def _open(context: Context, step: CoachingStep) -> None:
    if step.conversation_id is not None:
        context.navigator.open_conversation(step.conversation_id)
    elif step.held_on is None:
        act_on(context, step, START if step.conversation_kind is not None else MOVE)
