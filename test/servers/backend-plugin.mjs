import { startBackendServer } from './backend-server.mjs';

/**
 * Gives tests in the browser a real backend: started at the first `GET /test-backend`, ended with the run.
 * `GET /test-backend/remove?room=&identity=` takes someone out of a call, as the media server's owner can.
 */
export const backendPlugin = () => {
  let origin;
  let starting;
  const start = async () => {
    const { url, credentialFor, removeFromRoom, stop } = await startBackendServer({ allowedOrigins: [origin] });
    const credentials = {
      organizer: await credentialFor('amira', 'organizer', 'Amira Haddad'),
      attendee: await credentialFor('noor', 'attendee', 'Noor Jansen'),
      otherAttendee: await credentialFor('tomas', 'attendee', 'Tomás Rey'),
      invalid: await credentialFor('noor', 'organizer', 'Noor Jansen', 'a secret that nobody has told the backend'),
    };
    return { stop, removeFromRoom, told: { url, credentials } };
  };
  return {
    name: 'backend',
    serverStart({ config }) {
      origin = `http://${config.hostname}:${config.port}`;
    },
    async serve({ path, query }) {
      if (path !== '/test-backend' && path !== '/test-backend/remove') return undefined;
      const { told, removeFromRoom } = await (starting ??= start());
      if (path.endsWith('/remove')) await removeFromRoom(query.room, query.identity);
      return { body: JSON.stringify(told), type: 'json' };
    },
    async serverStop() {
      const started = await starting?.catch(() => undefined);
      await started?.stop();
    },
  };
};
