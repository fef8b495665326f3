// Loaded before `npm run start:web` and `npm run start:worker`: those are for many machines, which share one
// database and one Redis, so none is started here (spec R9.5).
const missing = ['DATABASE_URL', 'REDIS_URL'].filter((name) => !process.env[name]);
if (missing.length > 0) {
  console.error(
    `Set ${missing.join(' and ')} to the servers that all machines share, or use npm start on one machine.`,
  );
  process.exit(1);
}
