-- Products due are looked for by shop only, also by the sweep. The index over all shops was taken for their order, and all of a shop read.
DROP INDEX "Publication_due";
