--liquibase formatted sql

--changeset peilschaal:016-carrier-reference
--comment By what the carrier knows the last message about an invitation when it tells what became of it, and whether it told that one arrived.
alter table invitation add column carrier_reference varchar(100);
alter table invitation add column delivered boolean default false not null;
create unique index uq_invitation_reference on invitation (carrier_reference);
--rollback drop index uq_invitation_reference;
--rollback alter table invitation drop column delivered;
--rollback alter table invitation drop column carrier_reference;
