// How values become columns: what is encrypted, what can be found, what can be searched.
import type { CryptoSuite } from '#kernel/crypto/suite.ts';
import { bigrams, grams } from '#kernel/search/bigrams.ts';

// A purpose for each column keeps the same value in two columns from being linked.
const phonePurpose = 'person.phone';
const phoneTailPurpose = 'person.phone_tail';
const idNumberPurpose = 'person.id_number';

export function nameColumns(name: string) {
  const tidy = name.normalize('NFKC').trim();
  return { name: tidy, name_grams: grams(tidy) };
}

export function phoneColumns(crypto: CryptoSuite, phone: string | null) {
  return {
    phone_cipher: phone === null ? null : crypto.encrypt(phone),
    phone_index: phone === null ? null : phoneIndex(crypto, phone),
    phone_tail_index: phone === null ? null : phoneTailIndex(crypto, phone.slice(-4)),
  };
}

export function phoneIndex(crypto: CryptoSuite, phone: string): string {
  return crypto.blindIndex(phonePurpose, phone);
}

export function phoneTailIndex(crypto: CryptoSuite, tail: string): string {
  return crypto.blindIndex(phoneTailPurpose, tail);
}

export function idNumberColumns(crypto: CryptoSuite, idNumber: string | null) {
  return {
    id_number_cipher: idNumber === null ? null : crypto.encrypt(idNumber),
    id_number_index: idNumber === null ? null : idNumberIndex(crypto, idNumber),
  };
}

export function idNumberIndex(crypto: CryptoSuite, idNumber: string): string {
  return crypto.blindIndex(idNumberPurpose, idNumber);
}

export function addressColumns(address: string) {
  const tidy = address.normalize('NFKC').replace(/\s+/gu, '');
  return { address: tidy, address_grams: bigrams(tidy) };
}
