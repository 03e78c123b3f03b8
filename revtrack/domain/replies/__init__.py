"""From the question to the reply: forms, reminders, drafts, decisions and their judgement."""
