import { HttpBackendAdapter } from '../../../src/services/backend/http-adapter.js';
import { backendAdapterSuite, type BackendAdapterHarness } from '../../suites/backend-adapter-suite.js';

backendAdapterSuite('HttpBackendAdapter on the reference backend', async () => {
  const response = await fetch('/test-backend');
  if (!response.ok) throw new Error(`There is no backend: ${await response.text()}`);
  const { url, credentials } = (await response.json()) as {
    url: string;
    credentials: BackendAdapterHarness['credentials'];
  };
  return { adapter: new HttpBackendAdapter(url), credentials, attendeePubkey: 'noor' };
});
