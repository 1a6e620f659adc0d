-- a pupil's academic year in one row: a byte per half-day session from 1 September on, 0 where no mark is held
create table attendance_year (
    pupil_id  bigint not null references pupil (id),
    year_from date   not null,
    marks     bytea  not null,
    primary key (pupil_id, year_from)
);

create table mark_correction (
    pupil_id     bigint                   not null references pupil (id),
    session_on   date                     not null,
    session_half varchar(2)               not null,
    old_code     varchar(2)               not null,
    new_code     varchar(2)               not null,
    corrected_at timestamp with time zone not null,
    import_id    bigint                   not null references import_result (id)
);
create index mark_correction_pupil on mark_correction (pupil_id, session_on);

-- the last praise, closure or "do not send": attendance is measured from here on
create table measured_from (
    pupil_id bigint  primary key references pupil (id),
    from_on  date    not null,
    why      varchar not null
);

create table screening_run (
    run_on       date                     primary key,
    finished_at  timestamp with time zone not null,
    pupils       int                      not null,
    too_early    int                      not null,
    candidates   int                      not null
);

-- every pupil whom the last screening found, at schools switched on or not
create table candidate (
    pupil_id      bigint     primary key references pupil (id),
    school_code   varchar(7) not null references school (code),
    band          varchar    not null,
    persistent    boolean    not null,
    severe        boolean    not null,
    from_on       date       not null,
    to_on         date       not null,
    as_at         date       not null,
    possible      int        not null,
    attended      int        not null,
    authorised    int        not null,
    unauthorised  int        not null,
    no_reason_yet int        not null,
    illness       int        not null,
    found_on      date       not null,
    screened_on   date       not null
);
create index candidate_school on candidate (school_code);

create table candidate_hold (
    pupil_id   bigint  primary key references pupil (id),
    held_until date    not null,
    why        varchar not null
);
