-- What may happen before anyone is known. Every function runs as door_keeper and answers one question.
set role door_keeper;

create function door.find_login(wanted text)
returns table (account_id uuid, password_hash text, authenticator bytea, authenticator_step bigint, failures int, locked_until timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select id, password_hash, authenticator, authenticator_step, failures, locked_until
  from accounts where lower(login) = lower(wanted)
$$;

create function door.find_account(wanted uuid)
returns table (login text, has_authenticator boolean, passkeys bigint, codes bigint, password_hash text)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.login, a.authenticator is not null,
    (select count(*) from passkeys p where p.account_id = a.id),
    (select count(*) from recovery_codes c where c.account_id = a.id),
    a.password_hash
  from accounts a where a.id = wanted
$$;

-- One wrong try waits 2^failures seconds, from the fifth on, at most 15 minutes. Bounded before it is raised: 2^1024 is no number.
create function door.record_failure(account uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update accounts set failures = failures + 1,
    locked_until = case when failures >= 4 then now() + make_interval(secs => least(900, power(2, least(failures, 20)))) end
  where id = account
$$;

-- Answers whether the code's step was still to be used: of two that bring one code at once, one enters. 0: no code was used.
create function door.record_success(account uuid, step bigint) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update accounts set failures = 0, locked_until = null, authenticator_step = greatest(authenticator_step, step)
  where id = account and (step = 0 or authenticator_step < step);
  return found;
end
$$;

create function door.use_recovery_code(account uuid, hash bytea) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from recovery_codes where account_id = account and code_hash = hash;
  return found;
end
$$;

-- The code that proved the secret is used up with it.
create function door.add_account(account uuid, wanted_login text, hash text, secret bytea, step bigint, codes bytea[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into accounts (id, login, password_hash, authenticator, authenticator_step) values (account, wanted_login, hash, secret, step);
  insert into recovery_codes select account, unnest(codes);
end
$$;

create function door.change_password(account uuid, hash text) returns void
language sql security definer set search_path = public, pg_temp as $$
  update accounts set password_hash = hash where id = account
$$;

create function door.change_authenticator(account uuid, secret bytea, step bigint, codes bytea[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update accounts set authenticator = secret, authenticator_step = greatest(authenticator_step, step) where id = account;
  delete from recovery_codes where account_id = account;
  insert into recovery_codes select account, unnest(codes);
end
$$;

create function door.add_passkey(account uuid, passkey text, key bytea, sign_count bigint, passkey_label text) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into passkeys (id, account_id, public_key, counter, label) values (passkey, account, key, sign_count, passkey_label)
$$;

create function door.find_passkey(passkey text)
returns table (account_id uuid, public_key bytea, counter bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select account_id, public_key, counter from passkeys where id = passkey
$$;

create function door.passkeys_of(account uuid)
returns table (id text, label text, created_at timestamptz, used_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select id, label, created_at, used_at from passkeys where account_id = account order by created_at
$$;

create function door.use_passkey(passkey text, sign_count bigint) returns void
language sql security definer set search_path = public, pg_temp as $$
  update passkeys set counter = sign_count, used_at = now() where id = passkey
$$;

create function door.remove_passkey(account uuid, passkey text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from passkeys where id = passkey and account_id = account;
  return found;
end
$$;

create function door.open_session(token bytea, account uuid, session_label text, hours int, org uuid, device uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into sessions (token_hash, account_id, label, expires_at, device_org_id, device_id)
  values (token, account, session_label, now() + make_interval(hours => hours), org, device);
  update devices set seen_at = now() where org_id = org and id = device;
$$;

-- A session ends after 12 hours, after 30 idle minutes, or when its phone is revoked.
create view door.live_sessions with (security_invoker = true) as
  select s.* from sessions s left join devices d on d.org_id = s.device_org_id and d.id = s.device_id
  where s.expires_at > now() and s.seen_at > now() - interval '30 minutes' and d.revoked_at is null;

-- Noted once a minute, so that most requests write nothing; two at once do not wait for each other.
create function door.note_seen(token bytea) returns void
language sql security definer set search_path = public, pg_temp as $$
  update sessions set seen_at = now() where token_hash = (
    select token_hash from sessions where token_hash = token for update skip locked)
$$;

create function door.who(token bytea)
returns table (account_id uuid, label text, proved_at timestamptz, device_id uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_at timestamptz;
begin
  select s.account_id, s.label, s.proved_at, s.device_id, s.seen_at
  into account_id, label, proved_at, device_id, found_at from door.live_sessions s where s.token_hash = token;
  if not found then return; end if;
  return next;
  if found_at < now() - interval '1 minute' then perform door.note_seen(token); end if;
end
$$;

create function door.memberships_of(account uuid)
returns table (org_id uuid, name text, kind text, time_zone text, membership_id uuid, role text, alias text)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, o.name, o.kind, o.time_zone, m.id, m.role, m.alias
  from memberships m join organizations o on o.id = m.org_id
  where m.account_id = account and m.ended_at is null order by o.name
$$;

-- Who may act in one organization, and on which lists. Nobody: no row. Every request asks this, in one query.
create function door.enter(token bytea, org uuid)
returns table (org_id uuid, account_id uuid, membership_id uuid, role text, alias text, device_id uuid, proved_at timestamptz, time_zone text, list_ids uuid[])
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_at timestamptz;
begin
  select m.org_id, m.account_id, m.id, m.role, m.alias, s.device_id, s.proved_at, o.time_zone,
    array(select a.list_id from assignments a where a.org_id = m.org_id and a.membership_id = m.id), s.seen_at
  into org_id, account_id, membership_id, role, alias, device_id, proved_at, time_zone, list_ids, found_at
  from door.live_sessions s
  join memberships m on m.org_id = org and m.account_id = s.account_id and m.ended_at is null
  join organizations o on o.id = m.org_id
  where s.token_hash = token;
  if not found then return; end if;
  return next;
  if found_at < now() - interval '1 minute' then perform door.note_seen(token); end if;
end
$$;

create function door.prove_session(token bytea) returns void
language sql security definer set search_path = public, pg_temp as $$
  update sessions set proved_at = now() where token_hash = token
$$;

create function door.sessions_of(account uuid)
returns table (token_hash bytea, label text, created_at timestamptz, seen_at timestamptz, device_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select token_hash, label, created_at, seen_at, device_id from door.live_sessions
  where account_id = account order by seen_at desc
$$;

create function door.end_session(token bytea) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from sessions where token_hash = token
$$;

create function door.end_sessions(account uuid, keep bytea) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from sessions where account_id = account and token_hash is distinct from keep
$$;

-- An invitation is worth what its maker is: who left, or no longer leads, invites nobody.
create function door.still_invites(org uuid, inviter uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select inviter is null or exists (
    select from memberships m where m.org_id = org and m.id = inviter and m.ended_at is null and m.role in ('owner', 'coordinator'))
$$;

create function door.find_invitation(token bytea)
returns table (org_id uuid, org_name text, role text, alias text, recovery boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.org_id, o.name, i.role, i.alias, i.membership_id is not null
  from invitations i join organizations o on o.id = i.org_id
  where i.token_hash = token and i.used_at is null and i.expires_at > now() and door.still_invites(i.org_id, i.invited_by)
$$;

-- Turns an invitation into a membership, once. A recovery moves the membership to the new account and revokes its phones,
-- so that one organization can never take over an account that also serves another; what was asked or granted with the old
-- keys is set aside. Who holds the link might be whoever made it: that is remembered, and for three days (`approvalDays`)
-- the newcomer grants nothing. Whom the server invites can do all this alone anyway, and waits for nothing.
create function door.claim_invitation(token bytea, account uuid, device uuid, device_label text, secret bytea, send bytea)
returns table (org_id uuid, membership_id uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  invitation invitations;
  member uuid;
  hands uuid[];
  seasoned timestamptz;
begin
  update invitations i set used_at = now()
  where i.token_hash = token and i.used_at is null and i.expires_at > now() and door.still_invites(i.org_id, i.invited_by) returning * into invitation;
  if not found then return; end if;
  hands := array_remove(array[invitation.invited_by], null);
  seasoned := now() + case when invitation.invited_by is null then interval '0' else interval '3 days' end;
  if invitation.membership_id is null then
    member := invitation.id;
    insert into memberships (org_id, id, account_id, role, alias, brought_by, grants_from)
    values (invitation.org_id, member, account, invitation.role, invitation.alias, hands, seasoned);
    insert into assignments (org_id, membership_id, list_id)
    select invitation.org_id, member, unnest(invitation.list_ids);
  else
    member := invitation.membership_id;
    update memberships m set account_id = account, brought_by = m.brought_by || hands, grants_from = seasoned
    where m.org_id = invitation.org_id and m.id = member and m.ended_at is null;
    if not found then return; end if;
    update approvals a set refused_at = now()
    where a.org_id = invitation.org_id and member in (a.asked_by, a.granted_by) and a.used_at is null and a.refused_at is null;
    update invitations i set expires_at = now()
    where i.org_id = invitation.org_id and i.invited_by = member and i.used_at is null and i.expires_at > now();
    update devices d set revoked_at = now()
    where d.org_id = invitation.org_id and d.membership_id = member and d.revoked_at is null;
  end if;
  if device is not null then
    insert into devices (org_id, id, membership_id, label, secret_hash, send_hash)
    values (invitation.org_id, device, member, device_label, secret, send);
  end if;
  insert into access_log (org_id, membership_id, verb, target, target_id)
  values (invitation.org_id, member, 'join', 'membership', member);
  return query select invitation.org_id, member;
end
$$;

create function door.find_device(secret bytea)
returns table (org_id uuid, device_id uuid, account_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.org_id, d.id, m.account_id from devices d
  join memberships m on m.org_id = d.org_id and m.id = d.membership_id and m.ended_at is null
  where d.secret_hash = secret and d.revoked_at is null
$$;

-- Who sends what was written offline. A revoked phone is still told apart: what it sends waits for an owner.
create function door.find_courier(send bytea)
returns table (org_id uuid, device_id uuid, membership_id uuid, role text, alias text, account_id uuid, time_zone text, proved_at timestamptz, revoked boolean, list_ids uuid[])
language sql stable security definer set search_path = public, pg_temp as $$
  select d.org_id, d.id, m.id, m.role, m.alias, m.account_id, o.time_zone, to_timestamp(0), d.revoked_at is not null or m.ended_at is not null,
    array(select a.list_id from assignments a where a.org_id = m.org_id and a.membership_id = m.id)
  from devices d join memberships m on m.org_id = d.org_id and m.id = d.membership_id join organizations o on o.id = m.org_id
  where d.send_hash = send
$$;

create function door.is_empty() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from organizations)
$$;

create function door.invite_owner(org uuid, invitation uuid, token bytea, owner_alias text, days int) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into invitations (org_id, id, token_hash, role, alias, expires_at)
  values (org, invitation, token, 'owner', owner_alias, now() + make_interval(days => days))
$$;

create function door.deployment_key(key_name text) returns bytea
language sql stable security definer set search_path = public, pg_temp as $$
  select sealed from deployment_keys where name = key_name
$$;

create function door.keep_deployment_key(key_name text, value bytea) returns bytea
language sql security definer set search_path = public, pg_temp as $$
  insert into deployment_keys (name, sealed) values (key_name, value) on conflict (name) do nothing;
  select sealed from deployment_keys where name = key_name;
$$;

reset role;
grant execute on all functions in schema door to asamblea_app;
