import { writeFileSync } from 'node:fs';

export default async (mail) => writeFileSync(`outbox/${mail.id}`, mail.text);
