--liquibase formatted sql

--changeset peilschaal:029-index-address
--comment Invitations are looked up by an address one by one, never in its order. An index by hash costs less to add to, and nothing for those without an address; H2 makes the same as before of it.
drop index ix_invitation_email;
create index ix_invitation_email on invitation using hash (email_hash);
drop index ix_invitation_phone;
create index ix_invitation_phone on invitation using hash (phone_hash);
--rollback drop index ix_invitation_phone;
--rollback create index ix_invitation_phone on invitation (phone_hash);
--rollback drop index ix_invitation_email;
--rollback create index ix_invitation_email on invitation (email_hash);
