import { parseArgs } from 'node:util';
import { SignJWT } from 'jose';
import { roles, type Role } from '../../../src/core/index.js';
import { ConfigurationError, readCredentialSecret } from '../configuration.js';

export const tokenHelp = [
  'Usage: virtual-event-server token --sub <id> [--name <name>] [--role <role>] [--event <id>]… [--expires <time>]',
  '',
  'Makes a credential by hand, signed with CREDENTIAL_SECRET: for those without a site that signs them, or as a guest',
  'pass, which is a credential of one attendee for one event.',
  '',
  '  --sub      Who it is: any text that stays the same for the person. Required.',
  '  --name     The name that others see. Default: the id.',
  `  --role     One of ${roles.join(', ')}. Default: attendee.`,
  '  --event    The event that it is for; may be given several times. Default: all.',
  '  --expires  How long it holds, e.g. 30m, 12h, 14d. Default: 1h.',
].join('\n');

const seconds = { m: 60, h: 3600, d: 86_400 } as const;

const options = {
  sub: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string', default: 'attendee' },
  event: { type: 'string', multiple: true, default: [] as string[] },
  expires: { type: 'string', default: '1h' },
} as const;

const read = (argv: readonly string[]) => {
  try {
    return parseArgs({ args: [...argv], options, strict: true }).values;
  } catch (thrown) {
    throw new ConfigurationError([(thrown as Error).message]);
  }
};

/** The credential that the arguments ask for. Throws a `ConfigurationError` that names all that is wrong at once. */
export const makeToken = async (
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  now: number,
): Promise<string> => {
  const { sub = '', name = sub, role, event, expires } = read(argv);
  const problems: string[] = [];
  const secret = readCredentialSecret(environment, problems);
  if (sub === '') problems.push('--sub is missing.');
  if (!roles.includes(role as Role)) problems.push(`--role must be one of ${roles.join(', ')}, but is "${role}".`);
  const [, amount, unit] = /^([1-9]\d{0,3})([mhd])$/.exec(expires) ?? [];
  if (amount === undefined) problems.push(`--expires must be a time like 30m, 12h or 14d, but is "${expires}".`);
  if (problems.length > 0) throw new ConfigurationError(problems);
  const issuedAt = Math.floor(now / 1000);
  return new SignJWT({ name, role, ...(event.length > 0 && { events: event }) })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(sub)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + Number(amount) * seconds[unit as keyof typeof seconds])
    .sign(new TextEncoder().encode(secret));
};
