// Loaded into a server before it starts: where the command that runs it is killed, the server does not stay behind.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
