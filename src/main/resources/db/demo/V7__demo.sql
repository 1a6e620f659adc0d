-- The demo authority only: how far it has come. Without the demo profile this migration is unknown, so that a database the demo has
-- made is never taken for an authority's own, and the other way round.
create table demo_state (
    id integer primary key check (id = 1),
    offset_seconds bigint not null,  -- by which the demo's clock differs from the machine's
    lived_until date not null,       -- the last day whose work is done
    settled boolean not null         -- whether the first start came to its end
);
