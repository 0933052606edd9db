import { pbkdf2Sync, timingSafeEqual } from 'node:crypto';

const accounts = new Map([
  ['ada', { salt: 'analytical', key: 'bd833e87a73f6c2cd34f3ea582106b11bd7bf6165f5605008e6a59343866b501' }],
]);

export async function login(name, password) {
  const account = accounts.get(name);
  if (account === undefined) return false;
  const key = pbkdf2Sync(password, account.salt, 100_000, 32, 'sha512');
  return timingSafeEqual(key, Buffer.from(account.key, 'hex'));
}
