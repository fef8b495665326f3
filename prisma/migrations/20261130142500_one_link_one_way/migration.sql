-- A link is looked up by its variant, which is the key, or by its SKU, and by nothing that both ways share: else what PostgreSQL does not
-- know of a new shop makes the wrong one of them look as good as the right one, and all links are read for one (R7.2).
DROP INDEX "ListingLink_merchantId_variantId_idx";
DROP INDEX "ListingLink_connectionId_skuId_key";
CREATE UNIQUE INDEX "ListingLink_skuId_connectionId_key" ON "ListingLink"("skuId", "connectionId");

-- A shop of 100 000 among ten million rows is one in a hundred: PostgreSQL's default looks again only after one in ten has changed.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Product', 'Variant', 'Listing', 'ListingLink', 'Publication', 'Push', 'ChannelOrder', 'OrderItem'] LOOP
    EXECUTE format('ALTER TABLE %I SET (autovacuum_analyze_scale_factor = 0.01, autovacuum_analyze_threshold = 1000)', t);
  END LOOP;
END $$;
