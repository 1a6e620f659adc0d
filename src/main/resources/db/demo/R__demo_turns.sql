-- The demo authority only: from when on the children with a story stay away, are on leave that nobody gave, or come again.
create table if not exists demo_turn (
    upn varchar(20) not null,
    from_on date not null,
    comes boolean not null,
    primary key (upn, from_on)
);
alter table demo_turn add column if not exists on_leave boolean not null default false;
