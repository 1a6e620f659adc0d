-- The demo authority only: from when on the children with a story stay away, or come again.
create table if not exists demo_turn (
    upn varchar(20) not null,
    from_on date not null,
    comes boolean not null,
    primary key (upn, from_on)
);
