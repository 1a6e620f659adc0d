-- the one school from whose files all marks of the year are; null where they are of several, or nobody knows
alter table attendance_year add column sent_by varchar(7);

-- a day without school on which a school's register has marks: they count only where the school has said that it was open
create table day_without_school (
    school_code varchar(7) not null references school (code),
    on_day      date       not null,
    found_on    date       not null,
    -- null until the school has answered
    was_open    boolean,
    answered_by varchar,
    answered_at timestamp with time zone,
    why         varchar,
    primary key (school_code, on_day)
);
