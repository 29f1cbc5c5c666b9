-- The last day that the next payroll pays, set by a person; null: every day. One row a company.
create table pay_through (
    company  varchar(64) primary key,
    last_day date,
    paid_day date,
    set_at   timestamp with time zone not null,
    set_by   varchar(128) not null
);
