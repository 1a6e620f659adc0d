-- whether names have changed since they were gathered for the search
create index import_result_names on import_result (kind, imported_at);
-- the cases of a school, open ones
create index attendance_case_school on attendance_case (school_code);

-- what a line tells of, so that the case's page can open an entry at its line, and say of a letter once that it went
alter table chronology add column entry_id bigint references entry (id);
alter table chronology add column letter_id bigint references letter (id);
