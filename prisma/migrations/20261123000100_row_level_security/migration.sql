-- Tenants are separated by the database, not only by the code (spec R7.1).
-- channel_app sees one merchant: the one named by app.merchant_id in the running transaction. No name, no rows: an error.
-- channel_sweep crosses tenants; only the sweeps and the look-ups before a tenant is known take this role.

DO $$ BEGIN CREATE ROLE channel_app NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE channel_sweep NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
DO $$ BEGIN
  -- Two databases of one cluster may be migrated at the same moment; the grant then exists already.
  EXECUTE format('GRANT channel_app, channel_sweep TO %I', current_user);
EXCEPTION WHEN unique_violation OR SQLSTATE 'XX000' THEN NULL; END $$;

GRANT USAGE ON SCHEMA public TO channel_app, channel_sweep;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO channel_app, channel_sweep;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO channel_app, channel_sweep;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO channel_app, channel_sweep;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO channel_app, channel_sweep;

-- After a commit the setting is '' and not unset: both mean that no tenant was named.
CREATE FUNCTION app_merchant() RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE named text := current_setting('app.merchant_id', true);
BEGIN
  IF named IS NULL OR named = '' THEN
    RAISE EXCEPTION 'no merchant is set for this transaction' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN named::uuid;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOR t IN
    SELECT c.table_name FROM information_schema.columns c
    WHERE c.table_schema = 'public' AND c.column_name = 'merchantId' AND c.table_name <> 'LoginState'
    UNION SELECT 'Merchant'
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY one_merchant ON %I TO channel_app USING (%I = (SELECT app_merchant())) WITH CHECK (%I = (SELECT app_merchant()))',
      t, CASE WHEN t = 'Merchant' THEN 'id' ELSE 'merchantId' END, CASE WHEN t = 'Merchant' THEN 'id' ELSE 'merchantId' END);
    EXECUTE format('CREATE POLICY sweep ON %I TO channel_sweep USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- A Lazada shop belongs to at most one merchant at a time (R1.3), whoever asks.
CREATE UNIQUE INDEX "Connection_one_live_per_seller" ON "Connection" ("sellerId") WHERE status <> 'disconnected';
-- One open issue per cause (R2.5), one open action of a kind per order (a double click is one action).
CREATE UNIQUE INDEX "SyncIssue_one_open_per_key" ON "SyncIssue" ("merchantId", "key") WHERE "closedAt" IS NULL;
CREATE UNIQUE INDEX "OrderAction_one_open" ON "OrderAction" ("connectionId", "lazadaOrderId", kind) WHERE state = 'wanted';
-- What the sweeps look for.
CREATE INDEX "Push_due" ON "Push" ("dueAt") WHERE wanted > done;
CREATE INDEX "Push_read_back" ON "Push" ("readBackAt") WHERE "readBackAt" IS NOT NULL;
CREATE INDEX "ChannelOrder_due" ON "ChannelOrder" ("dueAt") WHERE wanted > done;
CREATE INDEX "Publication_due" ON "Publication" ("dueAt") WHERE wanted > matched;
CREATE INDEX "InboxMessage_due" ON "InboxMessage" ("dueAt") WHERE "processedAt" IS NULL;
CREATE INDEX "OrderAction_due" ON "OrderAction" ("dueAt") WHERE state = 'wanted';
