-- the version of the form on which an entry was filled in; not known of entries from before it was kept
alter table entry add column form_version int;
