// A FLAC file in which every sample has the same value. Decides: nothing but how such a file is written: 16 bits, one channel,
// 22,050 samples a second, each frame one constant.

const RATE = 22_050;
const BLOCK = 16_384;

const crc = (bits, polynomial) => (bytes) => {
  const [top, mask] = [2 ** (bits - 1), 2 ** bits - 1];
  let rest = 0;
  for (const byte of bytes) {
    rest ^= byte << (bits - 8);
    for (let bit = 0; bit < 8; bit += 1) rest = (rest & top ? (rest << 1) ^ polynomial : rest << 1) & mask;
  }
  return rest;
};
const crc8 = crc(8, 0x07);
const crc16 = crc(16, 0x8005);
const wide = (value) => [(value >> 8) & 255, value & 255];

// A frame's number as UTF-8 would write it.
const numbered = (number) => [...Buffer.from(String.fromCodePoint(number))];

// `seconds` of the value `value`.
export const level = (value, seconds) => {
  const frames = Math.ceil((seconds * RATE) / BLOCK);
  const total = frames * BLOCK;
  const info = [
    ...wide(BLOCK),
    ...wide(BLOCK),
    ...[0, 0, 0, 0, 0, 0],
    // 20 bits of rate, 3 of channels less one, 5 of bits less one, 36 of samples.
    ...[RATE >> 12, (RATE >> 4) & 255, ((RATE & 15) << 4) | (15 >> 4), ((15 & 15) << 4) | 0],
    ...[(total >>> 24) & 255, (total >> 16) & 255, (total >> 8) & 255, total & 255],
    ...new Array(16).fill(0),
  ];
  const parts = [Buffer.from([...Buffer.from("fLaC"), 0x80, 0, 0, info.length, ...info])];
  for (let number = 0; number < frames; number += 1) {
    // A fixed size of block, told as 16 bits at the end; rate as in the head of the file; one channel of 16 bits.
    const head = [0xff, 0xf8, 0x70, 0x08, ...numbered(number), ...wide(BLOCK - 1)];
    const frame = [...head, crc8(head), 0x00, ...wide(value)];
    parts.push(Buffer.from([...frame, ...wide(crc16(frame))]));
  }
  return Buffer.concat(parts);
};
