-- the notice withdrawn for a material error with which this one was given, for the same offence (settlement 14)
alter table penalty_notice add column corrects bigint references penalty_notice (id);
alter table penalty_notice add constraint penalty_notice_corrects_once unique (corrects);
