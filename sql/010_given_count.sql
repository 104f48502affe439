--liquibase formatted sql

--changeset peilschaal:010-given-count
--comment Numbers that other systems counted, one for each figure, location and period; a later one replaces an earlier one.
create table given_count (
  figure varchar(30) not null,
  location_key varchar(200) not null,
  location varchar(200),
  counted_period varchar(7) not null,
  number bigint not null,
  source varchar(50) not null,
  given_at timestamp with time zone not null,
  constraint pk_given_count primary key (figure, location_key, counted_period),
  constraint ck_given_count_number check (number between 0 and 1000000000),
  constraint ck_given_count_location check ((location_key = '') = (location is null))
);
--rollback drop table given_count;
