-- a contact's reference is its school's own key: two schools may use the same one for two people, and one person may have several;
-- beside it what the school last sent, so that only what it changes is changed
create table parent_reference (
    school_code                  varchar(7) not null references school (code),
    reference                    varchar    not null,
    parent_id                    bigint     not null references parent (id),
    title                        varchar    not null,
    first_name                   varchar    not null,
    last_name                    varchar    not null,
    address                      varchar    not null,
    postcode                     varchar    not null,
    address_confidential         boolean    not null,
    telephone                    varchar    not null,
    email                        varchar    not null,
    language                     varchar    not null,
    do_not_contact_reason        varchar,
    do_not_contact_authorised_by varchar,
    primary key (school_code, reference)
);
create index parent_reference_parent on parent_reference (parent_id);

-- a reference that was taken for everybody's stays with one school; another that uses it sends a person of its own
insert into parent_reference (school_code, reference, parent_id, title, first_name, last_name, address, postcode, address_confidential,
    telephone, email, language, do_not_contact_reason, do_not_contact_authorised_by)
select (select min(p.school_code) from parent_of_pupil c join pupil p on p.id = c.pupil_id where c.parent_id = a.id), a.reference, a.id,
    a.title, a.first_name, a.last_name, a.address_sent, a.postcode_sent, a.address_confidential, a.telephone, a.email, a.language,
    a.do_not_contact_reason, a.do_not_contact_authorised_by
from parent a where exists (select 1 from parent_of_pupil c where c.parent_id = a.id);

-- the key under which somebody was first sent stays with the person, and names nobody
alter table parent add column first_reference varchar;
update parent set first_reference = reference;
alter table parent drop column reference;
alter table parent rename column first_reference to reference;
alter table parent alter column reference set not null;
alter table parent drop column address_sent;
alter table parent drop column postcode_sent;

-- the last day on which somebody is the pupil's parent; who ended it, and why, where it was not a file
alter table parent_of_pupil add column until_on date;
alter table parent_of_pupil add column ended_by varchar;
alter table parent_of_pupil add column ended_because varchar;

-- unique pupil numbers that were replaced: files under them are still about the pupil
create table former_upn (
    upn         varchar primary key,
    pupil_id    bigint  not null references pupil (id),
    replaced_on date    not null,
    replaced_by varchar not null
);
create index former_upn_pupil on former_upn (pupil_id);

-- the schools at which a pupil was before, each with the pupil's first and last day there
create table former_school (
    pupil_id    bigint     not null references pupil (id),
    school_code varchar(7) not null references school (code),
    from_on     date       not null,
    until_on    date       not null,
    moved_by    varchar    not null,
    primary key (pupil_id, school_code, from_on)
);
create index former_school_code on former_school (school_code);
