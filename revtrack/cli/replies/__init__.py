"""Commands about replies: forms, responses, extensions, judgements."""
