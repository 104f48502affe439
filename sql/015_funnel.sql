--liquibase formatted sql

--changeset peilschaal:015-opened
--comment Whether the page was opened, without when: a step of the funnel. Who answered has opened it.
alter table invitation add column opened boolean default false not null;
update invitation set opened = true where answered_at is not null;
--rollback alter table invitation drop column opened;

--changeset peilschaal:015-index-invitation
--comment It is counted by the same one pass over the index.
drop index ix_invitation_counted;
create index ix_invitation_counted on invitation (contact_month, channel, state, opened);
--rollback drop index ix_invitation_counted;
--rollback create index ix_invitation_counted on invitation (contact_month, channel, state);

--changeset peilschaal:015-count-again
--comment What was counted before was not counted by step: all of it is counted again.
delete from counted_month;
delete from month_count;
--rollback delete from counted_month;
--rollback delete from month_count;
