-- One shop's products that wait for a match, in the order in which they are taken: a hundred of 25 000 chosen in one click are
-- found without sorting all of them (R2.2, R7.2). The sweep goes on asking by time alone.
CREATE INDEX "Publication_due_by_shop" ON "Publication" ("connectionId", "dueAt", "productId") WHERE wanted > matched;
