-- somebody whom schools knew under two references: the row stays as it was, and names who is meant by it
alter table parent add column merged_into bigint references parent (id);
alter table parent add column merged_on date;
alter table parent add column merged_by varchar;
alter table parent add column merged_because varchar;

-- two people of like names, of whom somebody said that they are two
create table kept_apart (
    parent_id bigint  not null references parent (id),
    other_id  bigint  not null references parent (id),
    because   varchar not null,
    said_by   varchar not null,
    said_on   date    not null,
    primary key (parent_id, other_id)
);
