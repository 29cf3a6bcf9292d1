"""What is remembered: one record a file. Importing this package knows every table."""

from coachjournal.model.absence import Absence
from coachjournal.model.account import Account
from coachjournal.model.agenda_item import AgendaItem
from coachjournal.model.answer import Answer
from coachjournal.model.cadence import Cadence
from coachjournal.model.calendar_rule import CalendarRule
from coachjournal.model.check_in import CheckIn
from coachjournal.model.coaching_action import CoachingAction
from coachjournal.model.commitment import Commitment
from coachjournal.model.conversation import Conversation
from coachjournal.model.conversation_deal import ConversationDeal
from coachjournal.model.deal import Deal
from coachjournal.model.deal_change import DealChange
from coachjournal.model.draft import Draft
from coachjournal.model.field_call import FieldCall
from coachjournal.model.goal import Goal
from coachjournal.model.import_mapping import ImportMapping
from coachjournal.model.import_run import ImportRun
from coachjournal.model.meeting_series import MeetingSeries
from coachjournal.model.mention import Mention
from coachjournal.model.milestone import Milestone
from coachjournal.model.observation import Observation
from coachjournal.model.plan import Plan
from coachjournal.model.plan_action import PlanAction
from coachjournal.model.question import Question
from coachjournal.model.question_set import QuestionSet
from coachjournal.model.quota import Quota
from coachjournal.model.rating import Rating
from coachjournal.model.rep import Rep
from coachjournal.model.revision import Revision
from coachjournal.model.series_exception import SeriesException
from coachjournal.model.setting import Setting
from coachjournal.model.sighting import Sighting
from coachjournal.model.signal import Signal
from coachjournal.model.skill import Skill
from coachjournal.model.stage import Stage
from coachjournal.model.strength import Strength
from coachjournal.model.template import Template
from coachjournal.model.time_entry import TimeEntry

__all__ = [
    "Absence",
    "Account",
    "AgendaItem",
    "Answer",
    "Cadence",
    "CalendarRule",
    "CheckIn",
    "CoachingAction",
    "Commitment",
    "Conversation",
    "ConversationDeal",
    "Deal",
    "DealChange",
    "Draft",
    "FieldCall",
    "Goal",
    "ImportMapping",
    "ImportRun",
    "MeetingSeries",
    "Mention",
    "Milestone",
    "Observation",
    "Plan",
    "PlanAction",
    "Question",
    "QuestionSet",
    "Quota",
    "Rating",
    "Rep",
    "Revision",
    "SeriesException",
    "Setting",
    "Sighting",
    "Signal",
    "Skill",
    "Stage",
    "Strength",
    "Template",
    "TimeEntry",
]
