-- what became of a file so far: it waits, it was read, or nothing of it was taken
alter table import_result add column status varchar default 'read' not null;
update import_result set status = 'refused' where refused_because is not null;

-- a file that was sent while another was read, whole, until its turn comes
create table import_waiting (
    import_id bigint  primary key references import_result (id),
    -- separated by spaces; null for a sender of every school's
    schools   varchar,
    whole     boolean not null
);
create table import_waiting_part (
    import_id bigint not null references import_waiting (import_id),
    part      int    not null,
    content   bytea  not null,
    primary key (import_id, part)
);
insert into turn (name) values ('waiting imports');
