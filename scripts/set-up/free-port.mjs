import { createServer } from 'node:net';

const isFree = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** The wanted port, or the next that is free. */
export const freePort = async (wanted) => {
  for (let port = wanted; port < wanted + 1000; port += 1) if (await isFree(port)) return port;
  throw new Error(`There is no free port from ${wanted} to ${wanted + 999}.`);
};
