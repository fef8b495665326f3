// Who may import whom (docs: the tree's table). A test plants a violation and expects red: with a compiler that
// dependency-cruiser does not support it would check nothing and say that all is well.

const tests = '(\\.test|-battery)\\.tsx?$';
const ours = '^(src|app|workers|sandbox|scripts|tests|bench)/';

/** Files below `folder` may import, of our own files, only these. Tests beside them are free. */
const only = (folder, allowed, comment) => ({
  name: `${folder.replaceAll('/', '-')}-imports`,
  comment,
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: tests },
  to: { path: ours, pathNot: [`^${folder}/`, ...allowed.map((path) => `^${path}`)] },
});

/** Of `to`, files below `folder` may import types, and values only from `values`. */
const typesOnly = (folder, to, values) => ({
  name: `${folder.replaceAll('/', '-')}-only-types-of-${to.replaceAll('/', '-')}`,
  comment: 'Facts are data: the code behind them is reached through ports or compose.',
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: tests },
  to: { path: `^${to}/`, pathNot: values, dependencyTypesNot: ['type-only'] },
});

const errorFamily = '^src/clients/http/platform-error\\.ts$';

export default {
  forbidden: [
    only('src/domain', [], 'Pure decisions.'),
    {
      name: 'src-domain-pure',
      comment: 'No package and nothing of Node: no I/O, no clock, no environment.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: tests },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'core'] },
    },
    only('src/clients', [], 'Clients know HTTP and nothing of ours.'),
    only('src/sync', ['src/domain/', 'src/clients/'], 'Use-cases join domain and clients; the rest is behind ports.'),
    typesOnly('src/sync', 'src/clients', errorFamily),
    only('src/db', ['src/domain/', 'src/sync/ports', 'src/platform/encryption'], 'Stores stand behind ports.'),
    only('src/jobs', ['src/domain/(ids|lane)\\.ts'], 'Declarations only.'),
    only('src/queries', ['src/domain/', 'src/db/(client|tenant|generated)'], 'Pages are read from the database only.'),
    only('src/platform', [], 'The ground that others stand on.'),
    only(
      'app',
      ['src/domain/', 'src/sync/', 'src/queries/', 'src/compose', 'src/clients/http/platform-error\\.ts'],
      'Thin.',
    ),
    only(
      'workers',
      ['src/domain/', 'src/sync/', 'src/jobs/', 'src/compose', 'src/clients/http/platform-error\\.ts'],
      'Thin.',
    ),
    only('sandbox', [], 'What stands for the platforms shares nothing with what talks to them.'),
    {
      name: 'judges-from-outside',
      comment: 'What judges the product shares no code with it.',
      severity: 'error',
      from: { path: '^(scripts/demo|tests/oracle)/' },
      to: { path: '^(src|app|workers)/' },
    },
    {
      name: 'src-not-outward',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: '^(app|workers|sandbox|scripts|tests|bench)/' },
    },
    {
      name: 'no-development-packages',
      comment: 'They are not there in production.',
      severity: 'error',
      from: { path: '^(src|app|workers)/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      comment: 'Types may refer to one another; code may not wait for itself to load.',
      severity: 'error',
      from: { pathNot: '^src/db/generated/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-src-app-or-pages',
      comment: 'Next takes these names for its own and then ignores app/.',
      severity: 'error',
      from: { path: '^src/(app|pages)/' },
      to: {},
    },
    { name: 'no-lone-src-app-or-pages', severity: 'error', from: { orphan: true, path: '^src/(app|pages)/' }, to: {} },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^src/db/generated/'] },
    exclude: { path: ['^\\.next/', '^\\.data/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
