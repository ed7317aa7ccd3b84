/**
 * The floors of the house and the arrows between them: define → components → controllers → services → core ← server.
 * Words, styles and events are open to the floors above them only.
 */
const floor = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: to },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unknown', severity: 'error', from: {}, to: { couldNotResolve: true } },
    floor(
      'core-decides',
      '^src/core',
      '^(src/(?!core)|server|node_modules)',
      'Core is pure: no Lit, no network, no other floor.',
    ),
    floor(
      'services-act',
      '^src/services',
      '^src/(components|controllers|define|locales|styles|autoloader|conference-page)|^server',
      'Services know ports, not elements or words.',
    ),
    floor('controllers-connect', '^src/controllers', '^src/(components|define|autoloader|conference-page)|^server'),
    floor(
      'components-draw',
      '^src/components',
      '^src/(define|autoloader|conference-page)|^server',
      'A class registers nothing.',
    ),
    floor('locales-and-styles-are-leaves', '^src/(locales|styles)', '^src/(?!locales|styles)|^server'),
    floor('events-tell', '^src/events', '^src/(?!core|events)|^server'),
    floor('the-page-knows-no-server', '^(src|stories)', '^(server|demo|scripts)'),
    floor(
      'server-stands-on-core',
      '^server',
      '^(src/(?!core)|demo|scripts)',
      'The server shares the rules and nothing else.',
    ),
    {
      name: 'one-door-to-livekit',
      severity: 'error',
      comment:
        'livekit-client does not tree-shake: one module may import it, and that one is loaded when it is needed.',
      from: { path: '^src', pathNot: '^src/services/conference/livekit-conference\\.ts$' },
      to: { path: 'livekit-client', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'livekit-behind-a-dynamic-import',
      severity: 'error',
      from: { path: '^src' },
      to: {
        path: '^src/services/conference/livekit-conference\\.ts$',
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-test-in-product',
      severity: 'error',
      from: { path: '^(src|server/src)' },
      to: { path: '^(test|server/test|stories)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|cdn)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'default'] },
  },
};
