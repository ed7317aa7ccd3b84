import { logLevels, type LogLevel } from './logger.js';

/** What the operator decides. */
export interface Configuration {
  port: number;
  host: string;
  /** The address by which browsers reach the server, without a slash at its end; `null`: where it listens. */
  publicUrl: string | null;
  databaseFile: string;
  /** Where browsers reach LiveKit: `ws:` or `wss:`. */
  livekitUrl: string;
  /** Where the server reaches LiveKit: `http:` or `https:`. */
  livekitApiUrl: string;
  livekitApiKey: string;
  livekitApiSecret: string;
  /** The secret with which host sites sign credentials. */
  credentialSecret: string;
  /** The origins of the sites that may use the server from their pages. */
  allowedOrigins: readonly string[];
  logLevel: LogLevel;
}

/** The configuration cannot be worked with; each problem is a plain sentence. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

const shortestSecret = 32;

/** Each variable with its default and what it is for, in the order of `--help`. */
const variables = [
  ['PORT', '4100', 'Port to listen on; 0 takes any that is free.'],
  ['HOST', '127.0.0.1', 'Address to listen on.'],
  ['PUBLIC_URL', 'http://HOST:PORT', 'Address by which browsers reach this server.'],
  ['DATABASE_FILE', './virtual-event-server.db', 'SQLite file; made when it is not there.'],
  ['LIVEKIT_URL', 'ws://127.0.0.1:7880', 'Address by which browsers reach LiveKit.'],
  ['LIVEKIT_API_URL', 'LIVEKIT_URL as http', 'Address by which this server reaches LiveKit.'],
  ['LIVEKIT_API_KEY', 'required', 'Key of LiveKit’s API.'],
  ['LIVEKIT_API_SECRET', 'required', 'Secret of that key.'],
  [
    'CREDENTIAL_SECRET',
    'required',
    `Secret with which host sites sign credentials (HS256); at least ${shortestSecret} characters.`,
  ],
  ['ALLOWED_ORIGINS', 'none', 'Origins of the sites whose pages may use this server, separated by commas.'],
  ['LOG_LEVEL', 'info', `One of ${logLevels.join(', ')}.`],
] as const;

type Variable = (typeof variables)[number][0];

export const helpText = (): string => {
  const rows = variables.map(([name, fallback, purpose]) => `  ${name.padEnd(20)}${purpose} Default: ${fallback}.`);
  const lines = [
    'virtual-event-server: the backend of Virtual Event Elements.',
    '',
    'Usage: virtual-event-server [--help]',
    '       virtual-event-server token --sub <id> …  makes a credential by hand; see token --help',
    '',
    'Environment:',
    ...rows,
    '',
    'LiveKit must send its webhooks to PUBLIC_URL/v1/webhooks/livekit, signed with LIVEKIT_API_KEY.',
  ];
  return lines.join('\n').replaceAll('Default: required.', 'Required.').replaceAll('Default: none.', 'Default: empty.');
};

/** The secret with which credentials are signed; what is wrong with it is added to the problems. */
export const readCredentialSecret = (
  environment: Readonly<Record<string, string | undefined>>,
  problems: string[],
): string => {
  const secret = environment['CREDENTIAL_SECRET']?.trim() ?? '';
  if (secret === '') problems.push('CREDENTIAL_SECRET is missing.');
  else if (secret.length < shortestSecret) {
    problems.push(`CREDENTIAL_SECRET must have at least ${shortestSecret} characters.`);
  }
  return secret;
};

const withoutSlash = (address: string): string => address.replace(/\/+$/, '');

/** Reads the configuration. Throws a `ConfigurationError` that names all that is wrong at once. */
export const readConfiguration = (environment: Readonly<Record<string, string | undefined>>): Configuration => {
  const problems: string[] = [];
  const read = (name: Variable, fallback = ''): string => {
    const value = environment[name]?.trim() ?? '';
    return value === '' ? fallback : value;
  };

  const required = (name: Variable): string => {
    const value = read(name);
    if (value === '') problems.push(`${name} is missing.`);
    return value;
  };

  const url = (name: Variable, value: string, protocols: readonly string[]): string => {
    if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
      const wanted = protocols.map((protocol) => `${protocol}//`).join(' or ');
      problems.push(`${name} must be an address that begins with ${wanted}, but is "${value}".`);
    }
    return withoutSlash(value);
  };

  const port = Number(read('PORT', '4100'));
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    problems.push(`PORT must be a whole number from 0 to 65535, but is "${read('PORT')}".`);
  }

  const publicUrl = read('PUBLIC_URL');
  const livekitUrl = url('LIVEKIT_URL', read('LIVEKIT_URL', 'ws://127.0.0.1:7880'), ['ws:', 'wss:']);
  const livekitApiUrl = read('LIVEKIT_API_URL', livekitUrl.replace(/^ws/, 'http'));

  const credentialSecret = readCredentialSecret(environment, problems);

  const allowedOrigins = read('ALLOWED_ORIGINS')
    .split(',')
    .map((origin) => withoutSlash(origin.trim()))
    .filter((origin) => origin !== '');
  for (const origin of allowedOrigins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      problems.push(`ALLOWED_ORIGINS must list origins like https://example.org, but has "${origin}".`);
    }
  }

  const logLevel = read('LOG_LEVEL', 'info') as LogLevel;
  if (!logLevels.includes(logLevel)) {
    problems.push(`LOG_LEVEL must be one of ${logLevels.join(', ')}, but is "${logLevel}".`);
  }

  const configuration: Configuration = {
    port,
    host: read('HOST', '127.0.0.1'),
    publicUrl: publicUrl === '' ? null : url('PUBLIC_URL', publicUrl, ['http:', 'https:']),
    databaseFile: read('DATABASE_FILE', './virtual-event-server.db'),
    livekitUrl,
    livekitApiUrl: url('LIVEKIT_API_URL', livekitApiUrl, ['http:', 'https:']),
    livekitApiKey: required('LIVEKIT_API_KEY'),
    livekitApiSecret: required('LIVEKIT_API_SECRET'),
    credentialSecret,
    allowedOrigins,
    logLevel,
  };
  if (problems.length > 0) throw new ConfigurationError(problems);
  return configuration;
};
