import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAULT_KINDS } from '@/sandbox/core/faults';
import { coverageFigures as haravanFigures } from '@/sandbox/haravan/coverage';
import { COVERAGE as HARAVAN_COVERAGE } from '@/sandbox/haravan/coverage-table';
import { coverageFigures as lazadaFigures } from '@/sandbox/lazada/coverage';
import { COMMON_DAYS } from '@/tests/contract/faults';
import { HARAVAN_OPERATIONS } from '@/tests/contract/haravan/operations';
import { LAZADA_OPERATIONS } from '@/tests/contract/lazada/operations';

type Files = { files: number; lines: number };

/** Source below a folder without its tests; lines that hold something. */
function sizeOf(folder: string): Files {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !/(^|\/)(testing|test-)/.test(name),
  );
  const lines = files
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line.trim());
  return { files: files.length, lines: lines.length };
}

function clientRow(name: string, folder: string, operations: number, inReference: number): string {
  const { files, lines } = sizeOf(folder);
  const each = (lines / operations).toFixed(0);
  return `${name}: ${operations} operations of ${inReference} in the reference; ${files} files, ${lines} lines, ${each} lines per operation`;
}

function sandboxRow(
  name: string,
  folder: string,
  figures: { supported: number; partial: number; total: number },
): string {
  const { supported, partial, total } = figures;
  const { files, lines } = sizeOf(folder);
  const each = (lines / (supported + partial)).toFixed(0);
  const absent = total - supported - partial;
  return `${name}: ${supported} supported, ${partial} partial, ${absent} absent of ${total}; ${files} files, ${lines} lines, ${each} lines per operation`;
}

const testFilesIn = (...folders: string[]): number =>
  folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    .filter((name) => name.endsWith('.test.ts')).length;

const lazada = lazadaFigures();
const haravan = haravanFigures(HARAVAN_COVERAGE);

console.log(`Clients
  ${clientRow('Lazada', 'src/clients/lazada', LAZADA_OPERATIONS.length, lazada.total)}
  ${clientRow('Haravan', 'src/clients/haravan', HARAVAN_OPERATIONS.length, haravan.total)}
  pipeline of both: ${sizeOf('src/clients/http').lines} lines
Sandbox
  ${sandboxRow('Lazada', 'sandbox/lazada', lazada)}
  ${sandboxRow('Haravan', 'sandbox/haravan', haravan)}
  core of both: ${sizeOf('sandbox/core').lines} lines
Faults
  ${FAULT_KINDS.length} kinds, each with tests; ${Object.keys(COMMON_DAYS).length} bad days are tried on every operation of both clients
Files of tests
  ${testFilesIn('src', 'app', 'workers', 'sandbox', 'scripts', 'bench', 'tests/unit')} unit, ${testFilesIn('tests/contract')} contract, ${testFilesIn('tests/integration')} integration, ${testFilesIn('tests/e2e')} browser`);
