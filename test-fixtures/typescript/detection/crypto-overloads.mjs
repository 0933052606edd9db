// Functions of node:crypto that block only without their callback.
import crypto, { randomBytes, sign as signature, pbkdf2, createDiffieHellman } from 'node:crypto';
import { promisify } from 'node:util';

const onReady = (error, bytes) => console.log(error, bytes);

export async function tokens(key, data, callback) {
  randomBytes(16);
  randomBytes(data.length);
  randomBytes(64 * 1024);
//^^^^^^^^^^^ blocking-call node:crypto.randomBytes warning
  randomBytes(64 * 1024, onReady);
  randomBytes(16, (error, bytes) => console.log(error, bytes));
  randomBytes(16, onReady);
  randomBytes(16, callback);
  crypto.randomInt(10);
  crypto.randomInt(1, 10);
  crypto.randomInt(1, 10, onReady);
  crypto.randomInt(10, onReady);
  signature('sha256', data, key);
//^^^^^^^^^ blocking-call node:crypto.sign warning
  signature('sha256', data, key, onReady);
  crypto.verify('sha256', data, key, data);
//^^^^^^^^^^^^^ blocking-call node:crypto.verify hint
  crypto.verify('sha256', data, key, data, callback);
  crypto.sign(...key);
  pbkdf2(data, key, 1, 1, 'sha1', onReady);
  createDiffieHellman(2048);
//^^^^^^^^^^^^^^^^^^^ blocking-call node:crypto.createDiffieHellman warning
  createDiffieHellman(data);
  crypto.createDiffieHellman(2048).generateKeys();
//^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call node:crypto.createDiffieHellman
  //                               ^^^^^^^^^^^^ blocking-call node:crypto.DiffieHellman#generateKeys
  crypto.getDiffieHellman('modp14').generateKeys();
  //                                ^^^^^^^^^^^^ blocking-call node:crypto.DiffieHellmanGroup#generateKeys
  crypto.createHash('sha256').update(data).digest('hex');
  crypto.createSign('sha256').update(data).sign(key);
  //                                       ^^^^ blocking-call node:crypto.Sign#sign
  crypto.randomUUID();
  await promisify(randomBytes)(16);
  return promisify(crypto.scrypt)(data, key, 32);
}
