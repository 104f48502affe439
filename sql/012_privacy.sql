--liquibase formatted sql

--changeset peilschaal:012-scrubbed-comment
--comment A marker may be longer than what it stands for, but never twice as long.
alter table answer alter column comment set data type varchar(8000);
--rollback alter table answer alter column comment set data type varchar(4000);
