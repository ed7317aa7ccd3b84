import { createServer } from 'node:net';

/** Listens there; `undefined` where someone else does. */
const listenAt = (port, host) =>
  new Promise((resolve) => {
    // Whoever calls before the rightful one listens is turned away, as from a free port.
    const server = createServer((socket) => socket.destroy());
    // An address that this machine does not have is nobody's either.
    server.once('error', ({ code }) => resolve(code === 'EADDRINUSE' || code === 'EACCES' ? undefined : server));
    server.listen({ port, host, exclusive: true }, () => resolve(server));
  });

const close = (server) => new Promise((resolve) => server.close(resolve));

/**
 * Keeps the wanted port, or the next that is free, until it is released for whoever is to listen there. Browsers may take
 * "localhost" for either loopback address: both must be free.
 */
export const holdPort = async (wanted) => {
  for (let port = wanted; port < wanted + 1000; port += 1) {
    const held = [await listenAt(port, '127.0.0.1')];
    // The other address of a port in use is not even tried: its visitors would be turned away meanwhile.
    if (held[0]) held.push(await listenAt(port, '::1'));
    const release = () => Promise.all(held.filter((server) => server?.listening).map(close));
    if (!held.includes(undefined)) return { port, release };
    await release();
  }
  throw new Error(`There is no free port from ${wanted} to ${wanted + 999}.`);
};

/** The wanted port, or the next that is free. */
export const freePort = async (wanted) => {
  const { port, release } = await holdPort(wanted);
  await release();
  return port;
};
