--liquibase formatted sql

--changeset peilschaal:028-download
--comment What employees asked to be made for them while they do something else. steps and done: how far it is. file_name and bytes are those of the file once it is made. It goes some days after it ended.
create table download (
  id uuid not null,
  employee varchar(255) not null,
  kind varchar(20) not null,
  first_month date not null,
  last_month date not null,
  language varchar(2),
  asked_at timestamp with time zone not null,
  attempts smallint default 0 not null,
  steps int default 0 not null,
  done int default 0 not null,
  file_name varchar(100),
  bytes bigint,
  failed boolean default false not null,
  ended_at timestamp with time zone,
  constraint pk_download primary key (id),
  constraint ck_download_kind check (kind in ('pack', 'reports', 'figures')),
  constraint ck_download_first check (extract(day from first_month) = 1),
  constraint ck_download_last check (extract(day from last_month) = 1 and last_month >= first_month),
  constraint ck_download_made check ((file_name is null) = (bytes is null) and (file_name is null or ended_at is not null))
);
create index ix_download_employee on download (employee, asked_at);
create index ix_download_ended on download (ended_at, asked_at);
--rollback drop table download;

--changeset peilschaal:028-download-part
--comment The file in parts, so that it is never in memory as a whole and every instance has it.
create table download_part (
  download_id uuid not null,
  number int not null,
  content bytea not null,
  constraint pk_download_part primary key (download_id, number),
  constraint fk_download_part_download foreign key (download_id) references download (id) on delete cascade
);
--rollback drop table download_part;
