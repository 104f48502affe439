--liquibase formatted sql

--changeset peilschaal:021-api-key
--comment Keys of source systems. Only their SHA-256 is kept: 256 random bits need no salt, and nobody can read a key back.
create table api_key (
  name varchar(60) not null,
  source varchar(50) not null,
  key_hash bytea not null,
  scopes varchar(200) not null,
  per_minute integer not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  last_used_at timestamp with time zone,
  constraint pk_api_key primary key (name),
  constraint uq_api_key_hash unique (key_hash),
  constraint ck_api_key_per_minute check (per_minute >= 1)
);
create index ix_api_key_source on api_key (source);
--rollback drop table api_key;
