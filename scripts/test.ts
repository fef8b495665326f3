import { runStaticChecks } from './test-run/static-checks';
import { runVitest } from './test-run/vitest-run';

/** `npm test -- [arguments of vitest]`: everything that CI runs; its last line is `N passed, N failed`. */
const checks = await runStaticChecks();
const tests = await runVitest(process.argv.slice(2));
const failed = checks.failed + tests.failed;
console.log(`${checks.passed + tests.passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
