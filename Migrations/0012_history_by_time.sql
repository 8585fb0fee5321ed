-- What changed since a day is asked every week: the questions stage-changes, decisions, reasons, stage-durations.
CREATE INDEX stage_history_by_time ON stage_history (at);
