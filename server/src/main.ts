import { ConfigurationError, helpText, readConfiguration } from './configuration.js';
import { makeToken, tokenHelp } from './identity/token-command.js';
import { createLogger } from './logger.js';
import { startServer } from './virtual-event-server.js';

const sentenceOf = (thrown: unknown): string => {
  if (thrown instanceof ConfigurationError) {
    return `The configuration is not right:\n${thrown.problems.map((problem) => `  ${problem}`).join('\n')}\nSee --help.`;
  }
  const { code, message } = thrown as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return 'The port is taken: choose another with PORT.';
  if (code === 'EACCES') return 'This port may not be listened on: choose another with PORT.';
  if (code === 'EADDRNOTAVAIL') return 'This machine does not have that address: choose another with HOST.';
  if (code === 'ERR_SQLITE_ERROR') return `The database cannot be opened (${message}): see DATABASE_FILE.`;
  return `The server cannot start: ${message}`;
};

const main = async (): Promise<void> => {
  const configuration = readConfiguration(process.env);
  const log = createLogger(configuration.logLevel);
  const server = await startServer(configuration, { log });
  log.info('listening', { url: server.url });

  let stopping = false;
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info('stopping', { signal });
    await server.stop();
    process.exit(0);
  };
  process.on('SIGTERM', (signal) => void stop(signal));
  process.on('SIGINT', (signal) => void stop(signal));
};

const [command, ...rest] = process.argv.slice(2);
const wantsHelp = process.argv.includes('--help') || process.argv.includes('-h');

const run = async (): Promise<void> => {
  if (command === 'token') console.log(wantsHelp ? tokenHelp : await makeToken(rest, process.env, Date.now()));
  else if (wantsHelp) console.log(helpText());
  else await main();
};

run().catch((thrown: unknown) => {
  console.error(sentenceOf(thrown));
  process.exit(1);
});
