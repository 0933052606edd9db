// A vault for secrets: key derivation, key pairs, primes, random bytes.
// rewrites: 18
import crypto, { pbkdf2Sync, scryptSync as derive, randomBytes } from 'node:crypto';

async function derived() {
  console.log(pbkdf2Sync('secret', 'salt', 1000, 32, 'sha512').toString('hex'));
  console.log(derive('secret', 'salt', 32).toString('hex'));
  console.log(derive('secret', 'salt', 32, { N: 1024, r: 8, p: 1 }).toString('base64'));
  console.log(Buffer.from(crypto.hkdfSync('sha256', 'key', 'salt', 'info', 16)).toString('hex'));
  try {
    pbkdf2Sync('secret', 'salt', 1, 32, 'no such digest');
  } catch (error) {
    console.log(error.code, error.message);
  }
}

async function pairs() {
  const { publicKey, privateKey } = crypto.generateKeyPairSync('rsa', { modulusLength: 1024 });
  console.log(publicKey.type, privateKey.type, publicKey.asymmetricKeyDetails.modulusLength);
  const signature = crypto.sign('sha256', Buffer.from('note'), privateKey);
  console.log(crypto.verify('sha256', Buffer.from('note'), publicKey, signature));
  const encoded = crypto.generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  console.log(encoded.publicKey.split('\n')[0], encoded.privateKey.split('\n')[0]);
  console.log(crypto.generateKeySync('hmac', { length: 256 }).symmetricKeySize);
}

async function primes() {
  console.log(crypto.checkPrimeSync(7n), crypto.checkPrimeSync(8n, { checks: 5 }));
  console.log(crypto.checkPrimeSync(crypto.generatePrimeSync(32)), typeof crypto.generatePrimeSync(16, { bigint: true }));
}

async function random() {
  const buffer = Buffer.alloc(8);
  console.log(crypto.randomFillSync(buffer) === buffer, crypto.randomFillSync(buffer, 4, 2).length);
  console.log(randomBytes(64 * 1024).length, randomBytes(16).length, crypto.randomInt(1));
  randomBytes(4, (error, bytes) => console.log('with its callback', error, bytes.length));
}

await derived();
await pairs();
await primes();
await random();
