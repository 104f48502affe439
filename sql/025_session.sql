--liquibase formatted sql

--changeset peilschaal:025-employee-session
--comment Employees who are signed in: one row for each browser, by the SHA-256 of the token in its cookie. It goes once it has ended.
create table employee_session (
  token_hash bytea not null,
  subject varchar(255) not null,
  name varchar(255) not null,
  role varchar(20) not null,
  language varchar(2) not null,
  csrf varchar(64) not null,
  begun_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  constraint pk_employee_session primary key (token_hash),
  constraint ck_employee_session_role check (role in ('reader', 'writer', 'publisher', 'administrator'))
);
create index ix_employee_session_seen on employee_session (seen_at);
--rollback drop table employee_session;

--changeset peilschaal:025-source-day
--comment The days on which a source reported contacts, so that one that falls silent is noticed.
create table source_day (
  source varchar(50) not null,
  reported_on date not null,
  constraint pk_source_day primary key (source, reported_on)
);
--rollback drop table source_day;
