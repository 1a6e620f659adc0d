-- what the sender of a file is to know besides its rejected rows, a sentence on each line
alter table import_result add column remarks varchar default '' not null;
