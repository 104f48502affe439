--liquibase formatted sql

--changeset peilschaal:006-broken-down-year
--comment Calendar years that were broken down, and on how many answers.
create table broken_down_year (
  calendar_year integer not null,
  answers bigint not null,
  threshold integer not null,
  counted_at timestamp with time zone not null,
  constraint pk_broken_down_year primary key (calendar_year)
);
--rollback drop table broken_down_year;

--changeset peilschaal:006-group-score
--comment How often each score was given in each group of such a year, small groups merged.
create table group_score (
  calendar_year integer not null,
  dimension varchar(10) not null,
  group_name varchar(200) not null,
  indicator varchar(12) not null,
  score smallint not null,
  number bigint not null,
  constraint pk_group_score primary key (calendar_year, dimension, group_name, indicator, score)
);
--rollback drop table group_score;
