"""The window. It knows commands, queries, charts and documents; it knows no SQL.

How a page is made:

1. `ui/screens/deals.py` holds `class DealsScreen(Screen)`. It sets `title` and `topics` (the tables it shows), makes
   its widgets in `__init__` (after `super().__init__(context)`), puts them into `self.body` and buttons into
   `self.header.add_action(…)`, and overrides `load`:

       def load(self) -> None:
           self.show_data(self.context.journal.ask(deals_page, rep_id=self.rep_id))

   The base calls `load` when the page is first seen, and again whenever a change touches a topic.
   A page that can be opened for one record (a rep, a conversation, a deal) overrides `open_item(item_id)`.
2. `PAGES` in `ui/pages.py` names it; it is imported and made when first shown.
3. The kit in `ui/widgets`: sheet (Sheet, EmptyState, Line), text (Text, ElidedLabel, Passage, SectionTitle, Figure),
   buttons (PrimaryButton, PlainButton, QuietButton), marks (Pill, Avatar, Dot, SplitBar), rows (DefinitionRows,
   TickRow, LinedRows), choices (ChipGroup, Tabs, TabbedSheet), rows_model (Column, RowsModel), table (Table),
   stacking (Stacking: side by side or below each other), working (Working: progress with cancel). Fields:
   field (Field), date_field (DateField), rep_picker (RepPicker).
4. An editor is `ui/editors/goal.py: class GoalEditor(Editor)`: fields with `self.add("title", "What", QLineEdit())`,
   `save` calls `self.context.journal.do(set_goal, …)`; Rejected lands beside the field it names. Show it with
   `GoalEditor(self.context, …).open()`; its parent is `context.window`. With `keeps="7"`, the record's key, Esc keeps
   what was typed, and the next `open()` for this record picks it up; `leave()` closes without a draft.
5. A click without an editor is `self.context.do(keep_commitment, commitment_id=…)`; what must follow once it is done,
   perhaps only when it is tried again, is named behind the command. What was done, refused or broken is shown by
   `context.messages`, which the bus has already told; a screen shows no message itself.
   Long work goes through `context.worker.run(work, then)`.

How the page of a conversation is made (`ui/screens/conversation.py`):

1. A part is a sheet with `show_page(page)`, which asks a query of its own and says by hiding that it has nothing to
   say here. Over the note stand the sheets of the kind (`_over`), under it `_sheets`, beside it those of
   `conversation_side.py`: a `SideSheet` tells its rows to `walk`, so that Up and Down go through all of them, and opens
   a line to write in below a `RowWithLine`, while which it stands still.
2. Words that are typed go through a `DraftKeeper`: in the file a second later, under `conversation:7` or a part of it
   (`part_slot`), and there again after a crash. `finish` makes them what they are meant to be as the page is left, and
   answers whether the file has them, be it as a draft; `kept`, `troubled` and `words` of the sheets in `_writing` tell
   how saving goes and what is at stake while it fails.
3. `NotePad` is a note with its reading view, its bar that finds and its keys; `NoteEdit` alone is where one writes. Its
   lines are painted by inks (`ui/widgets/ink.py`): `note.add_ink(ink)`, and `note.ink_again()` when an ink knows more.
   `NoteTokens` and `NoteSpelling` make any note understand names and days, and check its spelling.
4. `navigator.begin(kind, rep_id)` opens the page of a conversation that is taken away if nothing comes of it.

Widgets a person touches get an object name (`dealsTable`, `repPage.newGoal`) and an accessible name. Colours come from
`ui.theme.tokens()` while painting and from resources/style.qss otherwise; there is no setStyleSheet anywhere else.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - brings its own `import`, which is taken away again below

# PySide6 takes the place of Python's own `import`, and reads and keeps the source of every module that comes after it,
# to see whether that uses features of PySide6 which nobody here does: 25 MB, and a fifth of the time to start.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
