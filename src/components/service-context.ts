import { HttpBackendAdapter } from '../services/backend/http-adapter.js';
import { EventCallingIntegration } from '../services/event-calling-integration.js';

const services = new Map<string, EventCallingIntegration>();

/** The page's one service for a backend's address: elements of one backend share clock and connection. */
const serviceOf = (backend: string): EventCallingIntegration => {
  const address = new URL(backend, document.baseURI).href;
  let service = services.get(address);
  if (!service) services.set(address, (service = new EventCallingIntegration(new HttpBackendAdapter(address))));
  return service;
};

/** The service an element works with: the one it was given, else that of its `backend`; `undefined` without either. */
export const serviceFor = (element: {
  service?: EventCallingIntegration | undefined;
  backend: string;
}): EventCallingIntegration | undefined => {
  if (element.service) return element.service;
  return element.backend && URL.canParse(element.backend, document.baseURI) ? serviceOf(element.backend) : undefined;
};
