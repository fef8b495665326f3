-- The large tables are analyzed whenever one row in a hundred has changed, while a shop is published that is every few seconds. A sample of
-- 3 000 rows tells a large shop from small ones as well as one of 30 000, at a tenth of the price (docs/decisions/rows-of-a-new-shop.md).
DO $$
DECLARE
  c record;
BEGIN
  FOR c IN SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name IN ('Product', 'Variant', 'Listing', 'ListingLink', 'Publication', 'Push', 'ChannelOrder', 'OrderItem', 'SyncIssue')
  LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN %I SET STATISTICS 10', c.table_name, c.column_name);
  END LOOP;
END $$;
