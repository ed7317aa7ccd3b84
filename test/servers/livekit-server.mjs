import { runLiveKitServer } from '../../scripts/set-up/livekit-server.mjs';

/** Starts the LiveKit server that LIVEKIT_SERVER_BIN names, with a secret of its own. */
export const startLiveKitServer = (options) => {
  const command = process.env.LIVEKIT_SERVER_BIN;
  if (!command) {
    throw new Error('These tests need a LiveKit server: run them by "npm test", or name one in LIVEKIT_SERVER_BIN.');
  }
  return runLiveKitServer(command, options);
};
