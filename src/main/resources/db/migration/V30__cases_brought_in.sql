-- what became of the rows of a file of cases under way that were not rejected, for whoever asks when it has been read
create table cases_brought_in (
    import_id bigint  primary key references import_result (id),
    -- a JSON list, in the order of the rows
    placed    varchar not null
);
