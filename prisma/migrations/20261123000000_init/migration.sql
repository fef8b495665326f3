
-- CreateTable
CREATE TABLE "Merchant" (
    "id" UUID NOT NULL,
    "orgId" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'installed',
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "accessExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT NOT NULL DEFAULT '',
    "tokenState" TEXT NOT NULL DEFAULT 'active',
    "installedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uninstalledAt" TIMESTAMPTZ(3),
    "webhooksCheckAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "webhooksOkAt" TIMESTAMPTZ(3),
    "catalogPullAt" TIMESTAMPTZ(3),
    "catalogCursor" TEXT,
    "catalogStartedAt" TIMESTAMPTZ(3),
    "catalogReadAt" TIMESTAMPTZ(3),
    "locationsReadAt" TIMESTAMPTZ(3),

    CONSTRAINT "Merchant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Connection" (
    "id" UUID NOT NULL,
    "merchantId" UUID NOT NULL,
    "sellerId" TEXT NOT NULL,
    "shopName" TEXT NOT NULL,
    "shortCode" TEXT NOT NULL DEFAULT '',
    "account" TEXT NOT NULL DEFAULT '',
    "country" TEXT NOT NULL DEFAULT 'vn',
    "status" TEXT NOT NULL DEFAULT 'active',
    "statusReason" TEXT,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "accessExpiresAt" TIMESTAMPTZ(3),
    "refreshExpiresAt" TIMESTAMPTZ(3),
    "refreshSupported" BOOLEAN NOT NULL DEFAULT true,
    "authorizedAt" TIMESTAMPTZ(3) NOT NULL,
    "renewAt" TIMESTAMPTZ(3),
    "renewAttempts" INTEGER NOT NULL DEFAULT 0,
    "renewedAt" TIMESTAMPTZ(3),
    "connectedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disconnectedAt" TIMESTAMPTZ(3),
    "pushPrice" BOOLEAN NOT NULL DEFAULT false,
    "pushQuantity" BOOLEAN NOT NULL DEFAULT false,
    "orderProcessing" TEXT NOT NULL DEFAULT 'lazada',
    "stockLocationIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "orderLocationId" TEXT,
    "stockPercent" INTEGER NOT NULL DEFAULT 100,
    "safetyStock" INTEGER NOT NULL DEFAULT 0,
    "maxQuantity" INTEGER,
    "settingsVersion" INTEGER NOT NULL DEFAULT 0,
    "setupDone" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "ordersFeedAt" TIMESTAMPTZ(3),
    "ordersCursor" TIMESTAMPTZ(3),
    "ordersPollAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ordersFeedError" TEXT,
    "ordersFeedAttempts" INTEGER NOT NULL DEFAULT 0,
    "importFrom" TIMESTAMPTZ(3),
    "listingsPullAt" TIMESTAMPTZ(3),
    "listingsCursor" TEXT,
    "listingsStartedAt" TIMESTAMPTZ(3),
    "listingsReadAt" TIMESTAMPTZ(3),
    "reconcileAt" TIMESTAMPTZ(3),
    "reconciledAt" TIMESTAMPTZ(3),
    "reconcileChecked" INTEGER NOT NULL DEFAULT 0,
    "reconcileDiffered" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Connection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Location" (
    "merchantId" UUID NOT NULL,
    "locationId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "isPrimary" BOOLEAN NOT NULL DEFAULT false,
    "sellable" BOOLEAN NOT NULL DEFAULT true,
    "kind" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Location_pkey" PRIMARY KEY ("merchantId","locationId")
);

-- CreateTable
CREATE TABLE "Product" (
    "merchantId" UUID NOT NULL,
    "productId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "image" TEXT,
    "vendor" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL DEFAULT '',
    "tags" TEXT NOT NULL DEFAULT '',
    "updatedAt" TIMESTAMPTZ(3),
    "readAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Product_pkey" PRIMARY KEY ("merchantId","productId")
);

-- CreateTable
CREATE TABLE "Variant" (
    "merchantId" UUID NOT NULL,
    "variantId" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "barcode" TEXT,
    "code" TEXT,
    "sku" TEXT NOT NULL DEFAULT '',
    "price" DECIMAL(22,4) NOT NULL,
    "tracksInventory" BOOLEAN NOT NULL,
    "allowsBackorder" BOOLEAN NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "available" INTEGER,
    "readAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Variant_pkey" PRIMARY KEY ("merchantId","variantId")
);

-- CreateTable
CREATE TABLE "ProductRefresh" (
    "merchantId" UUID NOT NULL,
    "productId" TEXT NOT NULL,
    "wanted" INTEGER NOT NULL DEFAULT 1,
    "done" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "blockedBy" TEXT,

    CONSTRAINT "ProductRefresh_pkey" PRIMARY KEY ("merchantId","productId")
);

-- CreateTable
CREATE TABLE "Listing" (
    "merchantId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "skuId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "sellerSku" TEXT NOT NULL,
    "code" TEXT,
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "price" DECIMAL(18,2),
    "sellable" INTEGER,
    "locked" INTEGER NOT NULL DEFAULT 0,
    "warehouses" INTEGER NOT NULL DEFAULT 1,
    "url" TEXT,
    "readAt" TIMESTAMPTZ(3) NOT NULL,
    "goneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Listing_pkey" PRIMARY KEY ("connectionId","skuId")
);

-- CreateTable
CREATE TABLE "Publication" (
    "merchantId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "productId" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'published',
    "wanted" INTEGER NOT NULL DEFAULT 1,
    "matched" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "blockedBy" TEXT,
    "runId" UUID,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("connectionId","productId")
);

-- CreateTable
CREATE TABLE "PublishRun" (
    "id" UUID NOT NULL,
    "merchantId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'publish',
    "total" INTEGER NOT NULL,
    "requestedBy" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),
    "canceledAt" TIMESTAMPTZ(3),

    CONSTRAINT "PublishRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ListingLink" (
    "merchantId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "variantId" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "skuId" TEXT NOT NULL,
    "sellerSku" TEXT NOT NULL,
    "linkedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ListingLink_pkey" PRIMARY KEY ("connectionId","variantId")
);

-- CreateTable
CREATE TABLE "LostLink" (
    "merchantId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "skuId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "sellerSku" TEXT NOT NULL,
    "variantId" TEXT NOT NULL,
    "lostAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LostLink_pkey" PRIMARY KEY ("connectionId","skuId")
);

-- CreateTable
CREATE TABLE "Push" (
    "merchantId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "variantId" TEXT NOT NULL,
    "figure" TEXT NOT NULL,
    "wanted" INTEGER NOT NULL DEFAULT 1,
    "done" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "wantedSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cause" TEXT NOT NULL DEFAULT 'linked',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "blockedBy" TEXT,
    "believed" DECIMAL(18,2),
    "believedAt" TIMESTAMPTZ(3),
    "lastValue" DECIMAL(18,2),
    "lastPushedAt" TIMESTAMPTZ(3),
    "readBackAt" TIMESTAMPTZ(3),
    "owed" INTEGER,
    "outcome" TEXT NOT NULL DEFAULT 'waiting',
    "explanation" JSONB,

    CONSTRAINT "Push_pkey" PRIMARY KEY ("connectionId","variantId","figure")
);

-- CreateTable
CREATE TABLE "ChannelOrder" (
    "merchantId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "lazadaOrderId" TEXT NOT NULL,
    "lazadaCreatedAt" TIMESTAMPTZ(3) NOT NULL,
    "lazadaUpdatedAt" TIMESTAMPTZ(3) NOT NULL,
    "statuses" TEXT[],
    "paymentMethod" TEXT NOT NULL DEFAULT '',
    "total" DECIMAL(18,2) NOT NULL,
    "detail" TEXT NOT NULL,
    "detailHash" TEXT NOT NULL DEFAULT '',
    "itemsReadAt" TIMESTAMPTZ(3),
    "wasPaid" BOOLEAN NOT NULL DEFAULT false,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "firstSeenBy" TEXT NOT NULL DEFAULT 'poll',
    "wanted" INTEGER NOT NULL DEFAULT 1,
    "done" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "blockedBy" TEXT,
    "decision" TEXT NOT NULL DEFAULT 'waiting',
    "decisionReason" TEXT,
    "force" BOOLEAN NOT NULL DEFAULT false,
    "createStartedAt" TIMESTAMPTZ(3),
    "createAnsweredAt" TIMESTAMPTZ(3),
    "createScans" INTEGER NOT NULL DEFAULT 0,
    "createState" TEXT NOT NULL DEFAULT 'none',
    "haravanOrderId" TEXT,
    "haravanName" TEXT,
    "haravanLocation" TEXT,
    "importedAt" TIMESTAMPTZ(3),
    "tab" TEXT NOT NULL DEFAULT 'to_confirm',
    "deadlineAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ChannelOrder_pkey" PRIMARY KEY ("connectionId","lazadaOrderId")
);

-- CreateTable
CREATE TABLE "OrderItem" (
    "merchantId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "orderItemId" TEXT NOT NULL,
    "lazadaOrderId" TEXT NOT NULL,
    "sellerSku" TEXT NOT NULL,
    "code" TEXT,
    "itemId" TEXT NOT NULL DEFAULT '',
    "skuId" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,
    "variation" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL,
    "itemPrice" DECIMAL(18,2) NOT NULL,
    "paidPrice" DECIMAL(18,2) NOT NULL,
    "packageId" TEXT,
    "trackingCode" TEXT,
    "shipmentProvider" TEXT,
    "fulfilledByLazada" BOOLEAN NOT NULL DEFAULT false,
    "isDigital" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT,
    "initiator" TEXT,
    "everShipped" BOOLEAN NOT NULL DEFAULT false,
    "variantId" TEXT,
    "haravanLineId" TEXT,
    "haravanVariantId" TEXT,
    "canceledInHaravan" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "OrderItem_pkey" PRIMARY KEY ("connectionId","orderItemId")
);

-- CreateTable
CREATE TABLE "OrderPackage" (
    "merchantId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "packageId" TEXT NOT NULL,
    "lazadaOrderId" TEXT NOT NULL,
    "haravanFulfillmentId" TEXT,
    "trackingCode" TEXT,
    "state" TEXT NOT NULL DEFAULT 'pending',

    CONSTRAINT "OrderPackage_pkey" PRIMARY KEY ("connectionId","packageId")
);

-- CreateTable
CREATE TABLE "OrderAction" (
    "id" UUID NOT NULL,
    "merchantId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "lazadaOrderId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reasonName" TEXT,
    "orderItemIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "state" TEXT NOT NULL DEFAULT 'wanted',
    "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "message" TEXT,
    "code" TEXT,
    "requestedBy" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OrderAction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SyncIssue" (
    "id" UUID NOT NULL,
    "merchantId" UUID NOT NULL,
    "connectionId" UUID,
    "code" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "level" TEXT NOT NULL DEFAULT 'error',
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "platformMessage" TEXT,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "count" INTEGER NOT NULL DEFAULT 1,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SyncIssue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InboxMessage" (
    "id" UUID NOT NULL,
    "merchantId" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "sellerId" TEXT,
    "dedupeKey" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "processedAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,

    CONSTRAINT "InboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrailEvent" (
    "id" BIGSERIAL NOT NULL,
    "merchantId" UUID NOT NULL,
    "connectionId" UUID,
    "lazadaOrderId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "facts" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "TrailEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TurnLease" (
    "key" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "token" BIGINT NOT NULL DEFAULT 1,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "pausedUntil" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,

    CONSTRAINT "TurnLease_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "LoginState" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "merchantId" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LoginState_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Merchant_orgId_key" ON "Merchant"("orgId");

-- CreateIndex
CREATE INDEX "Connection_merchantId_status_idx" ON "Connection"("merchantId", "status");

-- CreateIndex
CREATE INDEX "Variant_merchantId_productId_idx" ON "Variant"("merchantId", "productId");

-- CreateIndex
CREATE INDEX "Variant_merchantId_code_idx" ON "Variant"("merchantId", "code");

-- CreateIndex
CREATE INDEX "ProductRefresh_dueAt_idx" ON "ProductRefresh"("dueAt");

-- CreateIndex
CREATE INDEX "Listing_merchantId_connectionId_code_idx" ON "Listing"("merchantId", "connectionId", "code");

-- CreateIndex
CREATE INDEX "Publication_merchantId_productId_idx" ON "Publication"("merchantId", "productId");

-- CreateIndex
CREATE INDEX "Publication_dueAt_idx" ON "Publication"("dueAt");

-- CreateIndex
CREATE INDEX "PublishRun_merchantId_connectionId_createdAt_idx" ON "PublishRun"("merchantId", "connectionId", "createdAt");

-- CreateIndex
CREATE INDEX "ListingLink_merchantId_connectionId_idx" ON "ListingLink"("merchantId", "connectionId");

-- CreateIndex
CREATE UNIQUE INDEX "ListingLink_connectionId_skuId_key" ON "ListingLink"("connectionId", "skuId");

-- CreateIndex
CREATE INDEX "Push_merchantId_connectionId_dueAt_idx" ON "Push"("merchantId", "connectionId", "dueAt");

-- CreateIndex
CREATE INDEX "Push_dueAt_idx" ON "Push"("dueAt");

-- CreateIndex
CREATE INDEX "ChannelOrder_merchantId_connectionId_lazadaCreatedAt_idx" ON "ChannelOrder"("merchantId", "connectionId", "lazadaCreatedAt");

-- CreateIndex
CREATE INDEX "ChannelOrder_merchantId_connectionId_tab_idx" ON "ChannelOrder"("merchantId", "connectionId", "tab");

-- CreateIndex
CREATE INDEX "ChannelOrder_dueAt_idx" ON "ChannelOrder"("dueAt");

-- CreateIndex
CREATE INDEX "OrderItem_merchantId_connectionId_lazadaOrderId_idx" ON "OrderItem"("merchantId", "connectionId", "lazadaOrderId");

-- CreateIndex
CREATE INDEX "OrderItem_merchantId_variantId_idx" ON "OrderItem"("merchantId", "variantId");

-- CreateIndex
CREATE INDEX "OrderItem_merchantId_code_idx" ON "OrderItem"("merchantId", "code");

-- CreateIndex
CREATE INDEX "OrderPackage_merchantId_connectionId_lazadaOrderId_idx" ON "OrderPackage"("merchantId", "connectionId", "lazadaOrderId");

-- CreateIndex
CREATE INDEX "OrderAction_merchantId_connectionId_lazadaOrderId_idx" ON "OrderAction"("merchantId", "connectionId", "lazadaOrderId");

-- CreateIndex
CREATE INDEX "OrderAction_dueAt_idx" ON "OrderAction"("dueAt");

-- CreateIndex
CREATE INDEX "SyncIssue_merchantId_connectionId_closedAt_code_idx" ON "SyncIssue"("merchantId", "connectionId", "closedAt", "code");

-- CreateIndex
CREATE INDEX "SyncIssue_merchantId_subjectKind_subjectId_idx" ON "SyncIssue"("merchantId", "subjectKind", "subjectId");

-- CreateIndex
CREATE INDEX "InboxMessage_processedAt_dueAt_idx" ON "InboxMessage"("processedAt", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "InboxMessage_merchantId_dedupeKey_key" ON "InboxMessage"("merchantId", "dedupeKey");

-- CreateIndex
CREATE INDEX "TrailEvent_merchantId_connectionId_at_idx" ON "TrailEvent"("merchantId", "connectionId", "at");

-- CreateIndex
CREATE INDEX "TrailEvent_merchantId_lazadaOrderId_idx" ON "TrailEvent"("merchantId", "lazadaOrderId");

-- CreateIndex
CREATE INDEX "LoginState_expiresAt_idx" ON "LoginState"("expiresAt");

-- AddForeignKey
ALTER TABLE "Connection" ADD CONSTRAINT "Connection_merchantId_fkey" FOREIGN KEY ("merchantId") REFERENCES "Merchant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

