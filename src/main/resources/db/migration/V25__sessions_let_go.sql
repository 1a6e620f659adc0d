-- sessions that an officer lets go: of those whose last day for a charge is that day or earlier, the case is told no more
create table time_limit_let_go (
    case_reference varchar primary key references attendance_case (reference),
    last_day       date not null
);
