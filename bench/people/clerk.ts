import { randomUUID } from 'node:crypto';
import { personaToken } from '../client.ts';

const phone = '19700000001';
const password = 'Jizhun-2026-ceshi';

/**
 * A clerk of every community, so that one person may load the whole street: appointed by the security
 * administrator, first password from the system administrator, changed at the first sign-in.
 */
export async function clerkOfTheStreet(url: string): Promise<string> {
  const security = await personaToken(url, 'security_admin');
  const { items } = await api(url, security, 'GET', '/api/areas?level=community&limit=50');
  let accountId = '';
  for (const community of items) {
    const body = { name: '台账员', phone, role: 'community_clerk', areaId: community.areaId };
    accountId = (await api(url, security, 'POST', '/api/identity/posts', body)).accountId;
  }
  const system = await personaToken(url, 'system_admin');
  const reset = await api(url, system, 'POST', `/api/identity/accounts/${accountId}/password`, {
    reason: '基准测试',
  });
  const first = await signIn(url, reset.password);
  await api(url, first, 'POST', '/api/identity/password', { current: reset.password, next: password });
  return await signIn(url, password);
}

async function signIn(url: string, secret: string): Promise<string> {
  const answer = await fetch(`${url}/api/identity/session/password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-jia-client': 'bench' },
    body: JSON.stringify({ phone, password: secret }),
  });
  const token = /jia=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
  if (!token) throw new Error(`No session: ${await answer.text()}`);
  return decodeURIComponent(token);
}

async function api(url: string, token: string, method: string, path: string, body?: unknown) {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return await answer.json();
}
