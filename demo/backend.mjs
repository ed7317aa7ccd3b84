import { SignJWT } from 'jose';

const secret = new TextEncoder().encode(process.env.CREDENTIAL_SECRET);

/** The address of the backend, as browsers reach it. */
export const backendUrl = process.env.BACKEND_URL;

/** The token by which the backend knows who someone is: short, and signed with the secret that both share. */
export const credentialOf = ({ id, name, role }) =>
  new SignJWT({ name, role })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(id)
    .setIssuedAt()
    .setExpirationTime('10m')
    .sign(secret);

/** What the backend refused, with what it found wrong. */
export class BackendRefusal extends Error {
  constructor({ detail, reason, findings = [] }) {
    super(detail ?? reason);
    this.reason = reason;
    this.findings = findings;
  }
}

const call = async (path, { method = 'GET', person, body, headers = {} } = {}) => {
  const response = await fetch(`${backendUrl}/v1${path}`, {
    method,
    headers: {
      ...headers,
      ...(body && { 'Content-Type': 'application/json' }),
      ...(person && { Authorization: `Bearer ${await credentialOf(person)}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok) throw new BackendRefusal(answer);
  return answer;
};

export const listEvents = async () => (await call('/events')).events;

export const getEvent = (id) => call(`/events/${encodeURIComponent(id)}`);

export const createEvent = (person, draft, key) =>
  call('/events', { method: 'POST', person, body: draft, headers: { 'Idempotency-Key': key } });
