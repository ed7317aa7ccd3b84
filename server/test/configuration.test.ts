import { describe, expect, it } from 'vitest';
import { ConfigurationError, helpText, readConfiguration } from '../src/configuration.js';

const needed = {
  LIVEKIT_API_KEY: 'key',
  LIVEKIT_API_SECRET: 'secret',
  CREDENTIAL_SECRET: 'x'.repeat(32),
};

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfiguration(environment);
  } catch (thrown) {
    return (thrown as ConfigurationError).problems;
  }
  return [];
};

describe('configuration', () => {
  it('has a default for everything but secrets', () => {
    expect(readConfiguration(needed)).toEqual({
      port: 4100,
      host: '127.0.0.1',
      publicUrl: null,
      databaseFile: './virtual-event-server.db',
      livekitUrl: 'ws://127.0.0.1:7880',
      livekitApiUrl: 'http://127.0.0.1:7880',
      livekitApiKey: 'key',
      livekitApiSecret: 'secret',
      credentialSecret: 'x'.repeat(32),
      allowedOrigins: [],
      logLevel: 'info',
    });
  });

  it('takes what is set', () => {
    const configuration = readConfiguration({
      ...needed,
      PORT: '0',
      PUBLIC_URL: 'https://events.example.org/backend/',
      LIVEKIT_URL: 'wss://media.example.org/',
      ALLOWED_ORIGINS: 'https://a.example, https://b.example/',
    });
    expect(configuration).toMatchObject({
      port: 0,
      publicUrl: 'https://events.example.org/backend',
      livekitUrl: 'wss://media.example.org',
      livekitApiUrl: 'https://media.example.org',
      allowedOrigins: ['https://a.example', 'https://b.example'],
    });
  });

  it('names all that is missing at once', () => {
    expect(problemsOf({})).toEqual([
      'CREDENTIAL_SECRET is missing.',
      'LIVEKIT_API_KEY is missing.',
      'LIVEKIT_API_SECRET is missing.',
    ]);
  });

  it.each([
    ['PORT', 'eighty', 'PORT must be a whole number from 0 to 65535, but is "eighty".'],
    ['PORT', '70000', 'PORT must be a whole number from 0 to 65535, but is "70000".'],
    [
      'PUBLIC_URL',
      'example.org',
      'PUBLIC_URL must be an address that begins with http:// or https://, but is "example.org".',
    ],
    ['LIVEKIT_URL', 'http://x', 'LIVEKIT_URL must be an address that begins with ws:// or wss://, but is "http://x".'],
    [
      'LIVEKIT_API_URL',
      'ws://x',
      'LIVEKIT_API_URL must be an address that begins with http:// or https://, but is "ws://x".',
    ],
    ['CREDENTIAL_SECRET', 'short', 'CREDENTIAL_SECRET must have at least 32 characters.'],
    [
      'ALLOWED_ORIGINS',
      'https://a.example/path',
      'ALLOWED_ORIGINS must list origins like https://example.org, but has "https://a.example/path".',
    ],
    ['ALLOWED_ORIGINS', '*', 'ALLOWED_ORIGINS must list origins like https://example.org, but has "*".'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of debug, info, warn, error, silent, but is "loud".'],
  ])('refuses %s "%s" in a plain sentence', (name, value, sentence) => {
    expect(problemsOf({ ...needed, [name]: value })).toEqual([sentence]);
  });

  it('lists every variable in the help', () => {
    const names = [
      'PORT',
      'HOST',
      'PUBLIC_URL',
      'DATABASE_FILE',
      'LIVEKIT_URL',
      'LIVEKIT_API_URL',
      'LIVEKIT_API_KEY',
      'LIVEKIT_API_SECRET',
      'CREDENTIAL_SECRET',
      'ALLOWED_ORIGINS',
      'LOG_LEVEL',
    ];
    for (const name of names) expect(helpText()).toMatch(new RegExp(`^ {2}${name} `, 'm'));
  });
});
