-- how long a person waits after wrong passwords, from one address
create table sign_in_delay (
    user_id       varchar not null,
    address       varchar not null,
    times_wrong   integer not null,
    last_wrong_at timestamp with time zone not null,
    wait_until    timestamp with time zone not null,
    primary key (user_id, address)
);

create index sign_in_delay_by_age on sign_in_delay (last_wrong_at);

comment on column sign_in_delay.address is 'the first half alone of a long (IPv6) address';
