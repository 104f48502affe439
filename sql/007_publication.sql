--liquibase formatted sql

--changeset peilschaal:007-publication
--comment What was published of a month, frozen: the whole table (gzip of CSV), the hash of what the public sees of it, and what it meant.
create table publication (
  to_month date not null,
  published_at timestamp with time zone not null,
  software varchar(50) not null,
  definitions varchar(10000) not null,
  note varchar(1000),
  sha256 varchar(64) not null,
  figures bytea not null,
  restated bytea not null,
  constraint pk_publication primary key (to_month),
  constraint ck_publication_month check (extract(day from to_month) = 1)
);
--rollback drop table publication;
