"""Typed ids: every id is text (a UUID where we make it), and none can stand for another."""

from typing import NewType

ConversationId = NewType("ConversationId", str)
NoteId = NewType("NoteId", str)
SubmissionId = NewType("SubmissionId", str)
DestinationId = NewType("DestinationId", str)
OutboxItemId = NewType("OutboxItemId", str)
