--liquibase formatted sql

--changeset peilschaal:011-scheduled-tasks
--comment What is to be done by one instance at a time: the table of db-scheduler 16.
create table scheduled_tasks (
  task_name varchar(100) not null,
  task_instance varchar(100) not null,
  task_data bytea,
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by varchar(100),
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  constraint pk_scheduled_tasks primary key (task_name, task_instance)
);
create index ix_scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index ix_scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
--rollback drop table scheduled_tasks;

--changeset peilschaal:011-report
--comment Every monthly report as it was made: the file, its hash, and the verdict that it gives. No row is ever changed.
create table report (
  to_month date not null,
  language varchar(10) not null,
  standing varchar(10) not null,
  made_at timestamp with time zone not null,
  verdict varchar(2000) not null,
  sha256 varchar(64) not null,
  pdf bytea not null,
  constraint pk_report primary key (to_month, language, standing),
  constraint ck_report_month check (extract(day from to_month) = 1),
  constraint ck_report_standing check (standing in ('concept', 'final'))
);
--rollback drop table report;

--changeset peilschaal:011-report-mail
--comment Which mail goes to whom on the distribution list, at most once: it is claimed and committed before it is sent, and a claim that a crash left behind is unknown, never sent again.
create table report_mail (
  id uuid not null,
  to_month date not null,
  kind varchar(10) not null,
  recipient varchar(254) not null,
  state varchar(10) not null,
  attempts integer not null,
  next_attempt_at timestamp with time zone not null,
  claimed_at timestamp with time zone,
  sent_at timestamp with time zone,
  failure varchar(100),
  constraint pk_report_mail primary key (id),
  constraint uq_report_mail unique (to_month, kind, recipient),
  constraint ck_report_mail_month check (extract(day from to_month) = 1),
  constraint ck_report_mail_kind check (kind in ('concept', 'final', 'reminder')),
  constraint ck_report_mail_state check (state in ('planned', 'claimed', 'sent', 'failed', 'unknown')),
  constraint ck_report_mail_claimed check (state not in ('claimed', 'unknown') or claimed_at is not null),
  constraint ck_report_mail_sent check ((state = 'sent') = (sent_at is not null))
);
create index ix_report_mail_due on report_mail (state, next_attempt_at);
--rollback drop table report_mail;
