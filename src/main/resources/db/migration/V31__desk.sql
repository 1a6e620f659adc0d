-- whether names have changed since they were gathered for the search
create index import_result_names on import_result (kind, imported_at);
-- the cases of a school, open ones
create index attendance_case_school on attendance_case (school_code);

-- what a line tells of, so that the case's page can open an entry at its line, and say of a letter once that it went
alter table chronology add column entry_id bigint references entry (id);
alter table chronology add column letter_id bigint references letter (id);

-- what a person has typed into a form and not sent yet; it ends with the task, also where the engine takes the task away
create table draft (
    user_id varchar                  not null,
    task_id varchar(64)              not null references ACT_RU_TASK (ID_) on delete cascade,
    content varchar                  not null,
    kept_at timestamp with time zone not null,
    primary key (user_id, task_id)
);
create index draft_task on draft (task_id);

create table start_draft (
    user_id varchar                  not null,
    process varchar                  not null,
    content varchar                  not null,
    kept_at timestamp with time zone not null,
    primary key (user_id, process)
);
