--liquibase formatted sql

--changeset peilschaal:009-index-contact
--comment Contacts are counted by reason, too, by the same one pass over the index.
drop index ix_contact_counted;
create index ix_contact_counted on contact (contact_month, channel, location, resolved_first_time, reason);
--rollback drop index ix_contact_counted;
--rollback create index ix_contact_counted on contact (contact_month, channel, location, resolved_first_time);

--changeset peilschaal:009-count-again
--comment What was counted before was not counted by reason: all of it is counted again.
delete from counted_month;
delete from month_count;
--rollback delete from counted_month;
--rollback delete from month_count;
