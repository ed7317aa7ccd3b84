export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

type Facts = Readonly<Record<string, unknown>>;

/** Structured lines for machines to read. Never given a ticket, credential, key or header. */
export interface Logger {
  debug(msg: string, facts?: Facts): void;
  info(msg: string, facts?: Facts): void;
  warn(msg: string, facts?: Facts): void;
  error(msg: string, facts?: Facts): void;
}

const asText = (_key: string, value: unknown): unknown =>
  value instanceof Error ? { name: value.name, message: value.message, stack: value.stack } : value;

/** Writes one JSON object a line. */
export const createLogger = (
  lowest: LogLevel,
  write: (line: string) => void = (line) => void process.stdout.write(line),
): Logger => {
  const log =
    (level: LogLevel) =>
    (msg: string, facts: Facts = {}): void => {
      if (logLevels.indexOf(level) < logLevels.indexOf(lowest)) return;
      write(`${JSON.stringify({ time: new Date().toISOString(), level, msg, ...facts }, asText)}\n`);
    };
  return { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') };
};
