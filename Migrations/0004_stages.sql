-- The state machine is data. Triggers on applications hold everyone to it.
CREATE TABLE stages (
  code          TEXT PRIMARY KEY,
  label         TEXT NOT NULL,
  ordinal       INTEGER NOT NULL UNIQUE,
  outcome       TEXT NOT NULL CHECK (outcome IN ('open', 'success', 'unsuccessful', 'withdrawn')),
  promise_days  INTEGER CHECK (promise_days > 0)      -- NULL: nothing is promised
) STRICT, WITHOUT ROWID;
INSERT INTO stages VALUES
  ('received',    'received',                        1, 'open',          3),
  ('screening',   'being read',                      2, 'open',         14),
  ('shortlisted', 'on the shortlist',                3, 'open',         21),
  ('interview',   'interview',                       4, 'open',         21),
  ('waitlisted',  'on the waiting list',             5, 'open',         60),
  ('recommended', 'recommended to the university',   6, 'open',         60),
  ('offer',       'offer made',                      7, 'open',         14),
  ('accepted',    'offer accepted',                  8, 'success',      NULL),
  ('deferred',    'start deferred',                  9, 'success',      NULL),
  ('started',     'started',                        10, 'success',      NULL),
  ('rejected',    'rejected',                       11, 'unsuccessful', NULL),
  ('lapsed',      'offer lapsed',                   12, 'unsuccessful', NULL),
  ('declined',    'offer declined',                 13, 'withdrawn',    NULL),
  ('withdrawn',   'withdrawn by the applicant',     14, 'withdrawn',    NULL);

CREATE TABLE stage_transitions (
  from_stage    TEXT NOT NULL REFERENCES stages (code),
  to_stage      TEXT NOT NULL REFERENCES stages (code),
  actor         TEXT NOT NULL CHECK (actor IN ('lab', 'university', 'applicant', 'clock')),
  needs_reason  INTEGER NOT NULL DEFAULT 0 CHECK (needs_reason IN (0, 1)),
  PRIMARY KEY (from_stage, to_stage)
) STRICT, WITHOUT ROWID;
INSERT INTO stage_transitions VALUES
  ('received',    'screening',   'lab', 0),
  ('screening',   'shortlisted', 'lab', 0),
  ('shortlisted', 'interview',   'lab', 0),
  ('shortlisted', 'waitlisted',  'lab', 0),
  ('interview',   'offer',       'lab', 0),
  ('interview',   'recommended', 'lab', 0),
  ('interview',   'waitlisted',  'lab', 0),
  ('waitlisted',  'offer',       'lab', 0),
  ('waitlisted',  'recommended', 'lab', 0),
  ('recommended', 'offer',       'university', 0),
  ('offer',       'accepted',    'applicant', 0),
  ('offer',       'declined',    'applicant', 0),
  ('offer',       'lapsed',      'clock', 0),
  ('accepted',    'started',     'applicant', 0),
  ('accepted',    'deferred',    'applicant', 0),
  ('accepted',    'lapsed',      'clock', 0),
  ('accepted',    'withdrawn',   'applicant', 0),
  ('deferred',    'started',     'applicant', 0),
  ('deferred',    'withdrawn',   'applicant', 0),
  ('rejected',    'screening',   'lab', 1);
INSERT INTO stage_transitions
  SELECT code, 'rejected', CASE code WHEN 'recommended' THEN 'university' ELSE 'lab' END, 1 FROM stages WHERE outcome = 'open'
  UNION ALL
  SELECT code, 'withdrawn', 'applicant', 0 FROM stages WHERE outcome = 'open';

CREATE TABLE decision_reasons (          -- why an application came to a stage
  code            TEXT PRIMARY KEY,
  to_stage        TEXT NOT NULL REFERENCES stages (code),    -- the stage that it explains
  label           TEXT NOT NULL,                             -- wording inside the lab
  applicant_text  TEXT                                       -- wording that may be sent
) STRICT, WITHOUT ROWID;
INSERT INTO decision_reasons VALUES
  ('requirements_not_met', 'rejected',  'a must of the call is not met', 'Your profile does not meet a requirement of this position.'),
  ('not_competitive',      'rejected',  'others fit better', 'The competition was strong and other applicants fit this position better.'),
  ('no_fit',               'rejected',  'the topic does not fit the lab', 'Your interests and the lab''s topics are too far apart.'),
  ('incomplete',           'rejected',  'papers still missing after being asked for', 'Your application remained incomplete.'),
  ('position_filled',      'rejected',  'the position is filled', 'The position has been filled.'),
  ('no_funding',           'rejected',  'no money for another place', 'We cannot fund another place at present.'),
  ('university_declined',  'rejected',  'the university did not admit', 'The university did not grant admission.'),
  ('other_rejection',      'rejected',  'another reason', NULL),
  ('new_documents',        'screening', 'papers came that change the picture', NULL),
  ('error_corrected',      'screening', 'the rejection was a mistake', NULL),
  ('place_available',      'screening', 'a place has become free', NULL),
  ('other_reconsidered',   'screening', 'another reason', NULL),
  ('other_offer',          'declined',  'took another offer', NULL),
  ('personal_decline',     'declined',  'personal reasons', NULL),
  ('no_reply',             'lapsed',    'no answer by the date', NULL),
  ('condition_not_met',    'lapsed',    'a condition of the offer was not met', NULL),
  ('other_plans',          'withdrawn', 'other plans', NULL),
  ('personal_withdrawal',  'withdrawn', 'personal reasons', NULL),
  ('visa',                 'deferred',  'waits for a visa', NULL),
  ('personal_deferral',    'deferred',  'personal reasons', NULL);

INSERT INTO data_dictionary (table_name, column_name, description, standard, personal_data) VALUES
  ('stages', 'code', 'the stage', NULL, 'none'),
  ('stages', 'label', 'the stage in words', NULL, 'none'),
  ('stages', 'ordinal', 'its place in a pipeline', NULL, 'none'),
  ('stages', 'outcome', 'open, success, unsuccessful or withdrawn', NULL, 'none'),
  ('stages', 'promise_days', 'days after which an application is overdue there', NULL, 'none'),
  ('stage_transitions', 'from_stage', 'the stage before', NULL, 'none'),
  ('stage_transitions', 'to_stage', 'the stage after', NULL, 'none'),
  ('stage_transitions', 'actor', 'who decides it', NULL, 'none'),
  ('stage_transitions', 'needs_reason', '1 when stage_reason must say why', NULL, 'none'),
  ('decision_reasons', 'code', 'the reason', NULL, 'none'),
  ('decision_reasons', 'to_stage', 'the stage that it explains', NULL, 'none'),
  ('decision_reasons', 'label', 'the reason in words, inside the lab', NULL, 'none'),
  ('decision_reasons', 'applicant_text', 'the reason in words that may be sent', NULL, 'none');
