-- The lab's own fields: columns of its spreadsheets and questions of its calls, without a change of the schema.
CREATE TABLE fields (
  name    TEXT PRIMARY KEY CHECK (name <> '' AND name NOT GLOB '*[^a-z0-9_]*' AND name NOT GLOB '[0-9]*'),
  label   TEXT NOT NULL,                 -- as the spreadsheet or the call writes it
  type    TEXT NOT NULL DEFAULT 'text' CHECK (type IN ('text', 'integer', 'real', 'boolean', 'date'))
) STRICT, WITHOUT ROWID;

CREATE TABLE field_values (
  application_id  INTEGER NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  field           TEXT NOT NULL REFERENCES fields (name) ON UPDATE CASCADE,
  value           ANY NOT NULL,
  batch_id        INTEGER REFERENCES import_batches (id),
  PRIMARY KEY (application_id, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX field_values_by_field ON field_values (field, value);
CREATE INDEX field_values_by_batch ON field_values (batch_id);

CREATE TRIGGER fields_are_not_replaced BEFORE INSERT ON fields WHEN EXISTS (SELECT 1 FROM fields WHERE name = new.name) BEGIN
  SELECT RAISE(ABORT, 'a field with this name is there already: use UPDATE');
END;
CREATE TRIGGER fields_in_use_stay BEFORE DELETE ON fields WHEN EXISTS (SELECT 1 FROM field_values WHERE field = old.name) BEGIN
  SELECT RAISE(ABORT, 'this field has values');
END;
CREATE TRIGGER fields_in_use_keep_their_type BEFORE UPDATE OF type ON fields
WHEN new.type <> old.type AND EXISTS (SELECT 1 FROM field_values WHERE field = old.name) BEGIN
  SELECT RAISE(ABORT, 'this field has values: its type stays');
END;
CREATE TRIGGER field_values_are_of_the_type BEFORE INSERT ON field_values BEGIN
  SELECT RAISE(ABORT, 'field_values.application_id: no such application')
    WHERE NOT EXISTS (SELECT 1 FROM applications WHERE id = new.application_id);
  SELECT RAISE(ABORT, 'field_values.field: no such field: SELECT name FROM fields lists them')
    WHERE NOT EXISTS (SELECT 1 FROM fields WHERE name = new.field);
  SELECT RAISE(ABORT, 'field_values.value is not of the type of its field: SELECT name, type FROM fields')
    WHERE NOT (SELECT CASE type
                 WHEN 'integer' THEN typeof(new.value) = 'integer'
                 WHEN 'real' THEN typeof(new.value) IN ('real', 'integer')
                 WHEN 'boolean' THEN new.value IN (0, 1) AND typeof(new.value) = 'integer'
                 WHEN 'date' THEN date(new.value, '+0 days') IS new.value
                 ELSE typeof(new.value) = 'text' END FROM fields WHERE name = new.field);
END;
CREATE TRIGGER field_values_stay_of_the_type BEFORE UPDATE ON field_values BEGIN
  SELECT RAISE(ABORT, 'a value stays with its application and field')
    WHERE new.application_id <> old.application_id OR new.field <> old.field AND EXISTS (SELECT 1 FROM fields WHERE name = old.field);
  SELECT RAISE(ABORT, 'field_values.value is not of the type of its field: SELECT name, type FROM fields')
    WHERE NOT (SELECT CASE type
                 WHEN 'integer' THEN typeof(new.value) = 'integer'
                 WHEN 'real' THEN typeof(new.value) IN ('real', 'integer')
                 WHEN 'boolean' THEN new.value IN (0, 1) AND typeof(new.value) = 'integer'
                 WHEN 'date' THEN date(new.value, '+0 days') IS new.value
                 ELSE typeof(new.value) = 'text' END FROM fields WHERE name = new.field);
END;
CREATE TRIGGER applications_take_their_fields_along AFTER DELETE ON applications BEGIN
  DELETE FROM field_values WHERE application_id = old.id;
END;

INSERT INTO data_dictionary (table_name, column_name, description, standard, personal_data) VALUES
  ('fields', 'name', 'what people type: field:gre', NULL, 'free_text'),
  ('fields', 'label', 'as the spreadsheet or the call writes it', NULL, 'free_text'),
  ('fields', 'type', 'text, integer, real, boolean or date', NULL, 'none'),
  ('field_values', 'application_id', 'the application', NULL, 'pseudonymous'),
  ('field_values', 'field', 'the field', NULL, 'free_text'),
  ('field_values', 'value', 'what it says', NULL, 'free_text'),
  ('field_values', 'batch_id', 'the import that brought it', NULL, 'none');
