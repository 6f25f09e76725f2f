// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT
//
// node readers.mjs CODES OURS: every code of CODES (brcode_maker's lines) read by @brazilian-utils, by pix-utils and,
// in OURS, by `balcao-relay brcode`; each must find the fields that were meant. Exit 1 if one does not.
import { readFileSync } from 'node:fs';
import * as brazilian from '@brazilian-utils/brazilian-utils';
import pixUtils from 'pix-utils';

const lines = (path) => readFileSync(path, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
const [meant, ours] = [lines(process.argv[2]), lines(process.argv[3])];

// They give amounts as numbers: two decimals again, for comparing only.
const amount = (value) => (value ? value.toFixed(2) : undefined);
const label = (txid) => (txid === '***' ? undefined : txid || undefined);

const readers = {
    'balcao-relay': (_, at) => ours[at].valid && ours[at].problems.length === 0 && ours[at].fields,
    '@brazilian-utils': (code) => {
        const read = brazilian.getPixPayloadInfo(code);
        return read && { ...read, city: read.merchantCity, name: read.merchantName, info: read.description,
                         amount: amount(read.amount), txid: label(read.txid) };
    },
    'pix-utils': (code) => {
        const read = pixUtils.parsePix(code);
        return read && { ...read, key: read.pixKey, city: read.merchantCity, name: read.merchantName,
                         info: read.infoAdicional, amount: amount(read.transactionAmount), txid: label(read.txid) };
    },
};

// pix-utils takes a 6304 that stands before the code's own for a checksum that is there already.
const beyond = { 'pix-utils': (code) => code.includes('63046304') };

const fields = ['key', 'url', 'info', 'amount', 'name', 'city', 'txid'];
let failed = meant.length !== ours.length;
for (const [name, read] of Object.entries(readers)) {
    let [wrong, left] = [0, 0];
    meant.forEach(({ code, fields: expected }, at) => {
        if (beyond[name]?.(code)) {
            left++;
            return;
        }
        const found = read(code, at) || {};
        const differing = fields.filter((field) => (found[field] || undefined) !== expected[field]);
        if (differing.length > 0 && ++wrong <= 5)
            console.log(`${name}: ${differing.map((field) => `${field} ${found[field]}, not ${expected[field]}`)}: ${code}`);
    });
    console.log(`generated: ${name}: ${meant.length - left - wrong} of ${meant.length} codes read as meant, ${left} left out`);
    failed ||= wrong > 0;
}
process.exit(failed ? 1 : 0);
