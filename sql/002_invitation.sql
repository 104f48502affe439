--liquibase formatted sql

--changeset peilschaal:002-recipient
--comment Whom we asked or may not ask, known only by a keyed hash of the address: the frequency rule and the opt-out need no address.
create table recipient (
  address_hash bytea not null,
  asked_at timestamp with time zone,
  opted_out_at timestamp with time zone,
  constraint pk_recipient primary key (address_hash)
);
--rollback drop table recipient;

--changeset peilschaal:002-invitation
--comment Asking once: at most one invitation a contact. The planned ones are the outbox.
create table invitation (
  id uuid not null,
  contact_id uuid not null,
  medium varchar(10) not null,
  state varchar(10) not null,
  token_hash bytea,
  address bytea,
  email_hash bytea,
  phone_hash bytea,
  attempts integer default 0 not null,
  next_attempt_at timestamp with time zone,
  failure varchar(100),
  invited_at timestamp with time zone,
  expires_at timestamp with time zone,
  answered_at timestamp with time zone,
  constraint pk_invitation primary key (id),
  constraint uq_invitation_contact unique (contact_id),
  constraint uq_invitation_token unique (token_hash),
  constraint fk_invitation_contact foreign key (contact_id) references contact (id),
  constraint ck_invitation_medium check (medium in ('email', 'sms', 'link')),
  constraint ck_invitation_state check (state in ('planned', 'sent', 'handed_out', 'failed', 'withdrawn', 'imported')),
  constraint ck_invitation_planned check (state <> 'planned' or (next_attempt_at is not null and address is not null)),
  constraint ck_invitation_invited check (state not in ('sent', 'handed_out', 'imported') or invited_at is not null),
  constraint ck_invitation_token check (state = 'imported' or (token_hash is not null and expires_at is not null))
);
create index ix_invitation_due on invitation (medium, state, next_attempt_at);
create index ix_invitation_email on invitation (email_hash);
create index ix_invitation_phone on invitation (phone_hash);
--rollback drop table invitation;
