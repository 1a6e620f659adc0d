-- the parent whose own plan it is, after a conviction; null for the plan of the case
alter table plan add column parent_id bigint references parent (id);
