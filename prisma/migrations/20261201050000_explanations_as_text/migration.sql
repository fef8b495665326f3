-- An explanation is written with every figure and read when somebody asks: as its text it costs a third of what it costs taken apart.
ALTER TABLE "Push" ALTER COLUMN explanation TYPE json;
